// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/advice.h"
#include "app/text/remoteadvice.h"
#include "app/text/translate.h"
#include "app/text/words.h"

#include <cerrno>

namespace nsw::words
{

using Qt::StringLiterals::operator""_L1;

namespace
{

QString kernelSaid(Errno error)
{
    return translate("Words", "The kernel answered %1: %2.").arg(errnoName(error), meaning(error));
}

/** For the failures of which nothing special is known. */
QString generalAdvice(Errno error, const QString &manPage)
{
    switch (error.value) {
    case EPERM:
    case EACCES:
        return translate("Words",
                         "A capability may be missing in the user namespace that owns this, or a "
                         "security module (AppArmor, SELinux) or a seccomp filter refused it. See "
                         "the ERRORS section of “man 2 %1”.")
            .arg(manPage);
    case ENOSYS:
        return translate("Words",
                         "The kernel is older than this call, or a seccomp filter hides it. See "
                         "“man 2 %1”.")
            .arg(manPage);
    case ENOMEM:
    case ENOSPC:
    case EAGAIN:
    case EMFILE:
    case ENFILE:
        return translate("Words",
                         "A limit of the machine, of this user or of the control group is reached. "
                         "See the ERRORS section of “man 2 %1”.")
            .arg(manPage);
    default:
        return translate("Words", "See the ERRORS section of “man 2 %1”.").arg(manPage);
    }
}

/** How an attempt at a supervisor failed; empty where it is none of them. */
QString aboutSupervisor(const Error &error)
{
    if (error.operation == "execve"_L1 || error.operation == "posix_spawn"_L1) {
        return translate("Words",
                         "The program that makes the namespaces, %1, can't be started: %2. Install "
                         "the program again, or build all of it.")
            .arg(error.subject, meaning(error.error));
    }
    if (error.operation == "ready"_L1) {
        return error.error.value == ETIMEDOUT
            ? translate("Words", "The supervisor was started but did not answer in time.")
            : translate("Words", "The supervisor ended before it was ready.");
    }
    if (error.operation == "facts"_L1) {
        return translate(
            "Words",
            "The supervisor did not come back from looking at this machine. Nothing "
            "was done. A file that is to be joined may be where nothing answers, as on "
            "a network: name another one, then start it again.");
    }
    if (error.operation == "everybody"_L1) {
        return translate("Words",
                         "The helper is in other namespaces than this window (%1): whom it sees is "
                         "not who is around here. Start the window outside of the container, then "
                         "look at everybody's processes.")
            .arg(error.subject);
    }
    if (error.operation == "session"_L1) {
        return translate("Words",
                         "The supervisor went away without saying why. What it had made is gone "
                         "with it.");
    }
    if (error.operation == "protocol"_L1 || error.operation == "nonce"_L1) {
        return translate("Words",
                         "What answered does not speak as our supervisor does (%1). Are the window "
                         "and the supervisor of the same version?")
            .arg(error.subject.trimmed().isEmpty() ? error.operation : error.subject.trimmed());
    }
    return {};
}

/** Where nobody can be asked. */
QString withoutAsking()
{
    return u' '
        + translate(
               "Words",
               "What is made in a new user namespace needs no administrator; or start Namespace "
               "Workbench as root.");
}

/** Only for one action there is a way without it. */
QString denied(const QString &action)
{
    return action.endsWith(nameOf(Privilege::Root))
        ? translate("Words",
                    "This needs an administrator, and it was denied (polkit). Nothing was done. "
                    "With a new user namespace it would run as you.")
        : translate("Words",
                    "This needs an administrator, and it was denied (polkit). Nothing was done. "
                    "An administrator can allow it by a rule of polkit, or start this.");
}

QString aboutPolkit(const Error &failure)
{
    switch (failure.error.value) {
    case ECANCELED:
        return translate("Words",
                         "The question for a password was dismissed, or not answered with the "
                         "right one. Nothing was done. Start it again to be asked again.");
    case ETIMEDOUT:
        return failure.subject == "org.freedesktop.PolicyKit1"_L1
            ? translate("Words",
                        "This needs an administrator, and polkit, which asks for one, does not "
                        "answer. Nothing was done. Try again; if it stays silent, an administrator "
                        "can restart it (“systemctl restart polkit”).")
            : translate("Words",
                        "The question for a password was not answered in time. Nothing was done. "
                        "Start it again to be asked again.");
    case ENOENT:
        return translate("Words",
                         "This needs an administrator, and polkit, which asks for one, is not "
                         "there. Install it to be asked.")
            + withoutAsking();
    case ENODATA:
        return translate("Words",
                         "This needs an administrator, and polkit does not know this program: it "
                         "is not installed, or not fully. Install it again to be asked.")
            + withoutAsking();
    default:
        return denied(failure.subject);
    }
}

QString aboutHelper(const Error &failure)
{
    switch (failure.error.value) {
    case EDQUOT:
        return translate("Words",
                         "You have %1 sessions that an administrator agreed to, and there may be "
                         "no more of one user. End one of them, then start this.")
            .arg(failure.subject);
    case EUSERS:
        return translate("Words",
                         "This machine has %1 sessions that an administrator agreed to, and there "
                         "may be no more. When somebody ends one, start this again.")
            .arg(failure.subject);
    case EAGAIN:
        return translate("Words",
                         "You started %1 sessions that an administrator agreed to within a minute, "
                         "and there may be no more. Wait a minute, then start this again.")
            .arg(failure.subject);
    case EBUSY:
        return translate("Words", "The helper is asking somebody else just now. Try again.");
    case EPERM:
        return translate("Words",
                         "The helper refused the request: it came from another user. Nothing was "
                         "done. Start the program again, as the user whom you are logged in as.");
    case EIO:
        return translate("Words",
                         "An administrator agreed, but the helper could not start the supervisor. "
                         "Nothing was done. The system's log says why (“journalctl -t "
                         "org.nsworkbench.helper”); the program may not be fully installed.");
    case ETIMEDOUT:
        return translate("Words",
                         "The helper did not answer in time. Nothing was done. Try again; if it "
                         "stays silent, an administrator can end its process, nsworkbench-helper, "
                         "which is started anew when it is needed.");
    case ECONNRESET:
        return translate("Words",
                         "The helper, or what it started, ended in the middle. Nothing is left of "
                         "it. Try again; the system's log may say why (“journalctl -t "
                         "org.nsworkbench.helper”).");
    default:
        return translate("Words",
                         "This needs an administrator, and the helper that works for one is not "
                         "installed or can't start. Install it again to be asked.")
            + withoutAsking();
    }
}

/** How asking for an administrator's rights failed; empty where it is none of that. */
QString aboutPrivilege(const Error &error)
{
    if (error.operation == "polkit"_L1) {
        return aboutPolkit(error);
    }
    if (error.operation == "helper"_L1) {
        return aboutHelper(error);
    }
    if (error.operation != "dbus"_L1) {
        return {};
    }
    return error.error.value == ETIMEDOUT
        ? translate(
              "Words",
              "The system bus (D-Bus) did not answer in time. Nothing was done. Try again; if "
              "it stays silent, an administrator has to look at it (“systemctl status "
              "dbus”).")
        : translate("Words",
                    "This needs an administrator, and there is no system bus (D-Bus) to ask for "
                    "one.")
            + withoutAsking();
}

} // namespace

QString meaning(Errno error)
{
    switch (error.value) {
    case EPERM:
        return translate("Words", "the caller has not the right to do this");
    case EACCES:
        return translate("Words", "permission denied");
    case ENOENT:
        return translate("Words", "there is no such file or directory");
    case ESRCH:
        return translate("Words", "there is no such process");
    case EINVAL:
        return translate("Words", "an argument makes no sense here");
    case ENOSPC:
        return translate("Words", "there is no room left, or a limit is reached");
    case ENOMEM:
        return translate("Words", "there is not enough memory");
    case EBUSY:
        return translate("Words", "it is in use");
    case ENOSYS:
        return translate("Words", "there is no such call here");
    case EUSERS:
        return translate("Words", "too many users or levels");
    case ENODEV:
        return translate("Words", "there is no such device");
    case ENOTDIR:
        return translate("Words", "something on the path is not a directory");
    case EAGAIN:
        return translate("Words", "a resource is short at the moment");
    case ETIMEDOUT:
        return translate("Words", "it took too long");
    case ECONNRESET:
        return translate("Words", "the other end went away");
    default: // words of the C library for the rest of some 130
        return qt_error_string(error.value);
    }
}

QString explain(const Step &step, Errno error, const HostFacts *facts)
{
    const QString special = advice(step, error, facts);
    return translate("Words", "Step %1 failed: %2.").arg(step.n).arg(callText(step)) + u' '
        + kernelSaid(error) + u' '
        + (special.isEmpty() ? generalAdvice(error, callOf(step.operation)) : special);
}

QString explain(const Error &error)
{
    for (const QString &words :
         {aboutSupervisor(error), aboutPrivilege(error), aboutRemote(error)}) {
        if (!words.isEmpty()) {
            return words;
        }
    }
    const QString what
        = error.subject.isEmpty() ? error.operation : error.operation + u' ' + error.subject;
    return translate("Words", "%1 did not work: %2 (%3).")
        .arg(what, meaning(error.error), errnoName(error.error));
}

} // namespace nsw::words
