// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/advice.h"

#include "app/text/actadvice.h"
#include "app/text/translate.h"

#include <cerrno>

namespace nsw::words
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

QString limitFiles(const QList<NsKind> &kinds)
{
    QStringList files;
    for (const NsKind kind : kinds) {
        files << u"user."_s + infoOf(kind).limitFile;
    }
    return files.join(u", "_s);
}

QString chrootAdvice()
{
    return translate("Words",
                     "This program runs in a chroot, and there the kernel refuses new user "
                     "namespaces. Start it outside of the chroot, or enter that root with "
                     "pivot_root instead.");
}

/** Of clone3 and unshare: both make namespaces and are refused for the same reasons. */
QString makingRefused(const QList<NsKind> &kinds, const HostFacts *facts)
{
    if (!kinds.contains(NsKind::User)) {
        return translate("Words",
                         "Without a new user namespace this takes the capability CAP_SYS_ADMIN. "
                         "Make the user namespace new too, or start it as an administrator.");
    }
    if (facts != nullptr && facts->chrooted) {
        return chrootAdvice();
    }
    if (facts != nullptr && !facts->restriction.isEmpty()) {
        return translate("Words",
                         "This machine denies user namespaces to ordinary users: %1. An "
                         "administrator can change that setting with sysctl, or start this.")
            .arg(facts->restriction);
    }
    return translate("Words",
                     "User namespaces are often denied by the system: look at the settings "
                     "kernel.apparmor_restrict_unprivileged_userns (Ubuntu) and "
                     "kernel.unprivileged_userns_clone (Debian), at the seccomp filter of a "
                     "surrounding container, and whether this runs in a chroot.");
}

QString makingFailed(const QList<NsKind> &kinds, Errno error, const HostFacts *facts)
{
    switch (error.value) {
    case EPERM:
    case EACCES:
        return makingRefused(kinds, facts);
    case ENOSPC:
        return translate(
                   "Words",
                   "A limit on the number of namespaces is reached, or they are nested too "
                   "deeply (32 levels). See the limits with “sysctl %1”; an administrator can "
                   "raise them, and namespaces that are no longer used count until their last "
                   "process is gone.")
            .arg(limitFiles(kinds));
    case EUSERS:
        return translate("Words",
                         "User namespaces are nested too deeply: the kernel allows 32 levels.");
    case EINVAL:
        return translate("Words",
                         "This kernel may be built without one of these kinds (look into "
                         "/proc/self/ns), or a second new PID namespace was asked for before the "
                         "first one had a process.");
    case ENOMEM:
        return translate("Words",
                         "Memory is short, or the first process of the PID namespace has already "
                         "ended: then no other can be started in it.");
    case ENOSYS:
        return translate("Words",
                         "This kernel, or a seccomp filter around this program, does not offer the "
                         "call. Use the method “unshare”, or Linux 5.3 or later.");
    case EAGAIN:
        return translate("Words",
                         "The limit on processes is reached (ulimit -u, or pids.max of the control "
                         "group).");
    default:
        return {};
    }
}

QString mapFailed(const op::Write &call, Errno error)
{
    const bool groups = call.file == op::ProcFile::GidMap;
    if (error.value == EPERM && groups) {
        return translate("Words",
                         "An ordinary user may map the own group only, and only after “deny” was "
                         "written to setgroups. Other groups take an administrator; a second write "
                         "is refused too.");
    }
    if (error.value == EPERM) {
        return translate("Words",
                         "An ordinary user may map the own user ID only; others take an "
                         "administrator. The map can be written once: a second write is refused "
                         "too.");
    }
    if (error.value == EINVAL) {
        return translate("Words",
                         "The kernel found the map wrong: ranges that overlap, a count of 0, an ID "
                         "that does not exist outside, or more than 340 lines.");
    }
    return {};
}

QString offsetsFailed(Errno error)
{
    switch (error.value) {
    case EACCES:
        return translate("Words",
                         "The offsets can be set only until the first process enters the time "
                         "namespace.");
    case ERANGE:
        return translate("Words",
                         "With this offset a clock would show a time before zero or beyond its "
                         "range. Use a smaller offset.");
    case EPERM:
        return translate("Words",
                         "Setting clocks takes CAP_SYS_TIME in the user namespace that owns the "
                         "time namespace. Make the user namespace new too.");
    default:
        return {};
    }
}

