// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/configuration.h"
#include "core/model/finding.h"

#include <QByteArray>

/** Configurations out of what others wrote. Strict: what is not understood is told of. */
namespace nsw
{

/** Whoever imports: an ID of their own becomes "self". */
struct ImportUser {
    std::uint32_t uid = 0;
    std::uint32_t gid = 0;
};

struct Imported {
    std::optional<Configuration> configuration; ///< absent where there is an error
    Findings findings; ///< what is not carried over, with the place in what was read
};

/** A config.json of the OCI runtime specification. */
Imported importOci(const QByteArray &json, const ImportUser &user);

/** The words of an unshare(1) command, the name first. */
Imported importUnshare(const QStringList &words, const ImportUser &user);

/** The text of either: JSON, or a command line with its quotes. */
Imported importText(const QByteArray &text, const ImportUser &user);

} // namespace nsw
