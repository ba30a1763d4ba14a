// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/processguide.h"

#include "app/text/translate.h"
#include "core/model/shellword.h"

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

/** The options of a tool for these kinds: "--uts --net". */
QString optionsFor(const QList<NsKind> &kinds, QLatin1StringView KindInfo::*option)
{
    QStringList options;
    for (const NsKind kind : kinds) {
        options << QString(infoOf(kind).*option);
    }
    return options.join(u' ');
}

QString pathOf(const JoinTarget &target)
{
    const auto *path = std::get_if<JoinPath>(&target);
    return path != nullptr ? shellWord(path->value) : QString();
}

} // namespace

ProcessGuide::ProcessGuide(const InsideProcess &inside)
{
    const QString pid = inside.pid == 0 ? u"PID"_s : QString::number(inside.pid);
    m_proc = u"/proc/"_s + pid;
    m_enter = u"nsenter --target "_s + pid;
    if (inside.hasOwnUser) {
        m_enter += u" --user --preserve-credentials"_s;
    }
}

QString ProcessGuide::within(const QString &options, const QString &command) const
{
    return m_enter + u' ' + options + u' ' + command;
}

StepGuide ProcessGuide::operator()(const op::PidfdOpen &call) const
{
    return {.meaning
            = translate("StepGuide",
                        "A PID is only a number, and the next process may get it. A pidfd goes on "
                        "meaning this one process, so that what is joined is what was chosen."),
            .manPage = u"pidfd_open(2)"_s,
            .look = u"ls -l /proc/%1/ns"_s.arg(call.pid),
            .shell = u"exec 9</proc/%1"_s.arg(call.pid)};
}

StepGuide ProcessGuide::operator()(const op::Open &call) const
{
    return {.meaning = translate(
                "StepGuide",
                "A file below /proc/PID/ns, or a bind mount of one, stands for a namespace. "
                "While it is open the namespace lives on, even without any process."),
            .manPage = u"namespaces(7), The /proc/pid/ns/ directory"_s,
            .look = u"readlink "_s + shellWord(call.path),
            .shell = u"exec 9<"_s + shellWord(call.path)};
}

StepGuide ProcessGuide::operator()(const op::Clone3 &call) const
{
    const QString options = optionsFor(call.namespaces, &KindInfo::unshareOption);
    return {.meaning = call.namespaces.isEmpty()
                ? translate("StepGuide",
                            "A plain fork: the child has all namespaces of its parent. It is "
                            "needed because a process must move itself, and because new PID "
                            "and time namespaces take in children only.")
                : translate("StepGuide",
                            "The child is born in the new namespaces; the parent stays where "
                            "it is. Each flag gives it a copy of what the parent has (mounts, "
                            "host name) or something empty (network, IPC, PIDs)."),
            .manPage
            = call.namespaces.isEmpty() ? u"fork(2), clone(2)"_s : u"clone(2), The flags mask"_s,
            .look = u"ls -l "_s + m_proc + u"/ns"_s,
            .shell
            = call.namespaces.isEmpty() ? u"sh -c … &"_s : u"unshare --fork %1"_s.arg(options)};
}

StepGuide ProcessGuide::operator()(const op::Unshare &call) const
{
    return {.meaning = translate(
                "StepGuide",
                "The caller itself moves. For PID and time it does not: its next child is the "
                "first in the new one, and /proc/PID/ns/pid_for_children shows which. In new "
                "user namespaces it has all capabilities, and outside it loses them."),
            .manPage = u"unshare(2)"_s,
            .look = u"ls -l "_s + m_proc + u"/ns"_s,
            .shell = u"unshare "_s + optionsFor(call.namespaces, &KindInfo::unshareOption)};
}

