// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/stepper.h"

#include "app/cli/findings.h"
#include "app/cli/jsonlines.h"
#include "app/cli/liverun.h"
#include "app/cli/narration.h"
#include "app/cli/steptext.h"
#include "app/cli/terminal.h"
#include "app/models/stepargument.h"
#include "app/text/translate.h"
#include "app/text/words.h"

#include <QCborMap>
#include <QSocketNotifier>

#include <algorithm>
#include <cerrno>
#include <utility>

#include <unistd.h>

namespace nsw::cli
{

using Qt::StringLiterals::operator""_s;

namespace
{

const QByteArray kEndOfInput("\x04");

bool isInteractive()
{
    return ::isatty(STDIN_FILENO) == 1 && ::isatty(STDOUT_FILENO) == 1;
}

std::optional<FacetKind> facetCalled(const QString &name)
{
    const auto found = std::ranges::find(
        kCardFacets, name, [](FacetKind kind) { return QString(nameOf(kind)); });
    return found == kCardFacets.end() ? std::nullopt : std::optional(*found);
}

} // namespace

Stepper::Stepper(Options options, const History &history)
    : m_options(std::move(options))
    , m_history(history)
    , m_input(new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, this))
{
    m_input->setEnabled(false);
    connect(m_input, &QSocketNotifier::activated, this, &Stepper::readByte);
}

bool Stepper::take(const Event &event, const SessionState &state)
{
    const auto *step = std::get_if<StepEvent>(&event);
    const auto *ended = std::get_if<TerminalEndedEvent>(&event);
    const auto *output = std::get_if<TerminalOutputEvent>(&event);
    const auto *refused = std::get_if<RefusedEvent>(&event);
    if (std::holds_alternative<PausedEvent>(event)) {
        const auto change = lastChange(m_history, m_history.lastSerial());
        const Pause pause{.state = state, .change = change};
        m_isRead = m_isRead
            && (m_options.json ? writeAll(STDOUT_FILENO, jsonLine(pauseMap(pause)))
                               : writeOut(u'\n' + pauseText(pause)));
        ask();
    } else if (step != nullptr && step->n <= state.plan.steps.size()) {
        const Step *made = stepOf(*step, state);
        say(made == nullptr ? QString() : narration(*made, *step) + u'\n');
        if (state.areStepsMade()) {
            m_run->giveInput();
        }
    } else if (const auto *edited = std::get_if<EditedEvent>(&event)) {
        say(announcement(edited->step) + u'\n');
        printFindings(edited->findings);
        ask();
    } else if (output != nullptr) {
        m_run->send(TerminalShownRequest{.id = output->id, .bytes = output->bytes.size()});
        takeOutput(output->bytes);
    } else if (ended != nullptr) {
        takeEnd(*ended);
    } else if (refused != nullptr && state.pausedBefore) {
        printFindings(refused->findings);
        ask();
    }
    return m_isRead;
}

/** Lines of a terminal end as a teletype has it, which is for terminals only. */
void Stepper::takeOutput(QByteArray bytes)
{
    if (::isatty(STDOUT_FILENO) == 0) {
        bytes.replace('\r', QByteArray());
    }
    if (m_options.json) {
        m_written += bytes;
    } else {
        m_isRead = writeAll(STDOUT_FILENO, bytes) && m_isRead;
    }
}

void Stepper::takeEnd(const TerminalEndedEvent &ended)
{
    printFindings(ended.findings);
    if (ended.error) {
        writeError(words::explain(*ended.error));
    }
    if (m_options.json) {
        const QCborMap map{{u"event"_s, u"did"_s},
                           {u"exit"_s, ended.exit},
                           {u"output"_s, QString::fromUtf8(std::exchange(m_written, {}))}};
        m_isRead = writeAll(STDOUT_FILENO, jsonLine(map)) && m_isRead;
    } else if (ended.exit != 0) {
        say(translate("Cli", "Its exit status was %1.").arg(ended.exit) + u'\n');
    }
    ask();
}

void Stepper::ask()
{
    if (isInteractive()) {
        say(u"(%1) "_s.arg(next()));
    }
    m_line.clear();
    m_input->setEnabled(true);
}