QString mountRefused(const op::Mount &call)
{
    if (call.filesystem == "proc"_L1) {
        return translate("Words",
                         "In a user namespace, proc can be mounted only together with a new PID "
                         "namespace, and only if the /proc that is there is whole: in many "
                         "containers parts of it are covered or read-only. Leave “mountProc” out "
                         "there, or run it outside of that container.");
    }
    if (call.filesystem == "sysfs"_L1) {
        return translate("Words",
                         "In a user namespace, sysfs can be mounted only with a new network "
                         "namespace, and only if the /sys that is there is whole.");
    }
    return translate("Words",
                     "Mounting takes CAP_SYS_ADMIN in the user namespace that owns the mount "
                     "namespace. Make the mount namespace new, and as an ordinary user the user "
                     "namespace as well.");
}

struct Adviser : ActAdviser {
    using ActAdviser::operator();
    const HostFacts *facts = nullptr;

    QString operator()(const op::PidfdOpen &call) const
    {
        return error.value == ESRCH || error.value == EINVAL
            ? translate("Words", "Process %1 is not there, or has ended. Choose one that runs.")
                  .arg(call.pid)
            : QString();
    }

    QString operator()(const op::Open &call) const
    {
        switch (error.value) {
        case ENOENT:
            return translate(
                       "Words",
                       "%1 does not exist. Named network namespaces stand in /run/netns, those "
                       "of a process in /proc/PID/ns.")
                .arg(call.path);
        case EACCES:
        case EPERM:
            return translate("Words",
                             "Looking at another process's namespaces takes the rights to trace it "
                             "(ptrace(2)): the same user, or an administrator.");
        default:
            return {};
        }
    }

    QString operator()(const op::Clone3 &call) const
    {
        return makingFailed(call.namespaces, error, facts);
    }
    QString operator()(const op::Unshare &call) const
    {
        return makingFailed(call.namespaces, error, facts);
    }

    QString operator()(const op::Setns &) const
    {
        switch (error.value) {
        case EPERM:
            return translate(
                "Words",
                "Entering takes CAP_SYS_ADMIN in the user namespace that owns the "
                "target. Join that user namespace first, before the others, and do not "
                "make a new one; or ask an administrator.");
        case EINVAL:
            return translate("Words",
                             "The target is not of this kind, or it is the user namespace in which "
                             "one already is, or a PID namespace that is no descendant of the own "
                             "one.");
        case ESRCH:
            return translate("Words", "The process whose namespaces were to be joined has ended.");
        case EUSERS:
            return translate(
                "Words", "A time namespace can be entered by a process with a single thread only.");
        case ENOSYS:
            return translate("Words",
                             "Joining several namespaces of a process at once takes Linux 5.8.");
        default:
            return {};
        }
    }

    QString operator()(const op::Write &call) const
    {
        switch (call.file) {
        case op::ProcFile::UidMap:
        case op::ProcFile::GidMap:
            return mapFailed(call, error);
        case op::ProcFile::TimensOffsets:
            return offsetsFailed(error);
        case op::ProcFile::Setgroups:
            return error.value == EPERM
                ? translate("Words",
                            "After the group map is written, or where it is denied further out, "
                            "this can no longer be changed.")
                : QString();
        }
        Q_UNREACHABLE();
    }

    QString operator()(const op::Mount &call) const
    {
        switch (error.value) {
        case EPERM:
        case EACCES:
            return mountRefused(call);
        case ENOENT:
            return translate("Words", "%1 has to exist before something can be mounted there.")
                .arg(call.target);
        case ENOTDIR:
            return translate(
                       "Words",
                       "A directory can be mounted on a directory only, and a file on a file: "
                       "look at %1.")
                .arg(call.target);
        case EINVAL:
            return translate(
                       "Words",
                       "%1 is no mount, or an option is not known to this file system. Mounts "
                       "that came from a more privileged namespace are locked: they can be "
                       "bound only with everything below them (“rbind”).")
                .arg(call.source.isEmpty() ? call.target : call.source);
        case ENODEV:
            return translate("Words", "This kernel has no file system “%1”.").arg(call.filesystem);
        case EBUSY:
            return translate("Words", "The same is already mounted at %1.").arg(call.target);
        default:
            return {};
        }
    }

