// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/edit.h"

#include <QTest>

using namespace nsw;
using Qt::StringLiterals::operator""_s;

namespace
{

/** The steps of a rootless container, one of each kind that has a consequence of its own. */
QList<Step> plannedSteps()
{
    const QList<std::pair<Actor, Operation>> calls{
        {Actor::Outside, op::PidfdOpen{4711}},
        {Actor::Outside, op::Clone3{}},
        {Actor::Inside, op::Setns{.target = JoinPid{4711}, .namespaces = {NsKind::Ipc}}},
        {Actor::Inside, op::Unshare{{NsKind::User, NsKind::Uts}}},
        {Actor::Outside, op::Write{.file = op::ProcFile::Setgroups, .text = u"deny"_s}},
        {Actor::Outside, op::Write{.file = op::ProcFile::UidMap, .text = u"0 1000 1"_s}},
        {Actor::Inside,
         op::Mount{.source = {},
                   .target = u"/"_s,
                   .filesystem = {},
                   .flags = {u"MS_REC"_s, u"MS_PRIVATE"_s},
                   .data = {}}},
        {Actor::Inside,
         op::Mount{.source = u"proc"_s,
                   .target = u"/proc"_s,
                   .filesystem = u"proc"_s,
                   .flags = {u"MS_NOSUID"_s},
                   .data = {}}},
        {Actor::Inside, op::Mkdir{u"/mnt/etc"_s}},
        {Actor::Inside,
         op::Mount{.source = u"/etc"_s,
                   .target = u"/mnt/etc"_s,
                   .filesystem = {},
                   .flags = {u"MS_BIND"_s},
                   .data = {}}},
        {Actor::Inside, op::Sethostname{u"red"_s}},
        {Actor::Inside, op::LinkFlags{.link = u"lo"_s, .up = true}},
        {Actor::Inside, op::Setresuid{0}},
        {Actor::Inside, op::Chdir{u"/"_s}},
        {Actor::Inside, op::Execve{.argv = {u"sh"_s}, .environment = {}, .inChild = false}}};
    QList<Step> steps;
    for (const auto &[actor, operation] : calls) {
        const auto n = static_cast<std::int32_t>(steps.size() + 1);
        steps.append({.n = n, .actor = actor, .operation = operation});
    }
    return steps;
}

Step without(Step step)
{
    step.isSkipped = true;
    return step;
}

} // namespace

class TestStepEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavingOutHasConsequences_data()
    {
        QTest::addColumn<int>("n");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("what");
        QTest::newRow("pidfd_open") << 1 << u"target-not-opened"_s << u"4711"_s;
        QTest::newRow("setns") << 3 << u"kind-stays-shared"_s << u"ipc"_s;
        QTest::newRow("unshare") << 4 << u"kind-stays-shared"_s << u"user, uts"_s;
        QTest::newRow("setgroups") << 5 << u"group-map-refused"_s << QString();
        QTest::newRow("uid_map") << 6 << u"ids-stay-unmapped"_s << u"uid_map"_s;
        QTest::newRow("propagation") << 7 << u"mounts-propagate"_s << QString();
        QTest::newRow("proc") << 8 << u"proc-shows-outside"_s << u"/proc"_s;
        QTest::newRow("mkdir") << 9 << u"mount-point-missing"_s << u"/mnt/etc"_s;
        QTest::newRow("bind") << 10 << u"step-left-out"_s << QString();
        QTest::newRow("sethostname") << 11 << u"name-stays"_s << QString();
        QTest::newRow("loopback") << 12 << u"link-stays"_s << u"lo"_s;
        QTest::newRow("setresuid") << 13 << u"identity-stays"_s << QString();
        QTest::newRow("execve") << 15 << u"no-command"_s << QString();
    }
    void leavingOutHasConsequences()
    {
        QFETCH(const int, n);
        QFETCH(const QString, code);
        QFETCH(const QString, what);
        const QList<Step> planned = plannedSteps();
        const auto edited = editStep(planned, without(planned.at(n - 1)), 1);
        QVERIFY(edited);
        const Findings findings = consequencesOf(planned, *edited);
        QCOMPARE(findings.size(), 1);
        const Finding &finding = findings.constFirst();
        QCOMPARE(QString(nameOf(finding.code)), code);
        QCOMPARE(finding.severity, Severity::Warning);
        QCOMPARE(finding.found, QString::number(n));
        QCOMPARE(finding.expected, what);
    }

    /** Nobody needs the directory when nothing is mounted there either. */
    void consequencesDependOnTheOtherSteps()
    {
        const QList<Step> planned = plannedSteps();
        auto edited = editStep(planned, without(planned.at(8)), 1).value_or(planned);
        edited = editStep(edited, without(planned.at(9)), 1).value_or(planned);
        const Findings findings = consequencesOf(planned, edited);
        QCOMPARE(findings.size(), 2);
        QCOMPARE(findings.constFirst().code, FindingCode::StepLeftOut);
    }

    void changingIsNoted()
    {
        const QList<Step> planned = plannedSteps();
        Step other = planned.at(10);
        std::get<op::Sethostname>(other.operation).name = u"green"_s;
        const auto edited = editStep(planned, other, 11);
        QVERIFY(edited);
        QCOMPARE(edited->at(10), other);
        const Findings findings = consequencesOf(planned, *edited);
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings.constFirst().code, FindingCode::StepChanged);
        const auto back = editStep(*edited, planned.at(10), 11);
        QVERIFY(back);
        QVERIFY(consequencesOf(planned, *back).isEmpty());
    }

    void refusals_data()
    {
        QTest::addColumn<Step>("step");
        QTest::addColumn<QString>("code");
        const QList<Step> planned = plannedSteps();
        QTest::newRow("made") << without(planned.at(1)) << u"step-made"_s;
        QTest::newRow("clone3 left out") << without(planned.at(1)) << u"step-made"_s;
        Step step = planned.at(10);
        step.n = 99;
        QTest::newRow("none such") << step << u"out-of-range"_s;
        step.n = -1;
        QTest::newRow("negative") << step << u"out-of-range"_s;
        step.n = 12;
        QTest::newRow("another call") << step << u"step-call-differs"_s;
        step = planned.at(10);
        step.actor = Actor::Outside;
        QTest::newRow("by another") << step << u"step-call-differs"_s;
        step = planned.at(9);
        std::get<op::Mount>(step.operation).flags = {u"MS_EVERYTHING"_s};
        QTest::newRow("unknown flag") << step << u"unknown-name"_s;
        step = planned.at(14);
        std::get<op::Execve>(step.operation).argv = {};
        QTest::newRow("no command") << step << u"empty-name"_s;
    }
    void refusals()
    {
        QFETCH(const Step, step);
        QFETCH(const QString, code);
        const auto edited = editStep(plannedSteps(), step, 3);
        QVERIFY(!edited);
        QCOMPARE(QString(nameOf(edited.error().code)), code);
    }

    void makingTheProcessCantBeLeftOut()
    {
        const QList<Step> planned = plannedSteps();
        const auto edited = editStep(planned, without(planned.at(1)), 1);
        QVERIFY(!edited);
        QCOMPARE(edited.error().code, FindingCode::StepNeeded);
    }
};

QTEST_APPLESS_MAIN(TestStepEdit)
#include "tst_stepedit.moc"
