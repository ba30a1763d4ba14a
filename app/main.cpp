// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "app/cli/findings.h"
#include "app/cli/terminal.h"
#include "app/text/language.h"
#include "app/window/passwordprompt.h"
#include "app/window/runwindow.h"

#include <QApplication>

#include <memory>

using Qt::StringLiterals::operator""_s;

namespace
{

/** The tour draws a window, on no display; every other command does without. */
std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv, bool draws)
{
    if (!draws) {
        return std::make_unique<QCoreApplication>(argc, argv);
    }
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QApplication>(argc, argv);
}

} // namespace

int main(int argc, char **argv)
{
    nsw::cli::holdStandardStreams();
    if (nsw::isPasswordPrompt()) {
        return nsw::runPasswordPrompt(argc, argv);
    }
    QStringList words;
    for (int i = 1; i < argc; ++i) {
        words << QString::fromLocal8Bit(argv[i]);
    }
    const auto early = nsw::cli::parseArguments(words);
    if (early && early->command == nsw::cli::Command::Window) {
        return nsw::runWindow(argc, argv, early->file, early->host);
    }
    const bool draws = early && early->command == nsw::cli::Command::Tour;
    const auto application = makeApplication(argc, argv, draws);
    QCoreApplication::setApplicationName(u"nsworkbench"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(NSW_VERSION));
    nsw::speakDesktopLanguage(*application);
    // Once more, now that what is wrong can be said in the user's language.
    const auto arguments = nsw::cli::parseArguments(words);
    if (!arguments) {
        nsw::cli::writeError(arguments.error());
        nsw::cli::writeError(
            QCoreApplication::translate("Cli", "“nsworkbench --help” tells more."));
        return nsw::cli::kBadConfiguration;
    }
    return nsw::cli::dispatch(*arguments);
}
