// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/findings.h"

#include "app/cli/jsonlines.h"
#include "app/cli/terminal.h"
#include "app/session/library.h"
#include "app/text/translate.h"
#include "app/text/words.h"
#include "core/store/configurationfile.h"
#include "core/store/recording.h"

#include <QCborMap>
#include <QFileInfo>

#include <unistd.h>

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

std::optional<Finding> reasonAgainst(const QString &file)
{
    const auto because = [&file](const QString &why) {
        return Finding{.severity = Severity::Error,
                       .code = FindingCode::Unreadable,
                       .path = {},
                       .found = file,
                       .expected = why};
    };
    const auto example = libraryPath(file);
    if (example && !QFileInfo::exists(*example)) {
        return because(translate(
            "Cli", "there is none of this name; “nsworkbench library” lists those that there are"));
    }
    const QFileInfo info(file);
    if (!info.isFile()) {
        return std::nullopt; // a pipe can be read only once
    }
    if (info.size() == 0) {
        return because(translate("Cli", "it is empty"));
    }
    if (isRecordingFile(file)) {
        return because(
            translate("Cli", "it is a recording, which “nsworkbench replay” tells again"));
    }
    return std::nullopt;
}

std::expected<Configuration, Finding> readConfiguration(const QString &file)
{
    if (const auto reason = reasonAgainst(file)) {
        return std::unexpected(*reason);
    }
    return loadConfiguration(libraryPath(file).value_or(file));
}

std::optional<Configuration> load(const Arguments &arguments)
{
    auto configuration = readConfiguration(arguments.file);
    if (configuration) {
        return *std::move(configuration);
    }
    const Findings findings{configuration.error()};
    printFindings(findings);
    if (arguments.json) {
        writeAll(STDOUT_FILENO,
                 arguments.command == Command::Run
                     ? JsonLines().lines(
                           RefusedEvent{.request = StartRequest::kTag, .findings = findings})
                     : jsonLine(QCborMap{{QStringLiteral("findings"), encode(findings)}}));
    }
    return std::nullopt;
}

} // namespace nsw::cli
