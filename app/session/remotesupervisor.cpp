// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/remotesupervisor.h"

#include "core/kernel/failure.h"

#include <QCoreApplication>
#include <QStandardPaths>
#include <QTimer>

#include <array>
#include <chrono>
#include <csignal>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;
using namespace std::chrono_literals;

namespace
{

constexpr auto kEndDeadline = 5s;
constexpr int kEndAtOnce = 100; // milliseconds
constexpr qsizetype kMostWords = 2000; ///< of what ssh(1) wrote
constexpr int kSshFailed = 255;
constexpr int kNotFound = 127;
constexpr int kNotExecutable = 126;

QString sshProgram()
{
    const QString chosen = qEnvironmentVariable("NSW_SSH");
    return chosen.isEmpty() ? u"ssh"_s : chosen;
}

enum class Asking : std::uint8_t { Terminal, Window, Nobody };

Asking whoAnswers()
{
    if (QCoreApplication::instance()->inherits("QGuiApplication")) {
        return Asking::Window;
    }
    const UniqueFd terminal(::open("/dev/tty", O_RDWR | O_CLOEXEC));
    return terminal.isValid() ? Asking::Terminal : Asking::Nobody;
}

/** ssh(1) asks by a program with a window: the one that was chosen, or this one. */
QProcessEnvironment askingByWindow()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"SSH_ASKPASS_REQUIRE"_s, u"force"_s);
    if (environment.value(u"SSH_ASKPASS"_s).isEmpty()) {
        environment.insert(u"SSH_ASKPASS"_s, QCoreApplication::applicationFilePath());
        environment.insert(u"NSW_ASKPASS"_s, u"1"_s);
    }
    return environment;
}

/** Between fork and exec. */
void becomeChild(int socket, bool leavesTerminal)
{
    if (::prctl(PR_SET_PDEATHSIG, SIGTERM) != 0 || ::dup2(socket, STDIN_FILENO) < 0
        || ::dup2(socket, STDOUT_FILENO) < 0) {
        ::_exit(kNotExecutable);
    }
    sigset_t blocked;
    ::sigemptyset(&blocked);
    // ^C at the terminal is for the command line to judge, which ends us.
    ::sigaddset(&blocked, SIGINT);
    ::pthread_sigmask(SIG_SETMASK, &blocked, nullptr);
    if (leavesTerminal) {
        (void)::setsid();
    }
}

struct Sign {
    QLatin1StringView words;
    int error = 0;
};

// In this order: a changed key is followed by a failed verification, both by "Permission denied".
constexpr std::array kSigns{
    Sign{.words = kQuestionDismissed, .error = ECANCELED},
    Sign{.words = "IDENTIFICATION HAS CHANGED"_L1, .error = EKEYREJECTED},
    Sign{.words = "Host key verification failed"_L1, .error = EKEYREJECTED},
    Sign{.words = "Could not resolve hostname"_L1, .error = ENOENT},
    Sign{.words = "Connection refused"_L1, .error = ECONNREFUSED},
    Sign{.words = "No route to host"_L1, .error = EHOSTUNREACH},
    Sign{.words = "Network is unreachable"_L1, .error = EHOSTUNREACH},
    Sign{.words = "timed out"_L1, .error = ETIMEDOUT},
    Sign{.words = "Permission denied"_L1, .error = EACCES},
    Sign{.words = "Too many authentication failures"_L1, .error = EACCES},
};

} // namespace

Error sshFailure(const QString &machine, int exit, const QString &written)
{
    const QString subject = machine + u'\n' + written;
    if (exit == kNotFound) {
        return {.operation = u"ssh-command"_s, .error = Errno{ENOENT}, .subject = subject};
    }
    if (exit == kNotExecutable) {
        return {.operation = u"ssh-command"_s, .error = Errno{EACCES}, .subject = subject};
    }
    if (exit != kSshFailed) {
        return {.operation = u"ssh-command"_s, .error = Errno{EPROTO}, .subject = subject};
    }
    for (const Sign &sign : kSigns) {
        if (written.contains(sign.words)) {
            return {.operation = u"ssh"_s, .error = Errno{sign.error}, .subject = subject};
        }
    }
    return {.operation = u"ssh"_s, .error = Errno{EIO}, .subject = subject};
}

