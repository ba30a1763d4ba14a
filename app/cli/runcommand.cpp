// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/findings.h"
#include "app/cli/liverun.h"
#include "app/cli/runprinter.h"
#include "app/cli/terminal.h"
#include "app/session/recorded.h"
#include "app/text/translate.h"
#include "app/text/words.h"

#include <QElapsedTimer>

namespace nsw::cli
{

namespace
{

LiveRun::Options
optionsOf(const Arguments &arguments, const Configuration &configuration, Privilege asked)
{
    LiveRun::Options options;
    options.asked = asked;
    options.start.configuration = configuration;
    // A supervisor that was started for somebody has not the terminal of whoever asked; and what
    // goes to a terminal is not told as events, so that nobody could record it.
    if (asked == Privilege::None && !arguments.json && arguments.record.isEmpty()) {
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
        , m_configuration(std::move(configuration))
        , m_date(QDateTime::currentDateTime())
    {
        m_clock.start();
    }

    void take(const Event &event)
    {
        m_history.append(std::chrono::milliseconds(m_clock.elapsed()), event);
    }

    /** False, and said on standard error, where it could not be saved. */
    [[nodiscard]] bool save() const
    {
        if (m_path.isEmpty()) {
            return true;
        }
        const auto saved = saveRecording(m_path, recordingOf(m_history, m_configuration, m_date));
        if (!saved) {
            writeError(translate("Cli", "The recording was not saved. %1")
                           .arg(words::sentence(saved.error())));
        }
        return saved.has_value();
    }

private:
    QString m_path; ///< empty: nothing is recorded
    Configuration m_configuration;
    QDateTime m_date;
    QElapsedTimer m_clock;
    History m_history;
};

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
    const Prepared prepared = prepare(*configuration);
    printFindings(prepared.plan.findings);
    if (hasErrors(prepared.plan.findings)) {
        if (arguments.json) {
            writeAll(STDOUT_FILENO,
                     JsonLines().lines(RefusedEvent{.request = StartRequest::kTag,
                                                    .findings = prepared.plan.findings}));
        }
        return kBadConfiguration;
    }
    RunPrinter printer(
        {.json = arguments.json, .verbose = arguments.verbose, .facts = &prepared.facts});
    Recorder recorder(arguments.record, *configuration);
    LiveRun live(optionsOf(arguments, *configuration, prepared.asked),
                 [&](const Event &event, const SessionState &state) {
                     recorder.take(event);
                     return printer.print(event, state);
                 });
    const LiveRun::Outcome outcome = live.exec();
    if (outcome.error) {
        writeError(words::explain(*outcome.error));
    }
    printFindings(outcome.refusal);
    return recorder.save() || exitStatus(outcome) != 0 ? exitStatus(outcome) : kFailed;
}

} // namespace nsw::cli
