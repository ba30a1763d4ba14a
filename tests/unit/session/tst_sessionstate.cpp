// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/state.h"

#include <QTest>

using namespace nsw;
using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_ba;

namespace
{

PlanEvent planOf(int steps)
{
    PlanEvent event;
    event.plan.container = u"red"_s;
    for (int n = 1; n <= steps; ++n) {
        event.plan.steps.append(
            {.n = n, .actor = Actor::Inside, .operation = op::Sethostname{u"red"_s}});
    }
    return event;
}

OutputEvent written(const QByteArray &text, Stream stream = Stream::Stdout)
{
    return {.container = u"red"_s, .stream = stream, .text = text};
}

SessionState fold(const QList<Event> &events)
{
    SessionState state;
    for (const Event &event : events) {
        reduce(state, event);
    }
    return state;
}

} // namespace

class TestSessionState : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void actsGoOnWhereThePlanEnded()
    {
        StepEvent made;
        made.n = 1;
        ActPlanEvent plan{.id = 7, .side = Side::Inside, .steps = {}};
        plan.steps << Step{.n = 2, .actor = Actor::Inside, .operation = op::Umount{u"/mnt"_s}}
                   << Step{.n = 3, .actor = Actor::Inside, .operation = op::Umount{u"/srv"_s}};
        StepEvent failed;
        failed.n = 2;
        failed.error = Errno{22};
        SessionState state = fold({planOf(1), made, plan, failed});
        QCOMPARE(state.steps.size(), 3);
        QVERIFY(state.failure() != nullptr);
        QCOMPARE(state.failure()->step.n, 2);
        QVERIFY(!state.lastAct);
        reduce(state, ActDoneEvent{.id = 7, .findings = {}, .error = Error{}});
        QCOMPARE(state.steps.size(), 2); // what was not come to is not to come
        QCOMPARE(state.lastAct->id, 7);
        QCOMPARE(state.phase, Phase::Running);
        // The next one has other numbers, and what failed before is past.
        StepEvent after;
        after.n = 4;
        reduce(state,
               ActPlanEvent{
                   .id = 8,
                   .side = Side::Inside,
                   .steps
                   = {Step{.n = 4, .actor = Actor::Inside, .operation = op::Umount{u"/mnt"_s}}}});
        reduce(state, after);
        QVERIFY(state.failure() == nullptr);
        // Before all is made nothing is to be done, and the plan stays.
        QCOMPARE(fold({planOf(2), ActDoneEvent{}}).steps.size(), 2);
    }

    /** A step that has other arguments is told from one that is as planned again. */
    void editsAreTold()
    {
        Step step{.n = 2, .actor = Actor::Inside, .operation = op::Sethostname{u"blue"_s}};
        const Finding changed{.severity = Severity::Note,
                              .code = FindingCode::StepChanged,
                              .path = u"steps[1]"_s,
                              .found = u"2"_s};
        SessionState state = fold({planOf(3), EditedEvent{.step = step, .findings = {changed}}});
        QVERIFY(!state.steps.at(0).isChanged);
        QVERIFY(state.steps.at(1).isChanged);
        step.operation = op::Sethostname{u"red"_s};
        reduce(state, EditedEvent{.step = step, .findings = {}});
        QVERIFY(!state.steps.at(1).isChanged);
    }

    /** A step that was left out is not waited for; one that failed, or is paused before, is. */
    void allIsMade()
    {
        const auto made = [](std::int32_t n, int error = 0) {
            StepEvent event;
            event.n = n;
            event.error = Errno{error};
            return event;
        };
        const Step skipped{.n = 1,
                           .actor = Actor::Inside,
                           .operation = op::Sethostname{u"red"_s},
                           .isSkipped = true};
        SessionState state = fold(
            {planOf(2), PausedEvent{.before = 1}, EditedEvent{.step = skipped, .findings = {}}});
        QVERIFY(!state.areStepsMade());
        reduce(state, made(2, 1));
        reduce(state, PausedEvent{.before = 2});
        QVERIFY(!state.areStepsMade());
        reduce(state, made(2));
        QVERIFY(state.areStepsMade());
        // What is done to the container has steps of its own.
        reduce(state,
               ActPlanEvent{
                   .id = 1,
                   .side = Side::Inside,
                   .steps
                   = {Step{.n = 3, .actor = Actor::Inside, .operation = op::Umount{u"/mnt"_s}}}});
        QVERIFY(state.areStepsMade());
        QVERIFY(!SessionState().areStepsMade());
    }

    /** What is opened in a pause neither ends it nor hides why it is there. */
    void terminalsInAPause()
    {
        StepEvent failed;
        failed.n = 1;
        failed.error = Errno{22};
        StepEvent step;
        step.n = 3;
        const TerminalPlanEvent planned{
            .id = 4,
            .side = Side::Outside,
            .steps = {Step{.n = 3, .actor = Actor::Outside, .operation = op::Setsid{}}}};
        SessionState state
            = fold({planOf(2),
                    failed,
                    PausedEvent{.container = {}, .before = 1},
                    planned,
                    step,
                    TerminalOpenedEvent{.id = 4,
                                        .side = Side::Outside,
                                        .pid = 77,
                                        .command = {u"sh"_s},
                                        .namespaces = {{.kind = NsKind::Uts, .inode = 9}}}});
        QCOMPARE(state.pausedBefore, std::optional(1));
        QVERIFY(state.failure() != nullptr);
        QCOMPARE(state.failure()->step.n, 1);
        QCOMPARE(state.terminals.at(4).namespaces.size(), 1);
        failed.error = Errno{0};
        reduce(state, failed); // made again
        QVERIFY(!state.pausedBefore);
        QVERIFY(state.failure() == nullptr);
    }

    void terminalsGoOnWhereThePlanEnded()
    {
        StepEvent made;
        made.n = 1;
        const TerminalPlanEvent planned{
            .id = 4,
            .side = Side::Outside,
            .steps = {Step{.n = 2, .actor = Actor::Outside, .operation = op::Setsid{}}}};
        StepEvent step;
        step.n = 2;
        SessionState state = fold(
            {planOf(1),
             made,
             planned,
             step,
             TerminalOpenedEvent{
                 .id = 4, .side = Side::Outside, .pid = 77, .command = {u"sh"_s}, .namespaces = {}},
             TerminalOutputEvent{.id = 4, .bytes = "a"},
             TerminalOutputEvent{.id = 4, .bytes = "b"},
             TerminalMovedEvent{.id = 4, .namespaces = {{.kind = NsKind::Uts, .inode = 9}}}});
        QCOMPARE(state.steps.size(), 2);
        QVERIFY(state.steps.constLast().outcome);
        QCOMPARE(state.terminals.at(4).output, "ab");
        QCOMPARE(state.terminals.at(4).pid, 77);
        QCOMPARE(state.terminals.at(4).side, Side::Outside);
        QCOMPARE(state.terminals.at(4).moved.size(), 1);
        QVERIFY(!state.terminals.at(4).ended);
        // Its first size is that of its pseudoterminal.
        TerminalPlanEvent sized{.id = 9, .side = Side::Inside, .steps = {}};
        sized.steps << Step{
            .n = 3, .actor = Actor::Outside, .operation = op::OpenPty{.columns = 90, .rows = 20}};
        SessionState other = fold({planOf(2), sized});
        QCOMPARE(other.terminals.at(9).columns, 90);
        reduce(other, TerminalResizedEvent{.id = 9, .columns = 60, .rows = 21});
        QCOMPARE(other.terminals.at(9).columns, 60);
        QCOMPARE(other.terminals.at(9).rows, 21);
        reduce(state, TerminalEndedEvent{.id = 4, .exit = 3});
        QCOMPARE(state.terminals.at(4).ended->exit, 3);
        // Steps of one that fails are not to come.
        TerminalPlanEvent failing = planned;
        failing.id = 5;
        failing.steps[0].n = 3;
        reduce(state, failing);
        QCOMPARE(state.steps.size(), 3);
        reduce(state, TerminalEndedEvent{.id = 5, .exit = 125, .error = Error{}});
        QCOMPARE(state.steps.size(), 2);
        // The end of much output is kept, and how much went.
        const QByteArray piece(100'000, 'x');
        for (int i = 0; i < 10; ++i) {
            reduce(state, TerminalOutputEvent{.id = 4, .bytes = piece});
            QVERIFY(state.terminals.at(4).output.size() <= kMaxTerminalKept);
        }
        QCOMPARE(state.terminals.at(4).output.size() + state.terminals.at(4).outputDropped,
                 1'000'002);
        // Whoever opens and closes them all day keeps the last.
        for (std::int32_t id = 10; id < 200; ++id) {
            reduce(state, TerminalPlanEvent{.id = id});
            reduce(state, TerminalEndedEvent{.id = id});
        }
        QVERIFY(state.terminals.size() < 40);
        QVERIFY(state.terminals.contains(199));
        restart(state);
        QVERIFY(state.terminals.empty());
    }

    void aWholeRun()
    {
        StepEvent step;
        step.n = 2;
        step.durationUs = 7;
        UtsFacet uts;
        uts.nodename = u"red"_s;
        const SessionState state = fold(
            {ReadyEvent{.protocol = 1, .version = u"0"_s, .nonce = u"n"_s, .pid = 1, .uid = 0},
             planOf(2),
             step,
             FacetEvent{.container = u"red"_s,
                        .side = Side::Inside,
                        .kind = FacetKind::Uts,
                        .facet = Facet(uts)},
             written("a"),
             EndEvent{.container = u"red"_s, .exit = 3}});
        QCOMPARE(state.phase, Phase::Ended);
        QCOMPARE(state.exit, 3);
        QCOMPARE(state.ready.nonce, u"n"_s);
        QVERIFY(!state.steps.at(0).outcome);
        QCOMPARE(state.steps.at(1).outcome->durationUs, 7);
        QCOMPARE(std::get<UtsFacet>(*state.facet(Side::Inside, FacetKind::Uts)).nodename, u"red"_s);
        QCOMPARE(state.facet(Side::Outside, FacetKind::Uts), nullptr);
    }

    void anUnreadableFacetBlanksNothingElse()
    {
        const SessionState state = fold(
            {planOf(1),
             FacetEvent{.container = u"red"_s,
                        .side = Side::Inside,
                        .kind = FacetKind::Uts,
                        .facet = Facet(UtsFacet())},
             FacetEvent{.container = u"red"_s,
                        .side = Side::Inside,
                        .kind = FacetKind::Time,
                        .facet = std::unexpected(
                            Error{.operation = u"open"_s, .error = {13}, .subject = u"/proc"_s})}});
        QVERIFY(state.facet(Side::Inside, FacetKind::Uts) != nullptr);
        QCOMPARE(state.facet(Side::Inside, FacetKind::Time), nullptr);
        QCOMPARE(state.facets.at({Side::Inside, FacetKind::Time}).error().subject, u"/proc"_s);
    }

    void aSecondRunForgetsTheFirst()
    {
        const SessionState state
            = fold({ReadyEvent{.protocol = 1, .version = {}, .nonce = u"n"_s, .pid = 1, .uid = 0},
                    planOf(3),
                    written("a"),
                    EndEvent{.container = u"red"_s, .exit = 0},
                    planOf(1)});
        QCOMPARE(state.phase, Phase::Running);
        QCOMPARE(state.steps.size(), 1);
        QVERIFY(state.output.isEmpty());
        QVERIFY(!state.exit);
        QCOMPARE(state.ready.nonce, u"n"_s);
    }

    void aPlanWithErrorsIsRefused()
    {
        PlanEvent plan;
        plan.plan.findings = {Finding{.severity = Severity::Error,
                                      .code = FindingCode::Chrooted,
                                      .path = {},
                                      .found = {},
                                      .expected = {}}};
        const SessionState state
            = fold({plan, RefusedEvent{.request = u"start"_s, .findings = plan.plan.findings}});
        QCOMPARE(state.phase, Phase::Refused);
        QCOMPARE(state.refusal.size(), 1);
    }

    void aStepThatWasNotPlannedIsLeftOut()
    {
        StepEvent step;
        step.n = 99;
        QCOMPARE(fold({planOf(1), step}), fold({planOf(1)}));
    }

    void outputIsJoinedAndBounded()
    {
        SessionState state = fold({planOf(1)});
        reduce(state, written("a"));
        reduce(state, written("b"));
        reduce(state, written("c", Stream::Stderr));
        QCOMPARE(state.output.size(), 2);
        QCOMPARE(state.output.first().text, "ab"_ba);

        const QByteArray chunk(qsizetype{1} << 20, 'x');
        for (int i = 0; i < 10; ++i) {
            reduce(state, written(chunk));
        }
        QVERIFY(state.outputKept <= kMaxOutputKept);
        qint64 kept = 0;
        for (const OutputEvent &one : std::as_const(state.output)) {
            kept += one.text.size();
        }
        QCOMPARE(kept + state.outputDropped, 3 + (10 * chunk.size()));
    }
};

QTEST_GUILESS_MAIN(TestSessionState)
#include "tst_sessionstate.moc"
