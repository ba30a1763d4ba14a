// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/signals.h"
#include "app/session/session.h"
#include "core/model/hostfacts.h"

#include <QObject>

#include <functional>
#include <optional>

class QSocketNotifier;

namespace nsw::cli
{

/**
 * One container from its start to its end, at the command line: signals, a closed standard output
 * and standard input are minded here.
 */
class LiveRun : public QObject
{
    Q_OBJECT
public:
    /** Where the standard input of a command with pipes comes from. */
    enum class Input : std::uint8_t {
        None,
        Empty,
        Forwarded,
        Later, ///< it is somebody else's until giveInput()
    };

    struct Options {
        StartRequest start;
        Privilege asked = Privilege::None;
        Session *session = nullptr; ///< one that is ready; null: one is made
        Input input = Input::None;
        bool watchOutput = true; ///< nobody reads standard output any more: end
    };
    /** False: nobody reads what was printed, so the run is to end. */
    using Listener = std::function<bool(const Event &event, const SessionState &state)>;

    /** How it ended. */
    struct Outcome {
        std::optional<std::int32_t> exit;
        std::optional<Error> error; ///< no supervisor, or it went away
        Findings refusal;
        int signal = 0; ///< that ended it, 0: none
        bool outputClosed = false;
    };

    explicit LiveRun(Options options, Listener listener);

    /** Runs an event loop until nothing of the container is left. */
    Outcome exec();

    /** Ends the container; exec() returns when that is done. */
    void stop();

    /** Something more is asked for while it runs. */
    void send(const Request &request) { m_session->send(request); }
    /** From now on standard input goes to the command, with Input::Later. */
    void giveInput();

    [[nodiscard]] const SessionState &state() const { return m_session->state(); }

private:
    void begin();
    void handle(const Event &event);
    void handleSignal(int signal);
    void handleClosedOutput();
    void listenToInput();
    void forwardInput();
    void goOnReading();
    void finish();

    Options m_options;
    Listener m_listener;
    Session m_own;
    Session *m_session; ///< the own one, or that of the options
    Signals m_signals;
    QSocketNotifier *m_input = nullptr;
    std::int64_t m_inputWaiting = 0; ///< sent, and not taken by the command yet
    Outcome m_outcome;
    bool m_stopping = false;
    bool m_done = false;
};

/** What a shell is told. */
int exitStatus(const LiveRun::Outcome &outcome);

} // namespace nsw::cli
