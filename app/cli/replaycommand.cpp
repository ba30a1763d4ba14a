// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/findings.h"
#include "app/cli/runprinter.h"
#include "app/cli/terminal.h"
#include "app/session/recorded.h"
#include "app/text/translate.h"
#include "app/text/words.h"

#include <csignal>
#include <thread>

namespace nsw::cli
{

namespace
{

/** Waits until an event is due: at once, or by the time at which it came. */
class Pace
{
public:
    explicit Pace(std::optional<double> speed)
        : m_speed(speed)
        , m_start(std::chrono::steady_clock::now())
    {
    }

    void waitFor(std::chrono::milliseconds at) const
    {
        if (m_speed) {
            std::this_thread::sleep_until(
                m_start
                + std::chrono::duration_cast<std::chrono::nanoseconds>(at / m_speed.value()));
        }
    }

private:
    std::optional<double> m_speed;
    std::chrono::steady_clock::time_point m_start;
};

QString about(const RecordingHeader &header)
{
    return translate("Cli", "Recorded %1 on %2 (%3).").arg(header.date, header.host, header.kernel);
}

} // namespace

int replay(const Arguments &arguments)
{
    const auto opened = loadRecording(arguments.file);
    if (!opened) {
        printFindings({opened.error()});
        return kBadConfiguration;
    }
    (void)std::signal(SIGPIPE, SIG_IGN);
    if (!arguments.json) {
        writeError(about(opened->recording.header));
    }
    RunPrinter printer({.json = arguments.json, .verbose = !arguments.json || arguments.verbose});
    const Pace pace(arguments.speed);
    SessionState state;
    const History history = historyOf(opened->recording);
    for (const TimedEvent &event : history.events()) {
        pace.waitFor(event.at);
        reduce(state, event.event);
        if (!printer.print(event.event, state)) {
            return kSignalBase + SIGPIPE;
        }
    }
    printFindings(opened->findings);
    return opened->findings.isEmpty() ? 0 : kFailed;
}

} // namespace nsw::cli
