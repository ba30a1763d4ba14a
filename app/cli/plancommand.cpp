// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/findings.h"
#include "app/cli/host.h"
#include "app/cli/narration.h"
#include "app/cli/table.h"
#include "app/cli/terminal.h"
#include "app/text/translate.h"
#include "app/text/words.h"
#include "core/plan/shell.h"
#include "core/store/json.h"

#include <unistd.h>

namespace nsw::cli
{

using Qt::StringLiterals::operator""_s;

namespace
{

QString rights(const Prepared &prepared)
{
    QString text = prepared.plan.privilege == Privilege::None
        ? translate("Cli", "It runs as you, without an administrator.")
        : translate("Cli", "It needs an administrator.");
    if (prepared.plan.privilege != Privilege::None && prepared.asked == Privilege::None) {
        text += u' ' + translate("Cli", "You are one.");
    }
    text += u'\n';
    for (const Finding &finding : prepared.plan.findings) {
        if (finding.severity == Severity::Note) {
            text += u"  "_s + words::sentence(finding) + u'\n';
        }
    }
    return text;
}

QString stepsText(const Plan &plan)
{
    QString text;
    for (const Step &step : plan.steps) {
        text += announcement(step) + u'\n';
    }
    return text;
}

QString wholeText(const Configuration &configuration, const Prepared &prepared)
{
    const bool colour = wantsColour();
    const QString heading = translate("Cli", "Plan for “%1”").arg(prepared.plan.container);
    return bold(heading, colour) + u"\n\n"_s + stepsText(prepared.plan) + u'\n'
        + bold(translate("Cli", "As a shell command"), colour) + u"\n  "_s
        + shellCommand(configuration.containers.first()) + u"\n\n"_s
        + bold(translate("Cli", "Rights"), colour) + u'\n' + rights(prepared);
}

} // namespace

int plan(const Arguments &arguments)
{
    const auto configuration = load(arguments);
    if (!configuration) {
        return kBadConfiguration;
    }
    const auto host = connectTo(arguments);
    const auto made = host ? prepareOn(*host, *configuration) : std::nullopt;
    if (!made) {
        return kNotMade;
    }
    const Prepared &prepared = *made;
    printFindings(prepared.plan.findings);
    const bool wrong = hasErrors(prepared.plan.findings);
    if (arguments.json) {
        writeAll(STDOUT_FILENO,
                 QByteArray(toJson(encode(prepared.plan), JsonStyle::Indented) + '\n'));
    } else if (!wrong) {
        writeOut(wholeText(*configuration, prepared));
    }
    return wrong ? kBadConfiguration : 0;
}

} // namespace nsw::cli