void Stepper::readByte()
{
    char byte = 0;
    const ssize_t size = ::read(STDIN_FILENO, &byte, 1);
    if (size < 0 && (errno == EINTR || errno == EAGAIN)) {
        return;
    }
    if (size == 1 && byte != '\n') {
        m_line += byte;
        return;
    }
    m_input->setEnabled(false);
    if (size <= 0 && m_line.isEmpty()) {
        quit();
    } else {
        handle(QString::fromLocal8Bit(m_line));
    }
}

void Stepper::handle(const QString &line)
{
    const auto asked = parseStepLine(line);
    if (asked) {
        obey(*asked);
    } else {
        writeError(asked.error());
        ask();
    }
}

void Stepper::obey(const StepLine &asked)
{
    const std::int32_t n = asked.step.value_or(next());
    using Verb = StepLine::Verb;
    switch (asked.verb) {
    case Verb::Next: {
        const std::int32_t until = next() + asked.step.value_or(1);
        go(std::min(until, breakpointFrom(next() + 1).value_or(until)));
        return;
    }
    case Verb::Continue:
        go(breakpointFrom(next() + 1));
        return;
    case Verb::Skip:
    case Verb::Edit:
        change(asked);
        return;
    case Verb::Do:
        doInside(asked.text);
        return;
    case Verb::Quit:
        quit();
        return;
    case Verb::Break:
        if (hasStep(n)) {
            m_options.breakpoints.insert(n);
        }
        break;
    case Verb::Delete:
        m_options.breakpoints.erase(n);
        break;
    case Verb::List:
        say(stepListText(m_run->state(), m_options.breakpoints));
        break;
    case Verb::Print:
        print(asked.name);
        break;
    case Verb::Help:
        say(stepLineHelp());
        break;
    case Verb::Nothing:
        break;
    }
    ask();
}

void Stepper::go(std::optional<std::int32_t> before)
{
    m_run->send(GoRequest{before});
}

/** The session answers, or it is said here what is wrong. */
void Stepper::change(const StepLine &asked)
{
    const std::int32_t n = asked.step.value_or(next());
    if (!hasStep(n)) {
        ask();
        return;
    }
    Step step = m_run->state().steps.at(n - 1).step;
    if (asked.verb == StepLine::Verb::Skip) {
        step.isSkipped = true;
        m_run->send(EditRequest{step});
        return;
    }
    const auto edited = withArguments(step, {{asked.name, asked.text}});
    if (edited) {
        m_run->send(EditRequest{*edited});
        return;
    }
    printFindings({edited.error()});
    ask();
}

void Stepper::print(const QString &facet)
{
    const auto kind = facetCalled(facet);
    if (!kind && !facet.isEmpty()) {
        writeError(translate("Cli", "There is no facet “%1”; “h” lists them.").arg(facet));
    } else if (m_options.json) {
        m_isRead = writeAll(STDOUT_FILENO, jsonLine(facetsMap(m_run->state(), kind))) && m_isRead;
    } else {
        say(facetsText(m_run->state(), kind));
    }
}

/** By a terminal, so that it is the same as one in the window; it has nothing to read. */
void Stepper::doInside(const QString &command)
{
    m_run->send(TerminalOpenRequest{.id = ++m_commands,
                                    .side = Side::Inside,
                                    .command = {u"sh"_s, u"-c"_s, command},
                                    .columns = std::min(terminalWidth(), kMaxTerminalSide),
                                    .rows = 24,
                                    .environment = {}});
    m_run->send(TerminalInputRequest{.id = m_commands, .bytes = kEndOfInput});
}

void Stepper::quit()
{
    m_hasQuit = true;
    m_run->stop();
}

/** Programs are told by events. */
void Stepper::say(const QString &text)
{
    if (!m_options.json) {
        m_isRead = writeOut(text) && m_isRead;
    }
}

bool Stepper::hasStep(std::int32_t n)
{
    const qsizetype count = m_run->state().plan.steps.size();
    if (n > count) {
        writeError(translate("Cli", "There is no step %1: the plan has %2.").arg(n).arg(count));
    }
    return n <= count;
}

std::optional<std::int32_t> Stepper::breakpointFrom(std::int32_t n) const
{
    const auto found = m_options.breakpoints.lower_bound(n);
    return found == m_options.breakpoints.end() ? std::nullopt : std::optional(*found);
}

std::int32_t Stepper::next() const
{
    return m_run->state().pausedBefore.value_or(0);
}

} // namespace nsw::cli
