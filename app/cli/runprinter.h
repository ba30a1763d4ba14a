// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/jsonlines.h"
#include "app/session/state.h"
#include "core/model/hostfacts.h"

namespace nsw::cli
{

/** What is told of a run, one event after the other: while it goes on, or of a recording of it. */
class RunPrinter
{
public:
    struct Options {
        bool json = false;
        bool verbose = false; ///< tells every step on standard error
        const HostFacts *facts = nullptr; ///< of the machine where it runs; null: not known
    };
    explicit RunPrinter(const Options &options)
        : m_options(options)
    {
    }

    /** `state`: after the event. False: nobody reads what was printed. */
    bool print(const Event &event, const SessionState &state);

private:
    void tell(const StepEvent &event, const SessionState &state) const;

    Options m_options;
    JsonLines m_lines;
};

} // namespace nsw::cli
