// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/columnmemory.h"

#include "app/panels/columnkeys.h"

#include <QAction>
#include <QEvent>
#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QSettings>
#include <QTableView>

#include <algorithm>
#include <chrono>
#include <numeric>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using namespace std::chrono_literals;

namespace
{

constexpr auto kWriteDelay = 300ms; ///< a column is drawn through many widths
constexpr int kStep = 2; ///< ems by which a key changes a width
constexpr double kLeastColumnWidth = 1.0; ///< ems
constexpr double kMostColumnWidth = 500.0;

QString groupOf(const QString &name)
{
    return u"tables/"_s + name + u'/';
}

QStringList writeNumbers(const auto &numbers)
{
    QStringList texts;
    for (const auto number : numbers) {
        texts << QString::number(number);
    }
    return texts;
}

QList<int> readColumns(const QSettings &settings, const QString &key)
{
    QList<int> columns;
    for (const QString &text : settings.value(key).toStringList()) {
        bool isNumber = false;
        columns << text.toInt(&isNumber);
        if (!isNumber) {
            return {};
        }
    }
    return columns;
}

/** Nothing unless there is one for each column, and all are of some use. */
QList<double> readWidths(const QSettings &settings, const QString &key, int count)
{
    QList<double> widths;
    for (const QString &text : settings.value(key).toStringList()) {
        const double width = text.toDouble();
        const bool fits = width >= kLeastColumnWidth && width <= kMostColumnWidth;
        if (!fits) {
            return {};
        }
        widths << width;
    }
    return widths.size() == count ? widths : QList<double>();
}

} // namespace

ColumnMemory::ColumnMemory(QTableView *table, Defaults defaults)
    : QObject(table)
    , m_table(table)
    , m_header(table->horizontalHeader())
    , m_defaults(std::move(defaults))
    , m_keys(columnKeys(this, table))
{
    m_header->setSectionsMovable(true);
    m_header->setStretchLastSection(true);
    m_header->setContextMenuPolicy(Qt::CustomContextMenu);
    m_writing.setSingleShot(true);
    m_writing.setInterval(kWriteDelay);
    m_table->installEventFilter(this);
    m_header->installEventFilter(this);
    connect(m_header, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        showMenu(m_header->viewport()->mapToGlobal(at));
    });
    connect(m_header, &QHeaderView::sectionResized, this, &ColumnMemory::onResized);
    connect(m_header, &QHeaderView::sectionMoved, this, &ColumnMemory::keep);
    connect(&m_writing, &QTimer::timeout, this, &ColumnMemory::write);
}

int ColumnMemory::currentColumn(const QList<int> &shown) const
{
    const int current = m_table->currentIndex().column();
    return shown.contains(current) ? current : shown.constFirst();
}

void ColumnMemory::widen(int direction)
{
    const QList<int> shown = shownColumns();
    if (shown.size() < 2) {
        return;
    }
    int column = currentColumn(shown);
    // The last one has what the others leave.
    if (column == shown.constLast()) {
        column = shown.at(shown.size() - 2);
        direction = -direction;
    }
    const int wanted = m_header->sectionSize(column) + (direction * em() * kStep);
    m_header->resizeSection(column, std::max(wanted, em() * kStep));
}

void ColumnMemory::move(int direction)
{
    const QList<int> shown = shownColumns();
    const int column = currentColumn(shown);
    const int places = m_table->isRightToLeft() ? -direction : direction;
    const qsizetype place = shown.indexOf(column) + places;
    if (place >= 0 && place < shown.size()) {
        m_header->moveSection(m_header->visualIndex(column),
                              m_header->visualIndex(shown.at(place)));
        setWidths(); // another one may be the last now
        m_table->scrollTo(m_table->currentIndex());
    }
}

void ColumnMemory::setName(const QString &name)
{
    if (m_writing.isActive()) {
        write();
    }
    m_name = name;
    apply();
}

void ColumnMemory::start()
{
    m_isStarted = true;
    if (!m_name.isEmpty()) {
        apply();
    }
}

QList<int> ColumnMemory::shownColumns() const
{
    QList<int> columns;
    for (int place = 0; place < m_header->count(); ++place) {
        const int column = m_header->logicalIndex(place);
        if (!m_header->isSectionHidden(column)) {
            columns << column;
        }
    }
    return columns;
}

void ColumnMemory::fillMenu(QMenu *menu)
{
    const QList<int> shown = shownColumns();
    for (int column = 0; column < m_header->count(); ++column) {
        QAction *action
            = menu->addAction(m_table->model()->headerData(column, Qt::Horizontal).toString());
        action->setObjectName(u"show-column-%1"_s.arg(column));
        action->setCheckable(true);
        action->setChecked(shown.contains(column));
        action->setEnabled(shown.size() > 1 || !shown.contains(column));
        connect(action, &QAction::toggled, this, [this, column](bool on) { setShown(column, on); });
    }
    menu->addSeparator();
    menu->addActions(m_keys);
    QAction *reset = menu->addAction(tr("&Reset columns"), this, &ColumnMemory::reset);
    reset->setObjectName(u"reset-columns"_s);
}

