// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/auth/person.h"

#include "core/kernel/process.h"
#include "core/kernel/processstat.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <sys/syscall.h>
#include <unistd.h>

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

constexpr int kProcessPatienceMs = 20'000;
constexpr int kSocketInChild = 3;

qint64 parentOfProcess(qint64 pid)
{
    QFile file(u"/proc/%1/stat"_s.arg(pid));
    const auto stat
        = file.open(QIODevice::ReadOnly) ? nsw::parseStat(file.readAll()) : std::nullopt;
    return stat ? stat->parent : 0;
}

} // namespace

QStringList Person::command(const QString &program, const QStringList &arguments) const
{
    return QStringList{u"setpriv"_s,
                       u"--reuid"_s,
                       m_name,
                       u"--regid"_s,
                       m_name,
                       u"--init-groups"_s,
                       u"--inh-caps=-all"_s,
                       program}
    + arguments;
}

QString Person::hostile(const QString &what, int socket) const
{
    QProcess process;
    QStringList words = command(QStringLiteral(NSW_AUTH_HOSTILE), {what});
    process.setProgram(words.takeFirst());
    process.setArguments(words);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    if (socket >= 0) {
        process.setChildProcessModifier([socket] { ::dup2(socket, kSocketInChild); });
    }
    process.start(QIODevice::ReadOnly);
    return process.waitForFinished(kProcessPatienceMs)
        ? QString::fromUtf8(process.readAllStandardOutput()).trimmed()
        : u"no answer"_s;
}

Client::Client(const Person &person)
    : Client(person, Options())
{
}

Client::Client(const Person &person, const Options &options)
{
    QStringList words = options.prefix
        + person.command(u"env"_s,
                         options.environment
                             + QStringList{options.program.isEmpty()
                                               ? QStringLiteral(NSW_AUTH_CLIENT)
                                               : options.program,
                                           nameOf(options.asked),
                                           QString::number(options.contact.count()),
                                           QString::number(options.answer.count())});
    m_process.setProgram(words.takeFirst());
    m_process.setArguments(words);
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start();
}

Client::~Client()
{
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(kProcessPatienceMs)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

QString Client::next(const QString &beginning)
{
    QElapsedTimer waited;
    waited.start();
    while (true) {
        while (m_process.canReadLine()) {
            const QString line = QString::fromUtf8(m_process.readLine()).trimmed();
            if (line.startsWith(beginning)) {
                return line.sliced(beginning.size());
            }
            if (line.startsWith("error "_L1)) {
                qWarning("the client says: %s", qUtf8Printable(line));
            }
        }
        const qint64 left = kProcessPatienceMs - waited.elapsed();
        if (left <= 0 || !m_process.waitForReadyRead(static_cast<int>(left))) {
            return {};
        }
    }
}

QString Client::event(const QString &name)
{
    const QString wanted = u"\"event\":\""_s + name + u'"';
    QString text;
    do {
        text = next(u"{"_s);
    } while (!text.isNull() && !text.contains(wanted));
    return text;
}

bool Client::isReady()
{
    const QStringList words = next(u"ready "_s).split(u' ');
    if (words.size() != 4) {
        return false;
    }
    m_supervisor = words.at(0).toLongLong();
    m_uid = words.at(1).toUInt();
    m_nonceIsOurs = words.at(2) == "ours"_L1;
    m_grant = words.at(3);
    m_pidfd.reset(static_cast<int>(::syscall(SYS_pidfd_open, static_cast<pid_t>(m_supervisor), 0)));
    m_keeper = parentOfProcess(m_supervisor);
    m_keeperFd.reset(static_cast<int>(::syscall(SYS_pidfd_open, static_cast<pid_t>(m_keeper), 0)));
    return m_pidfd.isValid() && m_keeperFd.isValid();
}

bool Client::isDone()
{
    return m_process.state() == QProcess::NotRunning
        || m_process.waitForFinished(kProcessPatienceMs);
}

bool Client::supervisorEnds(std::chrono::milliseconds limit) const
{
    // The event loop goes on: the end of a child of ours interrupts a plain poll(2).
    return QTest::qWaitFor(
        [this] { return nsw::hasExited(m_pidfd.get()) && nsw::hasExited(m_keeperFd.get()); },
        static_cast<int>(limit.count()));
}
