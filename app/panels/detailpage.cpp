// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/detailpage.h"

#include "app/models/detailmodel.h"
#include "app/models/tableproxy.h"
#include "app/panels/askbar.h"
#include "app/panels/changedelegate.h"
#include "app/panels/columnmemory.h"
#include "app/panels/datatable.h"
#include "app/panels/tonelabel.h"

#include <QEvent>
#include <QHeaderView>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

/** What is inside alone stands out by weight; a column says it with a sign and a word. */
class PlaceDelegate : public ChangeDelegate
{
public:
    using ChangeDelegate::ChangeDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        ChangeDelegate::initStyleOption(option, index);
        const auto difference
            = static_cast<Difference>(index.data(DetailModel::DifferenceRole).toInt());
        option->font.setBold(difference == Difference::OnlyInside
                             || difference == Difference::Different);
    }
};

constexpr int kMostShare = 35; ///< of the table, in percent, that a column takes by itself

} // namespace

DetailPage::DetailPage(const DetailTable &table, QWidget *parent)
    : QWidget(parent)
    , m_table(table)
    , m_model(new DetailModel(this))
    , m_note(new ToneLabel({}, {.tone = Tone::Muted}))
    , m_rows(new DataTable(u"detail-"_s + table.id, [this] { return columnWidths(); }))
    , m_compared(new ToneLabel({}, {.bold = true}))
{
    setObjectName(u"page-"_s + table.id);
    m_note->setWordWrap(true);
    QTableView *view = m_rows->table();
    view->setItemDelegate(new PlaceDelegate(view));
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view->setWordWrap(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->addWidget(m_note);
    if (table.ask != Ask::Nothing) {
        m_ask = new AskBar(table.ask);
        layout->addWidget(m_ask);
    }
    layout->addWidget(m_rows, 1);
    layout->addWidget(m_compared);
    m_compared->setObjectName(u"compared"_s);
    m_compared->setWordWrap(true);
    m_compared->hide();
    m_model->setTable(table);
    m_rows->setModel(m_model, u"detail-"_s + table.id, table.title);
    setTable(table);
    fitRows();
    connect(view, &QTableView::activated, this, [this](const QModelIndex &index) {
        const std::int32_t pid
            = m_model->rows().at(m_rows->proxy()->mapToSource(index).row()).process;
        if (pid != 0) {
            Q_EMIT processWanted(pid);
        }
    });
    if (table.comparedFrom > 0) {
        view->setSelectionMode(QAbstractItemView::ExtendedSelection);
        connect(view->selectionModel(),
                &QItemSelectionModel::selectionChanged,
                this,
                &DetailPage::compareMarked);
    }
}

void DetailPage::setTable(const DetailTable &table, Marks marks)
{
    m_table = table;
    const bool wasEmpty = m_model->rowCount() == 0;
    m_model->setTable(table, marks);
    if (wasEmpty && m_model->rowCount() > 0) {
        m_rows->columns()->fit();
    }
    QStringList sentences{table.note, table.rows.isEmpty() ? tr("There is none.") : QString()};
    sentences.removeAll(QString());
    m_note->setText(sentences.join(u' '));
    m_note->setVisible(!sentences.isEmpty());
    compareMarked();
}

void DetailPage::addDrawing(QWidget *drawing)
{
    static_cast<QVBoxLayout *>(layout())->insertWidget(1, drawing);
}

void DetailPage::showRow(const QString &key)
{
    const auto &rows = m_model->rows();
    const auto found = std::ranges::find(rows, key, &DetailRow::key);
    if (found == rows.cend()) {
        return;
    }
    const int row = static_cast<int>(found - rows.cbegin());
    m_rows->filter()->clear(); // it may hide the row
    m_rows->proxy()->reveal(row);
    const QModelIndex index = m_rows->proxy()->mapFromSource(m_model->index(row, 0));
    m_rows->table()->setCurrentIndex(index);
    m_rows->table()->scrollTo(index);
    m_rows->table()->setFocus();
}

void DetailPage::compareMarked()
{
    QList<int> marked;
    if (m_table.comparedFrom > 0) {
        const QModelIndexList cells = m_rows->table()->selectionModel()->selectedIndexes();
        for (const QModelIndex &cell : cells) {
            const int row = m_rows->proxy()->mapToSource(cell).row();
            if (!marked.contains(row)) {
                marked << row;
            }
        }
    }
    m_compared->setVisible(marked.size() == 2);
    if (marked.size() == 2) {
        std::ranges::sort(marked);
        m_compared->setText(rowsCompared(
            m_table, m_model->rows().at(marked.first()), m_model->rows().at(marked.last())));
    }
}

void DetailPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        fitRows();
    }
}

void DetailPage::fitRows()
{
    m_rows->table()->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
}

QList<int> DetailPage::columnWidths() const
{
    const QTableView *view = m_rows->table();
    const int most = view->width() * kMostShare / 100;
    const int between = view->fontMetrics().horizontalAdvance(u'\u00a0');
    QList<int> widths;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const auto *content = static_cast<const QAbstractItemView *>(view);
        widths << std::min(std::max(content->sizeHintForColumn(column),
                                    view->horizontalHeader()->sectionSizeHint(column))
                               + between,
                           most);
    }
    // What is left goes to the first: it has the longest texts.
    const int left = view->viewport()->width() - std::accumulate(widths.cbegin(), widths.cend(), 0);
    if (!widths.isEmpty()) {
        widths.first() += std::max(left, 0);
    }
    return widths;
}

} // namespace nsw
