// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/detailtables.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

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

QList<DetailTable>
changedDetails(FacetKind kind, Side side, const FacetSource &then, const FacetSource &now)
{
    const FacetSource before = only(side, then);
    const FacetSource after = only(side, now);
    const QList<DetailTable> old = untoldDetails(kind, before);
    QList<DetailTable> tables;
    for (DetailTable &table : untoldDetails(kind, after)) {
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
