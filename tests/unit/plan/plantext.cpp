// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/plan/goldens.h"

using namespace nsw;
using Qt::StringLiterals::operator""_s;

namespace
{

QString kinds(const QList<NsKind> &list)
{
    QStringList names;
    for (const NsKind kind : list) {
        names << nameOf(kind);
    }
    return names.join(u',');
}

QString number(std::int64_t value)
{
    return QString::number(value);
}

QString octal(std::uint32_t mode)
{
    return u" 0"_s + QString::number(mode, 8);
}

QString targetText(const JoinTarget &target)
{
    const auto *pid = std::get_if<JoinPid>(&target);
    return pid == nullptr ? std::get<JoinPath>(target).value : u"pid "_s + number(pid->value);
}

struct ArgumentsText {
    QString operator()(const op::PidfdOpen &o) const { return number(o.pid); }
    QString operator()(const op::Open &o) const { return o.path; }
    QString operator()(const op::Clone3 &o) const
    {
        return kinds(o.namespaces) + (o.asSibling ? u" sibling"_s : QString());
    }
    QString operator()(const op::Unshare &o) const { return kinds(o.namespaces); }
    QString operator()(const op::Setns &o) const
    {
        return targetText(o.target) + u' ' + kinds(o.namespaces);
    }
    QString operator()(const op::Write &o) const
    {
        return nameOf(o.file) + u' ' + QString(o.text).replace(u'\n', u';');
    }
    QString operator()(const op::Mount &o) const
    {
        return QStringList{o.source, o.target, o.filesystem, o.flags.join(u'|'), o.data}.join(u' ');
    }
    QString operator()(const op::MountSetattr &o) const
    {
        return o.target + (o.recursive ? u" recursive "_s : u" "_s) + o.set.join(u'|');
    }
    QString operator()(const op::Mkdir &o) const { return o.path; }
    QString operator()(const op::Sethostname &o) const { return o.name; }
    QString operator()(const op::Setdomainname &o) const { return o.name; }
    QString operator()(const op::LinkFlags &o) const
    {
        return o.link + (o.up ? QString() : u" down"_s);
    }
    QString operator()(const op::NewAddress &o) const
    {
        return o.link + u' ' + o.address + u'/' + number(o.prefixLength);
    }
    QString operator()(const op::NewVeth &o) const { return o.outside + u' ' + o.inside; }
    QString operator()(const op::NetworkSetting &o) const { return o.path + u' ' + o.value; }
    QString operator()(const op::Umount &o) const { return o.target; }
    QString operator()(const op::Kill &o) const { return number(o.pid) + u' ' + o.signal; }
    QString operator()(const op::PidfdSendSignal &o) const
    {
        return number(o.pid) + u' ' + o.signal;
    }
    QString operator()(const op::Msgget &o) const { return number(o.key) + octal(o.mode); }
    QString operator()(const op::Semget &o) const
    {
        return number(o.key) + u' ' + number(o.count) + octal(o.mode);
    }
    QString operator()(const op::Shmget &o) const
    {
        return number(o.key) + u' ' + number(o.size) + octal(o.mode);
    }
    QString operator()(const op::MqOpen &o) const { return o.name + octal(o.mode); }
    QString operator()(const op::Msgctl &o) const { return number(o.id); }
    QString operator()(const op::Semctl &o) const { return number(o.id); }
    QString operator()(const op::Shmctl &o) const { return number(o.id); }
    QString operator()(const op::MqUnlink &o) const { return o.name; }
    QString operator()(const op::OpenPty &o) const
    {
        return number(o.columns) + u'x' + number(o.rows);
    }
    QString operator()(const op::Setsid & /*o*/) const { return {}; }
    QString operator()(const op::TakeTty & /*o*/) const { return {}; }
    QString operator()(const op::Setgroups &o) const { return number(o.groups.size()); }
    QString operator()(const op::Setresgid &o) const { return number(o.gid); }
    QString operator()(const op::Setresuid &o) const { return number(o.uid); }
    QString operator()(const op::Chdir &o) const { return o.path; }
    QString operator()(const op::Execve &o) const
    {
        QString text = o.argv.join(u' ') + (o.inChild ? u" in a child"_s : QString());
        for (auto it = o.environment.cbegin(); it != o.environment.cend(); ++it) {
            text += u' ' + it.key() + u'=' + it.value();
        }
        return text;
    }
};

QString simplified(const QStringList &parts)
{
    return parts.join(u' ').simplified() + u'\n';
}

} // namespace

QString textOf(const Plan &plan)
{
    QString text = plan.privilege == Privilege::None ? QString() : nameOf(plan.privilege) + u"\n"_s;
    for (const Finding &f : plan.findings) {
        text += simplified({nameOf(f.severity),
                            nameOf(f.code),
                            f.path,
                            f.found,
                            f.expected.isEmpty() ? QString() : u"→ "_s + f.expected});
    }
    for (const Step &step : plan.steps) {
        text += simplified({nameOf(step.actor),
                            callOf(step.operation),
                            std::visit(ArgumentsText{}, step.operation)});
    }
    return text;
}

HostFacts ordinaryUser()
{
    HostFacts facts;
    facts.uid = 1000;
    facts.gid = 1000;
    facts.userNamespace = 1;
    facts.uidMap = {MappedRange{.inside = 0, .outside = 0, .count = 4294967295}};
    facts.gidMap = facts.uidMap;
    facts.supported = QList<NsKind>(kAllKinds.begin(), kAllKinds.end());
    facts.monotonicNow = 1000;
    facts.boottimeNow = 1000;
    return facts;
}

void asUser(HostFacts &) { }

void asRoot(HostFacts &facts)
{
    facts.uid = 0;
    facts.gid = 0;
    facts.sysAdmin = true;
}
