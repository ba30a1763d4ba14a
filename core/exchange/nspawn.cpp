// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/forms.h"
#include "core/model/shellword.h"
#include "core/plan/shell.h"

/** A command line of systemd-nspawn(1). */
namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

/** --private-users= maps one range, from 0 inside. */
QString userOption(const NewUser &user, const HostFacts &facts, const Losses &losses)
{
    const Checker place = losses.ofNew(NsKind::User);
    if (user.setgroups == SetgroupsPolicy::Deny) {
        losses.leftOut(place.at("setgroups"_L1), u"deny"_s);
    }
    if (user.uidMap.size() != 1 || user.uidMap.first().inside != 0 || user.uidMap != user.gidMap
        || user.uidMap.first().outside.id == 0U) {
        losses.leftOut(place.at("uidMap"_L1), u"uidMap"_s);
        losses.leftOut(place.at("gidMap"_L1), u"gidMap"_s);
        return u"--private-users=pick"_s;
    }
    const IdRange &range = user.uidMap.first();
    // A single ID is too few for it: it makes a system of the root directory, which has many.
    constexpr std::uint32_t kFewest = 65536;
    if (range.count < kFewest) {
        losses.leftOut(place.at("uidMap"_L1), QString::number(range.count));
        losses.leftOut(place.at("gidMap"_L1), QString::number(range.count));
    }
    if (!range.outside.id && facts.uid == 0) {
        return u"--private-users=identity"_s;
    }
    return u"--private-users=%1:%2"_s.arg(range.outside.id.value_or(facts.uid))
        .arg(std::max(range.count, kFewest));
}

QString escaped(const QString &path)
{
    return QString(path).replace(u'\\', u"\\\\"_s).replace(u':', u"\\:"_s);
}

QStringList nspawnMountWords(const MountEntry &entry, const Checker &place, const Losses &losses)
{
    QStringList options = entry.options;
    options.removeAll("rbind"_L1);
    switch (entry.type) {
    case MountType::Bind: {
        const bool isReadOnly = options.removeAll("ro"_L1) > 0;
        options.removeAll("rw"_L1);
        for (const QString &option : options) {
            losses.leftOut(place.at("options"_L1), option);
        }
        return {shellWord((isReadOnly ? u"--bind-ro="_s : u"--bind="_s) + escaped(entry.source)
                          + u':' + escaped(entry.target))};
    }
    case MountType::Tmpfs:
        if (!std::ranges::any_of(
                options, [](const QString &option) { return option.startsWith("size="_L1); })) {
            losses.differs(place.at("options"_L1), FindingCode::ExportAddsOptions, u"size=10%"_s);
        }
        return {shellWord(u"--tmpfs="_s + escaped(entry.target)
                          + (options.isEmpty() ? QString() : u':' + options.join(u',')))};
    case MountType::Proc:
    case MountType::Mqueue:
    case MountType::Sysfs:
    case MountType::Overlay:
        losses.leftOut(place, QString(nameOf(entry.type)));
        return {};
    }
    Q_UNREACHABLE();
}

void addMounts(const NewMount &mount, QList<QStringList> &lines, const Losses &losses)
{
    const Checker place = losses.ofNew(NsKind::Mount);
    if (mount.propagation != Propagation::Slave) {
        losses.differs(place.at("propagation"_L1), FindingCode::ExportOwnPropagation, u"slave"_s);
    }
    for (qsizetype i = 0; i < mount.mounts.size(); ++i) {
        const QStringList words
            = nspawnMountWords(mount.mounts.at(i), place.at("mounts"_L1, i), losses);
        if (!words.isEmpty()) {
            lines << words;
        }
    }
}

/** Its cables have other names (“host0” inside with --network-veth), no addresses and are down. */
QStringList networkOptions(const NewNetwork &network, const Losses &losses)
{
    tellNetwork({.loopback = network.loopback}, losses);
    if (!network.veth) {
        return {u"--private-network"_s};
    }
    const Veth &veth = *network.veth;
    const Checker place = losses.ofNew(NsKind::Network).at("veth"_L1);
    for (const auto &[member, address] :
         {std::pair("address"_L1, veth.address), std::pair("peerAddress"_L1, veth.peerAddress)}) {
        if (address) {
            losses.leftOut(place.at(member), *address);
        }
    }
    losses.differs(place, FindingCode::ExportLinksDown, veth.name);
    return {shellWord(u"--network-veth-extra="_s + veth.peer + u':' + veth.name)};
}

QList<QStringList> nspawnKindOptions(const ExportSource &source, const Losses &losses)
{
    const Namespaces &namespaces = source.container.namespaces;
    QList<QStringList> lines;
    if (const NewUser *user = newOptions(namespaces.user)) {
        lines << QStringList{userOption(*user, source.host.facts, losses)};
    }
    const NewUts *uts = newOptions(namespaces.uts);
    if (uts != nullptr && uts->hostname) {
        lines << QStringList{shellWord(u"--hostname="_s + *uts->hostname)};
    }
    if (uts != nullptr && uts->domainname) {
        losses.leftOut(losses.ofNew(NsKind::Uts).at("domainname"_L1), *uts->domainname);
    }
    if (const NewNetwork *network = newOptions(namespaces.network)) {
        lines << networkOptions(*network, losses);
    }
    if (const NewPid *pid = newOptions(namespaces.pid); pid && !pid->mountProc) {
        losses.leftOut(losses.ofNew(NsKind::Pid).at("mountProc"_L1), u"false"_s);
    }
    tellKindLeftOut(namespaces, NsKind::Time, losses);
    return lines;
}

} // namespace

QString nspawnCommand(const ExportSource &source, const Losses &losses)
{
    const Container &container = source.container;
    const Namespaces &namespaces = container.namespaces;
    tellAlwaysNew(
        namespaces, {NsKind::Mount, NsKind::Pid, NsKind::Uts, NsKind::Ipc, NsKind::Cgroup}, losses);
    tellMethod(container, Method::Clone, losses);
    losses.differs(losses.at("namespaces"_L1), FindingCode::ExportNeedsRoot);
    losses.differs(losses.at("namespaces"_L1), FindingCode::ExportOtherRoot);
    losses.differs(
        losses.at("namespaces"_L1), FindingCode::ExportRuntimeDecides, u"capabilities"_s);
    QList<QStringList> lines;
    if (const QStringList entering = enteringWords(namespaces); !entering.isEmpty()) {
        lines << entering;
    }
    lines << QStringList{u"systemd-nspawn"_s, u"--quiet"_s}
          << QStringList{u"--directory=/"_s, u"--volatile=yes"_s}
          << QStringList{u"--register=no"_s, u"--keep-unit"_s, u"--console=autopipe"_s}
          << nspawnKindOptions(source, losses);
    if (const NewMount *mount = newOptions(namespaces.mount)) {
        addMounts(*mount, lines, losses);
    }
    if (!container.workingDirectory.isEmpty()) {
        lines << QStringList{shellWord(u"--chdir="_s + container.workingDirectory)};
    }
    for (auto it = container.environment.cbegin(); it != container.environment.cend(); ++it) {
        lines << QStringList{shellWord(u"--setenv="_s + it.key() + u'=' + it.value())};
    }
    if (const NewPid *pid = newOptions(namespaces.pid); pid && pid->init) {
        lines << QStringList{u"--as-pid2"_s};
    }
    lines << QStringList{u"--"_s, shellQuoted(commandOf(container))};
    return commandScript(titleOf(container), lines);
}

} // namespace nsw
