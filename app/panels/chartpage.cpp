// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/chartpage.h"

#include "app/panels/chartlook.h"
#include "app/panels/datatable.h"
#include "app/panels/look.h"
#include "app/panels/tonelabel.h"

#include <QAbstractItemModel>
#include <QChart>
#include <QChartView>
#include <QGraphicsLayout>
#include <QHeaderView>
#include <QScrollArea>
#include <QSplitter>
#include <QStyle>
#include <QTableView>
#include <QVBoxLayout>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

constexpr int kPageMargin = 4;
constexpr int kLeastPageWidth = 24; ///< of a chart, in heights of a line
constexpr int kLeastTableWidth = 22; ///< in the same
constexpr int kChartHeight = 16; ///< where the table is below it
constexpr int kTableHeight = 9;
constexpr int kChartShare = 3;
constexpr int kTableShare = 2;
constexpr int kWide = 1000; ///< more than there is: the parts are given their shares

} // namespace

ChartPage::ChartPage(const QString &name,
                     const QString &title,
                     QAbstractItemModel *model,
                     const QList<int> &shares,
                     QWidget *parent)
    : QWidget(parent)
    , m_title(title)
    , m_view(new QChartView)
    , m_scroll(new QScrollArea)
    , m_parts(new QSplitter(Qt::Horizontal))
    , m_page(new QScrollArea)
    , m_empty(new ToneLabel({}, {.tone = Tone::Muted}))
    , m_note(new ToneLabel({}, {.tone = Tone::Muted}))
    , m_rows(new DataTable(name, [this, shares] { return columnWidths(shares); }))
{
    setObjectName(name);
    model->setParent(this);
    m_view->setObjectName(name + u"-chart"_s);
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setFocusPolicy(Qt::NoFocus);
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setMargins({kPageMargin, kPageMargin, kPageMargin, kPageMargin});
    chart()->setAnimationOptions(QChart::NoAnimation);
    m_scroll->setObjectName(name + u"-scroll"_s);
    m_scroll->setWidget(m_view);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::StrongFocus);
    m_rows->setModel(model, name, tr("%1: the numbers").arg(title));
    m_rows->table()->setFrameShape(QFrame::NoFrame);
    m_rows->table()->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_parts->setChildrenCollapsible(false);
    m_parts->addWidget(m_scroll);
    m_parts->addWidget(m_rows);
    m_parts->setStretchFactor(0, kChartShare);
    m_parts->setStretchFactor(1, kTableShare);
    m_parts->setSizes({kChartShare * kWide, kTableShare * kWide});
    m_page->setWidget(m_parts);
    m_page->setWidgetResizable(true);
    m_page->setFrameShape(QFrame::NoFrame);
    m_page->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_page, 1);
    m_note->setObjectName(name + u"-note"_s);
    m_note->setWordWrap(true);
    m_note->hide();
    layout->addWidget(m_note);
    setFocusProxy(m_scroll);
    connect(Look::instance(), &Look::changed, this, [this] {
        showLook();
        arrange();
        drawLater();
    });
    setContents({}, true);
}

QChart *ChartPage::chart() const
{
    return m_view->chart();
}

std::expected<void, QString> ChartPage::save(const QString &path) const
{
    return saveChart(*m_view, {.title = m_title, .description = m_spoken}, path);
}

void ChartPage::drawLater()
{
    m_isStale = !isVisible();
    if (!m_isStale) {
        draw();
        showLook();
    }
}

void ChartPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale) {
        m_isStale = false;
        draw();
        showLook();
    }
}

void ChartPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

/** Beside each other where both can be read so, else one below the other. */
void ChartPage::arrange()
{
    const bool isWide = width() >= (kLeastPageWidth + kLeastTableWidth) * lineHeight();
    m_scroll->setMinimumHeight(isWide ? 0 : kChartHeight * lineHeight());
    m_rows->setMinimumHeight(isWide ? 0 : kTableHeight * lineHeight());
    if (const auto wanted = isWide ? Qt::Horizontal : Qt::Vertical;
        m_parts->orientation() != wanted) {
        m_parts->setOrientation(wanted);
        m_parts->setSizes({kChartShare * kWide, kTableShare * kWide});
    }
}

void ChartPage::setEmptyText(const QString &text)
{
    m_empty->setText(text);
}

void ChartPage::setContents(const QString &spoken, bool isEmpty)
{
    m_spoken = spoken;
    for (QWidget *part : {static_cast<QWidget *>(m_view), static_cast<QWidget *>(m_scroll)}) {
        part->setAccessibleName(tr("%1: chart").arg(m_title));
        part->setAccessibleDescription(spoken);
    }
    m_empty->setVisible(isEmpty);
    m_page->setVisible(!isEmpty);
}

void ChartPage::setNote(const QString &text)
{
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
}

void ChartPage::setLeastHeight(int height)
{
    m_view->setMinimumSize(kLeastPageWidth * lineHeight(), height);
}

void ChartPage::showLook()
{
    applyLook(*chart());
    m_rows->table()->verticalHeader()->setDefaultSectionSize(lineHeight() + 8);
}

QList<int> ChartPage::columnWidths(const QList<int> &shares) const
{
    const int scrollBar = style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    QList<int> widths;
    for (const int share : shares) {
        widths << (m_rows->table()->width() - scrollBar) * share / 100;
    }
    return widths;
}

} // namespace nsw
