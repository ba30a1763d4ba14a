// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <expected>
#include <optional>

namespace nsw::cli
{

enum class Command : std::uint8_t {
    Window,
    Run,
    Plan,
    Inspect,
    Tour,
    Export,
    Import,
    Replay,
    Check,
    Library,
    Help,
    Version
};

struct Arguments {
    Command command = Command::Window;
    /** Of run, plan, export, import and replay; "-" is standard input, "library:NAME" one of the
     * library. */
    QString file;
    QStringList files; ///< of check; directories as well
    QStringList containerCommand; ///< what stands after "--"; empty: that of the file
    QString form; ///< export: "sh", "c", …
    QString output; ///< export and import: where it goes; empty: standard output
    std::optional<std::int32_t> pid;
    bool json = false;
    bool all = false; ///< inspect: also the facets without a card
    bool everybody = false; ///< inspect: as an administrator
    bool verbose = false;
    bool step = false; ///< run: pauses before each step
    QList<std::int32_t> breakpoints; ///< run: and before these
    QString record; ///< run: the file that the recording goes to; empty: none
    std::optional<double> speed; ///< replay: by the times of the events; absent: at once
    QString host; ///< another machine, as parseMachine() takes it; empty: this one
    QString remoteSupervisor; ///< a path there; empty: looked for
    bool saveExpectation = false; ///< run: what it came to goes into the file
    QString picture; ///< where the tour's picture goes; empty: a default
    QString topic; ///< the command that help is asked for; empty: all
    bool operator==(const Arguments &) const = default;
};

/** The words after the program's name, or a sentence that says what is wrong with them. */
std::expected<Arguments, QString> parseArguments(const QStringList &words);

} // namespace nsw::cli
