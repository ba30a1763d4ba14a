// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <expected>
#include <optional>

namespace nsw::cli
{

/** What is typed at a pause. */
struct StepLine {
    enum class Verb : std::uint8_t {
        Nothing, ///< an empty line, or a comment
        Next,
        Continue,
        Break,
        Delete,
        List,
        Print,
        Skip,
        Edit,
        Do, ///< a command in the container
        Quit,
        Help,
    };
    Verb verb = Verb::Nothing;
    std::optional<std::int32_t> step; ///< or how many, of Next; absent: the next one
    QString name; ///< of the argument that is edited, or of the facet that is printed
    QString text; ///< its new value, or the command
    bool operator==(const StepLine &) const = default;
};

/** Or a sentence that says what is wrong with it. */
std::expected<StepLine, QString> parseStepLine(const QString &line);

/** The commands, as a table. */
QString stepLineHelp();

} // namespace nsw::cli
