// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/killseries.h"

#include "core/kernel/process.h"
#include "tests/support/containers.h"
#include "tests/support/seed.h"
#include "tests/support/subordinateuser.h"

#include <QElapsedTimer>

#include <csignal>
#include <thread>

#include <pwd.h>

namespace nsw::test
{

using Qt::StringLiterals::operator""_s;

namespace
{

/** Longer than it takes from then until the command runs and both sides were looked at. */
int spanUs(Victim victim)
{
    switch (victim) {
    case Victim::Window:
        return 150'000;
    case Victim::Supervisor:
        return 60'000;
    case Victim::Inside:
        return 40'000;
    }
    return 0;
}

uid_t askingUser()
{
    // NOLINTNEXTLINE(concurrency-mt-unsafe): there is one thread
    const passwd *entry = ::getpwnam(qgetenv("NSW_TEST_USER").constData());
    return entry == nullptr ? 0 : entry->pw_uid;
}

/** The helper stays a while after it was needed. */
QStringList mayComeWith(Privilege grant)
{
    return grant == Privilege::None ? QStringList() : QStringList{u"nsworkbench-hel"_s};
}

} // namespace

KillSeries::KillSeries(Victim victim, Privilege grant)
    : m_victim(victim)
    , m_grant(grant)
    , m_seed(newSeed())
    , m_random(m_seed)
    , m_oracle(mayComeWith(grant))
{
}

Container KillSeries::nextContainer()
{
    Container container = stubborn(allEight(u"red"_s));
    container.method = m_random.bounded(2) == 0 ? Method::Clone : Method::Unshare;
    container.namespaces.pid = NewPid{.init = m_random.bounded(2) == 0};
    if (m_random.bounded(2) == 0) {
        container.namespaces.time = NewTime{.monotonicOffset = 1, .boottimeOffset = 0};
    }
    // Without a PID namespace the one inside is told apart only when it is an init.
    if (m_random.bounded(3) == 0) {
        container.namespaces.pid.reset();
    }
    if (m_grant == Privilege::Root) {
        container.namespaces.user.reset();
    } else if (m_grant == Privilege::Assisted) {
        container.namespaces.user = subordinateUser(askingUser());
    }
    return container;
}

QString KillSeries::killNext()
{
    RunningContainer running(nextContainer(),
                             m_grant == Privilege::None ? QString()
                                                        : qEnvironmentVariable("NSW_TEST_USER"));
    const std::chrono::microseconds delay(m_random.bounded(spanUs(m_victim)));
    if (!running.await(m_victim)) {
        return u"there was nobody to kill"_s;
    }
    std::this_thread::sleep_for(delay);
    // By now it may be another: a process inside that was followed by its child.
    const auto pid = running.await(m_victim);
    const auto pidfd = openPidfd(pid.value_or(0));
    if (!pidfd || !sendSignal(pidfd->get(), SIGKILL)) {
        return u"the victim went by itself"_s;
    }
    QElapsedTimer timer;
    timer.start();
    if (!running.waitForEnd(std::chrono::seconds(5))) {
        return u"the window goes on"_s;
    }
    QString left = m_oracle.difference();
    m_cleanUps.push_back(
        std::chrono::duration_cast<std::chrono::microseconds>(timer.durationElapsed()));
    return left;
}

} // namespace nsw::test
