// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/forms.h"
#include "core/exchange/sizes.h"
#include "core/model/shellword.h"
#include "core/plan/shell.h"

/** A command line of bubblewrap, bwrap(1). */
namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

/** bwrap(1) maps one ID: that of whoever calls it. */
void addIds(const NewUser &user, QStringList &options, const Losses &losses)
{
    const auto add
        = [&](const QList<IdRange> &map, const QString &option, QLatin1StringView member) {
              if (map.size() == 1 && !map.first().outside.id && map.first().count == 1) {
                  options << option << QString::number(map.first().inside);
              } else {
                  losses.leftOut(losses.ofNew(NsKind::User).at(member), QString(member));
              }
          };
    add(user.uidMap, u"--uid"_s, "uidMap"_L1);
    add(user.gidMap, u"--gid"_s, "gidMap"_L1);
    if (user.setgroups == SetgroupsPolicy::Allow) {
        losses.leftOut(losses.ofNew(NsKind::User).at("setgroups"_L1), u"allow"_s);
    }
}

QList<QStringList> bwrapKindOptions(const Namespaces &namespaces, const Losses &losses)
{
    QList<QStringList> lines;
    if (const NewUser *user = newOptions(namespaces.user)) {
        QStringList options{u"--unshare-user"_s};
        addIds(*user, options, losses);
        lines << options;
    }
    if (namespaces.isNew(NsKind::Pid)) {
        lines << QStringList{u"--unshare-pid"_s};
    }
    if (const NewUts *uts = newOptions(namespaces.uts)) {
        QStringList options{u"--unshare-uts"_s};
        if (uts->hostname) {
            options << u"--hostname"_s << shellWord(*uts->hostname);
        }
        if (uts->domainname) {
            losses.leftOut(losses.ofNew(NsKind::Uts).at("domainname"_L1), *uts->domainname);
        }
        lines << options;
    }
    if (namespaces.isNew(NsKind::Ipc)) {
        lines << QStringList{u"--unshare-ipc"_s};
    }
    if (const NewNetwork *network = newOptions(namespaces.network)) {
        lines << QStringList{u"--unshare-net"_s};
        tellNetwork(*network, losses);
    }
    if (namespaces.isNew(NsKind::Cgroup)) {
        lines << QStringList{u"--unshare-cgroup"_s};
    }
    if (namespaces.isNew(NsKind::Time)) {
        tellKindLeftOut(namespaces, NsKind::Time, losses);
    }
    return lines;
}

QStringList bindWords(const MountEntry &entry, const Checker &options, const Losses &losses)
{
    const bool isReadOnly = entry.options.contains("ro"_L1);
    if (entry.options.contains("noexec"_L1)) {
        losses.leftOut(options, u"noexec"_s);
    }
    QString option = u"--dev-bind"_s; // what has not nodev
    if (isReadOnly) {
        option = u"--ro-bind"_s;
    } else if (entry.options.contains("nodev"_L1)) {
        option = u"--bind"_s;
    }
    return {option, shellWord(entry.source), shellWord(entry.target)};
}

QStringList tmpfsWords(const MountEntry &entry, const Checker &place, const Losses &losses)
{
    QStringList words;
    for (const QString &option : entry.options) {
        if (option.startsWith("mode="_L1)) {
            words << u"--perms"_s << option.sliced(5);
        } else if (const auto size = bytesOfSize(option)) {
            words << u"--size"_s << QString::number(*size);
        } else if (option == "noexec"_L1 || option.contains(u'=')) {
            losses.leftOut(place, option);
        }
    }
    words << u"--tmpfs"_s << shellWord(entry.target);
    if (entry.options.contains("ro"_L1)) {
        words << u"--remount-ro"_s << shellWord(entry.target);
    }
    return words;
}

QStringList bwrapMountWords(const MountEntry &entry, const Checker &place, const Losses &losses)
{
    const Checker options = place.at("options"_L1);
    switch (entry.type) {
    case MountType::Bind:
        return bindWords(entry, options, losses);
    case MountType::Tmpfs:
        return tmpfsWords(entry, options, losses);
    case MountType::Proc:
        return {u"--proc"_s, shellWord(entry.target)};
    case MountType::Mqueue:
        return {u"--mqueue"_s, shellWord(entry.target)};
    case MountType::Sysfs:
    case MountType::Overlay: // --overlay since 0.11, with other layers
        losses.leftOut(place, QString(nameOf(entry.type)));
        return {};
    }
    Q_UNREACHABLE();
}

QList<QStringList> mountOptions(const Namespaces &namespaces, const Losses &losses)
{
    // The machine as it is, with its devices; bwrap(1) begins with an empty root.
    QList<QStringList> lines{{u"--dev-bind"_s, u"/"_s, u"/"_s}};
    const NewMount *mount = newOptions(namespaces.mount);
    if (mount == nullptr) {
        return lines;
    }
    const Checker place = losses.ofNew(NsKind::Mount);
    if (mount->propagation != Propagation::Slave) {
        losses.differs(place.at("propagation"_L1), FindingCode::ExportOwnPropagation, u"slave"_s);
    }
    losses.differs(place, FindingCode::ExportAddsOptions, u"nosuid"_s);
    if (const NewPid *pid = newOptions(namespaces.pid); pid && pid->mountProc) {
        lines << QStringList{u"--proc"_s, u"/proc"_s};
    }
    for (qsizetype i = 0; i < mount->mounts.size(); ++i) {
        const QStringList words
            = bwrapMountWords(mount->mounts.at(i), place.at("mounts"_L1, i), losses);
        if (!words.isEmpty()) {
            lines << words;
        }
    }
    return lines;
}

} // namespace

QString bwrapCommand(const ExportSource &source, const Losses &losses)
{
    const Container &container = source.container;
    const Namespaces &namespaces = container.namespaces;
    tellAlwaysNew(namespaces, {NsKind::Mount}, losses);
    tellMethod(container, Method::Clone, losses);
    tellNoReaper(namespaces, losses);
    if (!namespaces.user && source.host.facts.uid != 0) {
        losses.differs(losses.of(NsKind::User), FindingCode::ExportNeedsRoot);
    }
    QList<QStringList> lines;
    if (const QStringList entering = enteringWords(namespaces); !entering.isEmpty()) {
        lines << entering;
    }
    lines << QStringList{u"bwrap"_s} << bwrapKindOptions(namespaces, losses)
          << mountOptions(namespaces, losses);
    if (!container.workingDirectory.isEmpty()) {
        lines << QStringList{u"--chdir"_s, shellWord(container.workingDirectory)};
    }
    for (auto it = container.environment.cbegin(); it != container.environment.cend(); ++it) {
        lines << QStringList{u"--setenv"_s, it.key(), shellWord(it.value())};
    }
    if (isRootInside(container, source.host.facts)) {
        lines << QStringList{u"--cap-add"_s, u"ALL"_s}; // it drops what it is not told to keep
    }
    const NewPid *pid = newOptions(namespaces.pid);
    if (pid != nullptr && !pid->init) {
        lines << QStringList{u"--as-pid-1"_s};
    }
    lines << QStringList{u"--die-with-parent"_s}
          << QStringList{u"--"_s, shellQuoted(commandOf(container))};
    return commandScript(titleOf(container), lines);
}

} // namespace nsw
