// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/pause.h"
#include "core/plan/terminal.h"
#include "tests/unit/plan/goldens.h"

#include <QTest>

using namespace nsw;
using Qt::StringLiterals::operator""_s;

namespace
{

TerminalFacts facts()
{
    TerminalFacts known;
    known.container.name = u"red"_s;
    known.container.namespaces.user = NewUser{};
    known.container.environment = {{u"LANG"_s, u"C"_s}};
    known.inside = 4711;
    known.shared = {NsKind::Network, NsKind::Cgroup, NsKind::Time, NsKind::Mount};
    known.shell = u"/bin/bash"_s;
    known.stepsBefore = 9;
    return known;
}

TerminalUser somebody(bool isOther)
{
    return {.uid = 1000,
            .gid = 100,
            .groups = {100, 27},
            .isOther = isOther,
            .name = u"ada"_s,
            .home = u"/home/ada"_s};
}

TerminalOpenRequest opening(Side side)
{
    TerminalOpenRequest request;
    request.id = 1;
    request.side = side;
    return request;
}

QStringList callsOf(const Plan &plan)
{
    QStringList calls;
    for (const Step &step : plan.steps) {
        calls << nameOf(step.actor) + u' ' + callOf(step.operation);
    }
    return calls;
}

QMap<QString, QString> environmentOf(const Plan &plan)
{
    return std::get<op::Execve>(plan.steps.constLast().operation).environment;
}

bool isRefused(const Plan &plan, FindingCode code)
{
    return plan.steps.isEmpty() && hasErrors(plan.findings)
        && std::ranges::contains(plan.findings, code, &Finding::code);
}

} // namespace
Q_DECLARE_METATYPE(Operation)

