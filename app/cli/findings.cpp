// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/findings.h"

#include "app/cli/terminal.h"
#include "app/session/library.h"
#include "app/text/translate.h"
#include "app/text/words.h"
#include "core/store/configurationfile.h"

namespace nsw::cli
{

namespace
{

QString labelOf(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return translate("Cli", "error");
    case Severity::Warning:
        return translate("Cli", "warning");
    case Severity::Note:
        return translate("Cli", "note");
    }
    Q_UNREACHABLE();
}

} // namespace

void printFindings(const Findings &findings)
{
    for (const Finding &finding : findings) {
        if (finding.severity != Severity::Note) {
            writeError(labelOf(finding.severity) + QLatin1StringView(": ")
                       + words::sentence(finding));
        }
    }
}

std::optional<Configuration> load(const QString &file)
{
    auto configuration = loadConfiguration(libraryPath(file).value_or(file));
    if (!configuration) {
        printFindings({configuration.error()});
        return std::nullopt;
    }
    return *std::move(configuration);
}

} // namespace nsw::cli
