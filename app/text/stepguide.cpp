// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/stepguide.h"

#include "app/text/processguide.h"
#include "app/text/terminalguide.h"
#include "app/text/translate.h"
#include "core/model/shellword.h"

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

/** Files, mounts, names, links. */
class SettingGuide : public ProcessGuide
{
public:
    using ProcessGuide::ProcessGuide;
    using ProcessGuide::operator();

    StepGuide operator()(const op::Write &call) const
    {
        const QString file = proc() + u'/' + QString(nameOf(call.file));
        StepGuide guide{.meaning = {},
                        .manPage = u"user_namespaces(7)"_s,
                        .look = u"cat "_s + file,
                        .shell = u"printf %s %1 > %2"_s.arg(shellWord(call.text), file)};
        switch (call.file) {
        case op::ProcFile::Setgroups:
            guide.meaning = translate(
                "StepGuide",
                "Dropping a group could give access that the group was meant to deny. So since "
                "Linux 3.19 a user without rights has to forgo setgroups(2) before the group map "
                "can be written.");
            break;
        case op::ProcFile::UidMap:
            guide.meaning = translate(
                "StepGuide",
                "First ID inside, first ID outside, how many. Until it is written every ID shows "
                "as 65534, and nobody can become anybody. It can be written once only; an "
                "ordinary user may map the own ID and no other.");
            break;
        case op::ProcFile::GidMap:
            guide.meaning = translate("StepGuide",
                                      "The same for groups. Without rights outside it takes "
                                      "“deny” in /proc/PID/setgroups first.");
            break;
        case op::ProcFile::TimensOffsets:
            guide.manPage = u"time_namespaces(7)"_s;
            guide.meaning = translate(
                "StepGuide",
                "Clock, seconds and nanoseconds that it is ahead. They can be set only before "
                "the first process is in the time namespace; CLOCK_REALTIME has none.");
            break;
        }
        return guide;
    }

    StepGuide operator()(const op::Mount &call) const
    {
        const bool isBind = call.flags.contains(u"MS_BIND"_s);
        const QString target = shellWord(call.target);
        if (call.filesystem.isEmpty() && !isBind) {
            const QString way = propagationOf(call.flags);
            return {.meaning = translate(
                        "StepGuide",
                        "A new mount namespace is a copy, and copies of shared mounts go on "
                        "telling each other of what is mounted. This says which way that goes."),
                    .manPage = u"mount_namespaces(7), Shared subtrees"_s,
                    .look = u"cat "_s + proc() + u"/mountinfo"_s,
                    .shell = u"mount --make-%1 %2"_s.arg(way, target)};
        }
        if (isBind) {
            return {.meaning = translate("StepGuide",
                                         "The same directory at a second place. Nothing is copied; "
                                         "in a user namespace it is recursive, so that nothing "
                                         "that was covered shows."),
                    .manPage = u"mount(2), Creating a bind mount"_s,
                    .look = line(call.target),
                    .shell = u"mount --%1 %2 %3"_s.arg(call.flags.contains(u"MS_REC"_s) ? u"rbind"_s
                                                                                        : u"bind"_s,
                                                       shellWord(call.source),
                                                       target)};
        }
        if (call.filesystem == "overlay"_L1) {
            return {.meaning
                    = translate("StepGuide",
                                "Directories laid over each other: what is in an upper one "
                                "hides what has the same name below. Only the topmost "
                                "takes what is written, so many containers share what "
                                "lies below."),
                    .manPage = u"mount(8), overlay"_s,
                    .look = line(call.target),
                    .shell = u"mount -t overlay %1overlay %2"_s.arg(optionsOf(call), target)};
        }
        return {.meaning = call.filesystem == "proc"_L1
                    ? translate("StepGuide",
                                "The old /proc still shows the PID namespace of whoever mounted "
                                "it. Without this “ps” would list the processes of outside, with "
                                "numbers that mean nothing inside.")
                    : translate("StepGuide",
                                "It belongs to this mount namespace: nobody outside sees it, and "
                                "it goes with the last process inside."),
                .manPage = call.filesystem == "proc"_L1
                    ? u"pid_namespaces(7), /proc and PID namespaces"_s
                    : u"mount(2), mount_namespaces(7)"_s,
                .look = line(call.target),
                .shell = u"mount -t %1 %2%1 %3"_s.arg(call.filesystem, optionsOf(call), target)};
    }

