// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/narratelinks.h"
#include "app/text/translate.h"
#include "app/text/words.h"

#include <QLocale>

namespace nsw::words
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

/** "user, mount and PID": the kinds as they are spoken of in a sentence. */
QString listed(const QList<NsKind> &kinds)
{
    QStringList names;
    for (const NsKind kind : kinds) {
        switch (kind) {
        case NsKind::Mount:
            names << translate("Words", "mount", "kind of namespace, in a list");
            break;
        case NsKind::Uts:
            names << translate("Words", "UTS (hostname)", "kind of namespace, in a list");
            break;
        case NsKind::Ipc:
            names << translate("Words", "IPC", "kind of namespace, in a list");
            break;
        case NsKind::Pid:
            names << translate("Words", "PID", "kind of namespace, in a list");
            break;
        case NsKind::Network:
            names << translate("Words", "network", "kind of namespace, in a list");
            break;
        case NsKind::User:
            names << translate("Words", "user", "kind of namespace, in a list");
            break;
        case NsKind::Cgroup:
            names << translate("Words", "cgroup", "kind of namespace, in a list");
            break;
        case NsKind::Time:
            names << translate("Words", "time", "kind of namespace, in a list");
            break;
        }
    }
    return QLocale().createSeparatedList(names);
}

QString describe(const JoinTarget &target)
{
    struct Describer {
        QString operator()(const JoinPid &pid) const
        {
            return translate("Words", "process %1").arg(pid.value);
        }
        QString operator()(const JoinPath &path) const
        {
            return translate("Words", "the file %1").arg(path.value);
        }
    };
    return std::visit(Describer{}, target);
}

QString narratePropagation(const op::Mount &call)
{
    if (call.flags.contains(u"MS_PRIVATE"_s)) {
        return translate("Words",
                         "Makes all mounts private: what is mounted from now on stays inside, and "
                         "what is mounted outside does not come in.");
    }
    if (call.flags.contains(u"MS_SLAVE"_s)) {
        return translate("Words",
                         "Makes all mounts slaves: what is mounted outside comes in, what is "
                         "mounted inside does not go out.");
    }
    if (call.flags.contains(u"MS_SHARED"_s)) {
        return translate("Words",
                         "Makes all mounts shared: they pass mounts on to their copies, as far as "
                         "the user namespaces allow.");
    }
    if (call.flags.contains(u"MS_UNBINDABLE"_s)) {
        return translate("Words",
                         "Makes all mounts unbindable: private, and not to be bound elsewhere.");
    }
    return {};
}

QString narrateNewMount(const op::Mount &call)
{
    if (call.flags.contains(u"MS_BIND"_s)) {
        return translate("Words", "Shows %1 at %2 as well: a bind mount.")
            .arg(call.source, call.target);
    }
    if (call.filesystem == "proc"_L1) {
        return translate(
                   "Words",
                   "Mounts a fresh %1: it shows the processes of the PID namespace of whoever "
                   "mounts it.")
            .arg(call.target);
    }
    if (call.filesystem == "tmpfs"_L1) {
        return translate("Words", "Mounts an empty file system in memory at %1.").arg(call.target);
    }
    if (call.filesystem == "mqueue"_L1) {
        return translate("Words", "Shows the POSIX message queues of the IPC namespace at %1.")
            .arg(call.target);
    }
    if (call.filesystem == "sysfs"_L1) {
        return translate("Words",
                         "Mounts a sysfs at %1: it shows the devices of the network namespace.")
            .arg(call.target);
    }
    return translate("Words", "Mounts %1 at %2.").arg(call.filesystem, call.target);
}

/** What Narrator says of System V IPC and POSIX queues. */
struct IpcNarrator {
    QString operator()(const op::Msgget &call) const
    {
        return translate("Words", "Makes a message queue with the key %1.").arg(hexKey(call.key));
    }

    QString operator()(const op::Semget &call) const
    {
        return translate(
                   "Words", "Makes a set of %n semaphore(s) with the key %1.", nullptr, call.count)
            .arg(hexKey(call.key));
    }

