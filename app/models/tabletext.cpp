// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/tabletext.h"

#include <algorithm>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

bool isLineEnd(QChar letter)
{
    return letter == u'\n' || letter == u'\r';
}

/** Tabs and line ends would be read as the ends of cells. */
QString tabbedCell(QString cell)
{
    cell.replace(u"\r\n"_s, u" "_s);
    std::ranges::replace_if(
        cell, [](QChar letter) { return letter == u'\t' || isLineEnd(letter); }, QChar(u' '));
    return cell;
}

QString markdownCell(QString cell)
{
    cell.replace(u'\\', u"\\\\"_s);
    cell.replace(u'|', u"\\|"_s);
    cell.replace(u"\r\n"_s, u"<br>"_s);
    cell.replace(u'\n', u"<br>"_s);
    return cell.replace(u'\r', u"<br>"_s);
}

QString csvCell(QString cell)
{
    const bool isPlain = std::ranges::none_of(
        cell, [](QChar letter) { return letter == u',' || letter == u'"' || isLineEnd(letter); });
    return isPlain ? cell : u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
}

QString joined(const QStringList &cells, QString (*write)(QString), const QString &between)
{
    QStringList written;
    for (const QString &cell : cells) {
        written << write(cell);
    }
    return written.join(between);
}

QString markdownLine(const QStringList &cells)
{
    return u"| "_s + joined(cells, markdownCell, u" | "_s) + u" |\n"_s;
}

} // namespace

QString toTabbed(const TextTable &table)
{
    QStringList lines;
    for (const QStringList &row : table.rows) {
        lines << joined(row, tabbedCell, u"\t"_s);
    }
    return lines.join(u'\n');
}

QString toMarkdown(const TextTable &table)
{
    QString text
        = markdownLine(table.header) + u'|' + u" --- |"_s.repeated(table.header.size()) + u'\n';
    for (const QStringList &row : table.rows) {
        text += markdownLine(row);
    }
    return text;
}

QString toCsv(const TextTable &table)
{
    QString text = joined(table.header, csvCell, u","_s) + u"\r\n"_s;
    for (const QStringList &row : table.rows) {
        text += joined(row, csvCell, u","_s) + u"\r\n"_s;
    }
    return text;
}

} // namespace nsw