void ColumnMemory::showMenu(const QPoint &at)
{
    // What the menu says of a column is of the one under it.
    const int column = m_header->logicalIndexAt(m_header->viewport()->mapFromGlobal(at));
    const QModelIndex current = m_table->currentIndex();
    if (column >= 0 && current.isValid()) {
        m_table->selectionModel()->setCurrentIndex(current.siblingAtColumn(column),
                                                   QItemSelectionModel::NoUpdate);
    }
    auto *menu = new QMenu(m_table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(menu);
    menu->popup(at);
}

void ColumnMemory::setShown(int column, bool shown)
{
    if (!shown && shownColumns() == QList{column}) {
        return;
    }
    m_header->setSectionHidden(column, !shown);
    if (m_table->currentIndex().column() == column && !shown) {
        m_table->setCurrentIndex(
            m_table->currentIndex().siblingAtColumn(shownColumns().constFirst()));
    }
    setWidths();
    keep();
}

void ColumnMemory::reset()
{
    m_writing.stop();
    if (m_isStarted) {
        QSettings().remove(u"tables/"_s + m_name);
    }
    apply();
}

void ColumnMemory::fit()
{
    if (m_widths.isEmpty()) {
        setWidths();
    }
}

void ColumnMemory::apply()
{
    const QScopedValueRollback guard(m_isSetting, true);
    m_widths.clear();
    for (int column = 0; column < m_header->count(); ++column) {
        m_header->setSectionHidden(column, false);
        m_header->moveSection(m_header->visualIndex(column), column);
    }
    if (m_isStarted && m_table->model() != nullptr) {
        read(QSettings(), groupOf(m_name));
    }
    setWidths();
}

void ColumnMemory::read(const QSettings &settings, const QString &group)
{
    const int count = m_header->count();
    m_widths = readWidths(settings, group + u"widths"_s, count);
    const QList<int> order = readColumns(settings, group + u"order"_s);
    QList<int> all(count);
    std::ranges::iota(all, 0);
    if (std::ranges::is_permutation(order, all)) {
        for (int place = 0; place < count; ++place) {
            m_header->moveSection(m_header->visualIndex(order.at(place)), place);
        }
    }
    for (const int column : readColumns(settings, group + u"hidden"_s)) {
        if (column >= 0 && column < count && shownColumns().size() > 1) {
            m_header->setSectionHidden(column, true);
        }
    }
}

void ColumnMemory::setWidths()
{
    if (m_name.isEmpty()) {
        return; // What asks is still being made.
    }
    const QScopedValueRollback guard(m_isSetting, true);
    m_emOfWidths = em();
    QList<int> widths;
    if (m_widths.isEmpty()) {
        widths = m_defaults();
        for (int column = 0; column < widths.size(); ++column) {
            // What a column is called is to be read, whatever its share is.
            widths[column] = std::max(widths.at(column), m_header->sectionSizeHint(column));
        }
    }
    for (const double width : std::as_const(m_widths)) {
        widths << qRound(width * em());
    }
    const QList<int> shown = shownColumns();
    for (const int column : shown) {
        if (column == shown.constLast()) { // it is stretched where there is room
            m_header->resizeSection(column, m_header->sectionSizeHint(column));
        } else if (column < widths.size()) {
            m_header->resizeSection(column, widths.at(column));
        }
    }
}

void ColumnMemory::followLook()
{
    if (m_isFollowing) {
        return;
    }
    // The widgets hear of it one after the other: what is asked for widths may not have yet, and
    // the header makes what is too narrow now a little wider, which is no wish of the user's.
    m_isFollowing = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_isFollowing = false;
            setWidths();
        },
        Qt::QueuedConnection);
}

bool ColumnMemory::isFollowing() const
{
    // The font may be another before anybody was told.
    return m_isFollowing || em() != m_emOfWidths;
}

void ColumnMemory::onResized(int column)
{
    const QList<int> shown = shownColumns();
    // The last one takes what is left, whoever changes what.
    if (m_isSetting || isFollowing() || shown.isEmpty() || column == shown.constLast()) {
        return;
    }
    const QList<double> before = m_widths;
    m_widths.clear();
    for (int each = 0; each < m_header->count(); ++each) {
        const double width = static_cast<double>(m_header->sectionSize(each)) / em();
        const bool isKnown = width >= kLeastColumnWidth && each != shown.constLast();
        m_widths << (isKnown ? width : before.value(each, kLeastColumnWidth * 8));
    }
    keep();
}

void ColumnMemory::keep()
{
    if (!m_isSetting && m_isStarted) {
        m_writing.start();
    }
}

void ColumnMemory::write()
{
    m_writing.stop();
    QSettings settings;
    const QString group = groupOf(m_name);
    QList<int> order;
    QList<int> hidden;
    for (int place = 0; place < m_header->count(); ++place) {
        order << m_header->logicalIndex(place);
        if (m_header->isSectionHidden(order.constLast())) {
            hidden << order.constLast();
        }
    }
    settings.setValue(group + u"widths"_s, writeNumbers(m_widths));
    settings.setValue(group + u"order"_s, writeNumbers(order));
    settings.setValue(group + u"hidden"_s, writeNumbers(hidden));
}

int ColumnMemory::em() const
{
    return m_table->fontMetrics().height();
}

bool ColumnMemory::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Resize:
        if (watched == m_table && m_widths.isEmpty()) {
            setWidths();
        }
        break;
    case QEvent::FontChange:
    case QEvent::StyleChange:
        followLook();
        break;
    case QEvent::Hide:
        if (watched == m_table && m_writing.isActive()) {
            write();
        }
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace nsw
