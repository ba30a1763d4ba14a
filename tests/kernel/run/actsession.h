// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/sessionrun.h"

namespace nsw::test
{

/** A session with a container in eight namespaces of its own, and acts on it. */
class ActSession : public SessionRun
{
public:
    using SessionRun::SessionRun;

    [[nodiscard]] bool begin(const QStringList &command, bool pidNamespace = true)
    {
        Container container;
        container.name = QStringLiteral("acts");
        container.namespaces.user = NewUser{};
        container.namespaces.mount = NewMount{};
        if (pidNamespace) {
            container.namespaces.pid = NewPid{};
        }
        container.namespaces.uts = NewUts{.hostname = QStringLiteral("acts"), .domainname = {}};
        container.namespaces.ipc = NewIpc{};
        container.namespaces.network = NewNetwork{};
        container.command = command;
        // Nothing is seen just because time goes by.
        constexpr int kFarAway = 3'600'000;
        start(container, kFarAway);
        return waitUntilLooked();
    }

    void ask(Side side, const Act &act)
    {
        session.send(ActRequest{.id = ++m_id, .side = side, .act = AskedAct{act}});
    }

    /** Asks, and gives the answer; ETIMEDOUT when there is none. */
    [[nodiscard]] ActDoneEvent act(Side side, const Act &act)
    {
        ask(side, act);
        const bool isDone
            = waitFor([this] { return state().lastAct && state().lastAct->id == m_id; });
        return isDone ? *state().lastAct
                      : ActDoneEvent{.id = m_id,
                                     .findings = {},
                                     .error = Error{.operation = QStringLiteral("wait"),
                                                    .error = Errno{ETIMEDOUT},
                                                    .subject = {}}};
    }

private:
    std::int32_t m_id = 0;
};

} // namespace nsw::test
