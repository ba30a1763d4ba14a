// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/recording.h"
#include "tests/support/containers.h"

#include <QRandomGenerator>

namespace nsw::test
{

/** A recording as a session could have made it, with bytes of all kinds in it. */
inline Recording sampleRecording(quint32 seed, int outputs)
{
    using Qt::StringLiterals::operator""_s;
    QRandomGenerator random(seed);
    Recording recording;
    recording.header.program = u"0.1.0"_s;
    recording.header.date = u"2026-01-02T03:04:05+01:00"_s;
    recording.header.host = u"demo"_s;
    recording.header.kernel = u"linux 6.18.0"_s;
    recording.header.configuration = configurationOf(allEight(u"red"_s));
    std::chrono::milliseconds at{0};
    const auto add = [&](const Event &event) {
        at += std::chrono::milliseconds(random.bounded(50));
        recording.events.append({.at = at, .event = event});
    };
    add(ReadyEvent{.protocol = 1, .version = u"0.1.0"_s, .nonce = {}, .pid = 7});
    PlanEvent plan;
    plan.plan.container = u"red"_s;
    for (int n = 1; n <= 3; ++n) {
        plan.plan.steps.append(
            {.n = n, .actor = Actor::Inside, .operation = op::Sethostname{u"red\u0001é"_s}});
    }
    add(plan);
    for (int n = 1; n <= 3; ++n) {
        StepEvent step{.container = u"red"_s, .n = n, .call = u"sethostname"_s, .result = -1};
        step.error = Errno{n == 2 ? 1 : 0};
        // Not in the order of the alphabet, and with a key like those of bytes.
        step.args = QCborMap{{u"z"_s, n}, {u"a"_s, -5}, {u"$text"_s, u"\"\\"_s}, {u"m"_s, nullptr}};
        add(step);
        UtsFacet uts;
        uts.nodename = u"red "_s + QString::number(random.generate64());
        add(FacetEvent{.container = u"red"_s,
                       .side = n == 2 ? Side::Outside : Side::Inside,
                       .kind = FacetKind::Uts,
                       .facet = uts});
    }
    add(FacetEvent{.container = u"red"_s,
                   .side = Side::Inside,
                   .kind = FacetKind::Users,
                   .facet = std::unexpected(
                       Error{.operation = u"open"_s, .error = Errno{13}, .subject = u"/x"_s})});
    for (int i = 0; i < outputs; ++i) {
        OutputEvent output{.container = u"red"_s, .stream = Stream::Stdout, .text = {}};
        for (int size = random.bounded(60); size > 0; --size) {
            output.text
                += static_cast<char>(i % 2 == 0 ? random.bounded(256) : random.bounded(0, 128));
        }
        add(output);
    }
    add(PausedEvent{.container = u"red"_s, .before = 3});
    add(InputEvent{.container = u"red"_s, .taken = 9});
    add(EndEvent{.container = u"red"_s, .exit = 3});
    return recording;
}

} // namespace nsw::test
