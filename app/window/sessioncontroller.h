// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/everybody.h"
#include "app/session/replay.h"
#include "app/session/runs.h"
#include "app/session/session.h"

#include <QElapsedTimer>
#include <QTimer>

#include <memory>

namespace nsw
{

/**
 * The session of a window: looks at the outside as soon as the window is there, keeps that
 * supervisor for the next Start, and goes on showing the last picture after the end.
 */
class SessionController : public QObject
{
    Q_OBJECT
public:
    /** How long is waited before it is said that nobody answers. */
    struct Limits {
        PrivilegedLimits privileged;
        /** The supervisor of this machine looks at what a configuration names. */
        std::chrono::milliseconds facts = std::chrono::seconds(10);
    };

    explicit SessionController(QObject *parent = nullptr);

    void setLimits(const Limits &limits) { m_limits = limits; }

    /** Begins to look at the machine as it is. */
    void lookOutside();
    /** And to see more of it, if an administrator agrees. */
    void lookAtEverybody();
    [[nodiscard]] Everybody *everybody() { return &m_everybody; }
    /** From now on sessions are on that machine; nothing: on this one. Ends the one there is. */
    void setMachine(const std::optional<RemoteMachine> &machine);
    [[nodiscard]] const std::optional<RemoteMachine> &machine() const { return m_machine; }
    /** `factsCame()` follows for the last one asked for, or `failed()`. False: no supervisor with
     * the user's own rights is there, nor is one to be had `again`. */
    bool askFacts(const Configuration &configuration, bool again);
    void start(const StartRequest &request, Privilege asked);
    /** Goes on after a pause, up to that step. */
    void go(std::optional<std::int32_t> before);
    void edit(const Step &step);
    void stop();
    void sendInput(const QByteArray &bytes);
    /** What terminals ask for; nothing when nothing runs. */
    void send(const Request &request);
    /** Does something to the container that runs; `actDone()` tells what came of it. */
    void act(Side side, const Act &act);
    /** Looks at this more closely, in this session and in those to come. */
    void watch(const Watched &watch);
    /** Forgets what was run; what is known of the outside stays. */
    void forget();

    /** A container is being made, is there, or is being ended. */
    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] const SessionState &state() const
    {
        return m_replay ? m_replay->state() : m_shown;
    }
    /** Since the last Start, or since the window is there. */
    [[nodiscard]] const History &history() const
    {
        return m_replay ? m_replay->history() : m_run.history;
    }

    /** In place of the session, which goes on unseen. */
    void showRecording(std::unique_ptr<Replay> replay);
    void closeRecording();
    /** Null: the session is shown. */
    [[nodiscard]] Replay *replay() const { return m_replay.get(); }

    /** Of the session, also while a recording is shown: since the last Start. */
    [[nodiscard]] const Run &run() const { return m_run; }
    /** What was run in this window before. */
    [[nodiscard]] const QList<Run> &earlierRuns() const { return m_earlier.runs(); }

Q_SIGNALS:
    void stateChanged();
    void failed(const nsw::Error &error);
    void factsCame(const nsw::HostFacts &facts);
    /** There is one again that can be asked for facts. */
    void supervisorChanged();
    /** Each, as it comes: for what can't wait for the next picture. */
    void eventReceived(const nsw::Event &event);
    /** After the steps of the act are in the state. */
    void actDone(const nsw::ActDoneEvent &done);
    /** Something was asked for that can't be done now; what runs goes on. */
    void refused(const nsw::RefusedEvent &refused);

private:
    void connectSession(Privilege asked);
    void beginAgain();
    void goBackToOwnRights();
    void inspect();
    void onEvent(const Event &event);
    void append(const Event &event);
    void onEverybodyEnded();
    void onFailed(const Error &error);
    void show();
    void showRun();
    void showOutside();

    std::unique_ptr<Session> m_session;
    Everybody m_everybody;
    std::unique_ptr<Replay> m_replay;
    std::optional<RemoteMachine> m_machine;
    Privilege m_asked = Privilege::None; ///< for this session
    SessionState m_shown;
    Watched m_watch;
    Run m_run;
    EarlierRuns m_earlier;
    QElapsedTimer m_clock; ///< of the history
    QTimer m_coalesce; ///< events come in bursts; the eye wants one picture
    QTimer m_refresh;
    QTimer m_patience; ///< with a supervisor that was asked for facts
    Limits m_limits;
    std::int32_t m_factsAsked = 0; ///< the id of the last request
    std::int32_t m_acts = 0; ///< how many were asked for: the id of the last
    bool m_usable = false; ///< the session has not failed
    bool m_ran = false; ///< this session was asked to start something
};

} // namespace nsw
