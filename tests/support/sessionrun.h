// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/session.h"
#include "tests/support/containers.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <ranges>

namespace nsw::test
{

/** A session driven by a test: starts a configuration and waits for events. */
class SessionRun
{
public:
    SessionRun()
    {
        listen();
        session.open(Privilege::None);
    }

    explicit SessionRun(const RemoteMachine &machine)
    {
        listen();
        session.open(machine);
    }

    void listen()
    {
        QObject::connect(&session, &Session::eventReceived, &session, [this](const Event &event) {
            events << event;
        });
        QObject::connect(
            &session, &Session::failed, &session, [this](const Error &error) { failure = error; });
    }

    void start(const Container &container, int refreshMs = 50)
    {
        session.send(StartRequest{.configuration = configurationOf(container),
                                  .stdio = Stdio::Pipe,
                                  .refreshMs = refreshMs});
    }

    /** Until the condition holds, or half a minute is over. */
    template<class Condition>
    [[nodiscard]] bool waitFor(Condition condition)
    {
        return QTest::qWaitFor(condition, 30'000);
    }

    [[nodiscard]] bool waitForEnd()
    {
        return waitFor([this] { return state().exit.has_value() || !state().refusal.isEmpty(); });
    }

    /** All steps are made and both sides are known. */
    [[nodiscard]] bool waitUntilLooked()
    {
        return waitFor([this] { return state().exit || (areCardsThere() && allStepsMade()); })
            && !state().exit;
    }

    [[nodiscard]] bool areCardsThere() const
    {
        return std::ranges::all_of(kCardFacets, [this](FacetKind kind) {
            return state().facets.contains({Side::Outside, kind})
                && state().facets.contains({Side::Inside, kind});
        });
    }

    [[nodiscard]] bool allStepsMade() const
    {
        return !state().steps.isEmpty()
            && std::ranges::all_of(state().steps,
                                   [](const StepState &step) { return step.outcome.has_value(); });
    }

    [[nodiscard]] const SessionState &state() const { return session.state(); }

    template<class F>
    [[nodiscard]] const F *facet(Side side) const
    {
        const Facet *found = state().facet(side, F::kKind);
        return found == nullptr ? nullptr : std::get_if<F>(found);
    }

    /** The pid of the container's first process, as seen from outside. */
    [[nodiscard]] qint32 outerPid() const
    {
        for (const StepState &step : state().steps | std::views::reverse) {
            if (step.outcome && step.outcome->call == op::Clone3::kTag
                && step.outcome->result > 0) {
                return static_cast<qint32>(step.outcome->result);
            }
        }
        return 0;
    }

    [[nodiscard]] QByteArray output() const
    {
        QByteArray text;
        for (const OutputEvent &event : state().output) {
            text += event.text;
        }
        return text;
    }

    [[nodiscard]] const StepState *failedStep() const
    {
        for (const StepState &step : state().steps) {
            if (step.outcome && step.outcome->error) {
                return &step;
            }
        }
        return nullptr;
    }

    Session session;
    QList<Event> events;
    std::optional<Error> failure;
};

} // namespace nsw::test
