// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/terminalspanel.h"

#include "app/panels/actionbuttons.h"
#include "app/panels/icons.h"
#include "app/panels/terminalview.h"
#include "app/panels/tonelabel.h"

#include <QAction>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <cerrno>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

constexpr std::int32_t kKilled = 128 + 9;

} // namespace

TerminalsPanel::TerminalsPanel(QWidget *parent)
    : QWidget(parent)
    , m_inside(addOpener(Side::Inside, tr("New terminal &inside"), u"Ctrl+Shift+I"_s))
    , m_outside(addOpener(Side::Outside, tr("New terminal o&utside"), u"Ctrl+Shift+U"_s))
    , m_close(new QAction(icon(u"close"_s), tr("&Close the terminal"), this))
    , m_pages(new QStackedWidget)
    , m_empty(new ToneLabel({}, {.tone = Tone::Muted}))
    , m_tabs(new QTabWidget)
    , m_openers(new ActionButtons({m_inside, m_outside}))
{
    setObjectName(u"terminals"_s);
    m_close->setObjectName(u"close-terminal"_s);
    m_close->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W));
    connect(m_close, &QAction::triggered, this, &TerminalsPanel::closeCurrent);

    m_tabs->setCornerWidget(m_openers); // where they cost no height
    auto *start = new QWidget;
    auto *column = new QVBoxLayout(start);
    column->addStretch(1);
    column->addWidget(m_empty);
    column->addWidget(new ActionButtons({m_inside, m_outside}), 0, Qt::AlignHCenter);
    column->addStretch(1);
    m_empty->setObjectName(u"no-terminals"_s);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_tabs->setDocumentMode(true);
    m_tabs->setTabsClosable(true);
    m_tabs->setMovable(true);
    m_tabs->tabBar()->setAccessibleName(tr("Terminals"));
    connect(m_tabs, &QTabWidget::tabCloseRequested, this, &TerminalsPanel::closeTab);
    connect(m_tabs, &QTabWidget::currentChanged, this, &TerminalsPanel::showPages);
    m_pages->addWidget(start);
    m_pages->addWidget(m_tabs);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages, 1);
    setState({});
}

QAction *TerminalsPanel::addOpener(Side side, const QString &text, const QString &shortcut)
{
    const QString name = side == Side::Inside ? u"inside"_s : u"outside"_s;
    auto *action = new QAction(icon(name), text, this);
    action->setObjectName(u"terminal-"_s + name);
    action->setShortcut(QKeySequence(shortcut));
    connect(action, &QAction::triggered, this, [this, side] { open(side); });
    return action;
}

void TerminalsPanel::setState(const SessionState &state)
{
    setRecorded(false);
    know(state);
    showPages();
}

/** What runs goes on unseen meanwhile. */
void TerminalsPanel::setRecorded(bool isRecorded)
{
    if (isRecorded == m_isRecorded) {
        return;
    }
    if (isRecorded) {
        m_tabs->clear();
        m_aside = std::exchange(m_frames, {});
    } else {
        clear();
        m_frames = std::exchange(m_aside, {});
        for (const auto &[id, frame] : m_frames) {
            m_tabs->addTab(frame, QString());
            showTitle(frame);
        }
    }
    m_isRecorded = isRecorded;
    m_tabs->setTabsClosable(!isRecorded);
}

void TerminalsPanel::know(const SessionState &state)
{
    m_places.clear();
    QString reason;
    for (const auto &[side, action] :
         {std::pair(Side::Outside, m_outside), std::pair(Side::Inside, m_inside)}) {
        reason = m_isRecorded
            ? tr("A recording is shown: here are the terminals that were open then.")
            : reasonNoTerminal(state, side);
        if (reason.isEmpty()) {
            m_places.insert({side, placeOf(state, side)});
        }
        action->setEnabled(reason.isEmpty());
        action->setToolTip(reason.isEmpty() ? action->iconText() : reason);
    }
    m_empty->setText(reason.isEmpty() ? tr("Any number of terminals open here, inside and outside.")
                                      : reason);
    for (const auto &[id, frame] : m_frames) {
        // What was shown while it ran stays to be seen.
        if (frame->hasEnded()) {
            continue;
        }
        const auto known = state.terminals.find(id);
        const TerminalPlace place = known == state.terminals.end()
            ? placeOf(state, frame->place().side)
            : placeOf(state, known->second);
        if (state.phase == Phase::Lost) {
            frame->setEnded({.id = id, .exit = kKilled, .findings = {}, .error = std::nullopt});
            showTitle(frame);
        } else if (place != frame->place()) {
            frame->setPlace(place);
            showTitle(frame);
        }
    }
}