StepGuide ProcessGuide::operator()(const op::Setns &call) const
{
    const auto *process = std::get_if<JoinPid>(&call.target);
    const QString target = process != nullptr ? u"--target %1 "_s.arg(process->value) : QString();
    QString options = optionsFor(call.namespaces, &KindInfo::nsenterOption);
    if (process == nullptr) {
        options += u'=' + pathOf(call.target);
    }
    return {.meaning
            = translate("StepGuide",
                        "The caller enters namespaces that exist. It needs rights in the user "
                        "namespace that owns them, which is why a user namespace is entered first; "
                        "entering a PID namespace holds for its children only."),
            .manPage = u"setns(2)"_s,
            .look = u"ls -l "_s + m_proc + u"/ns"_s,
            .shell = u"nsenter "_s + target + options};
}

StepGuide ProcessGuide::operator()(const op::Chdir &call) const
{
    return {.meaning = translate("StepGuide",
                                 "Where the command begins. The directory is looked up in the "
                                 "mounts of the container."),
            .manPage = u"chdir(2)"_s,
            .look = u"readlink "_s + m_proc + u"/cwd"_s,
            .shell = u"cd "_s + shellWord(call.path)};
}

StepGuide ProcessGuide::operator()(const op::Execve &call) const
{
    QStringList words;
    for (const QString &word : call.argv) {
        words << shellWord(word);
    }
    return {.meaning = translate(
                "StepGuide",
                "The program is another one from here on, the process and its namespaces stay. "
                "A process that is not root inside loses its capabilities with this call, "
                "since Linux computes them anew (capabilities(7))."),
            .manPage = u"execve(2)"_s,
            .look = u"tr '\\0' ' ' < "_s + m_proc + u"/cmdline"_s,
            .shell = (call.inChild ? QString() : u"exec "_s) + words.join(u' ')};
}

StepGuide ProcessGuide::operator()(const op::Kill &call) const
{
    return {.meaning = translate("StepGuide",
                                 "PIDs mean what they mean inside. PID 1 of a namespace gets "
                                 "only signals that it has a handler for; from its own "
                                 "namespace not even SIGKILL ends it."),
            .manPage = u"kill(2), pid_namespaces(7)"_s,
            .look = within(u"--pid --mount"_s, u"grep -E '^Sig' /proc/%1/status"_s.arg(call.pid)),
            .shell = u"kill -%1 %2"_s.arg(call.signal.mid(3)).arg(call.pid)};
}

StepGuide ProcessGuide::operator()(const op::PidfdSendSignal &call) const
{
    return {.meaning = translate("StepGuide",
                                 "From an ancestor namespace SIGKILL and SIGSTOP reach PID 1 "
                                 "of the container as well."),
            .manPage = u"pidfd_send_signal(2), pid_namespaces(7)"_s,
            .look = u"grep -E '^Sig' /proc/%1/status"_s.arg(call.pid),
            .shell = u"kill -%1 %2"_s.arg(call.signal.mid(3)).arg(call.pid)};
}

StepGuide ProcessGuide::operator()(const op::Setgroups & /*call*/) const
{
    return {.meaning = translate("StepGuide",
                                 "Groups of the outside would go on giving access to files, "
                                 "although they have no name inside."),
            .manPage = u"setgroups(2), user_namespaces(7)"_s,
            .look = u"grep Groups "_s + m_proc + u"/status"_s,
            .shell = u"setpriv --clear-groups …"_s};
}

StepGuide ProcessGuide::operator()(const op::Setresgid &call) const
{
    return identity(true, call.gid);
}

StepGuide ProcessGuide::operator()(const op::Setresuid &call) const
{
    return identity(false, call.uid);
}

StepGuide ProcessGuide::identity(bool isGroup, std::uint32_t id) const
{
    return {.meaning = translate("StepGuide",
                                 "Whoever the process was outside, from here on it is this ID "
                                 "inside, which the map turns into one outside. An ID without "
                                 "a map is EINVAL."),
            .manPage = isGroup ? u"setresgid(2), user_namespaces(7)"_s
                               : u"setresuid(2), user_namespaces(7)"_s,
            .look = u"grep -E '^[UG]id' "_s + m_proc + u"/status"_s,
            .shell
            = isGroup ? u"setpriv --regid=%1 …"_s.arg(id) : u"setpriv --reuid=%1 …"_s.arg(id)};
}

} // namespace nsw
