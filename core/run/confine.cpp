// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/confine.h"

#include "core/kernel/fd.h"
#include "core/kernel/process.h"
#include "core/kernel/userrights.h"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <memory>
#include <span>

#include <grp.h>
#include <seccomp.h>
#include <sys/capability.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <unistd.h>

namespace nsw
{

namespace
{

/** What looking at processes of everybody takes. */
constexpr std::array kLooking{
    CAP_DAC_READ_SEARCH, // /proc of other users' processes
    CAP_KILL, // a prober that became somebody else in a user namespace
    CAP_NET_ADMIN, // firewall rules
    CAP_SYS_ADMIN, // entering namespaces
    CAP_SYS_CHROOT, // entering a mount namespace
    CAP_SYS_PTRACE, // namespaces of processes that are not ours
};

/** What only takes place where something is made. */
constexpr std::array kMaking{
    CAP_SETFCAP, // a map that has root in it
    CAP_SYS_RESOURCE, // limits on queues
    CAP_SYS_TIME, // clock offsets
};

constexpr std::array kKept{
    CAP_DAC_OVERRIDE, // mount points, /proc of other users' processes
    CAP_DAC_READ_SEARCH,
    CAP_FOWNER,
    CAP_IPC_OWNER, // IPC objects inside
    CAP_KILL,
    CAP_NET_ADMIN, // links and addresses
    CAP_SETGID, // ids inside, and opening paths as the caller
    CAP_SETUID,
    CAP_SYS_ADMIN, // namespaces and mounts
    CAP_SYS_CHROOT, // entering a mount namespace
    CAP_SYS_PTRACE, // namespaces of processes that are not ours
};

/** Common to all: memory, descriptors, time, signals and the end. */
constexpr std::array kBasic{
    "brk",
    "mmap",
    "munmap",
    "mremap",
    "mprotect",
    "madvise",
    "futex",
    "read",
    "readv",
    "pread64",
    "write",
    "writev",
    "open",
    "openat",
    "close",
    "close_range",
    "fcntl",
    "fcntl64",
    "dup",
    "lseek",
    "_llseek",
    "fstat",
    "fstat64",
    "stat",
    "stat64",
    "lstat",
    "newfstatat",
    "fstatat64",
    "statx",
    "poll",
    "ppoll",
    "ppoll_time64",
    "recvfrom",
    "recvmsg",
    "recv",
    "sendto",
    "sendmsg",
    "send",
    "clock_gettime",
    "clock_gettime64",
    "clock_nanosleep",
    "clock_nanosleep_time64",
    "nanosleep",
    "gettimeofday",
    "time",
    "rt_sigaction",
    "rt_sigprocmask",
    "rt_sigreturn",
    "sigreturn",
    "sigaltstack",
    "restart_syscall",
    "prctl",
    "getpid",
    "getppid",
    "gettid",
    "getrandom",
    "exit",
    "exit_group",
    "sched_yield",
    "rseq",
    "set_robust_list",
    "membarrier",
    "waitid",
    "waitpid",
    "wait4",
    "pidfd_send_signal",
    "pidfd_open",
    "getdents",
    "getdents64",
    "readlink",
    "readlinkat",
    "access",
    "faccessat",
    "faccessat2",
};

/** Entering namespaces, and asking for all that is shown of them. */
constexpr std::array kProbing{
    "setns",     "socket",      "socketcall",   "bind",
    "connect",   "getsockname", "getsockopt",   "setsockopt",
    "ioctl",     "uname",       "sysinfo",      "statfs",
    "statfs64",  "fstatfs",     "fstatfs64",    "fsopen",
    "fsconfig",  "fsmount",     "mq_open",      "mq_getsetattr",
    "ipc",       "msgctl",      "semctl",       "shmctl",
    "getuid",    "geteuid",     "getgid",       "getegid",
    "getresuid", "getresgid",   "getgroups",    "getuid32",
    "geteuid32", "getgid32",    "getegid32",    "capget",
    "getrlimit", "ugetrlimit",  "prlimit64",    "getcwd",
    "chroot",    "fchdir",      "clock_getres", "sched_getaffinity",
    "fadvise64", "statmount",   "listmount",
};

/** Making probers, and serving a session. */
constexpr std::array kInspecting{
    "clone",
    "clone3",
    "socketpair",
    "memfd_create",
    "signalfd4",
    "seccomp",
    "getppid",
};

using Names = std::vector<const char *>;

struct ReleaseContext {
    void operator()(void *context) const { seccomp_release(context); }
};

Names joined(const auto &one, const auto &other)
{
    Names names(one.begin(), one.end());
    names.insert(names.end(), other.begin(), other.end());
    return names;
}

std::uint64_t bitOf(cap_value_t capability)
{
    return std::uint64_t{1} << static_cast<unsigned>(capability);
}

std::uint64_t bitsOf(std::span<const int> capabilities)
{
    std::uint64_t bits = 0;
    for (const int capability : capabilities) {
        bits |= bitOf(capability);
    }
    return bits;
}

/** What it executes would have no capability, also as root. */
void emptyBoundingSet()
{
    for (int capability = 0; ::prctl(PR_CAPBSET_READ, capability) >= 0; ++capability) {
        if (::prctl(PR_CAPBSET_DROP, capability) != 0) {
            ::_exit(EXIT_FAILURE);
        }
    }
}

struct FreeCapabilities {
    void operator()(cap_t set) const { static_cast<void>(::cap_free(set)); }
};

} // namespace

void hideFromTracers()
{
    if (::geteuid() == 0) {
        makeUndumpable();
    }
}

void forgetOrigin()
{
    if (!takeOwnKeyring() || (::geteuid() == 0 && ::setgroups(0, nullptr) != 0)) {
        ::_exit(EXIT_FAILURE);
    }
    // NOLINTBEGIN(concurrency-mt-unsafe): this process has one thread
    if (::clearenv() != 0 || ::setenv("PATH", "/usr/sbin:/usr/bin:/sbin:/bin", 1) != 0
        || ::setenv("LANG", "C.UTF-8", 1) != 0) {
        ::_exit(EXIT_FAILURE);
    }
    // NOLINTEND(concurrency-mt-unsafe)
}

std::uint64_t keptCapabilities(Privilege grant)
{
    switch (grant) {
    case Privilege::Inspect:
        return bitsOf(kLooking);
    case Privilege::Attach:
        return bitsOf(kKept);
    case Privilege::None:
    case Privilege::Assisted: // it has given up more already
    case Privilege::Root:
        return bitsOf(kKept) | bitsOf(kMaking);
    }
    Q_UNREACHABLE();
}

void dropCapabilities(Privilege grant)
{
    if (grant == Privilege::Inspect) {
        emptyBoundingSet();
        setNoNewPrivileges();
    }
    const std::uint64_t kept = keptCapabilities(grant);
    using CapabilitySet = std::unique_ptr<std::remove_pointer_t<cap_t>, FreeCapabilities>;
    const CapabilitySet now(::cap_get_proc());
    const CapabilitySet set(::cap_init());
    if (!now || !set) {
        ::_exit(EXIT_FAILURE);
    }
    for (cap_value_t capability = 0; capability <= CAP_LAST_CAP; ++capability) {
        if ((kept & bitOf(capability)) == 0) {
            continue;
        }
        for (const cap_flag_t flag : {CAP_PERMITTED, CAP_EFFECTIVE}) {
            cap_flag_value_t isHad = CAP_CLEAR;
            // What we were never given can't be kept.
            if (::cap_get_flag(now.get(), capability, flag, &isHad) != 0
                || ::cap_set_flag(set.get(), flag, 1, &capability, isHad) != 0) {
                ::_exit(EXIT_FAILURE);
            }
        }
    }
    if (::cap_set_proc(set.get()) != 0) {
        ::_exit(EXIT_FAILURE); // rather nothing than with rights that nobody needs
    }
}

CallFilter::CallFilter(const std::vector<const char *> &calls)
{
    const std::unique_ptr<void, ReleaseContext> context(seccomp_init(SCMP_ACT_ERRNO(EPERM)));
    const UniqueFd file(::memfd_create("filter", MFD_CLOEXEC));
    if (!context || !file.isValid()) {
        return;
    }
    for (const char *call : calls) {
        const int number = seccomp_syscall_resolve_name(call);
        // Other machines have other calls: those that this one lacks are no failure.
        if (number != __NR_SCMP_ERROR
            && seccomp_rule_add(context.get(), SCMP_ACT_ALLOW, number, 0) != 0 && number >= 0) {
            return;
        }
    }
    if (seccomp_attr_set(context.get(), SCMP_FLTATR_CTL_OPTIMIZE, 2) != 0) {
        return; // a search by halves; the calls are made too often for one by one
    }
    if (seccomp_export_bpf(context.get(), file.get()) != 0) {
        return;
    }
    const off_t size = ::lseek(file.get(), 0, SEEK_END);
    std::vector<sock_filter> program(static_cast<std::size_t>(size) / sizeof(sock_filter));
    if (::pread(file.get(), program.data(), static_cast<std::size_t>(size), 0) == size) {
        m_program = std::move(program);
    }
}

const CallFilter &CallFilter::ofProber()
{
    static const CallFilter kFilter(joined(kBasic, kProbing));
    return kFilter;
}

const CallFilter &CallFilter::ofInit()
{
    static const CallFilter kFilter(joined(kBasic, std::array<const char *, 0>{}));
    return kFilter;
}

const CallFilter &CallFilter::ofInspector()
{
    static const CallFilter kFilter(joined(joined(kBasic, kProbing), kInspecting));
    return kFilter;
}

bool CallFilter::install() const
{
    if (m_program.empty()) {
        return false;
    }
    // prctl(2) does not change the instructions, though its struct could.
    std::vector<sock_filter> instructions = m_program;
    const sock_fprog program{.len = static_cast<unsigned short>(instructions.size()),
                             .filter = instructions.data()};
    return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0
        && ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0;
}

} // namespace nsw
