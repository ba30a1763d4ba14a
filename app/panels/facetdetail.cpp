// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/facetdetail.h"

#include "app/models/detailmodel.h"
#include "app/models/tableproxy.h"
#include "app/panels/actbar.h"
#include "app/panels/askbar.h"
#include "app/panels/changedelegate.h"
#include "app/panels/datatable.h"
#include "app/panels/detailpage.h"
#include "app/panels/icons.h"
#include "app/panels/idmapview.h"
#include "app/panels/tonelabel.h"
#include "app/text/words.h"

#include <QCheckBox>
#include <QEvent>
#include <QHeaderView>
#include <QLineEdit>
#include <QShortcut>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

constexpr int kLabelShare = 32; ///< of the width that the difference leaves, in percent
constexpr int kValueShare = 33;

bool differs(const QModelIndex &index)
{
    const auto difference
        = static_cast<Difference>(index.data(ComparisonModel::DifferenceRole).toInt());
    return difference != Difference::Same && difference != Difference::Unknown;
}

/** Marks what differs by weight and tone, beside the word that the model gives. */
class DifferenceDelegate : public ChangeDelegate
{
public:
    using ChangeDelegate::ChangeDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        ChangeDelegate::initStyleOption(option, index);
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

QToolButton *toolButton(const QString &name, const QString &picture, const QString &text)
{
    auto *button = new QToolButton;
    button->setObjectName(name);
    button->setIcon(icon(picture));
    button->setText(text);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

FacetDetail::FacetDetail(QWidget *parent)
    : QWidget(parent)
    , m_icon(new IconLabel(u"namespaces"_s))
    , m_title(new ToneLabel({}, {.scale = 1.25, .bold = true}))
    , m_numbers(new ToneLabel({}, {.tone = Tone::Muted}))
    , m_unreadable(new ToneLabel({}, {.tone = Tone::Warning}))
    , m_onlyDifferences(new QCheckBox(tr("Only &differences")))
    , m_rows(new DataTable(u"detail"_s, [this] { return columnWidths(); }))
    , m_pages(new QTabWidget)
    , m_acts(new ActBar([this] { return currentRow(); }))
{
    setObjectName(u"detail"_s);
    auto *back = toolButton(u"detail-back"_s, u"back"_s, tr("All cards"));
    back->setToolTip(tr("Back to all cards (Esc)"));
    auto *explain = toolButton(u"detail-explain"_s, u"note"_s, tr("What is this?"));
    explain->setToolTip(tr("What it isolates, what not, and where to read on (F1)"));
    m_numbers->setWordWrap(true);
    m_unreadable->setWordWrap(true);

    m_rows->addTool(m_onlyDifferences);
    m_rows->addTool(explain);
    m_rows->setMenuExtra([this](QMenu *menu) { m_acts->fillMenu(menu); });
    table()->setItemDelegate(new DifferenceDelegate(table()));
    table()->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table()->setWordWrap(false);
    auto *head = new QHBoxLayout;
    head->addWidget(back);
    head->addSpacing(8);
    head->addWidget(m_icon);
    head->addWidget(m_title);
    head->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->addLayout(head);
    layout->addWidget(m_numbers); // beside a long title there is no room in large type
    layout->addWidget(m_unreadable);
    layout->addWidget(m_acts);
    layout->addWidget(m_pages, 1);
    m_pages->setObjectName(u"detail-pages"_s);
    m_pages->setDocumentMode(true);
    m_pages->addTab(m_rows, tr("Inside and outside"));
    fitRows();
    setTabOrder({back, m_rows->filter(), m_onlyDifferences, explain, table()});

    connect(back, &QToolButton::clicked, this, &FacetDetail::closed);
    connect(explain, &QToolButton::clicked, this, &FacetDetail::explanationWanted);
    auto *escape = new QShortcut(Qt::Key_Escape, this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &FacetDetail::closed);
    turnPagesByKey();
    connect(m_onlyDifferences, &QCheckBox::toggled, this, [this](bool only) {
        m_rows->proxy()->setRowTest(only ? differs : TableProxy::RowTest());
    });
}

void FacetDetail::turnPagesByKey()
{
    // The tables would take these keys for themselves.
    for (const auto &[key, step] :
         {std::pair{Qt::Key_PageDown, 1}, std::pair{Qt::Key_PageUp, -1}}) {
        auto *turn = new QShortcut(QKeyCombination(Qt::ControlModifier, key), this);
        turn->setContext(Qt::WidgetWithChildrenShortcut);
        connect(turn, &QShortcut::activated, this, [this, by = step] {
            const int count = m_pages->count();
            m_pages->setCurrentIndex((m_pages->currentIndex() + by + count) % count);
            currentRows()->toTable();
        });
    }
}

QTableView *FacetDetail::table() const
{
    return m_rows->table();
}

void FacetDetail::showFacet(FacetKind kind, ComparisonModel *model)
{
    if (m_rows->proxy()->sourceModel() != model) {
        m_kind = kind;
        m_acts->setKind(kind);
        m_icon->setIcon(iconName(kind), Tone::Normal);
        m_title->setText(words::facetName(kind));
        m_pages->setCurrentWidget(m_rows);
        m_rows->setModel(model, u"facet-"_s + nameOf(kind), words::facetName(kind));
    }
    currentRows()->toTable();
}

void FacetDetail::setSummary(const FacetSummary &summary)
{
    const bool sides = summary.comparison.versus == Versus::Sides;
    QStringList numbers;
    if (!summary.outsideNumber.isEmpty()) {
        numbers << (sides ? tr("outside %1") : tr("then %1")).arg(summary.outsideNumber);
    }
    if (!summary.insideNumber.isEmpty()) {
        numbers << (sides ? tr("inside %1") : tr("now %1")).arg(summary.insideNumber);
    }
    m_numbers->setText(numbers.join(u" · "_s));
    m_numbers->setVisible(!numbers.isEmpty());
    m_unreadable->setText(summary.comparison.unreadable.join(u'\n'));
    m_unreadable->setVisible(!summary.comparison.unreadable.isEmpty());
}

void FacetDetail::setDetails(const QList<DetailTable> &tables, Marks marks)
{
    const bool isSame
        = std::ranges::equal(tables, m_details, {}, &DetailTable::id, &DetailPage::id);
    if (!isSame) {
        const auto *looked = qobject_cast<const DetailPage *>(m_pages->currentWidget());
        const QString before = looked != nullptr ? looked->id() : QString();
        m_pages->setCurrentWidget(m_rows);
        qDeleteAll(std::exchange(m_details, {}));
        m_uids = nullptr;
        m_gids = nullptr;
        for (const DetailTable &table : tables) {
            addPage(table);
        }
        showPageLike(before);
    }
    for (qsizetype i = 0; i < tables.size(); ++i) {
        m_details.at(i)->setTable(tables.at(i), marks);
    }
    m_pages->tabBar()->setVisible(!tables.isEmpty());
}

/** That of the same table, also where it tells of two moments now, or did so before. */
void FacetDetail::showPageLike(const QString &id)
{
    for (DetailPage *page : std::as_const(m_details)) {
        if (!id.isEmpty() && (page->id().startsWith(id) || id.startsWith(page->id()))) {
            m_pages->setCurrentWidget(page);
        }
    }
}

void FacetDetail::addPage(const DetailTable &table)
{
    auto *page = new DetailPage(table);
    page->rows()->setMenuExtra([this](QMenu *menu) { m_acts->fillMenu(menu); });
    connect(page, &DetailPage::processWanted, this, &FacetDetail::openProcess);
    if (const AskBar *ask = page->asks()) {
        connect(ask, &AskBar::processAsked, this, &FacetDetail::watchProcess);
        connect(ask, &AskBar::fileAsked, this, &FacetDetail::watchFile);
        connect(ask, &AskBar::cleared, this, [this, sort = table.ask] {
            sort == Ask::File ? m_watch.files.clear() : m_watch.processes.clear();
            Q_EMIT watchWanted(m_watch);
        });
    }
    m_details << page;
    m_pages->addTab(page, table.title);
    if (table.id == "id-maps"_L1) {
        drawMaps(page);
    }
}

/** Another panel leads to the tree, and the tree to the threads. */
void FacetDetail::openProcess(std::int32_t pid)
{
    DetailPage *threads = page("threads"_L1);
    if (threads == nullptr) {
        Q_EMIT processWanted(pid);
        return;
    }
    threads->asks()->field()->setText(QString::number(pid));
    m_pages->setCurrentWidget(threads);
    threads->rows()->toTable();
    watchProcess(pid);
}

void FacetDetail::watchProcess(std::int32_t pid)
{
    m_watch.processes = {pid};
    Q_EMIT watchWanted(m_watch);
}

void FacetDetail::watchFile(const QString &path)
{
    m_watch.files.removeAll(path);
    m_watch.files.prepend(path);
    m_watch.files.resize(std::min(m_watch.files.size(), kMostWatched));
    Q_EMIT watchWanted(m_watch);
}

DetailPage *FacetDetail::page(QLatin1StringView id) const
{
    const auto found = std::ranges::find(m_details, id, &DetailPage::id);
    return found != m_details.cend() ? *found : nullptr;
}

void FacetDetail::showProcess(std::int32_t pid)
{
    if (DetailPage *tree = page("process-tree"_L1)) {
        m_pages->setCurrentWidget(tree);
        tree->showRow(QString::number(pid));
    }
}

void FacetDetail::drawMaps(DetailPage *page)
{
    auto *both = new QWidget;
    auto *layout = new QHBoxLayout(both);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(24);
    const auto add = [&](const QString &name) {
        auto *view = new IdMapView(name);
        auto *column = new QVBoxLayout;
        column->addWidget(new ToneLabel(name, {.bold = true}));
        column->addWidget(view);
        column->addStretch();
        layout->addLayout(column, 1);
        return view;
    };
    m_uids = add(tr("User IDs"));
    m_gids = add(tr("Group IDs"));
    page->addDrawing(both);
}

void FacetDetail::setMaps(const QList<MappedRange> &uids, const QList<MappedRange> &gids)
{
    if (m_uids != nullptr) {
        m_uids->setMap(uids);
        m_gids->setMap(gids);
    }
}

DataTable *FacetDetail::currentRows() const
{
    const auto *page = qobject_cast<DetailPage *>(m_pages->currentWidget());
    return page != nullptr ? page->rows() : m_rows;
}

void FacetDetail::setState(const SessionState &state)
{
    m_acts->setState(state);
}

ComparisonRow FacetDetail::currentRow() const
{
    const DataTable *front = currentRows();
    const QModelIndex current = front->proxy()->mapToSource(front->table()->currentIndex());
    if (const auto *compared = qobject_cast<const ComparisonModel *>(current.model())) {
        return compared->rows().at(current.row()).row;
    }
    ComparisonRow row;
    if (const auto *deep = qobject_cast<const DetailModel *>(current.model()); deep != nullptr) {
        const DetailRow &detail = deep->rows().at(current.row());
        row.label = detail.name.value_or(detail.cells.value(0));
        row.id = detail.process;
    }
    return row;
}

void FacetDetail::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        fitRows();
    }
}

void FacetDetail::fitRows()
{
    table()->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
}

QList<int> FacetDetail::columnWidths() const
{
    const int mark = fontMetrics().height() * 8;
    const int free = table()->width() - mark;
    return {free * kLabelShare / 100, free * kValueShare / 100, mark, free * kValueShare / 100};
}

} // namespace nsw
