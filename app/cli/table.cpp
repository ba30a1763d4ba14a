// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/table.h"

#include "app/cli/terminal.h"
#include "app/text/translate.h"
#include "app/text/words.h"

#include <algorithm>

namespace nsw::cli
{

using Qt::StringLiterals::operator""_s;

namespace
{

constexpr int kIndent = 2;
constexpr int kGap = 2;
constexpr int kWidestMark = 9;
constexpr int kWidestLabel = 34;

struct Columns {
    int label = 0;
    int side = 0; ///< each of the two, or the only one
    int mark = 0;
};

Columns columnsOf(const TableStyle &style)
{
    Columns columns;
    columns.label = qMin(kWidestLabel, style.width / 3);
    columns.mark = style.bothSides ? kWidestMark : 0;
    const int gaps = style.bothSides ? 3 * kGap : kGap;
    const int left = style.width - kIndent - columns.label - columns.mark - gaps;
    columns.side = qMax(8, style.bothSides ? left / 2 : left);
    return columns;
}

/** Differences show without colour too. */
QString markOf(FacetKind kind, Difference difference)
{
    switch (difference) {
    case Difference::Same:
        return kind == FacetKind::Namespaces ? translate("Cli", "shared") : u"="_s;
    case Difference::Different:
        return kind == FacetKind::Namespaces ? translate("Cli", "isolated") : u"≠"_s;
    case Difference::OnlyOutside:
        return translate("Cli", "outside");
    case Difference::OnlyInside:
        return translate("Cli", "inside");
    case Difference::Unknown:
        return {};
    }
    Q_UNREACHABLE();
}

QString trimmedEnd(QString line)
{
    while (line.endsWith(u' ')) {
        line.chop(1);
    }
    return line;
}

QString tinted(const QString &line, Difference difference, bool colour)
{
    if (!colour || difference == Difference::Same || difference == Difference::Unknown) {
        return line;
    }
    const QString code = difference == Difference::OnlyOutside ? u"\033[2m"_s : u"\033[33m"_s;
    return code + line + u"\033[0m"_s;
}

QString
rowLine(FacetKind kind, const ComparisonRow &row, const Columns &columns, const TableStyle &style)
{
    const QString gap(kGap, u' ');
    QString line = QString(kIndent, u' ') + fitted(row.label, columns.label) + gap
        + fitted(row.outside, columns.side);
    if (style.bothSides) {
        line += gap + fitted(row.inside, columns.side) + gap + markOf(kind, row.difference);
    }
    return tinted(trimmedEnd(line), row.difference, style.colour && style.bothSides) + u'\n';
}

/** "and 12 more, the same on both sides", for the rows that are not shown. */
QString remainder(const QList<ComparisonRow> &rows, qsizetype shown, bool bothSides)
{
    const auto rest = rows.sliced(shown);
    const auto count = static_cast<int>(rest.size());
    const auto all = [&](Difference difference) {
        return std::ranges::all_of(
            rest, [&](const ComparisonRow &row) { return row.difference == difference; });
    };
    if (bothSides && all(Difference::Same)) {
        return translate("Cli", "… and %n more, the same on both sides", nullptr, count);
    }
    return bothSides && all(Difference::OnlyOutside)
        ? translate("Cli", "… and %n more, outside only", nullptr, count)
        : translate("Cli", "… and %n more", nullptr, count);
}

} // namespace

QString bold(const QString &text, bool colour)
{
    return colour ? u"\033[1m"_s + text + u"\033[0m"_s : text;
}

QString tableHead(const TableStyle &style)
{
    if (!style.bothSides) {
        return {};
    }
    const Columns columns = columnsOf(style);
    const QString gap(kGap, u' ');
    const QString line = QString(kIndent + columns.label, u' ') + gap
        + fitted(words::sideName(Side::Outside), columns.side) + gap
        + trimmedEnd(fitted(words::sideName(Side::Inside), columns.side));
    return bold(line, style.colour) + u'\n';
}

QString facetTable(const Comparison &comparison, const TableStyle &style)
{
    const Columns columns = columnsOf(style);
    QString text = bold(words::facetName(comparison.kind), style.colour) + u'\n';
    const qsizetype shown = style.mostRows < 0 ? comparison.rows.size()
                                               : qMin(style.mostRows, comparison.rows.size());
    for (const ComparisonRow &row : comparison.rows.first(shown)) {
        text += rowLine(comparison.kind, row, columns, style);
    }
    const QString indent(kIndent, u' ');
    if (shown < comparison.rows.size()) {
        text += indent + remainder(comparison.rows, shown, style.bothSides) + u'\n';
    }
    for (const QString &sentence : comparison.unreadable) {
        text += indent + sentence + u'\n';
    }
    return text;
}

} // namespace nsw::cli
