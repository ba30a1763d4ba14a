// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/tablecopy.h"

#include "app/models/tablemodel.h"
#include "app/panels/icons.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QTableView>

#include <set>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

/** Models that are no TableModel have nothing in their cells but the text. */
QString cellText(const QModelIndex &index)
{
    const QVariant bare = index.data(CopyRole);
    return bare.isValid() ? bare.toString() : index.data().toString();
}

} // namespace

TextTable selectedText(const QTableView *table)
{
    const QHeaderView *header = table->horizontalHeader();
    std::set<int> rows;
    std::set<int> places; // of columns
    for (const QModelIndex &index : table->selectionModel()->selectedIndexes()) {
        if (!header->isSectionHidden(index.column())) {
            rows.insert(index.row());
            places.insert(header->visualIndex(index.column()));
        }
    }
    const QAbstractItemModel *model = table->model();
    TextTable text;
    for (const int place : places) {
        text.header << model->headerData(header->logicalIndex(place), Qt::Horizontal).toString();
    }
    for (const int row : rows) {
        QStringList cells;
        for (const int place : places) {
            const QModelIndex index = model->index(row, header->logicalIndex(place));
            const bool isSelected = table->selectionModel()->isSelected(index);
            cells << (isSelected ? cellText(index) : QString());
        }
        text.rows << cells;
    }
    return text;
}

TableCopy::TableCopy(QTableView *table)
    : QObject(table)
    , m_table(table)
    , m_copy(new QAction(icon(u"copy"_s), tr("&Copy"), this))
{
    m_copy->setObjectName(u"copy-rows"_s);
    m_copy->setShortcut(QKeySequence::Copy);
    m_copy->setShortcutContext(Qt::WidgetShortcut);
    table->addAction(m_copy);
    connect(m_copy, &QAction::triggered, this, [this] { copy(toTabbed); });
}

void TableCopy::fillMenu(QMenu *menu)
{
    const bool hasSelection = m_table->selectionModel()->hasSelection();
    menu->addAction(m_copy);
    QAction *markdown
        = menu->addAction(tr("Copy as &Markdown"), this, [this] { copy(toMarkdown); });
    markdown->setObjectName(u"copy-markdown"_s);
    markdown->setEnabled(hasSelection);
    QAction *csv = menu->addAction(tr("Copy as CS&V"), this, [this] { copy(toCsv); });
    csv->setObjectName(u"copy-csv"_s);
    csv->setEnabled(hasSelection);
    QAction *cell = menu->addAction(tr("Copy this c&ell"), this, &TableCopy::copyCell);
    cell->setObjectName(u"copy-cell"_s);
    cell->setEnabled(m_table->currentIndex().isValid());
}

void TableCopy::copy(QString (*write)(const TextTable &)) const
{
    // Without a selection what was copied before is worth more than nothing.
    if (const TextTable text = selectedText(m_table); !text.rows.isEmpty()) {
        QGuiApplication::clipboard()->setText(write(text));
    }
}

void TableCopy::copyCell() const
{
    QGuiApplication::clipboard()->setText(cellText(m_table->currentIndex()));
}

} // namespace nsw
