// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/configuration.h"

namespace nsw
{

/** The words, each as shellWord() has it. */
QString shellQuoted(const QStringList &words);

/** nsenter(1) with an option for each kind that is joined, quoted; empty when none is. */
QStringList enteringWords(const Namespaces &namespaces);

/** What shellCommand() is made of. All of it is quoted. */
struct ShellParts {
    QStringList outside; ///< commands for a child of whoever becomes the words; $outside is its
                         ///< network namespace
    QStringList words; ///< nsenter(1) and unshare(1) with their options
    QStringList setUp; ///< commands that are to be run inside, one after the other
    QString command;
};
ShellParts shellParts(const Container &container);

/**
 * The command line that a person would type for this container, with unshare(1) and nsenter(1) of
 * util-linux. One command, without a trailing newline.
 */
QString shellCommand(const Container &container);

} // namespace nsw
