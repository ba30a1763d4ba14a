// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/makingadvice.h"

#include "app/text/translate.h"

#include <cerrno>

namespace nsw::words
{

using Qt::StringLiterals::operator""_s;

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

} // namespace

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

} // namespace nsw::words
