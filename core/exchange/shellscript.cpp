// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/forms.h"
#include "core/model/shellword.h"
#include "core/plan/shell.h"

/** A shell script with unshare(1) and nsenter(1): the command line of the window, line by line. */
namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

void tellMounts(const NewMount &mount, bool inUserNamespace, const Losses &losses)
{
    for (qsizetype i = 0; i < mount.mounts.size(); ++i) {
        const MountEntry &entry = mount.mounts.at(i);
        const bool recursive = inUserNamespace || entry.options.contains("rbind"_L1);
        const bool hasOptions = std::ranges::any_of(entry.options, [](const QString &option) {
            return option != "rbind"_L1 && option != "rw"_L1;
        });
        if (entry.type == MountType::Bind && recursive && hasOptions) {
            losses.differs(losses.ofNew(NsKind::Mount).at("mounts"_L1, i).at("options"_L1),
                           FindingCode::ExportTopMountOnly,
                           entry.target);
        }
    }
}

/** Then the map is there before unshare(1) comes to setgroups(2), and it is too late to deny it. */
bool takesNewgidmap(const QList<IdRange> &map)
{
    return map.size() > 1
        || (map.size() == 1 && (map.first().outside.id.has_value() || map.first().count != 1));
}

void tellShellLosses(const ExportSource &source, const Losses &losses)
{
    const Container &container = source.container;
    const Namespaces &namespaces = container.namespaces;
    tellMethod(container, Method::Unshare, losses);
    tellNoReaper(namespaces, losses);
    if (const NewMount *mount = newOptions(namespaces.mount)) {
        tellMounts(*mount, namespaces.user.has_value(), losses);
    }
    if (const NewUts *uts = newOptions(namespaces.uts)) {
        if (uts->hostname == QString()) {
            losses.leftOut(losses.ofNew(NsKind::Uts).at("hostname"_L1), QString());
        }
        if (uts->domainname == QString()) {
            losses.leftOut(losses.ofNew(NsKind::Uts).at("domainname"_L1), QString());
        }
    }
    if (const NewUser *user = newOptions(namespaces.user); user != nullptr
        && user->setgroups == SetgroupsPolicy::Deny && takesNewgidmap(user->gidMap)) {
        losses.leftOut(losses.ofNew(NsKind::User).at("setgroups"_L1), u"deny"_s);
    }
    if (namespaces.isNew(NsKind::User) && !shellParts(container).setUp.isEmpty()
        && !isRootInside(container, source.host.facts)) {
        losses.ofNew(NsKind::User)
            .at("uidMap"_L1)
            .say(Severity::Warning, FindingCode::ExportNeedsRootInside, {}, losses.form());
    }
}

} // namespace

QString
commandScript(const QString &name, const QList<QStringList> &lines, const QStringList &outside)
{
    QString text = u"#!/bin/sh\n# "_s + name + u"\nset -eu\n"_s;
    if (!outside.isEmpty()) {
        text += u"outside=$(readlink /proc/$$/ns/net)\n{\n    "_s + outside.join(u" &&\n    "_s)
            + u" ||\n    kill $$\n} &\n"_s;
    }
    text += u"exec"_s;
    bool first = true;
    for (const QStringList &words : lines) {
        text += (first ? u" "_s : u" \\\n    "_s) + words.join(u' ');
        first = false;
    }
    return text + u'\n';
}

QString shellScript(const ExportSource &source, const Losses &losses)
{
    tellShellLosses(source, losses);
    const ShellParts parts = shellParts(source.container);
    const QString title = titleOf(source.container);
    const NewPid *pid = newOptions(source.container.namespaces.pid);
    const bool hasInit = pid != nullptr && pid->init;
    if (parts.setUp.isEmpty() && !hasInit) {
        QStringList words = parts.words;
        words << parts.command;
        return commandScript(title, {words}, parts.outside);
    }
    QStringList script = parts.setUp;
    script << parts.command;
    QStringList words = parts.words;
    words << u"sh"_s << u"-euc"_s << shellWord(u'\n' + script.join(u'\n') + u'\n');
    return commandScript(title, {words}, parts.outside);
}

} // namespace nsw
