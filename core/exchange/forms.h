// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/losses.h"

/** One for each form; each has a file of its own. All of them end with a line break. */
namespace nsw
{

QString shellScript(const ExportSource &source, const Losses &losses);
QString cProgram(const ExportSource &source, const Losses &losses);
QString goProgram(const ExportSource &source, const Losses &losses);
QString ociConfiguration(const ExportSource &source, const Losses &losses);
QString bwrapCommand(const ExportSource &source, const Losses &losses);
QString nspawnCommand(const ExportSource &source, const Losses &losses);

/** A script of one command, a line for each option with its values. */
QString commandScript(const QString &name,
                      const QList<QStringList> &lines,
                      const QStringList &outside = {});

/** "Namespace Workbench: red", fit for a comment in any of the languages. */
QString titleOf(const Container &container);

} // namespace nsw
