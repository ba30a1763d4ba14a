// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/facetdetail.h"

#include "app/panels/icons.h"
#include "app/panels/tonelabel.h"
#include "app/text/words.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QShortcut>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

/** Rows that have the text in any column, and differ where that is asked for. */
class RowFilter : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setOnlyDifferences(bool only)
    {
        m_onlyDifferences = only;
        invalidateFilter();
    }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        const QModelIndex index = sourceModel()->index(row, 0, parent);
        const auto difference
            = static_cast<Difference>(index.data(ComparisonModel::DifferenceRole).toInt());
        const bool differs = difference != Difference::Same && difference != Difference::Unknown;
        return (!m_onlyDifferences || differs)
            && QSortFilterProxyModel::filterAcceptsRow(row, parent);
    }

private:
    bool m_onlyDifferences = false;
};

/** Marks what differs by weight and tone, beside the word that the model gives. */
class DifferenceDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const auto difference
            = static_cast<Difference>(index.data(ComparisonModel::DifferenceRole).toInt());
        if (index.column() == ComparisonModel::Label) {
            option->palette.setColor(QPalette::Text, Theme::current().text(Tone::Muted));
        } else if (index.column() == ComparisonModel::Mark) {
            option->palette.setColor(QPalette::Text, Theme::current().text(Tone::Different));
        } else if (index.column() == ComparisonModel::Inside) {
            option->font.setBold(difference == Difference::Different
                                 || difference == Difference::OnlyInside);
        }
    }
};

} // namespace

FacetDetail::FacetDetail(QWidget *parent)
    : QWidget(parent)
    , m_proxy(new RowFilter(this))
    , m_icon(new IconLabel(u"namespaces"_s))
    , m_title(new ToneLabel({}, {.scale = 1.25, .bold = true}))
    , m_numbers(new ToneLabel({}, {.tone = Tone::Muted}))
    , m_count(new ToneLabel({}, {.tone = Tone::Muted}))
    , m_unreadable(new ToneLabel({}, {.tone = Tone::Warning}))
    , m_filter(new QLineEdit)
    , m_onlyDifferences(new QCheckBox(tr("Only &differences")))
    , m_table(new QTableView)
{
    setObjectName(u"detail"_s);
    auto *back = new QToolButton;
    back->setObjectName(u"detail-back"_s);
    back->setIcon(icon(u"back"_s));
    back->setText(tr("All cards"));
    back->setToolTip(tr("Back to all cards (Esc)"));
    back->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    back->setAutoRaise(true);
    back->setFocusPolicy(Qt::StrongFocus);
    m_filter->setObjectName(u"detail-filter"_s);
    m_filter->setPlaceholderText(tr("Filter…"));
    m_filter->setAccessibleName(tr("Filter the rows"));
    m_filter->setClearButtonEnabled(true);
    m_unreadable->setWordWrap(true);

    setUpTable();
    auto *head = new QHBoxLayout;
    head->addWidget(back);
    head->addSpacing(8);
    head->addWidget(m_icon);
    head->addWidget(m_title);
    head->addStretch(1);
    head->addWidget(m_numbers);
    auto *tools = new QHBoxLayout;
    tools->addWidget(m_filter, 1);
    tools->addWidget(m_onlyDifferences);
    tools->addWidget(m_count);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->addLayout(head);
    layout->addLayout(tools);
    layout->addWidget(m_unreadable);
    layout->addWidget(m_table, 1);

    connect(back, &QToolButton::clicked, this, &FacetDetail::closed);
    auto *escape = new QShortcut(Qt::Key_Escape, this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &FacetDetail::closed);
    connect(
        m_filter, &QLineEdit::textChanged, m_proxy, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_onlyDifferences, &QCheckBox::toggled, this, [this](bool only) {
        static_cast<RowFilter *>(m_proxy)->setOnlyDifferences(only);
    });
    for (const auto signal :
         {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(m_proxy, signal, this, &FacetDetail::showCount);
    }
}

void FacetDetail::setUpTable()
{
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_proxy->setFilterKeyColumn(-1);
    m_table->setObjectName(u"detail-table"_s);
    m_table->setModel(m_proxy);
    m_table->setItemDelegate(new DifferenceDelegate(m_table));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
}

void FacetDetail::showFacet(FacetKind kind, ComparisonModel *model)
{
    if (m_proxy->sourceModel() != model) {
        m_kind = kind;
        m_filter->clear();
        m_proxy->setSourceModel(model);
        m_icon->setIcon(iconName(kind), Tone::Normal);
        m_title->setText(words::facetName(kind));
        m_table->setAccessibleName(words::facetName(kind));
        fitColumns();
    }
    showCount();
    m_filter->setFocus();
}

void FacetDetail::setSummary(const FacetSummary &summary)
{
    QStringList numbers;
    if (!summary.outsideNumber.isEmpty()) {
        numbers << tr("outside %1").arg(summary.outsideNumber);
    }
    if (!summary.insideNumber.isEmpty()) {
        numbers << tr("inside %1").arg(summary.insideNumber);
    }
    m_numbers->setText(numbers.join(u" · "_s));
    m_unreadable->setText(summary.comparison.unreadable.join(u'\n'));
    m_unreadable->setVisible(!summary.comparison.unreadable.isEmpty());
    showCount();
}

void FacetDetail::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitColumns();
}

void FacetDetail::showCount()
{
    const int all = m_proxy->sourceModel() != nullptr ? m_proxy->sourceModel()->rowCount() : 0;
    m_count->setText(tr("%1 of %2").arg(m_proxy->rowCount()).arg(all));
}

void FacetDetail::fitColumns()
{
    const int em = fontMetrics().height();
    const int mark = em * 8;
    m_table->verticalHeader()->setDefaultSectionSize(em + 8);
    m_table->setColumnWidth(ComparisonModel::Label, (width() - mark) * 32 / 100);
    m_table->setColumnWidth(ComparisonModel::Outside, (width() - mark) * 33 / 100);
    m_table->setColumnWidth(ComparisonModel::Mark, mark);
}

} // namespace nsw
