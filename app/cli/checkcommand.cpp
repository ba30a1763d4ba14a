// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/findings.h"
#include "app/cli/host.h"
#include "app/cli/jsonlines.h"
#include "app/cli/liverun.h"
#include "app/cli/terminal.h"
#include "app/session/expect.h"
#include "app/session/library.h"
#include "app/text/translate.h"
#include "app/text/words.h"
#include "core/store/configurationfile.h"

#include <QDir>
#include <QTimer>

#include <chrono>

#include <unistd.h>

namespace nsw::cli
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;
using namespace std::chrono_literals;

namespace
{

// For a whole run; a command that takes longer is ended.
constexpr auto kCheckPatience = 30s;

struct Judgement {
    enum class Kind : std::uint8_t { AsExpected, Diverges, NothingExpected, NotRun };
    Kind kind = Kind::NotRun;
    Findings findings; ///< divergences, or why it could not be run
    QString failure; ///< the same in words, where it is no finding
};

QLatin1StringView idOf(Judgement::Kind kind)
{
    switch (kind) {
    case Judgement::Kind::AsExpected:
        return "as-expected"_L1;
    case Judgement::Kind::Diverges:
        return "diverges"_L1;
    case Judgement::Kind::NothingExpected:
        return "nothing-expected"_L1;
    case Judgement::Kind::NotRun:
        return "not-run"_L1;
    }
    Q_UNREACHABLE();
}

QString textOf(Judgement::Kind kind)
{
    switch (kind) {
    case Judgement::Kind::AsExpected:
        return translate("Cli", "as expected");
    case Judgement::Kind::Diverges:
        return translate("Cli", "not as expected");
    case Judgement::Kind::NothingExpected:
        return translate("Cli", "it ran, and nothing was expected of it");
    case Judgement::Kind::NotRun:
        return translate("Cli", "it could not be run");
    }
    Q_UNREACHABLE();
}

/** Files, those of directories, and those of the library. */
QStringList allFiles(const QStringList &given)
{
    QStringList files;
    for (const QString &one : given) {
        const QDir directory(one);
        if (one == "library"_L1) {
            for (const LibraryEntry &entry : libraryEntries()) {
                files << u"library:"_s + entry.name;
            }
        } else if (QFileInfo(one).isDir()) {
            const QStringList names = directory.entryList({u"*.json"_s}, QDir::Files, QDir::Name);
            for (const QString &name : names) {
                files << directory.filePath(name);
            }
            if (names.isEmpty()) {
                files << one; // which is told of
            }
        } else {
            files << one;
        }
    }
    return files;
}

Judgement judged(const std::optional<Expectation> &expected, const Expectation &seen, Extent extent)
{
    const Findings found = divergences(expected.value_or(Expectation{}), seen, extent);
    if (!found.isEmpty()) {
        return {.kind = Judgement::Kind::Diverges, .findings = found, .failure = {}};
    }
    return {.kind = expected ? Judgement::Kind::AsExpected : Judgement::Kind::NothingExpected,
            .findings = {},
            .failure = {}};
}

/** Nothing is typed and nothing looked at again: what counts is what was made. */
LiveRun::Options checkOptions(const Configuration &configuration, const Host &host)
{
    LiveRun::Options options;
    options.session = host.session.get();
    options.start.configuration = configuration;
    options.start.refreshMs = 0;
    options.input = LiveRun::Input::Empty;
    return options;
}

Judgement runAndJudge(const Configuration &configuration, const Host &host, int &signal)
{
    const auto &expected = configuration.expectation;
    const bool needsEnd = expected && (expected->exit || expected->output);
    FirstSight first;
    LiveRun *running = nullptr;
    LiveRun live(checkOptions(configuration, host), [&](const Event &, const SessionState &state) {
        first.follow(state);
        if (!needsEnd && isMade(state)) {
            running->stop();
        }
        return true;
    });
    running = &live;
    QTimer::singleShot(kCheckPatience, &live, &LiveRun::stop);
    const LiveRun::Outcome outcome = live.exec();
    signal = outcome.signal;
    if (outcome.error) {
        return {.kind = Judgement::Kind::NotRun,
                .findings = {},
                .failure = words::explain(*outcome.error)};
    }
    const Extent extent = needsEnd ? Extent::Whole : Extent::Made;
    return judged(expected, seenIn(first.of(live.state())), extent);
}

Judgement judge(const QString &file, const Host &host, int &signal)
{
    if (QFileInfo(file).isDir()) {
        return {.kind = Judgement::Kind::NotRun,
                .findings = {},
                .failure = translate("Cli", "There is no configuration (*.json) in it.")};
    }
    const auto configuration = readConfiguration(file);
    if (!configuration) {
        return {
            .kind = Judgement::Kind::NotRun, .findings = {configuration.error()}, .failure = {}};
    }
    const auto prepared = prepareOn(host, *configuration);
    if (!prepared) {
        return {};
    }
    if (hasErrors(prepared->plan.findings)) {
        return judged(
            configuration->expectation, expectationOf(prepared->plan.findings), Extent::Whole);
    }
    if (prepared->asked != Privilege::None) {
        return {.kind = Judgement::Kind::NotRun,
                .findings = {},
                .failure
                = translate("Cli", "It needs an administrator, and is checked as root only.")};
    }
    return runAndJudge(*configuration, host, signal);
}

bool print(const QString &file, const Judgement &judgement, bool json)
{
    if (json) {
        QCborMap map{{u"file"_s, file},
                     {u"outcome"_s, idOf(judgement.kind)},
                     {u"findings"_s, encode(judgement.findings)}};
        if (!judgement.failure.isEmpty()) {
            map.insert(u"failure"_s, judgement.failure);
        }
        return writeAll(STDOUT_FILENO, jsonLine(map));
    }
    QString text
        = translate("Cli", "%1: %2", "file and outcome").arg(file, textOf(judgement.kind)) + u'\n';
    for (const Finding &finding : judgement.findings) {
        text += u"  "_s + words::sentence(finding) + u'\n';
    }
    if (!judgement.failure.isEmpty()) {
        text += u"  "_s + judgement.failure + u'\n';
    }
    return writeOut(text);
}

} // namespace

int check(const Arguments &arguments)
{
    const auto host = connectTo(arguments);
    if (!host) {
        return kNotMade;
    }
    bool allWell = true;
    for (const QString &file : allFiles(arguments.files)) {
        int signal = 0;
        const Judgement judgement = judge(file, *host, signal);
        if (signal != 0) {
            LiveRun::Outcome interrupted;
            interrupted.signal = signal;
            return exitStatus(interrupted);
        }
        allWell = allWell && judgement.kind != Judgement::Kind::Diverges
            && judgement.kind != Judgement::Kind::NotRun;
        if (!print(file, judgement, arguments.json)) {
            break; // nobody reads any more
        }
    }
    return allWell ? 0 : kFailed;
}

int library(const Arguments &arguments)
{
    for (const LibraryEntry &entry : libraryEntries()) {
        const QString name = localName(entry.configuration);
        const QString description = localDescription(entry.configuration);
        if (arguments.json) {
            writeAll(STDOUT_FILENO,
                     jsonLine(QCborMap{{u"name"_s, QString(u"library:"_s + entry.name)},
                                       {u"experiment"_s, entry.experiment},
                                       {u"title"_s, name},
                                       {u"description"_s, description}}));
        } else {
            writeOut(u"library:%1\n  %2\n  %3\n\n"_s.arg(entry.name, name, description));
        }
    }
    return 0;
}

} // namespace nsw::cli
