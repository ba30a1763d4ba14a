// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/detailtables.h"

namespace nsw
{

bool Known::areShared(NsKind kind) const
{
    const auto *outside = facet<NamespacesFacet>(Side::Outside);
    const auto *inside = facet<NamespacesFacet>(Side::Inside);
    if (outside == nullptr || inside == nullptr || !outside->of(kind) || !inside->of(kind)) {
        return false;
    }
    return outside->of(kind)->inode == inside->of(kind)->inode;
}

QList<Side> Known::sidesOf(NsKind kind) const
{
    return areShared(kind) ? QList{Side::Outside} : QList{Side::Inside, Side::Outside};
}

Difference Known::differenceOf(Side side, NsKind kind) const
{
    if (areShared(kind)) {
        return Difference::Same;
    }
    if (facet<NamespacesFacet>(Side::Inside) == nullptr) {
        return Difference::Unknown;
    }
    return side == Side::Outside ? Difference::OnlyOutside : Difference::OnlyInside;
}

QString placeWord(Difference difference)
{
    switch (difference) {
    case Difference::Same:
        return translate("Details", "both");
    case Difference::Different:
        return translate("Details", "differs");
    case Difference::OnlyOutside:
        return translate("Details", "only outside");
    case Difference::OnlyInside:
        return translate("Details", "only inside");
    case Difference::Unknown:
        return translate("Details", "outside");
    }
    Q_UNREACHABLE();
}

QString placeTitle()
{
    return translate("Details", "Where");
}

QString mappedInside(const QList<MappedRange> &map, std::uint32_t id)
{
    for (const MappedRange &range : map) {
        if (id >= range.outside && id - range.outside < range.count) {
            return QString::number(quint64{range.inside} + (id - range.outside));
        }
    }
    return translate("Details", "not mapped");
}

QList<DetailTable> details(FacetKind kind, const FacetSource &source)
{
    const Known known(source);
    switch (kind) {
    case FacetKind::Namespaces:
        return namespaceDetails(known);
    case FacetKind::Ipc:
        return ipcDetails(known);
    case FacetKind::Processes:
        return processDetails(known);
    case FacetKind::Mounts:
        return mountDetails(known);
    case FacetKind::Users:
        return userDetails(known);
    case FacetKind::Network:
        return networkDetails(known);
    case FacetKind::Cgroup:
        return cgroupDetails(known);
    case FacetKind::Uts:
    case FacetKind::Time:
    case FacetKind::Limits:
    case FacetKind::Traffic:
    case FacetKind::Sockets:
    case FacetKind::Proc:
    case FacetKind::Controllers:
        return {}; // the comparison says all, or another panel shows it
    }
    Q_UNREACHABLE();
}

} // namespace nsw
