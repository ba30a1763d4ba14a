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

struct Printer {
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
            + u", ifr_flags=IFF_UP})"_s;
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