/** What a terminal takes, and what is refused. */
class TestTerminalPlans : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inside()
    {
        TerminalFacts known = facts();
        known.container.workingDirectory = u"/srv"_s;
        const Plan plan = planTerminal(opening(Side::Inside), known);
        QCOMPARE(callsOf(plan),
                 (QStringList{u"outside posix_openpt"_s,
                              u"outside setns"_s,
                              u"inside chdir"_s,
                              u"inside setsid"_s,
                              u"inside ioctl_tty"_s,
                              u"inside execve"_s}));
        QCOMPARE(plan.steps.constFirst().n, 10);
        const auto &setns = std::get<op::Setns>(plan.steps.at(1).operation);
        QCOMPARE(setns.target, JoinTarget(JoinPid{4711}));
        QCOMPARE(setns.namespaces, (QList{NsKind::Uts, NsKind::Ipc, NsKind::Pid, NsKind::User}));
        const auto &exec = std::get<op::Execve>(plan.steps.constLast().operation);
        QCOMPARE(exec.argv, QStringList{u"/bin/bash"_s});
        QCOMPARE(exec.environment.value(u"LANG"_s), u"C"_s);
        QCOMPARE(exec.environment.value(u"PS1"_s), u"[red] $ "_s);
        QCOMPARE(exec.environment.value(u"TERM"_s), u"xterm-256color"_s);
    }

    void outside()
    {
        const Plan plan = planTerminal(opening(Side::Outside), facts());
        QCOMPARE(callsOf(plan),
                 (QStringList{u"outside posix_openpt"_s,
                              u"outside setsid"_s,
                              u"outside ioctl_tty"_s,
                              u"outside execve"_s}));
        QVERIFY(!environmentOf(plan).contains(u"LANG"_s)); // that is the container's
        QCOMPARE(environmentOf(plan).value(u"PS1"_s), u"[outside] $ "_s);
    }

    /** Whatever rights the supervisor has, outside it has those of whoever asks. */
    void outsideOnBehalf()
    {
        TerminalFacts known = facts();
        known.onBehalfOf = somebody(true);
        const Plan plan = planTerminal(opening(Side::Outside), known);
        QCOMPARE(callsOf(plan),
                 (QStringList{u"outside posix_openpt"_s,
                              u"outside setgroups"_s,
                              u"outside setresgid"_s,
                              u"outside setresuid"_s,
                              u"outside setsid"_s,
                              u"outside ioctl_tty"_s,
                              u"outside execve"_s}));
        QCOMPARE(std::get<op::Setgroups>(plan.steps.at(1).operation).groups,
                 (QList<std::uint32_t>{100, 27}));
        QCOMPARE(std::get<op::Setresgid>(plan.steps.at(2).operation).gid, 100U);
        QCOMPARE(std::get<op::Setresuid>(plan.steps.at(3).operation).uid, 1000U);
        QCOMPARE(environmentOf(plan).value(u"HOME"_s), u"/home/ada"_s);
        known.onBehalfOf = somebody(false); // has become that user already
        QVERIFY(
            !callsOf(planTerminal(opening(Side::Outside), known)).contains(u"outside setresuid"_s));
    }

    void refusals()
    {
        TerminalOpenRequest request = opening(Side::Inside);
        request.columns = 0;
        QVERIFY(isRefused(planTerminal(request, facts()), FindingCode::OutOfRange));
        request.columns = 80;
        request.rows = kMaxTerminalSide + 1;
        QVERIFY(isRefused(planTerminal(request, facts()), FindingCode::OutOfRange));
        request.rows = 24;
        request.environment = {{u"A=B"_s, u"c"_s}};
        QVERIFY(isRefused(planTerminal(request, facts()), FindingCode::BadEnvironmentName));
        request.environment = {{u"LD_PRELOAD"_s, u"/tmp/x.so"_s}};
        QVERIFY(
            !planTerminal(request, facts()).steps.isEmpty()); // one's own rights, one's own risk
        TerminalFacts known = facts();
        known.onBehalfOf = somebody(true);
        QVERIFY(isRefused(planTerminal(request, known), FindingCode::DangerousVariable));
        request.environment = {};
        request.command = QStringList(257, u"x"_s);
        QVERIFY(isRefused(planTerminal(request, facts()), FindingCode::CommandTooLong));
    }

    /** A name that a shell would run, or take for the end of a quotation. */
    void promptsRunNothing()
    {
        QCOMPARE(promptName(u"red 2.a-b_ß"_s, Side::Inside), u"red 2.a-b_ß"_s);
        QCOMPARE(promptName(u"$(id)`id`\\u%n'\"\n\x1b]"_s, Side::Inside), u"__id__id__u_n_____"_s);
        QCOMPARE(promptName(u"$(id)"_s, Side::Outside), u"outside"_s);
    }

    /** In a pause: outside always, inside once there is somebody. */
    void aPauseIsEntered()
    {
        const QList<Step> left{
            Step{.n = 1, .actor = Actor::Outside, .operation = op::Clone3{}},
            Step{.n = 2, .actor = Actor::Inside, .operation = op::Sethostname{u"red"_s}}};
        QVERIFY(!refusalInPause(Side::Outside, {.inside = 0, .onBehalf = true, .left = left}));
        const auto nobody
            = refusalInPause(Side::Inside, {.inside = 0, .onBehalf = false, .left = left});
        QVERIFY(nobody);
        QCOMPARE(nobody->code, FindingCode::NothingInside);
        QCOMPARE(nobody->found, u"1"_s);
        QVERIFY(!refusalInPause(Side::Inside, {.inside = 7, .onBehalf = false, .left = left}));
        QVERIFY(!refusalInPause(Side::Inside, {.inside = 7, .onBehalf = true, .left = {}}));
    }

    void onBehalfOnlyWhatLeavesRightsMayBeLeft_data()
    {
        QTest::addColumn<Operation>("operation");
        QTest::addColumn<bool>("opens");
        QTest::newRow("clone") << Operation(op::Clone3{}) << false;
        QTest::newRow("unshare") << Operation(op::Unshare{}) << false;
        QTest::newRow("setns") << Operation(op::Setns{}) << false;
        QTest::newRow("map") << Operation(op::Write{.file = op::ProcFile::UidMap, .text = {}})
                             << false;
        QTest::newRow("uid") << Operation(op::Setresuid{}) << false;
        QTest::newRow("gid") << Operation(op::Setresgid{}) << false;
        QTest::newRow("groups") << Operation(op::Setgroups{}) << false;
        QTest::newRow("propagation") << Operation(op::Mount{.source = {},
                                                            .target = u"/"_s,
                                                            .filesystem = {},
                                                            .flags = {u"MS_REC"_s, u"MS_PRIVATE"_s},
                                                            .data = {}})
                                     << false;
        QTest::newRow("proc") << Operation(op::Mount{.source = u"proc"_s,
                                                     .target = u"/proc"_s,
                                                     .filesystem = u"proc"_s,
                                                     .flags = {},
                                                     .data = {}})
                              << true;
        QTest::newRow("loopback") << Operation(op::LinkFlags{}) << true;
        QTest::newRow("name") << Operation(op::Sethostname{u"red"_s}) << true;
        QTest::newRow("command") << Operation(op::Execve{}) << true;
    }
    void onBehalfOnlyWhatLeavesRightsMayBeLeft()
    {
        QFETCH(const Operation, operation);
        QFETCH(const bool, opens);
        const QList<Step> left{Step{.n = 4, .actor = Actor::Inside, .operation = operation},
                               Step{.n = 5, .actor = Actor::Inside, .operation = op::Execve{}}};
        const auto why
            = refusalInPause(Side::Inside, {.inside = 7, .onBehalf = true, .left = left});
        QCOMPARE(!why, opens);
        if (why) {
            QCOMPARE(why->code, FindingCode::RightsNotSet);
            QCOMPARE(why->found, u"4"_s);
        }
        QVERIFY(!refusalInPause(Side::Inside, {.inside = 7, .onBehalf = false, .left = left}));
    }
};

QTEST_GUILESS_MAIN(TestTerminalPlans)
#include "tst_terminalplans.moc"
