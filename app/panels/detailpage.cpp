// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/detailpage.h"

#include "app/models/detailmodel.h"
#include "app/panels/changedelegate.h"
#include "app/panels/datatable.h"
#include "app/panels/tonelabel.h"

#include <QEvent>
#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

/** What is inside alone stands out by weight; the last column says it in a word. */
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

constexpr int kFirstShare = 3; ///< how many times a column the first one is wide

} // namespace

DetailPage::DetailPage(const DetailTable &table, QWidget *parent)
    : QWidget(parent)
    , m_id(table.id)
    , m_model(new DetailModel(this))
    , m_note(new ToneLabel({}, {.tone = Tone::Muted}))
    , m_rows(new DataTable(u"detail-"_s + table.id, [this] { return columnWidths(); }))
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
    layout->addWidget(m_rows, 1);
    m_model->setTable(table);
    m_rows->setModel(m_model, u"detail-"_s + table.id, table.title);
    setTable(table);
    fitRows();
}

void DetailPage::setTable(const DetailTable &table)
{
    m_model->setTable(table);
    m_note->setText(table.note);
    m_note->setVisible(!table.note.isEmpty());
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
    const int columns = m_model->columnCount();
    const int share = m_rows->table()->width() / std::max(columns - 1 + kFirstShare, 1);
    QList<int> widths(columns, share);
    if (!widths.isEmpty()) {
        widths.first() = share * kFirstShare;
    }
    return widths;
}

} // namespace nsw
