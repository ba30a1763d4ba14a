// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/findings.h"
#include "app/cli/host.h"
#include "app/cli/jsonlines.h"
#include "app/cli/liverun.h"
#include "app/cli/narration.h"
#include "app/cli/terminal.h"
#include "app/session/expect.h"
#include "app/text/words.h"
#include "core/store/configurationfile.h"

#include <unistd.h>

namespace nsw::cli
{

namespace
{

/** What is told of a run while it goes on. */
class RunPrinter
{
public:
    RunPrinter(const Arguments &arguments, const HostFacts &facts)
        : m_json(arguments.json)
        , m_verbose(arguments.verbose)
        , m_facts(facts)
    {
    }

    bool print(const Event &event, const SessionState &state)
    {
        if (const auto *step = std::get_if<StepEvent>(&event)) {
            tell(*step, state);
        }
        if (m_json) {
            return writeAll(STDOUT_FILENO, m_lines.lines(event));
        }
        const auto *output = std::get_if<OutputEvent>(&event);
        if (output == nullptr) {
            return true;
        }
        const bool isError = output->stream == Stream::Stderr;
        return writeAll(isError ? STDERR_FILENO : STDOUT_FILENO, output->text) || isError;
    }

private:
    void tell(const StepEvent &event, const SessionState &state) const
    {
        const Step *step = stepOf(event, state);
        if (step == nullptr) {
            return;
        }
        if (m_verbose) {
            writeError(narration(*step, event));
        }
        if (event.error) {
            writeError(words::explain(*step, event.error, &m_facts));
        }
    }

    bool m_json;
    bool m_verbose;
    const HostFacts &m_facts;
    JsonLines m_lines;
};

LiveRun::Options optionsOf(const Arguments &arguments,
                           const Configuration &configuration,
                           Privilege asked,
                           const Host &host)
{
    LiveRun::Options options;
    options.asked = asked;
    options.session = host.session.get();
    options.start.configuration = configuration;
    // A supervisor that was started for somebody, or elsewhere, has not the terminal of whoever
    // asked. What is to be saved has to be seen here.
    const bool isOurs = asked == Privilege::None && !host.session;
    if (arguments.saveExpectation) {
        options.start.refreshMs = 0; // as it is before the command changes anything
    }
    if (isOurs && !arguments.json && !arguments.saveExpectation) {
        options.start.stdio = Stdio::Inherit;
        options.start.refreshMs = 0;
        options.watchOutput = false;
        return options;
    }
    options.input = arguments.file == u'-' ? LiveRun::Input::Empty : LiveRun::Input::Forwarded;
    return options;
}

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
    RunPrinter printer(arguments, prepared.facts);
    LiveRun live(
        optionsOf(arguments, *configuration, prepared.asked, *host),
        [&](const Event &event, const SessionState &state) {
            first.follow(state);
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
    return exitStatus(outcome);
}

} // namespace nsw::cli
