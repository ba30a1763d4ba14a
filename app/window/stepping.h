// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/step.h"

#include <QObject>
#include <QSet>

class QAction;
class QMenu;

namespace nsw
{

class Masking;
class MessageBar;
class SessionController;
class Starter;
class StepsPanel;
struct SessionState;

/** One step at a time, as a debugger does it: breakpoints, pauses, steps that are edited. */
class Stepping : public QObject
{
    Q_OBJECT
public:
    struct Parts {
        Starter *starter = nullptr;
        SessionController *session = nullptr;
        StepsPanel *steps = nullptr;
        MessageBar *message = nullptr;
        Masking *masking = nullptr;
    };
    Stepping(const Parts &parts, QObject *parent);

    /** Makes all steps up to the next breakpoint: from the first on, or from where it is paused. */
    void start();
    /** Makes the next step; begins with the first where nothing runs. */
    void step();
    /** Ends what runs, and begins again with the first step. */
    void restart();
    void toggleBreakpoint(std::int32_t n);

    [[nodiscard]] QList<QAction *> actions() const { return {m_step, m_restart, m_breakpoint}; }
    [[nodiscard]] QAction *stepAction() const { return m_step; }
    [[nodiscard]] bool isPaused() const { return m_next.has_value(); }

    /** The session as it is now. */
    void show(const SessionState &state);

private:
    QAction *makeAction(const QString &name, const QString &text, const QKeySequence &keys);
    [[nodiscard]] std::optional<std::int32_t> breakpointFrom(std::int32_t n) const;

    Parts m_parts;
    QAction *m_step;
    QAction *m_restart;
    QAction *m_breakpoint;
    QSet<std::int32_t> m_breakpoints; ///< numbers of steps
    std::optional<std::int32_t> m_next; ///< the step before which it is paused
    bool m_isRestarting = false;
};

} // namespace nsw
