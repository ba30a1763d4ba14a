// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/terminals.h"

#include "core/plan/terminal.h"
#include "core/run/streams.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <cstdlib>

#include <pwd.h>
#include <unistd.h>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

constexpr std::size_t kMostOpeningsAMinute = 120;

struct Account {
    QString name;
    QString home;
    QString shell;
};

Account accountOf(uid_t uid)
{
    constexpr std::size_t kBuffer = std::size_t{16} << 10;
    std::array<char, kBuffer> buffer{};
    passwd entry{};
    passwd *found = nullptr;
    if (::getpwuid_r(uid, &entry, buffer.data(), buffer.size(), &found) != 0 || found == nullptr) {
        return {.name = QString::number(uid), .home = u"/"_s, .shell = {}};
    }
    return {.name = QString::fromUtf8(entry.pw_name),
            .home = QFile::decodeName(entry.pw_dir),
            .shell = QFile::decodeName(entry.pw_shell)};
}

/** Accounts of daemons have a shell that lets nobody in. */
bool isShell(const QString &path)
{
    return path.startsWith(u'/') && !path.endsWith("/nologin"_L1) && !path.endsWith("/false"_L1)
        && ::access(QFile::encodeName(path).constData(), X_OK) == 0;
}

QString shellFor(const ActSite &site, const Account &account)
{
    // Somebody else's environment is not ours.
    const QString chosen = site.onBehalfOf ? QString() : qEnvironmentVariable("SHELL");
    for (const QString &shell : {chosen, account.shell}) {
        if (isShell(shell)) {
            return shell;
        }
    }
    return u"/bin/sh"_s;
}

TerminalFacts factsOf(const ActSite &site, std::int32_t steps)
{
    const Account account = accountOf(site.onBehalfOf ? site.onBehalfOf->uid : ::geteuid());
    TerminalFacts facts{.container = site.container,
                        .inside = site.inside,
                        .shared = sharedKinds(site),
                        .shell = shellFor(site, account),
                        .onBehalfOf = std::nullopt,
                        .stepsBefore = steps};
    if (std::ranges::any_of(site.left, [](const Step &step) {
            return std::holds_alternative<op::Chdir>(step.operation);
        })) {
        facts.container.workingDirectory.clear(); // where the container is not either yet
    }
    if (const auto &caller = site.onBehalfOf; caller) {
        facts.onBehalfOf = TerminalUser{
            .uid = caller->uid,
            .gid = caller->gid,
            .groups = QList<std::uint32_t>(caller->groups.begin(), caller->groups.end()),
            .isOther = caller->isOther,
            .name = account.name,
            .home = account.home};
    }
    return facts;
}

Finding errorOf(FindingCode code, std::size_t found, std::size_t expected)
{
    return {.severity = Severity::Error,
            .code = code,
            .path = {},
            .found = QString::number(found),
            .expected = QString::number(expected)};
}

void tellRefused(std::int32_t id, Findings findings, Connection &connection)
{
    connection.send(TerminalEndedEvent{
        .id = id, .exit = 0, .findings = std::move(findings), .error = std::nullopt});
}

} // namespace

Terminals::Terminals(const ActSite &site, std::int32_t &steps, Connection &connection)
    : m_site(site)
    , m_steps(steps)
    , m_connection(connection)
    , m_rate(kMostOpeningsAMinute)
{
}

TerminalRun *Terminals::find(std::int32_t id) const
{
    const auto found
        = std::ranges::find_if(m_runs, [id](const auto &run) { return run->id() == id; });
    return found == m_runs.end() ? nullptr : found->get();
}

std::optional<Finding> Terminals::refusal(Side side)
{
    if (const auto why = refusalAt(m_site, side)) {
        return why;
    }
    if (m_site.onBehalfOf && m_runs.size() >= kMost) {
        return errorOf(FindingCode::TooManyTerminals, m_runs.size(), kMost);
    }
    if (m_site.onBehalfOf && !m_rate.take(nowUs())) {
        return errorOf(FindingCode::TooOften, m_rate.most(), m_rate.most());
    }
    return std::nullopt;
}

void Terminals::handle(const TerminalOpenRequest &request)
{
    if (find(request.id) != nullptr) {
        // The answer is not one that ends the other of this id.
        Finding finding = errorOf(FindingCode::OutOfRange, 0, 0);
        finding.path = u"id"_s;
        finding.found = QString::number(request.id);
        finding.expected = u"≠ %1"_s.arg(request.id);
        m_connection.send(
            RefusedEvent{.request = QString(TerminalOpenRequest::kTag), .findings = {finding}});
        return;
    }
    if (const auto refused = refusal(request.side)) {
        tellRefused(request.id, {*refused}, m_connection);
        return;
    }
    Plan plan = planTerminal(request, factsOf(m_site, m_steps));
    if (hasErrors(plan.findings)) {
        tellRefused(request.id, plan.findings, m_connection);
        return;
    }
    m_steps += static_cast<std::int32_t>(plan.steps.size());
    m_runs.push_back(std::make_unique<TerminalRun>(
        TerminalRun::Order{.asked = request, .plan = std::move(plan)}, m_site, m_connection));
    m_runs.back()->start();
}

void Terminals::handle(const TerminalInputRequest &request)
{
    TerminalRun *run = find(request.id);
    if (run != nullptr && !run->write(request.bytes)) {
        Finding finding = errorOf(FindingCode::InputWaits,
                                  static_cast<std::size_t>(run->inputKept()),
                                  static_cast<std::size_t>(kMaxInputKept));
        finding.path = u"bytes"_s;
        m_connection.send(
            RefusedEvent{.request = QString(TerminalInputRequest::kTag), .findings = {finding}});
    }
}

void Terminals::handle(const TerminalShownRequest &request)
{
    if (TerminalRun *run = find(request.id)) {
        run->shown(request.bytes);
    }
}

void Terminals::handle(const TerminalResizeRequest &request)
{
    TerminalRun *run = find(request.id);
    if (run != nullptr && isTerminalSize(request.columns, request.rows)) {
        run->resize(request.columns, request.rows);
    }
}

void Terminals::handle(const TerminalCloseRequest &request)
{
    if (TerminalRun *run = find(request.id)) {
        run->close();
    }
}

bool Terminals::isOpening() const
{
    return std::ranges::any_of(m_runs, [](const auto &run) { return run->isOpening(); });
}

void Terminals::watch(WatchList &list)
{
    for (const auto &run : m_runs) {
        run->watch(list);
    }
}

void Terminals::onTime(std::int64_t nowUs)
{
    for (const auto &run : m_runs) {
        run->onTime(nowUs);
    }
    std::erase_if(m_runs, [](const auto &run) { return run->isOver(); });
}

void Terminals::end()
{
    for (const auto &run : m_runs) {
        run->end();
    }
    m_runs.clear();
}

void refuseTerminal(std::int32_t id, FindingCode why, Connection &connection)
{
    tellRefused(
        id,
        {Finding{
            .severity = Severity::Error, .code = why, .path = {}, .found = {}, .expected = {}}},
        connection);
}

} // namespace nsw
