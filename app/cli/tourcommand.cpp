// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/findings.h"
#include "app/cli/host.h"
#include "app/cli/jsonlines.h"
#include "app/cli/liverun.h"
#include "app/cli/narration.h"
#include "app/cli/table.h"
#include "app/cli/terminal.h"
#include "app/cli/tourpicture.h"
#include "app/text/translate.h"
#include "app/text/words.h"
#include "core/store/configurationfile.h"

#include <QFile>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <utility>

#include <unistd.h>

namespace nsw::cli
{

using Qt::StringLiterals::operator""_s;
using namespace std::chrono_literals;

namespace
{

// A facet that never comes must not keep the tour waiting.
constexpr auto kTourPatience = 10s;
// The first look may be from before the command; another one is had within this time.
constexpr auto kSecondLook = 300ms;
constexpr std::int32_t kRefreshMs = 100;
constexpr qsizetype kMostRows = 12;

Configuration tourConfiguration()
{
    QFile file(u":/examples/all-eight.json"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    auto configuration = parseConfiguration(file.readAll());
    if (!configuration) {
        return {};
    }
    // Nothing is typed into it: the container just stays while it is looked at.
    configuration->containers.first().command = {u"sleep"_s, u"infinity"_s};
    return *std::move(configuration);
}

const FacetOrError *facetOf(const SessionState &state, Side side, FacetKind kind)
{
    const auto found = state.facets.find({side, kind});
    return found == state.facets.end() ? nullptr : &found->second;
}

/** The tour's part in the run: tells the steps, and ends it when both sides were seen. */
class Guide
{
public:
    Guide(bool json, const HostFacts &facts)
        : m_json(json)
        , m_facts(facts)
    {
    }

    bool follow(const Event &event, const SessionState &state)
    {
        if (state.phase == Phase::Running) {
            m_seen = state;
        }
        if (m_json) {
            return writeAll(STDOUT_FILENO, m_lines.lines(event));
        }
        const auto *made = std::get_if<StepEvent>(&event);
        const Step *step = made != nullptr ? stepOf(*made, state) : nullptr;
        if (step == nullptr) {
            return true;
        }
        QString text = narration(*step, *made) + u'\n';
        if (made->error) {
            text += u'\n' + words::explain(*step, made->error, &m_facts) + u'\n';
        }
        return writeOut(text);
    }

    [[nodiscard]] bool sawAll() const
    {
        return std::ranges::all_of(kCardFacets, [this](FacetKind kind) {
            return m_seen.facets.contains({Side::Outside, kind})
                && m_seen.facets.contains({Side::Inside, kind});
        });
    }
    /** As it was while the container ran. */
    [[nodiscard]] const SessionState &seen() const { return m_seen; }

private:
    bool m_json;
    const HostFacts &m_facts;
    JsonLines m_lines;
    SessionState m_seen;
};

void printComparison(const SessionState &state)
{
    TableStyle style;
    style.width = terminalWidth();
    style.colour = wantsColour();
    style.mostRows = kMostRows;
    QString text = u'\n' + tableHead(style);
    for (const FacetKind kind : kCardFacets) {
        text += facetTable(compare(kind,
                                   facetOf(state, Side::Outside, kind),
                                   facetOf(state, Side::Inside, kind)),
                           style)
            + u'\n';
    }
    writeOut(text);
}

/** False where it was to be in a place where it could not be. */
bool keepPicture(const Arguments &arguments,
                 const Configuration &configuration,
                 const SessionState &state)
{
    const std::optional<QString> path = savePicture(configuration, state, arguments.picture);
    if (!path) {
        writeError(translate("Cli", "The picture of the window could not be saved."));
        return arguments.picture.isEmpty();
    }
    if (arguments.json) {
        writeAll(STDOUT_FILENO, jsonLine(QCborMap{{u"event"_s, u"picture"_s}, {u"path"_s, *path}}));
    } else {
        writeOut(translate("Cli", "A picture of the window: %1").arg(*path) + u'\n');
    }
    return true;
}

LiveRun::Outcome makeContainer(const Configuration &configuration,
                               const Prepared &prepared,
                               const Host &host,
                               Guide &guide)
{
    LiveRun::Options options;
    options.session = host.session.get();
    options.start.configuration = configuration;
    options.asked = prepared.asked;
    options.start.refreshMs = kRefreshMs;
    bool lookingAgain = false;
    LiveRun *running = nullptr;
    LiveRun live(std::move(options), [&](const Event &event, const SessionState &state) {
        const bool read = guide.follow(event, state);
        if (guide.sawAll() && !std::exchange(lookingAgain, true)) {
            QTimer::singleShot(kSecondLook, running, &LiveRun::stop);
        }
        return read;
    });
    running = &live;
    QTimer::singleShot(kTourPatience, &live, &LiveRun::stop);
    return live.exec();
}

void welcome(const Configuration &configuration)
{
    writeOut(
        bold(translate("Cli", "A container with all eight namespaces, step by step"), wantsColour())
        + u"\n\n"_s
        + translate("Cli",
                    "“Outside” is this machine as it is, “inside” is the container “%1”. Each "
                    "step is one system call; behind it is what it returned and how long it "
                    "took.")
              .arg(configuration.containers.first().name)
        + u"\n\n"_s);
}

} // namespace

int tour(const Arguments &arguments)
{
    const Configuration configuration = tourConfiguration();
    if (configuration.containers.isEmpty()) {
        return kFailed;
    }
    const auto host = connectTo(arguments);
    const auto made = host ? prepareOn(*host, configuration) : std::nullopt;
    if (!made) {
        return kFailed;
    }
    const Prepared &prepared = *made;
    if (host->machine && prepared.asked != Privilege::None) {
        explainNoAdministrator(*host->machine);
        return kFailed;
    }
    if (!arguments.json) {
        welcome(configuration);
    }
    printFindings(prepared.plan.findings);
    Guide guide(arguments.json, prepared.facts);
    const LiveRun::Outcome outcome = makeContainer(configuration, prepared, *host, guide);
    if (outcome.error) {
        writeError(words::explain(*outcome.error));
    }
    if (outcome.outputClosed || outcome.signal != 0) {
        return exitStatus(outcome);
    }
    if (!arguments.json && !guide.seen().facets.empty()) {
        printComparison(guide.seen());
    }
    const bool isKept = keepPicture(arguments, configuration, guide.seen());
    return guide.sawAll() && isKept ? 0 : kFailed;
}

} // namespace nsw::cli