    QString operator()(const op::MountSetattr &) const
    {
        switch (error.value) {
        case EPERM:
            return translate(
                "Words",
                "Some of the attributes are locked, because the mount came from a more "
                "privileged namespace: they can be tightened but not loosened.");
        case ENOSYS:
            return translate("Words", "This call exists since Linux 5.12.");
        default:
            return {};
        }
    }

    QString operator()(const op::Mkdir &call) const
    {
        return error.value == EROFS || error.value == EACCES
            ? translate("Words", "What is mounted above %1 can't be written to.").arg(call.path)
            : QString();
    }

    QString operator()(const op::Sethostname &) const { return nameRefused(); }
    QString operator()(const op::Setdomainname &) const { return nameRefused(); }

    QString operator()(const op::LinkFlags &) const
    {
        switch (error.value) {
        case EPERM:
            return translate(
                "Words",
                "Changing an interface takes CAP_NET_ADMIN in the user namespace that "
                "owns the network namespace. Make the network namespace new, and as an "
                "ordinary user the user namespace as well.");
        case ENODEV:
            return translate("Words", "There is no such interface in this network namespace.");
        default:
            return {};
        }
    }

    QString operator()(const op::Setgroups &) const
    {
        switch (error.value) {
        case EPERM:
            return translate(
                "Words",
                "setgroups() is denied in this user namespace, as it has to be where an "
                "ordinary user wrote the group map.");
        case EINVAL:
            return unmapped();
        default:
            return {};
        }
    }

    QString operator()(const op::Setresgid &) const { return idRefused(); }
    QString operator()(const op::Setresuid &) const { return idRefused(); }

    QString operator()(const op::Chdir &call) const
    {
        return error.value == ENOENT
            ? translate("Words", "Inside, there is no directory %1: mounts may have covered it.")
                  .arg(call.path)
            : QString();
    }

    QString operator()(const op::Execve &call) const
    {
        const QString program = call.argv.value(0);
        switch (error.value) {
        case ENOENT:
            return translate(
                       "Words",
                       "Inside, there is no program “%1”, neither at that path nor along PATH. "
                       "Mounts may have covered it, or its interpreter is missing.")
                .arg(program);
        case EACCES:
            return translate("Words",
                             "“%1” may not be executed: it lacks the x permission, is a directory, "
                             "or stands on a mount with “noexec”.")
                .arg(program);
        case ENOEXEC:
            return translate(
                       "Words",
                       "“%1” is no program for this machine; a script needs a first line such "
                       "as #!/bin/sh.")
                .arg(program);
        case E2BIG:
            return translate("Words", "The arguments and the environment are too long together.");
        default:
            return {};
        }
    }

private:
    [[nodiscard]] QString nameRefused() const
    {
        if (error.value == EPERM && actor == Actor::Outside) {
            return translate("Words",
                             "Outside it is the name of the machine, which only an administrator "
                             "may change (CAP_SYS_ADMIN). Change it inside: there you may, and the "
                             "machine keeps its name.");
        }
        return error.value == EPERM
            ? translate("Words",
                        "Setting the name takes CAP_SYS_ADMIN in the user namespace that owns the "
                        "UTS namespace. Make the UTS namespace new, and as an ordinary user the "
                        "user namespace as well.")
            : QString();
    }

    static QString unmapped()
    {
        return translate(
            "Words",
            "The ID is not mapped in this user namespace, so it does not exist inside. "
            "Add it to the map.");
    }

    [[nodiscard]] QString idRefused() const
    {
        switch (error.value) {
        case EINVAL:
            return unmapped();
        case EPERM:
            return translate("Words",
                             "Taking on another ID takes CAP_SETUID or CAP_SETGID in the user "
                             "namespace. Is the map written, and does it have that ID?");
        case EAGAIN:
            return translate("Words",
                             "The limit on processes of that user is reached (ulimit -u).");
        default:
            return {};
        }
    }
};

} // namespace

QString advice(const Step &step, Errno error, const HostFacts *facts)
{
    return std::visit(Adviser{{.error = error, .actor = step.actor}, facts}, step.operation);
}

} // namespace nsw::words