    QString operator()(const op::Shmget &call) const
    {
        return translate("Words", "Makes a shared memory segment of %1 bytes with the key %2.")
            .arg(QString::number(call.size), hexKey(call.key));
    }

    QString operator()(const op::MqOpen &call) const
    {
        return translate("Words", "Makes the POSIX message queue %1.").arg(call.name);
    }

    QString operator()(const op::Msgctl &call) const
    {
        return translate("Words", "Removes the message queue with the id %1.").arg(call.id);
    }

    QString operator()(const op::Semctl &call) const
    {
        return translate("Words", "Removes the semaphore set with the id %1.").arg(call.id);
    }

    QString operator()(const op::Shmctl &call) const
    {
        return translate("Words",
                         "Removes the shared memory segment with the id %1; who has it attached "
                         "keeps it until the end.")
            .arg(call.id);
    }

    QString operator()(const op::MqUnlink &call) const
    {
        return translate("Words", "Removes the POSIX message queue %1.").arg(call.name);
    }

private:
    static QString hexKey(std::int32_t key)
    {
        return u"0x"_s
            + QString::number(static_cast<std::uint32_t>(key), 16).rightJustified(8, u'0');
    }
};

/** What Narrator says of terminals. */
struct TerminalNarrator {
    QString operator()(const op::OpenPty &call) const
    {
        return translate("Words",
                         "Makes a pseudoterminal of %1 columns and %2 rows, from the outside's "
                         "/dev/ptmx: what is inside only gets its other end.")
            .arg(call.columns)
            .arg(call.rows);
    }

    QString operator()(const op::Setsid & /*call*/) const
    {
        return translate("Words",
                         "Begins a session of its own, which has no terminal yet: the shell is "
                         "to be its leader.");
    }

    QString operator()(const op::TakeTty & /*call*/) const
    {
        return translate("Words",
                         "Makes the pseudoterminal the controlling terminal of the session: from "
                         "now on Ctrl+C reaches what is in its foreground.");
    }
};

struct Narrator : IpcNarrator, LinkNarrator, TerminalNarrator {
    using IpcNarrator::operator();
    using LinkNarrator::operator();
    using TerminalNarrator::operator();
    Actor actor = Actor::Inside;

    QString operator()(const op::PidfdOpen &call) const
    {
        return translate("Words",
                         "Takes hold of process %1, so that its number cannot pass to another "
                         "process in the meantime.")
            .arg(call.pid);
    }

    QString operator()(const op::Open &call) const
    {
        return translate("Words", "Opens %1, which stands for a namespace.").arg(call.path);
    }

    QString operator()(const op::Clone3 &call) const
    {
        if (call.asSibling) {
            return call.namespaces.isEmpty()
                ? translate("Words",
                            "Creates the process that becomes the container. A process never "
                            "changes its own PID namespace; only its children are in the new one, "
                            "so the first of them carries on.")
                : translate("Words",
                            "Creates the process that becomes the container, in new namespaces: "
                            "%1. It takes the place of its creator, as child of the same parent.")
                      .arg(listed(call.namespaces));
        }
        return call.namespaces.isEmpty()
            ? translate("Words", "Creates a process, still in the same namespaces as its creator.")
            : translate("Words", "Creates a process that is born in new namespaces: %1.")
                  .arg(listed(call.namespaces));
    }

    QString operator()(const op::Unshare &call) const
    {
        const bool later
            = call.namespaces.contains(NsKind::Pid) || call.namespaces.contains(NsKind::Time);
        const QString moved = translate("Words", "Leaves the shared namespaces for new ones: %1.")
                                  .arg(listed(call.namespaces));
        return later ? moved + u' '
                + translate("Words", "New PID and time namespaces hold from the next child on.")
                     : moved;
    }

    QString operator()(const op::Setns &call) const
    {
        return translate("Words", "Steps into namespaces of %1: %2.")
            .arg(describe(call.target), listed(call.namespaces));
    }

