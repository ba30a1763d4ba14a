// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/auth/daemonseries.h"

#include "helper/contract.h"
#include "tests/auth/authtest.h"
#include "tests/auth/services.h"
#include "tests/support/seed.h"

#include <QElapsedTimer>
#include <QTest>

#include <csignal>

using Qt::StringLiterals::operator""_s;
using namespace std::chrono_literals;
using namespace nsw;

namespace
{

/** About as long as it takes from the request to the supervisor, on a machine with nothing to do.
 */
constexpr int kLongestMs = 40;

} // namespace

DaemonSeries::DaemonSeries(Daemon victim)
    : m_victim(victim)
    , m_seed(test::newSeed())
    , m_random(m_seed)
{
    forgetAllCreations();
    m_before.emplace(allowed());
    if (m_before->isReady()) {
        m_oracle.emplace(QStringList{u"dbus-daemon"_s, u"polkitd"_s, u"nsworkbench-hel"_s},
                         m_before->supervisor());
    }
}

QString DaemonSeries::name() const
{
    switch (m_victim) {
    case Daemon::Bus:
        return u"org.freedesktop.DBus"_s;
    case Daemon::Polkit:
        return contract::kPolkit;
    case Daemon::Helper:
        return contract::kHelper;
    }
    Q_UNREACHABLE();
}

/** Once the victim is gone. The bus may have started polkit anew by itself, as it does the helper.
 */
bool DaemonSeries::bringBack(qint64 victim) const
{
    if (m_victim == Daemon::Bus) {
        return startBus() && startPolkit();
    }
    return QTest::qWaitFor([&] { return ownerOf(name()) != victim; })
        && (m_victim == Daemon::Helper || ownerOf(contract::kPolkit) || startPolkit());
}

QString DaemonSeries::killDuringRequest(qint64 victim)
{
    // Half of them long before there is anybody to authorise, half of them in the middle.
    Client during(allowed(), {.contact = 2s, .answer = 2s});
    const int delay = m_random.bounded(kLongestMs);
    QTest::qWait(delay);
    if (::kill(static_cast<pid_t>(victim), SIGKILL) != 0) {
        return u"the victim went by itself"_s;
    }
    // A session or an error, but no silence.
    const bool isServed = during.isReady();
    m_served += isServed ? 1 : 0;
    return isServed || during.isDone() ? QString() : u"no answer, killed after %1 ms"_s.arg(delay);
}

QString DaemonSeries::cleanUp()
{
    QElapsedTimer timer;
    timer.start();
    QString left = m_oracle->difference();
    m_cleanUps.push_back(
        std::chrono::duration_cast<std::chrono::microseconds>(timer.durationElapsed()));
    return left;
}

QString DaemonSeries::killNext()
{
    if (!m_oracle) {
        return u"there is no session to begin with"_s;
    }
    forgetAllCreations();
    // Asked, so that there is a helper to kill.
    if (m_victim == Daemon::Helper && helperIsBusy()) {
        return u"the helper is busy"_s;
    }
    const auto victim = ownerOf(name());
    if (!victim) {
        return u"there is nobody to kill"_s;
    }
    const QString answer = killDuringRequest(*victim);
    const QString left = cleanUp();
    // Whatever was wrong: others need it.
    if (!bringBack(*victim)) {
        return u"it does not come back"_s;
    }
    if (!answer.isEmpty() || !left.isEmpty()) {
        return answer + left;
    }
    m_before->write(R"({"request":"inspect","pid":0})");
    if (m_before->event(u"facet"_s).isNull() || m_before->supervisorEnds(0ms)) {
        return u"the session that was there is gone"_s;
    }
    return Client(allowed()).isReady() ? QString() : u"the next one is not served"_s;
}
