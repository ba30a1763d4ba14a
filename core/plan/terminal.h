// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/configuration.h"
#include "core/model/step.h"
#include "core/model/terminal.h"

namespace nsw
{

/** Whoever asks, where that one has fewer rights than the supervisor. */
struct TerminalUser {
    std::uint32_t uid = 0;
    std::uint32_t gid = 0;
    QList<std::uint32_t> groups;
    bool isOther = true; ///< false: the supervisor has become that user
    QString name;
    QString home;
    bool operator==(const TerminalUser &) const = default;
};

/** What the planner has to know of a container that is there. */
struct TerminalFacts {
    Container container; ///< as it was started
    std::int32_t inside = 0; ///< PID of its first process
    QList<NsKind> shared; ///< kinds whose namespace inside is the one outside
    QString shell; ///< of whoever asks
    std::optional<TerminalUser> onBehalfOf;
    std::int32_t stepsBefore = 0;
    bool operator==(const TerminalFacts &) const = default;
};

/** 1 to kMaxTerminalSide each. */
bool isTerminalSize(std::int32_t columns, std::int32_t rows);

/**
 * What stands before the prompt: the name of the container, or that it is outside. Shells expand
 * their prompts, and the name may come out of somebody else's file: what could mean anything to
 * them is replaced.
 */
QString promptName(const QString &container, Side side);

/**
 * The steps of a terminal, or findings that say why it is not opened.
 *
 * Outside it runs as whoever asks, whatever rights the supervisor has. Inside it is who a command
 * of the container is.
 */
Plan planTerminal(const TerminalOpenRequest &asked, const TerminalFacts &facts);

} // namespace nsw
