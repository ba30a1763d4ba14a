// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/findings.h"
#include "app/cli/host.h"
#include "app/cli/liverun.h"
#include "app/cli/runprinter.h"
#include "app/cli/terminal.h"
#include "app/session/expect.h"
#include "app/session/recorded.h"
#include "app/text/translate.h"
#include "app/text/words.h"
#include "core/plan/seen.h"
#include "core/store/configurationfile.h"

#include <QElapsedTimer>

namespace nsw::cli
{

namespace
{

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
    options.input = arguments.file == u'-' ? LiveRun::Input::Empty : LiveRun::Input::Forwarded;
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
    auto configuration = load(arguments.file);
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

} // namespace

int run(const Arguments &arguments)
{
    auto configuration = load(arguments.file);
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
    if (host->machine && prepared.asked != Privilege::None) {
        explainNoAdministrator(*host->machine);
        return kNotMade;
    }
    FirstSight first;
    RunPrinter printer(
        {.json = arguments.json, .verbose = arguments.verbose, .facts = &prepared.facts});
    Recorder recorder(arguments.record, *configuration);
    LiveRun live(optionsOf(arguments, *configuration, prepared, *host),
                 [&](const Event &event, const SessionState &state) {
                     first.follow(state);
                     recorder.take(event);
                     return printer.print(event, state);
                 });
    const LiveRun::Outcome outcome = live.exec();
    if (outcome.error) {
        writeError(words::explain(*outcome.error));
    }
    printFindings(outcome.refusal);
    if (arguments.saveExpectation && !outcome.error
        && !saveExpectation(arguments, expectationOf(first.of(live.state())))) {
        return kFailed;
    }
    return recorder.save() || exitStatus(outcome) != 0 ? exitStatus(outcome) : kFailed;
}

} // namespace nsw::cli
