// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace nsw
{

/** Cells to be written down for another program. */
struct TextTable {
    QStringList header;
    QList<QStringList> rows;
};

/** Lines with tabs, without the header: what spreadsheets and terminals take. */
QString toTabbed(const TextTable &table);
QString toMarkdown(const TextTable &table);
/** RFC 4180. */
QString toCsv(const TextTable &table);

} // namespace nsw
