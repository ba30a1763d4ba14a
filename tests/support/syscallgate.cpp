// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/syscallgate.h"

#include "core/kernel/failure.h"
#include "core/kernel/passfd.h"
#include "core/kernel/process.h"

#include <algorithm>
#include <csignal>
#include <cstddef>
#include <vector>

#include <fcntl.h>
#include <grp.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace nsw::test
{

using Qt::StringLiterals::operator""_L1;

namespace
{

constexpr int kDescriptor = 3;
constexpr int kChannel = 500; // of the child, until it becomes the program
constexpr int kNotStarted = 99;

sock_filter statement(unsigned code, std::uint32_t value)
{
    return {.code = static_cast<std::uint16_t>(code), .jt = 0, .jf = 0, .k = value};
}

/** Goes on when equal, else over the next `count`. */
sock_filter skipUnless(std::uint32_t value, std::uint8_t count)
{
    return {.code = BPF_JMP | BPF_JEQ | BPF_K, .jt = 0, .jf = count, .k = value};
}

/** Of some calls it depends on their first argument. */
struct ByArgument {
    int call = 0;
    std::uint32_t argument = 0;
    std::uint32_t equal = 0;
    std::uint32_t other = 0;
};

constexpr std::array kByArgument{
    ByArgument{.call = SYS_openat,
               .argument = static_cast<std::uint32_t>(AT_FDCWD),
               .equal = SECCOMP_RET_USER_NOTIF,
               .other = SECCOMP_RET_ALLOW},
    // The listener goes out by it, when nobody listens yet.
    ByArgument{.call = SYS_sendmsg,
               .argument = kChannel,
               .equal = SECCOMP_RET_ALLOW,
               .other = SECCOMP_RET_USER_NOTIF},
};

std::vector<sock_filter> filterFor(std::span<const int> calls)
{
    // The low half of an argument comes first, on every machine that this is built for.
    constexpr auto kFirstArgument = static_cast<std::uint32_t>(offsetof(seccomp_data, args));
    std::vector<sock_filter> filter{
        statement(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr))};
    for (const int call : calls) {
        const auto *depends = std::ranges::find(kByArgument, call, &ByArgument::call);
        if (depends != kByArgument.end()) {
            filter.push_back(skipUnless(static_cast<std::uint32_t>(call), 4));
            filter.push_back(statement(BPF_LD | BPF_W | BPF_ABS, kFirstArgument));
            filter.push_back(skipUnless(depends->argument, 1));
            filter.push_back(statement(BPF_RET | BPF_K, depends->equal));
            filter.push_back(statement(BPF_RET | BPF_K, depends->other));
        } else {
            filter.push_back(skipUnless(static_cast<std::uint32_t>(call), 1));
            filter.push_back(statement(BPF_RET | BPF_K, SECCOMP_RET_USER_NOTIF));
        }
    }
    filter.push_back(statement(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
    return filter;
}

/** A listener; a call whose notice is taken is not interrupted by signals (Linux 5.19). */
int installFilter(const sock_fprog &program)
{
    constexpr unsigned kFlags
        = SECCOMP_FILTER_FLAG_NEW_LISTENER | SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV;
    return static_cast<int>(::syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, kFlags, &program));
}

bool becomeUser(uid_t uid)
{
    return uid == ::geteuid()
        || (::setgroups(0, nullptr) == 0 && ::setresgid(uid, uid, uid) == 0
            && ::setresuid(uid, uid, uid) == 0);
}

/** In a fork of a process that may have threads: nothing but system calls. */
[[noreturn]] void becomeProgram(const SyscallGate::Program &program,
                                char *const *argv,
                                const sock_fprog &filter,
                                int channel)
{
    const UniqueFd channelHere(::dup3(channel, kChannel, O_CLOEXEC));
    // Root may filter without it, and is then what the helper would start.
    if (!becomeUser(program.uid) || ::prctl(PR_SET_PDEATHSIG, SIGKILL) != 0
        || (program.uid != 0 && ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        || ::dup2(program.descriptor, kDescriptor) != kDescriptor) {
        ::_exit(kNotStarted);
    }
    if (program.descriptor == kDescriptor && ::fcntl(kDescriptor, F_SETFD, 0) != 0) {
        ::_exit(kNotStarted);
    }
    const int listener = installFilter(filter);
    if (listener >= 0 && sendFd(channelHere.get(), listener)) {
        ::execv(argv[0], argv);
    }
    ::_exit(kNotStarted);
}

UniqueFd awaitListener(int channel)
{
    pollfd ready{.fd = channel, .events = POLLIN, .revents = 0};
    constexpr int kPatienceMs = 10'000;
    return ::poll(&ready, 1, kPatienceMs) == 1 ? receiveFd(channel) : UniqueFd();
}

} // namespace

Result<SyscallGate> SyscallGate::start(const Program &program, std::span<const int> calls)
{
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0) {
        return failure("socketpair"_L1);
    }
    const UniqueFd ours(ends[0]);
    UniqueFd theirs(ends[1]);
    std::vector<sock_filter> filter = filterFor(calls);
    const sock_fprog compiled{.len = static_cast<unsigned short>(filter.size()),
                              .filter = filter.data()};
    QList<QByteArray> words = program.argv;
    std::vector<char *> argv;
    std::ranges::transform(
        words, std::back_inserter(argv), [](QByteArray &word) { return word.data(); });
    argv.push_back(nullptr);
    SyscallGate gate;
    gate.m_pid = ::fork();
    if (gate.m_pid == 0) {
        becomeProgram(program, argv.data(), compiled, theirs.get());
    }
    if (gate.m_pid < 0) {
        return failure("fork"_L1);
    }
    theirs.reset();
    auto pidfd = openPidfd(gate.m_pid);
    if (!pidfd) {
        return std::unexpected(pidfd.error());
    }
    gate.m_pidfd = *std::move(pidfd);
    gate.m_listener = awaitListener(ours.get());
    if (!gate.m_listener.isValid()) {
        return failure("seccomp"_L1, {}, EINVAL);
    }
    return gate;
}

std::optional<GatedCall> SyscallGate::next() const
{
    seccomp_notif notice{};
    if (::ioctl(m_listener.get(), SECCOMP_IOCTL_NOTIF_RECV, &notice) != 0) {
        return std::nullopt;
    }
    GatedCall call{.id = notice.id,
                   .pid = static_cast<pid_t>(notice.pid),
                   .number = notice.data.nr,
                   .arguments = {}};
    std::ranges::copy(notice.data.args, call.arguments.begin());
    return call;
}

void SyscallGate::answer(const GatedCall &call, int error) const
{
    seccomp_notif_resp response{};
    response.id = call.id;
    response.error = -error;
    response.flags = error == 0 ? SECCOMP_USER_NOTIF_FLAG_CONTINUE : 0;
    // Fails only for a process that is gone.
    if (::ioctl(m_listener.get(), SECCOMP_IOCTL_NOTIF_SEND, &response) != 0) {
        return;
    }
}

} // namespace nsw::test
