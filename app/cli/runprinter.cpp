// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/runprinter.h"

#include "app/cli/narration.h"
#include "app/cli/terminal.h"
#include "app/text/words.h"

#include <unistd.h>

namespace nsw::cli
{

bool RunPrinter::print(const Event &event, const SessionState &state)
{
    if (const auto *step = std::get_if<StepEvent>(&event)) {
        tell(*step, state);
    }
    if (m_options.json) {
        return writeAll(STDOUT_FILENO, m_lines.lines(event));
    }
    const auto *output = std::get_if<OutputEvent>(&event);
    if (output == nullptr) {
        return true;
    }
    const bool isError = output->stream == Stream::Stderr;
    return writeAll(isError ? STDERR_FILENO : STDOUT_FILENO, output->text) || isError;
}

void RunPrinter::tell(const StepEvent &event, const SessionState &state) const
{
    const Step *step = stepOf(event, state);
    if (step == nullptr) {
        return;
    }
    if (m_options.verbose) {
        writeError(narration(*step, event));
    }
    if (event.error) {
        writeError(words::explain(*step, event.error, m_options.facts));
    }
}

} // namespace nsw::cli
