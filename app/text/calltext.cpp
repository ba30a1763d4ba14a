// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/words.h"

namespace nsw::words
{

using Qt::StringLiterals::operator""_s;

namespace
{

/** As a C string literal, the way strace(1) prints it. */
QString quoted(const QString &text)
{
    QString result = u"\""_s;
    for (const QChar c : text) {
        switch (c.unicode()) {
        case u'"':
            result += u"\\\"";
            break;
        case u'\\':
            result += u"\\\\";
            break;
        case u'\n':
            result += u"\\n";
            break;
        case u'\t':
            result += u"\\t";
            break;
        default:
            result += c;
        }
    }
    return result + u'"';
}

QString quotedOrNull(const QString &text)
{
    return text.isEmpty() ? u"NULL"_s : quoted(text);
}

QString lengthOf(const QString &text)
{
    return QString::number(text.toUtf8().size());
}

QString orZero(const QStringList &flags)
{
    return flags.isEmpty() ? u"0"_s : flags.join(u'|');
}

QString fdOf(const JoinTarget &target)
{
    struct Printer {
        QString operator()(const JoinPid &pid) const
        {
            return u"fd<pid:"_s + QString::number(pid.value) + u'>';
        }
        QString operator()(const JoinPath &path) const { return u"fd<"_s + path.value + u'>'; }
    };
    return std::visit(Printer{}, target);
}

/** What Printer has for System V IPC and POSIX queues. */
struct IpcPrinter {
    QString operator()(const op::Msgget &call) const
    {
        return u"msgget("_s + keyText(call.key) + u", "_s + creation(call.mode) + u')';
    }

    QString operator()(const op::Semget &call) const
    {
        return u"semget("_s + keyText(call.key) + u", "_s + QString::number(call.count) + u", "_s
            + creation(call.mode) + u')';
    }

    QString operator()(const op::Shmget &call) const
    {
        return u"shmget("_s + keyText(call.key) + u", "_s + QString::number(call.size) + u", "_s
            + creation(call.mode) + u')';
    }

    QString operator()(const op::MqOpen &call) const
    {
        return u"mq_open("_s + quoted(call.name) + u", O_RDWR|O_CREAT|O_EXCL, 0"_s
            + QString::number(call.mode, 8) + u", NULL)"_s;
    }

    QString operator()(const op::Msgctl &call) const
    {
        return u"msgctl("_s + QString::number(call.id) + u", IPC_RMID, NULL)"_s;
    }

    QString operator()(const op::Semctl &call) const
    {
        return u"semctl("_s + QString::number(call.id) + u", 0, IPC_RMID)"_s;
    }

    QString operator()(const op::Shmctl &call) const
    {
        return u"shmctl("_s + QString::number(call.id) + u", IPC_RMID, NULL)"_s;
    }

    QString operator()(const op::MqUnlink &call) const
    {
        return u"mq_unlink("_s + quoted(call.name) + u')';
    }

private:
    static QString keyText(std::int32_t key)
    {
        return key == 0 ? u"IPC_PRIVATE"_s
                        : u"0x"_s + QString::number(static_cast<std::uint32_t>(key), 16);
    }

    static QString creation(std::uint32_t mode)
    {
        return u"IPC_CREAT|IPC_EXCL|0"_s + QString::number(mode, 8);
    }
};

/** What Printer has for terminals. */
struct TerminalPrinter {
    QString operator()(const op::OpenPty & /*call*/) const
    {
        return u"posix_openpt(O_RDWR|O_NOCTTY|O_CLOEXEC)"_s;
    }
    QString operator()(const op::Setsid & /*call*/) const { return u"setsid()"_s; }
    QString operator()(const op::TakeTty & /*call*/) const
    {
        return u"ioctl_tty(0, TIOCSCTTY, 0)"_s;
    }
};

struct Printer : IpcPrinter, TerminalPrinter {
    using IpcPrinter::operator();
    using TerminalPrinter::operator();

    QString operator()(const op::PidfdOpen &call) const
    {
        return u"pidfd_open("_s + QString::number(call.pid) + u", 0)"_s;
    }

    QString operator()(const op::Open &call) const
    {
        return u"open("_s + quoted(call.path) + u", O_RDONLY|O_CLOEXEC)"_s;
    }

    QString operator()(const op::Clone3 &call) const
    {
        QStringList flags;
        if (call.asSibling) {
            flags << u"CLONE_PARENT"_s;
        }
        if (!call.namespaces.isEmpty()) {
            flags << flagNames(call.namespaces);
        }
        return u"clone3({flags="_s + orZero(flags) + u", exit_signal="_s
            + (call.asSibling ? u"0"_s : u"SIGCHLD"_s) + u"}, 88)"_s;
    }