    StepGuide operator()(const op::MountSetattr &call) const
    {
        return {.meaning = translate("StepGuide",
                                     "A remount would have to repeat every flag that the kernel "
                                     "locked; this changes one and leaves the others."),
                .manPage = u"mount_setattr(2)"_s,
                .look = line(call.target),
                .shell = u"mount -o remount,bind,ro "_s + shellWord(call.target)};
    }

    StepGuide operator()(const op::Mkdir &call) const
    {
        return {.meaning = translate("StepGuide",
                                     "A mount needs a directory to stand on. It is made on a file "
                                     "system of the container, never on one of the machine."),
                .manPage = u"mkdir(2)"_s,
                .look = u"ls -d "_s + proc() + u"/root"_s + call.path,
                .shell = u"mkdir "_s + shellWord(call.path)};
    }

    StepGuide operator()(const op::Umount &call) const
    {
        return {.meaning = translate("StepGuide",
                                     "Mounts that came from a namespace with more rights are "
                                     "locked: they go all together or not at all (EINVAL)."),
                .manPage = u"umount(2), mount_namespaces(7)"_s,
                .look = u"cat "_s + proc() + u"/mountinfo"_s,
                .shell = u"umount --lazy "_s + shellWord(call.target)};
    }

    StepGuide operator()(const op::Sethostname &call) const
    {
        return {.meaning = translate("StepGuide",
                                     "A new UTS namespace begins with a copy of both names. "
                                     "Changing one needs CAP_SYS_ADMIN in the user namespace that "
                                     "owns it, which root inside has."),
                .manPage = u"sethostname(2), uts_namespaces(7)"_s,
                .look = within(u"--uts"_s, u"cat /proc/sys/kernel/hostname"_s),
                .shell = u"hostname "_s + shellWord(call.name)};
    }

    StepGuide operator()(const op::Setdomainname &call) const
    {
        return {.meaning = translate("StepGuide",
                                     "The NIS domain name, the other half of a UTS namespace. It "
                                     "has nothing to do with the Internet's domains."),
                .manPage = u"setdomainname(2), uts_namespaces(7)"_s,
                .look = within(u"--uts"_s, u"cat /proc/sys/kernel/domainname"_s),
                .shell = u"domainname "_s + shellWord(call.name)};
    }

    StepGuide operator()(const op::LinkFlags &call) const
    {
        return {.meaning = call.link == "lo"_L1
                    ? translate("StepGuide",
                                "A new network namespace has one interface, the loopback, and "
                                "that is down: not even “ping 127.0.0.1” works before this.")
                    : translate("StepGuide",
                                "An interface carries nothing before it is up, and its network "
                                "has no route."),
                .manPage = u"netdevice(7), network_namespaces(7)"_s,
                .look = u"cat "_s + proc() + u"/net/fib_trie"_s,
                .shell = u"ip link set dev %1 %2"_s.arg(shellWord(call.link),
                                                        call.up ? u"up"_s : u"down"_s)};
    }

    StepGuide operator()(const op::NewVeth &call) const
    {
        return {.meaning = translate("StepGuide",
                                     "A device is in one network namespace at a time. The two ends "
                                     "of a veth pair may be in different ones, and what goes into "
                                     "one comes out of the other. The pair goes with either end, "
                                     "and so with the network namespace."),
                .manPage = u"veth(4), rtnetlink(7)"_s,
                .look = u"ip -details link show dev "_s + shellWord(call.outside),
                .shell = u"ip link add dev %1 type veth peer name %2 netns %3"_s.arg(
                    shellWord(call.outside), shellWord(call.inside), proc().section(u'/', -1))};
    }

    StepGuide operator()(const op::NetworkSetting &call) const
    {
        return {.meaning = translate("StepGuide",
                                     "At the end of the cable inside is somebody who may send "
                                     "anything, with any sender. These settings of the end outside "
                                     "keep that from the rest of the machine, and from others."),
                .manPage = u"proc_sys_net(5)"_s,
                .look = u"cat "_s + shellWord(call.path),
                .shell = u"echo %1 > %2"_s.arg(shellWord(call.value), shellWord(call.path))};
    }

