// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/detailtables.h"
#include "app/text/rows.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

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

QList<DetailTable> tablesOf(FacetKind kind, const FacetSource &known)
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
        return {}; // the comparison says all, or another panel shows it
    }
    Q_UNREACHABLE();
}

/** What was, where there is something else now. */
QString changedText(const QString &then, const QString &now)
{
    const auto shown = [](const QString &text) {
        return text.isEmpty() ? u"–"_s : text;
    };
    return then == now ? now : QString(shown(then) + u" → "_s + shown(now));
}

DetailRow changedRow(const DetailRow &then, const DetailRow &now)
{
    DetailRow row = now;
    for (qsizetype column = 0; column < row.cells.size(); ++column) {
        row.cells[column] = changedText(then.cells.value(column), now.cells.at(column));
    }
    row.difference = then.cells == now.cells ? Difference::Same : Difference::Different;
    return row;
}

/** The rows of now; those that are gone stand behind what they stood behind. */
QList<DetailRow> changedRows(const QList<DetailRow> &then, const QList<DetailRow> &now)
{
    QHash<QString, const DetailRow *> known;
    for (const DetailRow &row : then) {
        known.insert(row.key, &row);
    }
    QSet<QString> left;
    for (const DetailRow &row : now) {
        left << row.key;
    }
    QHash<QString, QList<DetailRow>> gone; // by the key of what they stood behind
    QString behind;
    for (const DetailRow &row : then) {
        if (left.contains(row.key)) {
            behind = row.key;
        } else {
            gone[behind] << row;
            gone[behind].last().difference = Difference::OnlyOutside;
        }
    }
    QList<DetailRow> rows = gone.value({});
    for (const DetailRow &row : now) {
        const DetailRow *before = known.value(row.key);
        rows << (before != nullptr ? changedRow(*before, row) : row);
        if (before == nullptr) {
            rows.last().difference = Difference::OnlyInside;
        }
        rows << gone.value(row.key);
    }
    return rows;
}

/** "≠ changed", "− gone", "+ new". */
void tellChanges(DetailTable &table)
{
    table.columns.insert(table.nameColumns, translate("Details", "Change"));
    table.comparedFrom = 0;
    table.ask = Ask::Nothing;
    for (DetailRow &row : table.rows) {
        row.cells.insert(table.nameColumns, words::differenceText(row.difference, Versus::Moments));
    }
}

FacetSource only(Side side, const FacetSource &source)
{
    return [side, source](Side of, FacetKind kind) {
        return of == side ? source(of, kind) : nullptr;
    };
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

QList<DetailTable> details(FacetKind kind, const FacetSource &known)
{
    QList<DetailTable> tables = tablesOf(kind, known);
    for (DetailTable &table : tables) {
        tell(table);
    }
    return tables;
}

QList<DetailTable>
changedDetails(FacetKind kind, Side side, const FacetSource &then, const FacetSource &now)
{
    const FacetSource before = only(side, then);
    const FacetSource after = only(side, now);
    const QList<DetailTable> old = tablesOf(kind, before);
    QList<DetailTable> tables;
    for (DetailTable &table : tablesOf(kind, after)) {
        const auto same = std::ranges::find(old, table.id, &DetailTable::id);
        table.rows = changedRows(same != old.cend() ? same->rows : QList<DetailRow>(), table.rows);
        if (table.rows.isEmpty()) {
            continue; // the other side's, or nothing was there at either moment
        }
        table.id += u"-changes"_s;
        tellChanges(table);
        tables << table;
    }
    return tables;
}

} // namespace nsw