    QString operator()(const op::Write &call) const
    {
        switch (call.file) {
        case op::ProcFile::Setgroups:
            return call.text == "deny"_L1
                ? translate("Words",
                            "Forbids setgroups() inside, which the kernel asks for before an "
                            "ordinary user may write a group map.")
                : translate("Words", "Allows setgroups() inside.");
        case op::ProcFile::UidMap:
            return translate("Words", "Says which user IDs inside stand for which outside: “%1”.")
                .arg(call.text.trimmed());
        case op::ProcFile::GidMap:
            return translate("Words", "Says which group IDs inside stand for which outside: “%1”.")
                .arg(call.text.trimmed());
        case op::ProcFile::TimensOffsets:
            return translate(
                       "Words",
                       "Sets how far the clocks inside are ahead, while the time namespace is "
                       "still empty: “%1”.")
                .arg(call.text.simplified());
        }
        Q_UNREACHABLE();
    }

    QString operator()(const op::Mount &call) const
    {
        const QString propagation = narratePropagation(call);
        return propagation.isEmpty() ? narrateNewMount(call) : propagation;
    }

    QString operator()(const op::MountSetattr &call) const
    {
        return call.set == QStringList{u"MOUNT_ATTR_RDONLY"_s}
            ? translate("Words", "Makes %1 read-only.").arg(call.target)
            : translate("Words", "Restricts the mount at %1: %2.")
                  .arg(call.target, call.set.join(u", "_s));
    }

    QString operator()(const op::Mkdir &call) const
    {
        return translate("Words", "Makes the directory %1, for something to be mounted there.")
            .arg(call.path);
    }

    QString operator()(const op::Sethostname &call) const
    {
        return actor == Actor::Outside
            ? translate("Words", "Gives the machine itself the hostname “%1”.").arg(call.name)
            : translate("Words", "Gives the container its own hostname, “%1”.").arg(call.name);
    }

    QString operator()(const op::Setdomainname &call) const
    {
        return actor == Actor::Outside
            ? translate("Words", "Gives the machine itself the NIS domain name “%1”.")
                  .arg(call.name)
            : translate("Words", "Gives the container its own NIS domain name, “%1”.")
                  .arg(call.name);
    }

    QString operator()(const op::Umount &call) const
    {
        return translate(
                   "Words",
                   "Takes away the mount at %1 with all below it; what it covered shows again.")
            .arg(call.target);
    }

    QString operator()(const op::Kill &call) const
    {
        return translate("Words", "Sends %1 from inside, to the process that is %2 there.")
            .arg(call.signal, QString::number(call.pid));
    }

    QString operator()(const op::PidfdSendSignal &call) const
    {
        return translate("Words", "Sends %1 from outside, to the process that is %2 there.")
            .arg(call.signal, QString::number(call.pid));
    }

    QString operator()(const op::Setgroups &call) const
    {
        return call.groups.isEmpty()
            ? translate("Words", "Gives up the supplementary groups from outside.")
            : translate("Words", "Sets the supplementary groups.");
    }

    QString operator()(const op::Setresgid &call) const
    {
        return translate("Words", "Becomes group %1 inside.").arg(call.gid);
    }

    QString operator()(const op::Setresuid &call) const
    {
        return translate("Words", "Becomes user %1 inside.").arg(call.uid);
    }

    QString operator()(const op::Chdir &call) const
    {
        return translate("Words", "Goes to the directory %1.").arg(call.path);
    }

    QString operator()(const op::Execve &call) const
    {
        const QString command = call.argv.join(u' ');
        return call.inChild
            ? translate("Words",
                        "Starts the command in a child: %1. The process itself stays as an init "
                        "that reaps.")
                  .arg(command)
            : translate("Words", "Becomes the command: %1.").arg(command);
    }
};

} // namespace

QString narrate(const Step &step)
{
    Narrator narrator;
    narrator.actor = step.actor;
    return std::visit(narrator, step.operation);
}

} // namespace nsw::words
