// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/session/prepare.h"

#include <memory>

namespace nsw::cli
{

/** Where a command works: this machine, or another one with a session to it. */
struct Host {
    std::optional<RemoteMachine> machine;
    std::unique_ptr<Session> session; ///< ready; null: on this machine
};

/** Connects where another machine was asked for. Nothing: it was said why not. */
std::optional<Host> connectTo(const Arguments &arguments);

/** Plans with what is known of that machine. Nothing: it was said why not. */
std::optional<Prepared> prepareOn(const Host &host, const Configuration &configuration);

/** What a supervisor on this machine tells of it. Nothing: it was said why not. */
std::optional<HostFacts> factsHere(const Configuration &configuration);

/** Says that an administrator can't be asked on another machine. */
void explainNoAdministrator(const RemoteMachine &machine);

} // namespace nsw::cli
