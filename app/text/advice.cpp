// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/advice.h"

#include "app/text/actadvice.h"
#include "app/text/makingadvice.h"
#include "app/text/translate.h"

#include <cerrno>

namespace nsw::words
{

using Qt::StringLiterals::operator""_L1;

namespace
{

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
    if (call.filesystem == "overlay"_L1 && call.data.endsWith("userxattr"_L1)) {
        return translate(
            "Words",
            "In a user namespace, an overlay can be mounted since Linux 5.11, and where "
            "the file system of “upper” allows it.");
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
        switch (error.value) {
        case ESRCH:
        case EINVAL:
            return translate("Words",
                             "Process %1 is not there, or has ended. Choose one that runs.")
                .arg(call.pid);
        case ENOSYS:
        case EPERM:
            return translate("Words",
                             "This kernel, or a seccomp filter around this program, does not offer "
                             "the call. It takes Linux 5.3, and a container that allows it.");
        default:
            return {};
        }
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
        case EACCES:
            if (call.filesystem.isEmpty()) {
                return unreachable();
            }
            [[fallthrough]];
        case EPERM:
            return mountRefused(call);
        case ENOSYS:
            return translate(
                "Words",
                "For somebody else, a mount is made from descriptors. That takes Linux "
                "5.2, and no seccomp filter that hides open_tree and move_mount.");
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
        switch (error.value) {
        case ENOENT:
            return translate("Words",
                             "Inside, there is no directory %1: mounts may have covered it.")
                .arg(call.path);
        case EACCES:
            return unreachable();
        default:
            return {};
        }
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

    static QString unreachable()
    {
        return translate("Words",
                         "A directory on the way may not be entered. A session with an "
                         "administrator's rights goes where you can go yourself, and no further.");
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
