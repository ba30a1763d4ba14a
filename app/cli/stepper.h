// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/stepline.h"
#include "app/session/history.h"

#include <QObject>

#include <set>

class QSocketNotifier;

namespace nsw::cli
{

class LiveRun;

/**
 * Whoever is at the pauses of a run, by lines on standard input: a person or a script. Not a byte
 * is read before it is asked for, nor beyond the line: what follows the last pause is the
 * command's.
 */
class Stepper : public QObject
{
    Q_OBJECT
public:
    struct Options {
        bool json = false;
        std::set<std::int32_t> breakpoints; ///< numbers of steps
    };
    /** The history has each event before it is taken here. */
    Stepper(Options options, const History &history);

    /** Before the run begins. */
    void setRun(LiveRun *run) { m_run = run; }
    /** False: nobody reads what was printed. */
    bool take(const Event &event, const SessionState &state);

    /** It was ended at a pause, by whoever is there. */
    [[nodiscard]] bool hasQuit() const { return m_hasQuit; }

private:
    void takeOutput(QByteArray bytes);
    void takeEnd(const TerminalEndedEvent &ended);
    void ask();
    void readByte();
    void handle(const QString &line);
    void obey(const StepLine &asked);
    void go(std::optional<std::int32_t> before);
    void change(const StepLine &asked);
    void print(const QString &facet);
    void doInside(const QString &command);
    void quit();
    void say(const QString &text);
    [[nodiscard]] bool hasStep(std::int32_t n);
    [[nodiscard]] std::optional<std::int32_t> breakpointFrom(std::int32_t n) const;
    [[nodiscard]] std::int32_t next() const;

    Options m_options;
    const History &m_history;
    LiveRun *m_run = nullptr;
    QSocketNotifier *m_input;
    QByteArray m_line;
    QByteArray m_written; ///< by the command that runs inside, for a program
    std::int32_t m_commands = 0; ///< run inside: the id of the last
    bool m_isRead = true; ///< somebody reads what is printed
    bool m_hasQuit = false;
};

} // namespace nsw::cli
