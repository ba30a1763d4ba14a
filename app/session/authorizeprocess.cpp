// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/authorizeprocess.h"

#include <QCoreApplication>

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using contract::Milestone;
using contract::Outcome;

namespace
{

constexpr QLatin1StringView kProgram{NSW_LIBEXECDIR "/nsworkbench-authorize"};

Error polkit(int error, const QString &subject)
{
    return {.operation = u"polkit"_s, .error = Errno{error}, .subject = subject};
}

Error dbus(int error)
{
    return {.operation = u"dbus"_s, .error = Errno{error}, .subject = u"system bus"_s};
}

Error helper(int error)
{
    return {.operation = u"helper"_s, .error = Errno{error}, .subject = contract::kHelper};
}

Error limit(int error, int most)
{
    return {.operation = u"helper"_s, .error = Errno{error}, .subject = QString::number(most)};
}

} // namespace

namespace errors
{

Error busSilent()
{
    return dbus(ETIMEDOUT);
}

Error polkitSilent()
{
    return polkit(ETIMEDOUT, contract::kPolkit);
}

Error questionUnanswered(Privilege asked)
{
    return polkit(ETIMEDOUT, contract::actionOf(asked));
}

Error helperSilent()
{
    return helper(ETIMEDOUT);
}

Error helperEnded()
{
    return helper(ECONNRESET);
}

Error of(Outcome outcome, Privilege asked)
{
    const QString action = contract::actionOf(asked);
    switch (outcome) {
    case Outcome::Denied:
        return polkit(EACCES, action);
    case Outcome::Dismissed:
        return polkit(ECANCELED, action);
    case Outcome::NoBus:
        return dbus(ENOTCONN);
    case Outcome::NoPolkit:
        return polkit(ENOENT, contract::kPolkit);
    case Outcome::UnknownAction:
        return polkit(ENODATA, action);
    case Outcome::NoHelper:
        return helper(ENOENT);
    case Outcome::Busy:
        return helper(EBUSY);
    case Outcome::Refused:
        return helper(EPERM);
    case Outcome::Failed:
        return helper(EIO);
    case Outcome::TooManyOfUser:
        return limit(EDQUOT, contract::kMostSessionsOfUser);
    case Outcome::TooManyInAll:
        return limit(EUSERS, contract::kMostSessions);
    case Outcome::TooFast:
        return limit(EAGAIN, contract::kMostCreations);
    case Outcome::Granted:
    case Outcome::HelperEnded:
        break;
    }
    return helperEnded();
}

} // namespace errors

AuthorizeProcess::AuthorizeProcess()
    : m_process(new QProcess(QCoreApplication::instance()))
{
    QProcess *process = m_process;
    process->setProgram(kProgram);
    process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QObject::connect(process, &QProcess::readyReadStandardOutput, process, [this, process] {
        for (const char byte : process->readAllStandardOutput()) {
            onMilestone(static_cast<Milestone>(byte));
        }
    });
    QObject::connect(
        process, &QProcess::errorOccurred, process, [this](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart) {
                onFailed({.operation = u"execve"_s,
                          .error = Errno{::access(kProgram.data(), X_OK) == 0 ? EAGAIN : errno},
                          .subject = kProgram});
            }
        });
    QObject::connect(
        process, &QProcess::finished, process, [this](int code, QProcess::ExitStatus status) {
            onFinished(status == QProcess::NormalExit ? static_cast<Outcome>(code)
                                                      : Outcome::HelperEnded);
        });
}

AuthorizeProcess::~AuthorizeProcess()
{
    abandon();
}

void AuthorizeProcess::start(Privilege asked, const QString &nonce, int socket)
{
    m_process->setArguments({nameOf(asked), nonce, QString::number(socket)});
    // Between fork and exec: it alone is handed over, under the number that it has. With vfork the
    // window's memory need not be copied.
    m_process->setChildProcessModifier([socket] { ::fcntl(socket, F_SETFD, 0); });
    m_process->setUnixProcessParameters(QProcess::UnixProcessFlag::UseVFork);
    m_process->start(QIODevice::ReadOnly);
}

void AuthorizeProcess::abandon()
{
    QProcess *process = m_process;
    if (process == nullptr) {
        return;
    }
    m_process.clear();
    process->disconnect();
    if (process->state() == QProcess::NotRunning) {
        process->deleteLater();
        return;
    }
    process->kill();
    // Reaped by the event loop, since a wait would block the window; except when the loop ends.
    QObject::connect(process, &QProcess::finished, process, &QObject::deleteLater);
    QObject::connect(QCoreApplication::instance(),
                     &QCoreApplication::aboutToQuit,
                     process,
                     [process] { process->waitForFinished(); });
}

} // namespace nsw