    QString operator()(const op::Unshare &call) const
    {
        return u"unshare("_s + flagNames(call.namespaces) + u')';
    }

    QString operator()(const op::Setns &call) const
    {
        return u"setns("_s + fdOf(call.target) + u", "_s + flagNames(call.namespaces) + u')';
    }

    QString operator()(const op::Write &call) const
    {
        return u"write(fd</proc/PID/"_s + nameOf(call.file) + u">, "_s + quoted(call.text) + u", "_s
            + lengthOf(call.text) + u')';
    }

    QString operator()(const op::Mount &call) const
    {
        return u"mount("_s + quotedOrNull(call.source) + u", "_s + quoted(call.target) + u", "_s
            + quotedOrNull(call.filesystem) + u", "_s + orZero(call.flags) + u", "_s
            + quotedOrNull(call.data) + u')';
    }

    QString operator()(const op::MountSetattr &call) const
    {
        return u"mount_setattr(AT_FDCWD, "_s + quoted(call.target) + u", "_s
            + (call.recursive ? u"AT_RECURSIVE"_s : u"0"_s) + u", {attr_set="_s + orZero(call.set)
            + u"}, 32)"_s;
    }

    QString operator()(const op::Mkdir &call) const
    {
        return u"mkdir("_s + quoted(call.path) + u", 0755)"_s;
    }

    QString operator()(const op::Sethostname &call) const
    {
        return u"sethostname("_s + quoted(call.name) + u", "_s + lengthOf(call.name) + u')';
    }

    QString operator()(const op::Setdomainname &call) const
    {
        return u"setdomainname("_s + quoted(call.name) + u", "_s + lengthOf(call.name) + u')';
    }

    QString operator()(const op::LinkFlags &call) const
    {
        return u"ioctl(fd, SIOCSIFFLAGS, {ifr_name="_s + quoted(call.link)
            + (call.up ? u", ifr_flags=IFF_UP})"_s : u", ifr_flags=0})"_s);
    }

    QString operator()(const op::NewAddress &call) const
    {
        return u"sendmsg(fd<rtnetlink>, {RTM_NEWADDR, "_s + call.link + u", "_s + call.address
            + u'/' + QString::number(call.prefixLength) + u"}, 0)"_s;
    }

    QString operator()(const op::NewVeth &call) const
    {
        return u"sendto(fd<rtnetlink>, {RTM_NEWLINK, "_s + call.outside + u", veth, peer="_s
            + call.inside + u", IFLA_NET_NS_FD=fd</proc/PID/ns/net>}, …)"_s;
    }

    QString operator()(const op::NetworkSetting &call) const
    {
        return u"pwrite64(fd<"_s + call.path + u">, "_s + quoted(call.value) + u", "_s
            + lengthOf(call.value) + u", 0)"_s;
    }

    QString operator()(const op::Umount &call) const
    {
        return u"umount2("_s + quoted(call.target) + u", UMOUNT_NOFOLLOW|MNT_DETACH)"_s;
    }

    QString operator()(const op::Kill &call) const
    {
        return u"kill("_s + QString::number(call.pid) + u", "_s + call.signal + u')';
    }

    QString operator()(const op::PidfdSendSignal &call) const
    {
        return u"pidfd_send_signal(fd<pid:"_s + QString::number(call.pid) + u">, "_s + call.signal
            + u", NULL, 0)"_s;
    }

    QString operator()(const op::Setgroups &call) const
    {
        QStringList groups;
        for (const std::uint32_t group : call.groups) {
            groups << QString::number(group);
        }
        return u"setgroups("_s + QString::number(groups.size()) + u", ["_s + groups.join(u", "_s)
            + u"])"_s;
    }

    QString operator()(const op::Setresgid &call) const { return thrice(u"setresgid"_s, call.gid); }
    QString operator()(const op::Setresuid &call) const { return thrice(u"setresuid"_s, call.uid); }

    QString operator()(const op::Chdir &call) const
    {
        return u"chdir("_s + quoted(call.path) + u')';
    }

    QString operator()(const op::Execve &call) const
    {
        QStringList words;
        for (const QString &word : call.argv) {
            words << quoted(word);
        }
        return u"execve("_s + quoted(call.argv.value(0)) + u", ["_s + words.join(u", "_s)
            + u"], environ)"_s;
    }

private:
    static QString thrice(const QString &name, std::uint32_t id)
    {
        const QString number = QString::number(id);
        return name + u'(' + number + u", "_s + number + u", "_s + number + u')';
    }
};

} // namespace

QString callText(const Step &step)
{
    return std::visit(Printer{}, step.operation);
}

} // namespace nsw::words
