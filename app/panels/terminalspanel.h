// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panels/terminalframe.h"

#include <map>

class QAction;
class QStackedWidget;
class QTabWidget;

namespace nsw
{

class ActionButtons;
class ToneLabel;

/** Any number of terminals, inside and outside, each in a tab of its own. */
class TerminalsPanel : public QWidget
{
    Q_OBJECT
public:
    explicit TerminalsPanel(QWidget *parent = nullptr);

    /** The session as it is: what is known of the container, for the badges; whether a terminal can
     * be opened. */
    void setState(const SessionState &state);
    void setMasked(bool masked);
    /** Terminals as they were at a moment of a session that is not live, in place of those that
     * are: nothing is asked of anybody. */
    void showRecorded(const SessionState &state);
    /** What comes from the supervisor. */
    void take(const Event &event);
    void open(Side side);
    void closeCurrent();
    [[nodiscard]] TerminalFrame *current() const;
    [[nodiscard]] int count() const { return static_cast<int>(m_frames.size()); }
    /** For menus: "New inside" and "New outside", in this order, and "Close". */
    [[nodiscard]] QList<QAction *> terminalActions() const
    {
        return {m_inside, m_outside, m_close};
    }

protected:
    void resizeEvent(QResizeEvent *event) override;

Q_SIGNALS:
    void requested(const nsw::Request &request);
    void opened();

private:
    QAction *addOpener(Side side, const QString &text, const QString &shortcut);
    [[nodiscard]] std::int32_t idOf(const QWidget *frame) const;
    [[nodiscard]] TerminalFrame *frame(std::int32_t id) const;
    TerminalFrame *addFrame(std::int32_t id, const TerminalPlace &place);
    using Frames = std::map<std::int32_t, TerminalFrame *>;

    void setRecorded(bool isRecorded);
    void know(const SessionState &state);
    void showRecorded(std::int32_t id, const TerminalState &terminal, const TerminalPlace &place);
    [[nodiscard]] Frames &live() { return m_isRecorded ? m_aside : m_frames; }
    [[nodiscard]] TerminalFrame *liveFrame(std::int32_t id);
    static void remove(Frames &frames);
    void ask(std::int32_t id, Side side);
    void clear();
    void closeTab(int index);
    void showTitle(const TerminalFrame *frame);
    void showPages();
    void showOpeners();

    QAction *m_inside;
    QAction *m_outside;
    QAction *m_close;
    QStackedWidget *m_pages;
    ToneLabel *m_empty;
    QTabWidget *m_tabs;
    ActionButtons *m_openers; ///< beside the tabs
    Frames m_frames; ///< in the tabs
    Frames m_aside; ///< of the session, while a recording is shown
    std::map<std::int32_t, qint64> m_recorded; ///< bytes that are shown of recorded ones
    std::int32_t m_last = 0; ///< id
    std::map<Side, TerminalPlace> m_places; ///< where one can be opened now
    bool m_isRecorded = false;
    bool m_isMasked = false;
};

} // namespace nsw