void TerminalsPanel::setMasked(bool masked)
{
    m_isMasked = masked;
    for (const Frames *frames : {&m_frames, &m_aside}) {
        for (const auto &[id, frame] : *frames) {
            frame->setMasked(masked);
        }
    }
}

void TerminalsPanel::open(Side side)
{
    const auto place = m_places.find(side);
    if (place == m_places.end()) {
        return;
    }
    const std::int32_t id = ++m_last;
    TerminalFrame *frame = addFrame(id, place->second);
    m_tabs->setCurrentWidget(frame);
    showPages();
    Q_EMIT opened();
    TerminalView *view = frame->view();
    if (!view->isUsable()) {
        const Error error{.operation = u"posix_openpt"_s, .error = Errno{EMFILE}, .subject = {}};
        frame->setEnded({.id = id, .exit = 0, .findings = {}, .error = error});
        showTitle(frame);
        return;
    }
    connect(view, &TerminalView::typed, this, [this, id](const QByteArray &bytes) {
        Q_EMIT requested(TerminalInputRequest{.id = id, .bytes = bytes});
    });
    connect(view, &TerminalView::shown, this, [this, id](qint64 bytes) {
        Q_EMIT requested(TerminalShownRequest{.id = id, .bytes = bytes});
    });
    // Once it is laid out its size is known, and the shell begins with it.
    QTimer::singleShot(0, frame, [this, id, side] { ask(id, side); });
    view->setFocus();
}

TerminalFrame *TerminalsPanel::addFrame(std::int32_t id, const TerminalPlace &place)
{
    auto *frame = new TerminalFrame(place);
    frame->setMasked(m_isMasked);
    m_frames.insert({id, frame});
    m_tabs->addTab(frame, QString());
    showTitle(frame);
    return frame;
}

void TerminalsPanel::showRecorded(const SessionState &state)
{
    setRecorded(true);
    know(state);
    if (std::ranges::any_of(
            m_frames, [&](const auto &entry) { return !state.terminals.contains(entry.first); })) {
        clear(); // it was before one of them was there
    }
    for (const auto &[id, terminal] : state.terminals) {
        showRecorded(id, terminal, placeOf(state, terminal));
    }
    showPages();
}

void TerminalsPanel::showRecorded(std::int32_t id,
                                  const TerminalState &terminal,
                                  const TerminalPlace &place)
{
    const qint64 written = terminal.outputDropped + terminal.output.size();
    qint64 &shown = m_recorded[id];
    TerminalFrame *one = frame(id);
    // A screen can't go back: it begins anew, with as much as is kept.
    const bool goesOn = one != nullptr && written >= shown
        && written - shown <= terminal.output.size() && (terminal.ended || !one->hasEnded());
    if (!goesOn && one != nullptr) {
        m_tabs->removeTab(m_tabs->indexOf(one));
        m_frames.erase(id);
        one->deleteLater();
    }
    if (!goesOn) {
        one = addFrame(id, place);
        shown = written - terminal.output.size();
    }
    if (terminal.columns > 0 && terminal.rows > 0) {
        one->view()->setGrid(QSize(terminal.columns, terminal.rows));
    }
    one->view()->write(terminal.output.last(written - shown));
    shown = written;
    one->setPlace(place);
    if (terminal.ended && !one->hasEnded()) {
        one->setEnded(*terminal.ended);
    }
    showTitle(one);
}

void TerminalsPanel::ask(std::int32_t id, Side side)
{
    const TerminalView *view = frame(id)->view();
    Q_EMIT requested(
        TerminalOpenRequest{.id = id,
                            .side = side,
                            .command = {},
                            .columns = std::clamp(view->columns(), 2, kMaxTerminalSide),
                            .rows = std::clamp(view->rows(), 1, kMaxTerminalSide),
                            .environment = {}});
    connect(view, &TerminalView::resized, this, [this, id](int columns, int rows) {
        Q_EMIT requested(TerminalResizeRequest{.id = id, .columns = columns, .rows = rows});
    });
}

