// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/findings.h"
#include "app/cli/host.h"
#include "app/cli/liverun.h"
#include "app/cli/runprinter.h"
#include "app/cli/stepper.h"
#include "app/cli/terminal.h"
#include "app/session/expect.h"
#include "app/session/recorded.h"
#include "app/text/translate.h"
#include "app/text/words.h"
#include "core/plan/seen.h"
#include "core/store/configurationfile.h"

#include <QElapsedTimer>

#include <algorithm>

namespace nsw::cli
{

namespace
{

/** The step before which it pauses first. */
std::optional<std::int32_t> firstPause(const Arguments &arguments)
{
    if (arguments.step) {
        return 1;
    }
    const auto first = std::ranges::min_element(arguments.breakpoints);
    return first == arguments.breakpoints.end() ? std::nullopt : std::optional(*first);
}

/** Every breakpoint is a step of the plan; else it is said. */
bool areBreakpointsThere(const Arguments &arguments, const Plan &plan)
{
    const auto wrong = std::ranges::find_if(arguments.breakpoints,
                                            [&](std::int32_t n) { return n > plan.steps.size(); });
    if (wrong == arguments.breakpoints.end()) {
        return true;
    }
    writeError(translate("Cli", "There is no step %1: the plan has %2.")
                   .arg(*wrong)
                   .arg(plan.steps.size()));
    return false;
}

LiveRun::Options optionsOf(const Arguments &arguments,
                           const Configuration &configuration,
                           const Prepared &prepared,
                           const Host &host)
{
    const Privilege asked = prepared.asked;
    LiveRun::Options options;
    options.asked = asked;
    options.start.seen = seenIn(prepared.facts); // an answer to polkit may take minutes
    options.session = host.session.get();
    options.start.configuration = configuration;
    options.start.before = firstPause(arguments);
    // A supervisor that was started for somebody, or elsewhere, has not the terminal of whoever
    // asked; and what goes to a terminal is not told as events, so that nobody could keep it.
    const bool isOurs = asked == Privilege::None && !host.session;
    const bool isKept = arguments.saveExpectation || !arguments.record.isEmpty();
    if (arguments.saveExpectation) {
        options.start.refreshMs = 0; // as it is before the command changes anything
    }
    if (isOurs && !arguments.json && !isKept) {
        options.start.stdio = Stdio::Inherit;
        options.start.refreshMs = 0;
        options.watchOutput = false;
        return options;
    }
    options.input = options.start.before ? LiveRun::Input::Later : LiveRun::Input::Forwarded;
    if (arguments.file == u'-') {
        options.input = LiveRun::Input::Empty;
    }
    return options;
}

/** Keeps what happens for the file that it goes to. */
class Recorder
{
public:
    Recorder(QString path, Configuration configuration)
        : m_path(std::move(path))
        , m_run{.configuration = std::move(configuration),
                .startedAt = QDateTime::currentDateTime(),
                .history = {}}
    {
        m_clock.start();
    }

    [[nodiscard]] const History &history() const { return m_run.history; }

    void take(const Event &event)
    {
        m_run.history.append(std::chrono::milliseconds(m_clock.elapsed()), event);
    }

    /** False, and said on standard error, where it could not be saved. */
    [[nodiscard]] bool save() const
    {
        if (m_path.isEmpty()) {
            return true;
        }
        const auto saved = saveRecording(m_path, recordingOf(m_run));
        if (!saved) {
            writeError(translate("Cli", "The recording was not saved. %1")
                           .arg(words::sentence(saved.error())));
        }
        return saved.has_value();
    }

private:
    QString m_path; ///< empty: nothing is recorded
    QElapsedTimer m_clock;
    Run m_run;
};

/** Into the file that was run, as it is there: a command of the command line is not saved. */
bool saveExpectation(const Arguments &arguments, const Expectation &expectation)
{
    auto configuration = load(arguments);
    if (!configuration) {
        return false;
    }
    configuration->expectation = expectation;
    const auto saved = saveConfiguration(arguments.file, *configuration);
    if (!saved) {
        printFindings({saved.error()});
    }
    return saved.has_value();
}

int runPrepared(const Arguments &arguments,
                const Configuration &configuration,
                const Prepared &prepared,
                const Host &host)
{
    FirstSight first;
    RunPrinter printer(
        {.json = arguments.json, .verbose = arguments.verbose, .facts = &prepared.facts});
    Recorder recorder(arguments.record, configuration);
    std::optional<Stepper> stepper;
    if (firstPause(arguments)) {
        stepper.emplace(Stepper::Options{.json = arguments.json,
                                         .breakpoints = {arguments.breakpoints.begin(),
                                                         arguments.breakpoints.end()}},
                        recorder.history());
    }
    LiveRun live(optionsOf(arguments, configuration, prepared, host),
                 [&](const Event &event, const SessionState &state) {
                     first.follow(state);
                     recorder.take(event);
                     return printer.print(event, state)
                         && (!stepper || stepper->take(event, state));
                 });
    if (stepper) {
        stepper->setRun(&live);
    }
    const LiveRun::Outcome outcome = live.exec();
    if (outcome.error) {
        writeError(words::explain(*outcome.error));
    }
    printFindings(outcome.refusal);
    if (arguments.saveExpectation && !outcome.error
        && !saveExpectation(arguments, expectationOf(first.of(live.state())))) {
        return kFailed;
    }
    // Whoever ends it at a pause has not failed; a step may have.
    const bool hasQuit
        = stepper && stepper->hasQuit() && !outcome.error && live.state().failure() == nullptr;
    const int status = hasQuit ? 0 : exitStatus(outcome);
    return recorder.save() || status != 0 ? status : kFailed;
}

} // namespace

int run(const Arguments &arguments)
{
    auto configuration = load(arguments);
    if (!configuration) {
        return kBadConfiguration;
    }
    if (!arguments.containerCommand.isEmpty()) {
        configuration->containers.first().command = arguments.containerCommand;
    }
    const auto host = connectTo(arguments);
    if (!host) {
        return kNotMade;
    }
    const auto made = prepareOn(*host, *configuration);
    if (!made) {
        return kNotMade;
    }
    const Prepared &prepared = *made;
    printFindings(prepared.plan.findings);
    if (hasErrors(prepared.plan.findings)) {
        if (arguments.json) {
            writeAll(STDOUT_FILENO,
                     JsonLines().lines(RefusedEvent{.request = StartRequest::kTag,
                                                    .findings = prepared.plan.findings}));
        }
        if (arguments.saveExpectation) {
            saveExpectation(arguments, expectationOf(prepared.plan.findings));
        }
        return kBadConfiguration;
    }
    if (!areBreakpointsThere(arguments, prepared.plan)) {
        return kBadConfiguration;
    }
    if (host->machine && prepared.asked != Privilege::None) {
        explainNoAdministrator(*host->machine);
        return kNotMade;
    }
    return runPrepared(arguments, *configuration, prepared, *host);
}

} // namespace nsw::cli
