// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/runningcontainer.h"

#include "core/store/configurationfile.h"
#include "tests/support/containers.h"

#include <QDeadlineTimer>
#include <QDir>
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

bool isKeeper(pid_t pid)
{
    QFile comm(u"/proc/%1/comm"_s.arg(pid));
    return comm.open(QIODevice::ReadOnly) && comm.readAll() == "nsw-keeper\n";
}

/** Those that the helper started: each has a keeper, which is nobody's child when that is gone. */
QList<pid_t> grantedSupervisors()
{
    QList<pid_t> found;
    for (const QString &name : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
        if (const pid_t pid = name.toInt(); pid > 0 && isKeeper(pid)) {
            found += childrenOf(pid);
        }
    }
    return found;
}

} // namespace

RunningContainer::RunningContainer(const Container &container, const QString &asker)
    : m_isGranted(!asker.isEmpty())
{
    QStringList words{qEnvironmentVariable("NSW_CLI"), u"run"_s, u"--json"_s};
    if (m_isGranted) {
        words = QStringList{u"setpriv"_s,
                            u"--reuid"_s,
                            asker,
                            u"--regid"_s,
                            asker,
                            u"--init-groups"_s,
                            u"--inh-caps=-all"_s}
            + words;
    }
    m_window.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    if (m_file.open() && m_file.setPermissions(QFile::ReadOwner | QFile::ReadOther)) {
        m_file.write(writeConfiguration(configurationOf(container)));
        m_file.close();
        m_window.setProgram(words.takeFirst());
        m_window.setArguments(words << m_file.fileName());
        m_window.start();
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

QList<pid_t> RunningContainer::supervisors() const
{
    return m_isGranted ? grantedSupervisors()
                       : childrenOf(static_cast<pid_t>(m_window.processId()));
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
    for (const pid_t supervisor : supervisors()) {
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
