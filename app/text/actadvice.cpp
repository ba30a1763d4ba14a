// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/actadvice.h"

#include "app/text/translate.h"

#include <cerrno>

namespace nsw::words
{

QString ActAdviser::operator()(const op::Umount &call) const
{
    switch (error.value) {
    case EINVAL:
        return translate("Words",
                         "Nothing is mounted at %1, or it came from a more privileged namespace "
                         "and is locked: it hides what is below.")
            .arg(call.target);
    case EPERM:
        return translate("Words",
                         "Unmounting takes CAP_SYS_ADMIN in the user namespace that owns the mount "
                         "namespace.");
    case ENOENT:
        return translate("Words", "Inside, there is no %1.").arg(call.target);
    default:
        return {};
    }
}

QString ActAdviser::signalRefused() const
{
    switch (error.value) {
    case EPERM:
        return translate("Words",
                         "A signal reaches processes of the own user only, or of a user namespace "
                         "in which one has CAP_KILL.");
    case ESRCH:
        return translate("Words", "The process has ended meanwhile.");
    default:
        return {};
    }
}

QString ActAdviser::operator()(const op::Kill &) const
{
    return signalRefused();
}

QString ActAdviser::operator()(const op::PidfdSendSignal &) const
{
    return signalRefused();
}

QString ActAdviser::operator()(const op::NewAddress &call) const
{
    switch (error.value) {
    case EEXIST:
        return translate("Words", "The interface %1 has this address already.").arg(call.link);
    case ENODEV:
        return translate("Words", "There is no such interface in this network namespace.");
    case EPERM:
        return translate("Words",
                         "Changing an interface takes CAP_NET_ADMIN in the user namespace that "
                         "owns the network namespace. Make the network namespace new, and as an "
                         "ordinary user the user namespace as well.");
    case EACCES:
    case EOPNOTSUPP:
        return translate("Words", "IPv6 may be switched off for this interface.");
    default:
        return {};
    }
}

QString ActAdviser::operator()(const op::NewVeth &call) const
{
    switch (error.value) {
    case EEXIST:
        return translate("Words",
                         "There is an interface %1 outside, or %2 inside, already. Choose other "
                         "names.")
            .arg(call.outside, call.inside);
    case EPERM:
        return translate("Words",
                         "Making an interface outside takes CAP_NET_ADMIN in the network of this "
                         "machine, which an administrator has.");
    case EOPNOTSUPP:
        return translate("Words",
                         "This kernel has no veth: its module is missing (“modprobe veth”).");
    default:
        return {};
    }
}

QString ActAdviser::operator()(const op::NetworkSetting &call) const
{
    return error.value == EROFS || error.value == EACCES
        ? translate("Words",
                    "%1 can't be written to: /proc/sys is read-only in many containers. Run it "
                    "outside of that container.")
              .arg(call.path)
        : QString();
}

QString ActAdviser::makingIpcFailed() const
{
    switch (error.value) {
    case EEXIST:
        return translate("Words",
                         "There is one with this key or name already in this IPC namespace. Choose "
                         "another, or remove that one first.");
    case ENOSPC:
    case EMFILE:
        return translate("Words",
                         "The limit of this IPC namespace is reached (see /proc/sys/kernel and "
                         "/proc/sys/fs/mqueue inside). Remove others first.");
    case EINVAL:
    case ENOMEM:
        return translate("Words",
                         "The kernel does not make one of this size. Choose a smaller one.");
    default:
        return {};
    }
}

QString ActAdviser::removingIpcFailed() const
{
    switch (error.value) {
    case EINVAL:
    case EIDRM:
    case ENOENT:
        return translate("Words",
                         "There is none with this id or name in this IPC namespace (any more). Is "
                         "it that of the other side?");
    case EPERM:
    case EACCES:
        return translate("Words", "Only its owner, its maker or an administrator may remove it.");
    default:
        return {};
    }
}

QString ActAdviser::operator()(const op::Msgget &) const
{
    return makingIpcFailed();
}

QString ActAdviser::operator()(const op::Semget &) const
{
    return makingIpcFailed();
}

QString ActAdviser::operator()(const op::Shmget &) const
{
    return makingIpcFailed();
}

QString ActAdviser::operator()(const op::MqOpen &) const
{
    return makingIpcFailed();
}

QString ActAdviser::operator()(const op::Msgctl &) const
{
    return removingIpcFailed();
}

QString ActAdviser::operator()(const op::Semctl &) const
{
    return removingIpcFailed();
}

QString ActAdviser::operator()(const op::Shmctl &) const
{
    return removingIpcFailed();
}

QString ActAdviser::operator()(const op::MqUnlink &) const
{
    return removingIpcFailed();
}

QString ActAdviser::operator()(const op::OpenPty &) const
{
    switch (error.value) {
    case ENOENT:
    case EACCES:
        return translate("Words",
                         "There is no usable /dev/ptmx where the supervisor runs: a devpts file "
                         "system has to be mounted at /dev/pts.");
    case ENOSPC:
        return translate("Words",
                         "There are no more pseudoterminals (/proc/sys/kernel/pty/max). Close "
                         "terminals first.");
    case EMFILE:
    case ENFILE:
        return translate(
            "Words",
            "The supervisor has no more file descriptors for terminals (RLIMIT_NOFILE, "
            "“ulimit -n”). Close terminals first, or begin with a higher limit.");
    default:
        return {};
    }
}

QString ActAdviser::operator()(const op::Setsid &) const
{
    return {};
}

QString ActAdviser::operator()(const op::TakeTty &) const
{
    return {};
}

} // namespace nsw::words
