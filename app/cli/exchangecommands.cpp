// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/findings.h"
#include "app/cli/host.h"
#include "app/cli/terminal.h"
#include "app/session/exporthost.h"
#include "app/text/translate.h"
#include "core/exchange/import.h"
#include "core/store/configurationfile.h"
#include "core/store/json.h"

#include <QCborArray>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <unistd.h>

namespace nsw::cli
{

using Qt::StringLiterals::operator""_s;

namespace
{

bool writeFile(const QString &path, const QByteArray &text, bool isProgram)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit()) {
        writeError(translate("Cli", "“%1” was not written: %2").arg(path, file.errorString()));
        return false;
    }
    if (isProgram) {
        QFile::setPermissions(path, QFile::permissions(path) | QFile::ExeOwner);
    }
    return true;
}

/** To a file, or to standard output. */
bool deliver(const Arguments &arguments, const QByteArray &text, bool isProgram)
{
    return arguments.output.isEmpty() ? writeAll(STDOUT_FILENO, text)
                                      : writeFile(arguments.output, text, isProgram);
}

ExportFormat formatOf(const QString &name)
{
    for (const ExportFormat format : kExportFormats) {
        if (name == nameOf(format)) {
            return format;
        }
    }
    return ExportFormat::Shell; // not reached: the arguments were checked
}

/** As printFindings(), with the notes: what differs is what one wants to know here. */
void printAllFindings(Findings findings)
{
    for (Finding &finding : findings) {
        if (finding.severity == Severity::Note) {
            finding.severity = Severity::Warning;
        }
    }
    printFindings(findings);
}

Imported importedFrom(const Arguments &arguments)
{
    const ImportUser user{.uid = getuid(), .gid = getgid()};
    if (!arguments.containerCommand.isEmpty()) {
        return importUnshare(arguments.containerCommand, user);
    }
    if (const auto reason = reasonAgainst(arguments.file)) {
        return {.configuration = std::nullopt, .findings = {*reason}};
    }
    const bool isDirectory = QFileInfo(arguments.file).isDir();
    QFile file;
    bool isOpen = false;
    if (arguments.file == u'-') {
        isOpen = file.open(stdin, QIODevice::ReadOnly);
    } else {
        file.setFileName(arguments.file);
        isOpen = !isDirectory && file.open(QIODevice::ReadOnly);
    }
    if (!isOpen) {
        return {.configuration = std::nullopt,
                .findings = {Finding{.severity = Severity::Error,
                                     .code = FindingCode::Unreadable,
                                     .path = {},
                                     .found = arguments.file,
                                     .expected = isDirectory ? translate("Cli", "it is a directory")
                                                             : file.errorString()}}};
    }
    return importText(file.read(kMaxConfigurationSize + 1), user);
}

} // namespace

int exportAsked(const Arguments &arguments)
{
    const auto configuration = load(arguments);
    if (!configuration) {
        return kBadConfiguration;
    }
    const auto facts = factsHere(*configuration);
    if (!facts) {
        return kFailed;
    }
    const ExportFormat format = formatOf(arguments.form);
    const Exported exported = exportAs(format, *configuration, exportHost(*facts));
    printAllFindings(exported.findings);
    const bool wrong = hasErrors(exported.findings);
    if (arguments.json) {
        deliver(arguments, toJson(encode(exported), JsonStyle::Indented) + '\n', false);
    } else if (!wrong && !deliver(arguments, exported.text.toUtf8(), isScript(format))) {
        return kFailed;
    }
    return wrong ? kBadConfiguration : 0;
}

int importAsked(const Arguments &arguments)
{
    const Imported imported = importedFrom(arguments);
    printAllFindings(imported.findings);
    if (arguments.json) {
        QCborMap map{{u"findings"_s, encode(imported.findings)}};
        if (imported.configuration) {
            map.insert(u"configuration"_s, encode(*imported.configuration));
        }
        deliver(arguments, toJson(map.toCborValue(), JsonStyle::Indented) + '\n', false);
    } else if (imported.configuration
               && !deliver(arguments, writeConfiguration(*imported.configuration), false)) {
        return kFailed;
    }
    return imported.configuration ? 0 : kBadConfiguration;
}

} // namespace nsw::cli
