// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/detailtables.h"
#include "app/text/rows.h"

namespace nsw
{

namespace
{

/** "= both", "+ only inside"; as long as there is no other side, only where it is. */
QString placeText(const DetailRow &row)
{
    if (row.place) {
        return *row.place;
    }
    switch (row.difference) {
    case Difference::Same:
        return words::differenceSign(row.difference) + u' ' + translate("Details", "both");
    case Difference::Unknown:
        return translate("Details", "outside");
    default:
        return words::differenceText(row.difference);
    }
}

void tell(DetailTable &table)
{
    if (table.told == Told::Nothing) {
        return;
    }
    const bool isPlace = table.told == Told::Place;
    table.comparedFrom += table.comparedFrom >= table.nameColumns ? 1 : 0;
    table.columns.insert(table.nameColumns,
                         isPlace ? translate("Details", "Where")
                                 : translate("Details", "Difference"));
    for (DetailRow &row : table.rows) {
        row.cells.insert(table.nameColumns,
                         isPlace ? placeText(row) : words::differenceText(row.difference));
    }
}

} // namespace

std::uint64_t inodeIn(const NamespacesFacet *facet, NsKind kind)
{
    const std::optional<NamespaceIdentity> identity
        = facet != nullptr ? facet->of(kind) : std::nullopt;
    return identity ? identity->inode : 0;
}

Difference differenceOf(bool areKnown, bool areSame)
{
    if (!areKnown) {
        return Difference::Unknown;
    }
    return areSame ? Difference::Same : Difference::Different;
}

bool Known::areShared(NsKind kind) const
{
    const std::uint64_t outside = inodeIn(facet<NamespacesFacet>(Side::Outside), kind);
    return outside != 0 && outside == inodeIn(facet<NamespacesFacet>(Side::Inside), kind);
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

QString mappedInside(const QList<MappedRange> &map, std::uint32_t id)
{
    for (const MappedRange &range : map) {
        if (id >= range.outside && id - range.outside < range.count) {
            return QString::number(quint64{range.inside} + (id - range.outside));
        }
    }
    return translate("Details", "not mapped");
}

QString rowsCompared(const DetailTable &table, const DetailRow &one, const DetailRow &other)
{
    QStringList same;
    QStringList different;
    for (qsizetype column = table.comparedFrom; column < table.columns.size(); ++column) {
        const bool isSame = one.cells.value(column) == other.cells.value(column);
        (isSame ? same : different) << table.columns.at(column);
    }
    const auto nameOfRow = [&](const DetailRow &row) {
        return row.cells.first(table.nameColumns).join(u' ');
    };
    return translate("Details", "%1 and %2 share: %3. They differ in: %4.")
        .arg(nameOfRow(one), nameOfRow(other), joined(same), joined(different));
}

QList<DetailTable> untoldDetails(FacetKind kind, const FacetSource &known)
{
    const Known all(known);
    switch (kind) {
    case FacetKind::Namespaces:
        return namespaceDetails(all);
    case FacetKind::Ipc:
        return ipcDetails(all);
    case FacetKind::Processes:
        return processDetails(all);
    case FacetKind::Mounts:
        return mountDetails(all);
    case FacetKind::Users:
        return userDetails(all);
    case FacetKind::Network:
        return networkDetails(all);
    case FacetKind::Cgroup:
        return cgroupDetails(all);
    case FacetKind::Uts:
    case FacetKind::Time:
    case FacetKind::Limits:
    case FacetKind::Traffic:
    case FacetKind::Sockets:
    case FacetKind::Proc:
    case FacetKind::Controllers:
    case FacetKind::Firewall:
    case FacetKind::Space:
    case FacetKind::Watched:
    case FacetKind::Routing:
    case FacetKind::Semaphores:
    case FacetKind::Relations:
        return {}; // the comparison says all, or another panel shows it
    }
    Q_UNREACHABLE();
}

QList<DetailTable> details(FacetKind kind, const FacetSource &known)
{
    QList<DetailTable> tables = untoldDetails(kind, known);
    for (DetailTable &table : tables) {
        tell(table);
    }
    return tables;
}

} // namespace nsw