    StepGuide operator()(const op::NewAddress &call) const
    {
        return {.meaning = translate("StepGuide",
                                     "Addresses and routes belong to the network namespace: two of "
                                     "them may use the same without a conflict."),
                .manPage = u"rtnetlink(7), network_namespaces(7)"_s,
                .look = u"cat "_s + proc() + u"/net/fib_trie"_s,
                .shell = u"ip address add %1/%2 dev %3"_s.arg(
                    call.address, QString::number(call.prefixLength), shellWord(call.link))};
    }

private:
    /** "-o nosuid,size=64k " */
    static QString optionsOf(const op::Mount &call)
    {
        QStringList options;
        for (const auto &[flag, word] : {std::pair("MS_RDONLY"_L1, "ro"_L1),
                                         std::pair("MS_NOSUID"_L1, "nosuid"_L1),
                                         std::pair("MS_NODEV"_L1, "nodev"_L1),
                                         std::pair("MS_NOEXEC"_L1, "noexec"_L1)}) {
            if (call.flags.contains(flag)) {
                options << word;
            }
        }
        if (!call.data.isEmpty()) {
            options << call.data;
        }
        return options.isEmpty() ? QString() : u"-o %1 "_s.arg(shellWord(options.join(u',')));
    }

    static QString propagationOf(const QStringList &flags)
    {
        QString prefix = flags.contains(u"MS_REC"_s) ? u"r"_s : QString();
        for (const auto &[flag, word] : {std::pair("MS_PRIVATE"_L1, "private"_L1),
                                         std::pair("MS_SLAVE"_L1, "slave"_L1),
                                         std::pair("MS_SHARED"_L1, "shared"_L1),
                                         std::pair("MS_UNBINDABLE"_L1, "unbindable"_L1)}) {
            if (flags.contains(flag)) {
                return prefix + word;
            }
        }
        return prefix;
    }

    [[nodiscard]] QString line(const QString &target) const
    {
        return u"grep -F ' %1 ' %2/mountinfo"_s.arg(target, proc());
    }
};

/** System V IPC and POSIX queues. */
class Guide : public SettingGuide, public TerminalGuide
{
public:
    using SettingGuide::SettingGuide;
    using SettingGuide::operator();
    using TerminalGuide::operator();

    StepGuide operator()(const op::Msgget & /*call*/) const { return made(u"msg"_s, u"-Q"_s); }
    StepGuide operator()(const op::Semget &call) const
    {
        return made(u"sem"_s, u"-S %1"_s.arg(call.count));
    }
    StepGuide operator()(const op::Shmget &call) const
    {
        return made(u"shm"_s, u"-M %1"_s.arg(call.size));
    }
    StepGuide operator()(const op::MqOpen &call) const { return queue(u"touch"_s, call.name); }
    StepGuide operator()(const op::MqUnlink &call) const { return queue(u"rm"_s, call.name); }
    StepGuide operator()(const op::Msgctl &call) const
    {
        return removed(u"msg"_s, u"-q"_s, call.id);
    }
    StepGuide operator()(const op::Semctl &call) const
    {
        return removed(u"sem"_s, u"-s"_s, call.id);
    }
    StepGuide operator()(const op::Shmctl &call) const
    {
        return removed(u"shm"_s, u"-m"_s, call.id);
    }

private:
    [[nodiscard]] StepGuide made(const QString &file, const QString &option) const
    {
        return {.meaning = translate("StepGuide",
                                     "It lives in the IPC namespace until somebody removes it or "
                                     "the namespace goes; no process has to hold it."),
                .manPage = u"sysvipc(7), ipc_namespaces(7)"_s,
                .look = within(u"--ipc"_s, u"cat /proc/sysvipc/"_s + file),
                .shell = u"ipcmk "_s + option};
    }

    [[nodiscard]] StepGuide
    removed(const QString &file, const QString &option, std::int32_t id) const
    {
        StepGuide guide = made(file, {});
        guide.shell = u"ipcrm %1 %2"_s.arg(option).arg(id);
        return guide;
    }

    [[nodiscard]] StepGuide queue(const QString &command, const QString &name) const
    {
        return {.meaning = translate("StepGuide",
                                     "POSIX queues have names like files, in a file system of "
                                     "their own for each IPC namespace."),
                .manPage = u"mq_overview(7), ipc_namespaces(7)"_s,
                .look = u"ls "_s + proc() + u"/root/dev/mqueue"_s,
                .shell = command + u' ' + shellWord(u"/dev/mqueue"_s + name)};
    }
};

} // namespace

StepGuide guideTo(const Step &step, const InsideProcess &inside)
{
    StepGuide guide = std::visit(Guide(inside), step.operation);
    const bool isOnLink = std::holds_alternative<op::LinkFlags>(step.operation)
        || std::holds_alternative<op::NewAddress>(step.operation);
    if (isOnLink && step.actor == Actor::Outside) {
        guide.look = u"cat /proc/net/fib_trie"_s; // of whoever reads it
    }
    return guide;
}

} // namespace nsw
