// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kernel/probe/witness.h"

#include <QFile>
#include <QJsonDocument>

using Qt::StringLiterals::operator""_s;

namespace witness
{

QByteArray outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program, arguments);
    if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit
        || process.exitCode() != 0) {
        return {};
    }
    return process.readAllStandardOutput();
}

QJsonArray jsonOf(const QString &program, const QStringList &arguments)
{
    return QJsonDocument::fromJson(outputOf(program, arguments)).array();
}

QStringList allEight()
{
    return {u"--user"_s,
            u"--map-root-user"_s,
            u"--mount"_s,
            u"--uts"_s,
            u"--ipc"_s,
            u"--pid"_s,
            u"--net"_s,
            u"--cgroup"_s,
            u"--time"_s,
            u"--monotonic"_s,
            u"86400"_s,
            u"--fork"_s,
            u"--mount-proc"_s,
            u"--kill-child"_s};
}

Container::Container(const QString &script)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(u"unshare"_s,
                    allEight() << u"sh"_s << u"-c"_s << script + u"\necho ready\nread end"_s);
    while (!m_printed.endsWith("ready\n") && m_process.waitForReadyRead()) {
        m_printed += m_process.readAllStandardOutput();
    }
    const QString pid = QString::number(m_process.processId());
    QFile children(u"/proc/"_s + pid + u"/task/"_s + pid + u"/children"_s);
    if (m_printed.endsWith("ready\n") && children.open(QIODevice::ReadOnly)) {
        m_init = children.readAll().trimmed().toInt();
    }
}

Container::~Container()
{
    m_process.closeWriteChannel();
    m_process.waitForFinished();
}

} // namespace witness
