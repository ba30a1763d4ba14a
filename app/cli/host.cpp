// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/host.h"

#include "app/cli/findings.h"
#include "app/cli/terminal.h"
#include "app/text/translate.h"
#include "app/text/words.h"
#include "core/probe/hostfacts.h"

#include <QEventLoop>

#include <cerrno>

namespace nsw::cli
{

using Qt::StringLiterals::operator""_s;

namespace
{

/** Until `done` came from an event, or the session failed, which is told. */
bool waitFor(Session &session, const std::function<bool(const Event &)> &done)
{
    QEventLoop loop;
    bool isDone = false;
    const auto onEvent = [&](const Event &event) {
        if (!isDone && done(event)) {
            isDone = true;
            loop.quit();
        }
    };
    const auto events = QObject::connect(&session, &Session::eventReceived, &loop, onEvent);
    const auto failed
        = QObject::connect(&session, &Session::failed, &loop, [&](const Error &error) {
              writeError(words::explain(error));
              loop.quit();
          });
    loop.exec();
    return isDone;
}

std::optional<HostFacts> factsOf(Session &session, const Configuration &configuration)
{
    session.send(FactsRequest{.id = 1, .configuration = configuration});
    std::optional<HostFacts> facts;
    const bool came = waitFor(session, [&](const Event &event) {
        if (const auto *told = std::get_if<FactsEvent>(&event)) {
            facts = told->facts;
        }
        const auto *refused = std::get_if<RefusedEvent>(&event);
        if (refused != nullptr) {
            printFindings(refused->findings);
        }
        return facts.has_value() || refused != nullptr;
    });
    return came ? facts : std::nullopt;
}

} // namespace

std::optional<Host> connectTo(const Arguments &arguments)
{
    Host host;
    if (arguments.host.isEmpty()) {
        return host;
    }
    auto machine = parseMachine(arguments.host);
    if (!machine) {
        writeError(words::explain(machine.error()));
        return std::nullopt;
    }
    if (!arguments.remoteSupervisor.isEmpty()) {
        machine->supervisor = arguments.remoteSupervisor;
        machine = parseMachine(machine->url()); // the same is right there as in an address
        if (!machine) {
            writeError(words::explain(machine.error()));
            return std::nullopt;
        }
    }
    host.machine = *machine;
    host.session = std::make_unique<Session>();
    host.session->open(*machine);
    const auto isReady = [](const Event &event) {
        return std::holds_alternative<ReadyEvent>(event);
    };
    return waitFor(*host.session, isReady) ? std::optional(std::move(host)) : std::nullopt;
}

std::optional<Prepared> prepareOn(const Host &host, const Configuration &configuration)
{
    if (!host.session) {
        return prepareWith(gatherHostFacts(configuration), configuration);
    }
    if (!host.session->isOpen()) {
        writeError(
            words::explain({.operation = u"session"_s, .error = Errno{ECONNRESET}, .subject = {}}));
        return std::nullopt;
    }
    return factsOf(*host.session, configuration).transform([&](const HostFacts &facts) {
        return prepareWith(facts, configuration);
    });
}

std::optional<HostFacts> factsHere(const Configuration &configuration)
{
    Session session;
    session.open(Privilege::None);
    return factsOf(session, configuration);
}

void explainNoAdministrator(const RemoteMachine &machine)
{
    writeError(
        translate("Cli",
                  "This needs an administrator, who can't be asked on “%1” over SSH. Connect "
                  "as root (ssh://root@…), or make the user namespace new too.")
            .arg(machine.name()));
}

} // namespace nsw::cli