RemoteSupervisor::~RemoteSupervisor()
{
    if (!m_process) {
        return;
    }
    m_process->disconnect();
    for (QTimer *deadline : m_process->findChildren<QTimer *>()) {
        deadline->stop();
    }
    m_process->terminate();
    if (m_process->state() == QProcess::NotRunning || m_process->waitForFinished(kEndAtOnce)) {
        m_process->deleteLater();
        return;
    }
    QObject::connect(m_process, &QProcess::finished, m_process, &QObject::deleteLater);
}

Result<UniqueFd> RemoteSupervisor::start(const RemoteMachine &machine, const QString &nonce)
{
    m_machine = machine;
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
        return failure("socketpair"_L1);
    }
    UniqueFd ours(ends[0]);
    const UniqueFd theirs(ends[1]);
    const QString program = QStandardPaths::findExecutable(sshProgram());
    if (program.isEmpty()) {
        return failure("ssh-start"_L1, sshProgram(), ENOENT);
    }
    const Asking asking = whoAnswers();
    m_process = new QProcess(QCoreApplication::instance());
    m_process->setProgram(program);
    m_process->setArguments(sshArguments(machine, nonce, asking != Asking::Nobody));
    // What it writes is one of the texts that are told apart.
    m_process->setStandardInputFile(QProcess::nullDevice());
    m_process->setStandardOutputFile(QProcess::nullDevice());
    if (asking == Asking::Window) {
        m_process->setProcessEnvironment(askingByWindow());
    }
    m_process->setChildProcessModifier(
        [socket = theirs.get(), asking] { becomeChild(socket, asking == Asking::Window); });
    QObject::connect(
        m_process, &QProcess::readyReadStandardError, m_process, [this] { readErrors(); });
    m_process->start();
    if (!m_process->waitForStarted()) {
        return failure("ssh-start"_L1, program, EACCES);
    }
    return ours;
}

/** ssh(1) takes a question that was dismissed for an empty answer, and would ask again, or for
 * something else. */
void RemoteSupervisor::readErrors()
{
    m_written += QString::fromUtf8(m_process->readAllStandardError());
    m_written = m_written.right(kMostWords);
    if (m_written.contains(kQuestionDismissed)) {
        m_process->terminate();
    }
}

void RemoteSupervisor::explainEnd(bool wasReady, std::function<void(const Error &)> told)
{
    if (!m_process || m_process->state() == QProcess::NotRunning) {
        told(reason(wasReady));
        return;
    }
    auto *deadline = new QTimer(m_process);
    deadline->setSingleShot(true);
    const auto tell = [this, wasReady, told = std::move(told), deadline] {
        deadline->stop();
        m_process->disconnect(deadline);
        told(reason(wasReady));
    };
    QObject::connect(deadline, &QTimer::timeout, deadline, tell);
    QObject::connect(m_process, &QProcess::finished, deadline, tell);
    deadline->start(kEndDeadline);
}

Error RemoteSupervisor::reason(bool wasReady)
{
    const bool isOver = m_process && m_process->state() == QProcess::NotRunning;
    if (m_process) {
        readErrors();
    }
    const QString written = m_written.trimmed();
    if (wasReady) {
        return {.operation = u"ssh-lost"_s,
                .error = Errno{ECONNRESET},
                .subject = m_machine.name() + u'\n' + written};
    }
    const bool failed = isOver && m_process->exitStatus() == QProcess::NormalExit;
    return sshFailure(m_machine.name(), failed ? m_process->exitCode() : kSshFailed, written);
}

} // namespace nsw
