// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/ctext.h"

#include <QList>

#include <ranges>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

struct Function {
    QLatin1StringView name;
    QLatin1StringView text;
};

// Each one calls only what stands above it.
constexpr std::array kFunctions{
    Function{.name = "die("_L1, .text = R"(
static _Noreturn void die(const char *what)
{
    perror(what);
    _exit(125);
}
)"_L1},
    Function{.name = "tell("_L1, .text = R"(
/* It is the turn of the other process. */
static void tell(pid_t value)
{
    if (send(turns, &value, sizeof value, MSG_NOSIGNAL) != (ssize_t)sizeof value) {
        _exit(125); /* it has said why it ended */
    }
}
)"_L1},
    Function{.name = "hear("_L1, .text = R"(
/* Waits for its own turn. */
static pid_t hear(void)
{
    pid_t value = 0;
    if (recv(turns, &value, sizeof value, 0) != (ssize_t)sizeof value) {
        _exit(125);
    }
    return value;
}
)"_L1},
    Function{.name = "clone_process("_L1, .text = R"(
/* As fork(2), in new namespaces. The C library has no function for clone3(2). */
static pid_t clone_process(unsigned long long flags, unsigned long long exit_signal)
{
    struct clone_args args = {.flags = flags, .exit_signal = exit_signal};
    return (pid_t)syscall(SYS_clone3, &args, sizeof args);
}
)"_L1},
    Function{.name = "write_proc("_L1, .text = R"(
/* Writes a file below /proc/PID, or below /proc/self, at once as the kernel demands. */
static void write_proc(pid_t pid, const char *name, const char *text)
{
    char path[64];
    if (pid > 0) {
        snprintf(path, sizeof path, "/proc/%d/%s", (int)pid, name);
    } else {
        snprintf(path, sizeof path, "/proc/self/%s", name);
    }
    int file = open(path, O_WRONLY | O_CLOEXEC);
    if (file < 0 || write(file, text, strlen(text)) != (ssize_t)strlen(text)) {
        die(path);
    }
    close(file);
}
)"_L1},
    Function{.name = "set_mount_attributes("_L1, .text = R"(
/* mount_setattr(2), which not every C library has. */
static void set_mount_attributes(const char *path, unsigned int flags, unsigned long long set)
{
    struct {
        unsigned long long set, clear, propagation, user_namespace;
    } attributes = {.set = set};
    if (syscall(SYS_mount_setattr, AT_FDCWD, path, flags, &attributes, sizeof attributes) < 0) {
        die("mount_setattr");
    }
}
)"_L1},
    Function{.name = "set_link("_L1, .text = R"(
/* Brings a network interface up or down (netdevice(7)). */
static void set_link(const char *name, int up)
{
    struct ifreq request = {0};
    int control = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (control < 0) {
        die("socket");
    }
    snprintf(request.ifr_name, sizeof request.ifr_name, "%s", name);
    if (ioctl(control, SIOCGIFFLAGS, &request) < 0) {
        die("ioctl");
    }
    if (up) {
        request.ifr_flags |= IFF_UP;
    } else {
        request.ifr_flags &= (short)~IFF_UP;
    }
    if (ioctl(control, SIOCSIFFLAGS, &request) < 0) {
        die("ioctl");
    }
    close(control);
}
)"_L1},
    Function{.name = "status_of("_L1, .text = R"(
/* As a shell has it: 128 and the signal that ended a process. */
static int status_of(int status)
{
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}
)"_L1},
    Function{.name = "reap_until("_L1, .text = R"(
/* An init: takes in whatever ends, and ends with the command. */
static _Noreturn void reap_until(pid_t command)
{
    for (;;) {
        int status = 0;
        pid_t ended = wait(&status);
        if (ended == command) {
            _exit(status_of(status));
        }
        if (ended < 0 && errno != EINTR) {
            die("wait");
        }
    }
}
)"_L1},
};

} // namespace

QString cFunctions(const QString &body)
{
    QString used;
    for (const auto &function : kFunctions | std::views::reverse) {
        if (body.contains(function.name) || used.contains(function.name)) {
            used.prepend(function.text);
        }
    }
    return used;
}

} // namespace nsw
