// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/datatable.h"

#include "app/models/tableproxy.h"
#include "app/panels/changedelegate.h"
#include "app/panels/scrollkeeper.h"
#include "app/panels/tablecopy.h"
#include "app/panels/tablemenu.h"
#include "app/panels/tonelabel.h"
#include "app/panels/treecontrol.h"

#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QTableView>
#include <QVBoxLayout>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

/** A letter that is typed, not a key that moves or commands. */
bool isTyped(const QKeyEvent &key)
{
    const bool commands
        = (key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) != 0;
    return !commands && !key.text().isEmpty() && key.text().front().isPrint()
        && !key.text().front().isSpace();
}

} // namespace

DataTable::DataTable(const QString &name, ColumnMemory::Defaults defaults, QWidget *parent)
    : QWidget(parent)
    , m_proxy(new TableProxy(this))
    , m_table(new QTableView)
    , m_bar(new QWidget)
    , m_tools(new QHBoxLayout(m_bar))
    , m_filter(new QLineEdit)
    , m_count(new ToneLabel({}, {.tone = Tone::Muted}))
    , m_columns(new ColumnMemory(m_table, std::move(defaults)))
    , m_copy(new TableCopy(m_table))
{
    setUpTable(name);
    setUpBar(name);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_bar);
    layout->addWidget(m_table, 1);
    for (const auto signal :
         {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(m_proxy, signal, this, &DataTable::showCount);
    }
    connect(m_proxy, &QAbstractItemModel::modelReset, this, &DataTable::showCount);
}

void DataTable::setUpTable(const QString &name)
{
    m_table->setObjectName(name + u"-table"_s);
    m_table->setModel(m_proxy);
    m_table->setItemDelegate(new ChangeDelegate(m_table));
    m_table->verticalHeader()->hide();
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    header->setSortIndicatorClearable(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->installEventFilter(this);
    m_tree = new TreeControl(m_table, m_proxy); // it takes its keys before they are a search
    new ScrollKeeper(m_table);
    new TableMenu(m_table, [this](QMenu *menu) { fillMenu(menu); });
}

void DataTable::setUpBar(const QString &name)
{
    m_filter->setObjectName(name + u"-filter"_s);
    m_filter->setPlaceholderText(tr("Filter…"));
    m_filter->setAccessibleName(tr("Filter the rows"));
    m_filter->setToolTip(tr("Shows the rows with this text (Ctrl+F); Esc shows all"));
    m_filter->setClearButtonEnabled(true);
    m_filter->installEventFilter(this);
    m_count->setObjectName(name + u"-count"_s);
    m_tools->setContentsMargins(0, 0, 0, 0);
    m_tools->addWidget(m_filter, 1);
    m_tools->addWidget(m_count);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_proxy->setWanted(text);
        if (const QModelIndex current = m_table->currentIndex(); current.isValid()) {
            m_table->scrollTo(current);
        }
        showCount();
    });
}

void DataTable::setModel(QAbstractItemModel *model, const QString &columns, const QString &title)
{
    m_filter->clear();
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_proxy->setSourceModel(model);
    // The proxy tells of it before they are gone.
    connect(
        model, &QAbstractItemModel::rowsRemoved, this, &DataTable::showCount, Qt::UniqueConnection);
    m_table->setAccessibleName(title);
    m_columns->setName(columns);
    showCount();
}

void DataTable::addTool(QWidget *tool)
{
    m_tools->insertWidget(m_tools->indexOf(m_count), tool);
}

void DataTable::startSearch()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void DataTable::endSearch()
{
    m_filter->clear();
    toTable();
}

void DataTable::toTable()
{
    if (!m_table->currentIndex().isValid() && m_proxy->rowCount() > 0) {
        m_table->selectionModel()->setCurrentIndex(
            m_proxy->index(0, m_columns->shownColumns().constFirst()),
            QItemSelectionModel::NoUpdate);
    }
    m_table->setFocus();
}

bool DataTable::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_filter && onFilterEvent(event)) {
        return true;
    }
    if (watched == m_table && onTableEvent(event)) {
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

bool DataTable::onFilterEvent(QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress) {
        return false;
    }
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (event->type() == QEvent::ShortcutOverride) {
        // Esc is for the field first; what is around it may close on it.
        event->setAccepted(key == Qt::Key_Escape);
        return key == Qt::Key_Escape;
    }
    switch (key) {
    case Qt::Key_Escape:
        endSearch();
        return true;
    case Qt::Key_Down:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        toTable();
        return true;
    default:
        return false;
    }
}

bool DataTable::onTableEvent(QEvent *event)
{
    if (event->type() != QEvent::KeyPress) {
        return false;
    }
    const auto *key = static_cast<QKeyEvent *>(event);
    if (isTyped(*key)) {
        startSearch();
        QApplication::sendEvent(m_filter, event);
        return true;
    }
    return false;
}

void DataTable::showCount()
{
    const bool isInVain = m_proxy->rowCount() == 0 && m_proxy->allRows() > 0;
    m_count->setTone(isInVain ? Tone::Warning : Tone::Muted);
    m_count->setText(tr("%1 of %2").arg(m_proxy->rowCount()).arg(m_proxy->allRows()));
}

void DataTable::fillMenu(QMenu *menu)
{
    if (m_menuExtra) {
        m_menuExtra(menu);
    }
    m_tree->fillMenu(menu);
    m_copy->fillMenu(menu);
    menu->addSeparator();
    fillSortMenu(menu->addMenu(tr("&Sort by")));
    m_columns->fillMenu(menu->addMenu(tr("C&olumns")));
}

void DataTable::fillSortMenu(QMenu *menu)
{
    const QHeaderView *header = m_table->horizontalHeader();
    const int sorted = header->sortIndicatorSection();
    const auto add = [&](int column, const QString &text) {
        QAction *action = menu->addAction(text);
        action->setObjectName(u"sort-%1"_s.arg(column));
        action->setCheckable(true);
        action->setChecked(column == sorted);
        connect(action, &QAction::triggered, this, [this, column, header, sorted] {
            // Once more by the same column: the other way round.
            const bool turns = column == sorted && column >= 0
                && header->sortIndicatorOrder() == Qt::AscendingOrder;
            m_table->sortByColumn(column, turns ? Qt::DescendingOrder : Qt::AscendingOrder);
        });
    };
    for (const int column : m_columns->shownColumns()) {
        add(column, m_proxy->headerData(column, Qt::Horizontal).toString());
    }
    menu->addSeparator();
    add(-1, tr("&Original order"));
}

} // namespace nsw
