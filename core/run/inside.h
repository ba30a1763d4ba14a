// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/perform.h"

/**
 * The process inside: made by the supervisor, it becomes the container. It makes the inside steps
 * one by one as the supervisor asks for them, then turns into the command or stays as an init.
 */
namespace nsw
{

/**
 * From the supervisor come the indices of the steps to make, each with the CBOR of a Step behind it
 * where that is another one now, or one of these: all is done, stay as an init; or go on after a
 * step that failed.
 */
inline constexpr std::int32_t kStay = -1;
inline constexpr std::int32_t kGoOn = -2;

/** How long such an order may be, in bytes. */
inline constexpr std::size_t kMaxOrder = std::size_t{64} << 10;

/** To the supervisor: what it came to. */
struct StepReport {
    std::int32_t step = 0;
    Outcome outcome;
};

/** What the process inside is given when it comes to be. Descriptors are its own copies. */
struct Birth {
    QList<Step> &steps; ///< it has a copy of its own
    Workplace &workplace;
    int channel = -1; ///< SOCK_SEQPACKET: indices in, reports out; closes when the supervisor goes
    int proc = -1; ///< /proc as the supervisor sees it
    int input = -1; ///< standard streams of the command; -1: as the supervisor has them
    int output = -1;
    int error = -1;
    bool isUsers = false; ///< its files below /proc belong to the user, whoever it becomes inside
    bool takesPaths = false; ///< the paths of a step come after its index, as descriptors
    bool noNewPrivileges = false; ///< for the command
};

/** Runs in the new process; returns to nobody. */
[[noreturn]] void runInside(const Birth &birth);

} // namespace nsw