void TerminalsPanel::take(const Event &event)
{
    if (std::holds_alternative<PlanEvent>(event)) {
        remove(live()); // a new run
        showPages();
    } else if (const auto *output = std::get_if<TerminalOutputEvent>(&event)) {
        if (TerminalFrame *one = liveFrame(output->id)) {
            one->view()->write(output->bytes);
        } else {
            // Its tab is closed, but the way of what follows must not be blocked.
            Q_EMIT requested(TerminalShownRequest{.id = output->id, .bytes = output->bytes.size()});
        }
    } else if (const auto *moved = std::get_if<TerminalMovedEvent>(&event)) {
        if (TerminalFrame *one = liveFrame(moved->id)) {
            TerminalPlace place = one->place();
            place.moved = moved->namespaces;
            place.isUnknown = moved->isUnknown;
            one->setPlace(place);
            showTitle(one);
        }
    } else if (const auto *ended = std::get_if<TerminalEndedEvent>(&event)) {
        if (TerminalFrame *one = liveFrame(ended->id)) {
            one->setEnded(*ended);
            showTitle(one);
        }
    }
}

void TerminalsPanel::clear()
{
    remove(m_frames);
    m_recorded.clear();
    showPages();
}

/** A tab goes with its page. */
void TerminalsPanel::remove(Frames &frames)
{
    for (const auto &[id, frame] : std::exchange(frames, {})) {
        delete frame;
    }
}

TerminalFrame *TerminalsPanel::liveFrame(std::int32_t id)
{
    const auto found = live().find(id);
    return found == live().end() ? nullptr : found->second;
}

TerminalFrame *TerminalsPanel::frame(std::int32_t id) const
{
    const auto found = m_frames.find(id);
    return found == m_frames.end() ? nullptr : found->second;
}

std::int32_t TerminalsPanel::idOf(const QWidget *frame) const
{
    const auto found = std::ranges::find_if(
        m_frames, [frame](const auto &entry) { return entry.second == frame; });
    return found == m_frames.end() ? 0 : found->first;
}

TerminalFrame *TerminalsPanel::current() const
{
    return frame(idOf(m_tabs->currentWidget()));
}

void TerminalsPanel::closeCurrent()
{
    closeTab(m_tabs->currentIndex());
}

void TerminalsPanel::closeTab(int index)
{
    QWidget *widget = m_tabs->widget(index);
    const std::int32_t id = idOf(widget);
    if (id == 0 || m_isRecorded) {
        return;
    }
    if (!frame(id)->hasEnded()) {
        Q_EMIT requested(TerminalCloseRequest{id});
    }
    m_frames.erase(id);
    m_tabs->removeTab(index);
    widget->deleteLater();
    showPages();
}

void TerminalsPanel::showTitle(const TerminalFrame *frame)
{
    const int index = m_tabs->indexOf(frame);
    if (index < 0) {
        return; // it is aside
    }
    const QString title = titleOf(frame->place()).replace(u'&', u"&&"_s);
    const QString numbered
        = tr("%1: %2", "number and place of a terminal").arg(QString::number(idOf(frame)), title);
    m_tabs->setTabText(index, frame->hasEnded() ? tr("%1 (ended)").arg(numbered) : numbered);
    const QString shape = frame->place().side == Side::Inside ? u"inside"_s : u"outside"_s;
    m_tabs->setTabIcon(index,
                       icon(toneOf(frame->place()) == Tone::Warning ? u"warning"_s : shape,
                            toneOf(frame->place())));
}

void TerminalsPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showOpeners();
}

void TerminalsPanel::showOpeners()
{
    m_openers->fit(width() - m_tabs->tabBar()->sizeHint().width());
}

void TerminalsPanel::showPages()
{
    showOpeners();
    m_pages->setCurrentIndex(m_frames.empty() ? 0 : 1);
    m_close->setEnabled(!m_frames.empty() && !m_isRecorded);
    TerminalFrame *shown = current();
    setFocusProxy(shown != nullptr ? static_cast<QWidget *>(shown) : m_pages);
}

} // namespace nsw
