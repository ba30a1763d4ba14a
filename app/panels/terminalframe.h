// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panels/terminalbadge.h"

namespace nsw
{

class IconLabel;
class TerminalView;
class ToneLabel;

/**
 * A terminal in a frame of the colour of where it is, below the badge that says so. Both belong to
 * the frame and not to the terminal: nothing that is written there can change them.
 */
class TerminalFrame : public QWidget
{
    Q_OBJECT
public:
    explicit TerminalFrame(const TerminalPlace &place, QWidget *parent = nullptr);

    void setPlace(const TerminalPlace &place);
    /** Names are masked in the rest of the window; here they are not. */
    void setMasked(bool masked);
    void setEnded(const TerminalEndedEvent &ended);
    [[nodiscard]] bool hasEnded() const { return m_hasEnded; }
    [[nodiscard]] const TerminalPlace &place() const { return m_badge->place(); }
    [[nodiscard]] TerminalBadge *badge() const { return m_badge; }
    [[nodiscard]] TerminalView *view() const { return m_view; }
    /** What the bar below the badge says; empty: there is none. Where there is little room it is
     * one line, and the rest of it in the tool tip. */
    [[nodiscard]] QString notice() const { return m_sentences; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showNotice();
    void foldNotice();

    TerminalBadge *m_badge;
    QWidget *m_bar;
    IconLabel *m_icon;
    ToneLabel *m_notice;
    TerminalView *m_view;
    QString m_end;
    QString m_sentences;
    bool m_isMasked = false;
    bool m_hasEnded = false;
};

} // namespace nsw
