// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import.h"

#include "core/exchange/shellwords.h"
#include "core/store/configurationfile.h"

namespace nsw
{

using Qt::StringLiterals::operator""_L1;

namespace
{

Imported failed(FindingCode code, const QString &found, const QString &expected = {})
{
    return {.configuration = std::nullopt,
            .findings = {Finding{.severity = Severity::Error,
                                 .code = code,
                                 .path = {},
                                 .found = found,
                                 .expected = expected}}};
}

/** The first command that does something; the rest is told of. */
Imported importCommands(QList<QStringList> commands, const ImportUser &user)
{
    while (!commands.isEmpty() && commands.first().value(0) == "set"_L1) {
        commands.removeFirst();
    }
    if (commands.isEmpty()) {
        return failed(FindingCode::ImportNotUnshare, {});
    }
    QStringList words = commands.takeFirst();
    if (words.value(0) == "exec"_L1) {
        words.removeFirst();
    }
    Imported imported = importUnshare(words, user);
    for (const QStringList &rest : std::as_const(commands)) {
        imported.findings << Finding{.severity = Severity::Warning,
                                     .code = FindingCode::ImportLeftOut,
                                     .path = {},
                                     .found = rest.join(u' '),
                                     .expected = {}};
    }
    return imported;
}

} // namespace

Imported importText(const QByteArray &text, const ImportUser &user)
{
    if (text.size() > kMaxConfigurationSize) {
        return failed(FindingCode::TooLarge,
                      QString::number(text.size()),
                      QString::number(kMaxConfigurationSize));
    }
    if (text.trimmed().startsWith('{')) {
        return importOci(text, user);
    }
    auto commands = shellWords(QString::fromUtf8(text));
    if (!commands) {
        return {.configuration = std::nullopt, .findings = {commands.error()}};
    }
    return importCommands(*std::move(commands), user);
}

} // namespace nsw
