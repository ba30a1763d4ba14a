// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/runningcontainer.h"

#include "core/store/configurationfile.h"
#include "tests/support/containers.h"

#include <QDeadlineTimer>
#include <QFile>

#include <thread>

namespace nsw::test
{

using Qt::StringLiterals::operator""_s;

namespace
{

constexpr std::chrono::seconds kPatience(10);

QList<pid_t> childrenOf(pid_t pid)
{
    QFile file(u"/proc/%1/task/%1/children"_s.arg(pid));
    QList<pid_t> children;
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray &child : file.readAll().simplified().split(' ')) {
            if (const pid_t number = child.toInt(); number > 0) {
                children << number;
            }
        }
    }
    return children;
}

bool differsFromOurs(pid_t pid, const QString &kind)
{
    const QString link = QFile::symLinkTarget(u"/proc/%1/ns/%2"_s.arg(pid).arg(kind));
    const QString own = QFile::symLinkTarget(u"/proc/self/ns/"_s + kind);
    return !link.isEmpty() && link.section(u'/', -1) != own.section(u'/', -1);
}

/** A prober enters the other namespaces, but not that of the PIDs, and has another name. */
bool isInside(pid_t pid)
{
    QFile comm(u"/proc/%1/comm"_s.arg(pid));
    return differsFromOurs(pid, u"pid"_s)
        || (comm.open(QIODevice::ReadOnly) && comm.readAll() == "nsw-init\n");
}

} // namespace

RunningContainer::RunningContainer(const Container &container)
{
    m_window.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    if (m_file.open()) {
        m_file.write(writeConfiguration(configurationOf(container)));
        m_file.close();
        m_window.start(qEnvironmentVariable("NSW_CLI"), {u"run"_s, u"--json"_s, m_file.fileName()});
    }
}

RunningContainer::~RunningContainer()
{
    m_window.kill();
    m_window.waitForFinished();
}

bool RunningContainer::waitUntilUp()
{
    QByteArray text;
    while (!text.contains(R"("up\n")")) {
        if (!m_window.waitForReadyRead()) {
            return false;
        }
        text += m_window.readAllStandardOutput();
    }
    return true;
}

std::optional<pid_t> RunningContainer::find(Victim victim) const
{
    const auto window = static_cast<pid_t>(m_window.processId());
    if (window == 0) {
        return std::nullopt;
    }
    if (victim == Victim::Window) {
        return window;
    }
    for (const pid_t supervisor : childrenOf(window)) {
        if (victim == Victim::Supervisor) {
            return supervisor;
        }
        for (const pid_t child : childrenOf(supervisor)) {
            if (isInside(child)) {
                return child;
            }
        }
    }
    return std::nullopt;
}

std::optional<pid_t> RunningContainer::await(Victim victim) const
{
    const QDeadlineTimer deadline(kPatience);
    std::optional<pid_t> found;
    while (!(found = find(victim)) && !deadline.hasExpired()) {
        std::this_thread::yield();
    }
    return found;
}

bool RunningContainer::waitForEnd(std::chrono::milliseconds patience)
{
    return m_window.state() == QProcess::NotRunning
        || m_window.waitForFinished(static_cast<int>(patience.count()));
}

Container stubborn(Container container)
{
    container.command
        = {u"sh"_s,
           u"-c"_s,
           u"setsid sh -c 'trap : HUP TERM; echo up; sleep 1000' & exec sleep 1000"_s};
    return container;
}

} // namespace nsw::test
