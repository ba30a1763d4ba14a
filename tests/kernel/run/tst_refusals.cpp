// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/oracletest.h"
#include "tests/support/sessionrun.h"

#include <QProcess>
#include <QTest>

#include <csignal>

#include <unistd.h>

using namespace nsw;
using namespace nsw::test;
using Qt::StringLiterals::operator""_s;

namespace
{

Container userContainer()
{
    Container container;
    container.name = u"blue"_s;
    container.namespaces.user = NewUser{};
    return container;
}

bool found(const Findings &findings, FindingCode code)
{
    return std::ranges::any_of(findings,
                               [=](const Finding &finding) { return finding.code == code; });
}

} // namespace

/** What can't be done ends in a finding, or in a step with its errno, and never in silence. */
class TestRefusals : public OracleTest
{
    Q_OBJECT

private Q_SLOTS:
    void missingPrivilegeIsAStepWithEperm()
    {
        if (::geteuid() == 0) {
            return; // the same test runs as an ordinary user
        }
        Container container;
        container.name = u"blue"_s;
        container.namespaces.uts = NewUts{};
        SessionRun run;
        run.start(container);
        QVERIFY(run.waitForEnd());
        QCOMPARE(run.state().plan.privilege, Privilege::Root);
        QVERIFY(found(run.state().plan.findings, FindingCode::NeedsAdministrator));
        QVERIFY(run.failedStep() != nullptr);
        QCOMPARE(run.failedStep()->outcome->call, u"clone3"_s);
        QCOMPARE(run.failedStep()->outcome->error.value, EPERM);
        QCOMPARE(run.state().exit, std::optional(125));
    }

    void joiningWithoutTheOwnerIsAFinding()
    {
        if (::geteuid() == 0) {
            return; // the same test runs as an ordinary user
        }
        SessionRun first;
        Container owner = userContainer();
        owner.namespaces.network = NewNetwork{};
        first.start(owner);
        QVERIFY(first.waitUntilLooked());
        Container container;
        container.name = u"guest"_s;
        container.namespaces.network = Join{JoinPid{first.outerPid()}};
        SessionRun second;
        second.start(container);
        QVERIFY(second.waitForEnd());
        QVERIFY(found(second.state().refusal, FindingCode::JoinNeedsUserNamespace));
    }

    void unmappedIdIsAFinding()
    {
        // In a user namespace with a single id every other one is unmapped, also for its root.
        const QString result
            = inUserNamespace({}, R"({"uidMap": [{"inside": 0, "outside": 4242, "count": 1}]})");
        QVERIFY2(result.contains(u"uidMap[0]"_s) && result.contains(u"4242"_s), qPrintable(result));
    }

    void limitOfZeroIsAFinding()
    {
        const QString result
            = inUserNamespace(u"echo 0 > /proc/sys/user/max_uts_namespaces"_s, "{}");
        QVERIFY2(result.contains(u"max_uts_namespaces"_s), qPrintable(result));
    }

    void limitReachedIsAStepWithEnospc()
    {
        // One is allowed, and unshare(1) has it.
        const QString result = inUserNamespace(
            u"echo 1 > /proc/sys/user/max_uts_namespaces"_s, "{}", u"unshare --uts"_s);
        QVERIFY2(result.contains(u"\"errno\":\"ENOSPC\""_s), qPrintable(result));
        QVERIFY2(result.contains(u"max_uts_namespaces"_s), qPrintable(result)); // the explanation
    }

    void commandsThatCannotBe_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::addColumn<int>("exit");
        QTest::newRow("not there") << QStringList{u"/no/such/command"_s} << 127;
        QTest::newRow("not executable") << QStringList{u"/etc/passwd"_s} << 126;
        QTest::newRow("fails") << QStringList{u"sh"_s, u"-c"_s, u"exit 7"_s} << 7;
        QTest::newRow("killed") << QStringList{u"sh"_s, u"-c"_s, u"kill -KILL $$"_s}
                                << 128 + SIGKILL;
    }

    void commandsThatCannotBe()
    {
        QFETCH(const QStringList, command);
        QFETCH(const int, exit);
        Container container = userContainer();
        container.command = command;
        SessionRun run;
        run.start(container);
        QVERIFY(run.waitForEnd());
        QCOMPARE(run.state().exit, std::optional(exit));
    }

    void mountPointThatIsNotThere()
    {
        Container container = userContainer();
        NewMount mount;
        mount.mounts << MountEntry{.type = MountType::Tmpfs,
                                   .source = {},
                                   .target = u"/no/such/directory"_s,
                                   .options = {}};
        container.namespaces.mount = mount;
        SessionRun run;
        run.start(container);
        QVERIFY(run.waitForEnd());
        QVERIFY(run.failedStep() != nullptr);
        QCOMPARE(run.failedStep()->outcome->error.value, ENOENT);
        QCOMPARE(run.state().exit, std::optional(125));
    }

    void aSecondStartLeavesTheFirstAlone()
    {
        SessionRun run;
        run.start(userContainer());
        QVERIFY(run.waitUntilLooked());
        run.start(userContainer());
        QVERIFY(
            run.waitFor([&] { return found(run.state().refusal, FindingCode::AlreadyRunning); }));
        QVERIFY(!run.state().exit);
        run.session.send(StopRequest{});
        QVERIFY(run.waitFor([&] { return run.state().exit.has_value(); }));
    }

    void lookingWithoutPauseIsAFinding()
    {
        for (const int refreshMs : {-1, 1, 3'600'001}) {
            SessionRun run;
            run.start(userContainer(), refreshMs);
            QVERIFY(run.waitForEnd());
            QVERIFY(found(run.state().refusal, FindingCode::OutOfRange));
            QCOMPARE(run.state().refusal.constFirst().path, u"refreshMs"_s);
        }
    }

private:
    /**
     * What `nsworkbench run --json` says, run as root of a fresh user namespace after `first`; the
     * container has a UTS namespace, and a user namespace with these options.
     */
    static QString
    inUserNamespace(const QString &first, const QByteArray &user, const QString &prefix = {})
    {
        const QByteArray configuration
            = R"({"version": 1, "containers": [{"name": "blue", "namespaces": {"uts": {"new": {}}, "user": {"new": )"
            + user + "}}}]}";
        const QString script = (first.isEmpty() ? u":"_s : first) + u" && exec "_s + prefix + u' '
            + qEnvironmentVariable("NSW_CLI") + u" run --json -"_s;
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(u"unshare"_s, {u"--user"_s, u"--map-root-user"_s, u"sh"_s, u"-c"_s, script});
        process.write(configuration);
        process.closeWriteChannel();
        process.waitForFinished();
        return QString::fromUtf8(process.readAll());
    }
};

QTEST_GUILESS_MAIN(TestRefusals)
#include "tst_refusals.moc"
