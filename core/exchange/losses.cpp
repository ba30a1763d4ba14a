// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/losses.h"

#include <algorithm>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

void tellAlwaysNew(const Namespaces &namespaces, const QList<NsKind> &always, const Losses &losses)
{
    for (const NsKind kind : always) {
        if (!namespaces.isNew(kind)) {
            losses.of(kind).say(
                Severity::Warning, FindingCode::ExportAlwaysNew, nameOf(kind), losses.form());
        }
    }
}

void tellKindLeftOut(const Namespaces &namespaces, NsKind kind, const Losses &losses)
{
    if (namespaces.isNew(kind)) {
        losses.leftOut(losses.ofNew(kind), nameOf(kind));
    } else if (namespaces.join(kind) != nullptr) {
        losses.leftOut(losses.of(kind).at("join"_L1), nameOf(kind));
    }
}

void tellOverlays(const NewMount &mount, const Losses &losses)
{
    for (qsizetype i = 0; i < mount.mounts.size(); ++i) {
        if (mount.mounts.at(i).type == MountType::Overlay) {
            losses.leftOut(losses.ofNew(NsKind::Mount).at("mounts"_L1, i),
                           QString(nameOf(MountType::Overlay)));
        }
    }
}

void tellNetwork(const NewNetwork &network, const Losses &losses)
{
    const Checker place = losses.ofNew(NsKind::Network);
    if (!network.loopback) {
        losses.differs(place.at("loopback"_L1), FindingCode::ExportLoopbackUp);
    }
    if (network.veth) {
        losses.leftOut(place.at("veth"_L1), network.veth->peer);
    }
}

void tellNoReaper(const Namespaces &namespaces, const Losses &losses)
{
    if (!namespaces.isNew(NsKind::Pid)) {
        losses.differs(losses.of(NsKind::Pid), FindingCode::ExportNoReaper);
    }
}

void tellMethod(const Container &container, Method ofForm, const Losses &losses)
{
    if (container.method != ofForm && !container.namespaces.newKinds().isEmpty()) {
        losses.differs(
            losses.at("method"_L1), FindingCode::ExportOtherMethod, nameOf(container.method));
    }
}

std::optional<std::uint32_t> idInside(const QList<IdRange> &map, std::uint32_t self)
{
    std::optional<std::uint32_t> id;
    for (const IdRange &range : map) {
        const std::uint32_t first = range.outside.id.value_or(self);
        if (range.inside == 0 && range.count > 0) {
            return 0; // the steps make the process root where there is a root
        }
        if (self >= first && self - first < range.count) {
            id = range.inside + (self - first);
        }
    }
    return id;
}

bool isRootInside(const Container &container, const HostFacts &facts)
{
    if (const NewUser *user = newOptions(container.namespaces.user)) {
        return idInside(user->uidMap, facts.uid) == 0U;
    }
    return facts.uid == 0 || container.namespaces.join(NsKind::User) != nullptr;
}

QStringList commandOf(const Container &container)
{
    return container.command.isEmpty() ? QStringList{u"sleep"_s, u"infinity"_s} : container.command;
}

} // namespace nsw
