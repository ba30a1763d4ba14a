// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/advice.h"
#include "app/text/words.h"
#include "tests/kernel/run/actsession.h"
#include "tests/support/oracletest.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace nsw;
using namespace nsw::test;
using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_ba;

namespace
{

/** The supervisors that are started from now on are on a machine that answers so. */
class Machine
{
public:
    explicit Machine(const QByteArray &filter)
        : m_supervisor(qgetenv("NSW_SUPERVISOR"))
    {
        qputenv("NSW_FILTERED", m_supervisor);
        qputenv("NSW_FILTER", filter);
        qputenv("NSW_SUPERVISOR", NSW_FILTERED_PROGRAM);
    }
    ~Machine() { qputenv("NSW_SUPERVISOR", m_supervisor); }
    Machine(const Machine &) = delete;
    Machine &operator=(const Machine &) = delete;
    Machine(Machine &&) = delete;
    Machine &operator=(Machine &&) = delete;

private:
    QByteArray m_supervisor;
};

Container eightNamespaces()
{
    Container container;
    container.name = u"blue"_s;
    container.namespaces.user = NewUser{};
    container.namespaces.mount = NewMount{};
    container.namespaces.pid = NewPid{};
    container.namespaces.uts = NewUts{.hostname = u"blue"_s, .domainname = {}};
    container.namespaces.ipc = NewIpc{};
    container.namespaces.network = NewNetwork{};
    container.namespaces.cgroup = NewCgroup{};
    container.namespaces.time = NewTime{};
    return container;
}

QString textOf(const Findings &findings)
{
    QStringList lines;
    for (const Finding &finding : findings) {
        lines << nameOf(finding.severity) + u' ' + nameOf(finding.code) + u' ' + finding.path + u' '
                + finding.found + u' ' + finding.expected;
    }
    return lines.join(u'\n');
}

/** What is said of a step that failed: what it was, and what to do. */
QString explanation(const SessionRun &run)
{
    const StepState *failed = run.failedStep();
    if (failed == nullptr || !failed->outcome) {
        return {};
    }
    return words::advice(failed->step, failed->outcome->error, nullptr);
}

} // namespace

/** Machines that lack something: the container runs without it, or it is said what is lacking. */
class TestRestricted : public OracleTest
{
    Q_OBJECT

private Q_SLOTS:
    void runsAllTheSame_data()
    {
        QTest::addColumn<QByteArray>("machine");
        QTest::addColumn<QString>("note");
        const auto row = [](const char *machine, const char *note) {
            QTest::newRow(machine) << QByteArray(machine) << QString::fromLatin1(note);
        };
        row("", "");
        row("clone3=ENOSYS", "note call-missing containers[0].namespaces clone3 ENOSYS");
        row("clone3=EPERM", "note call-missing containers[0].namespaces clone3 EPERM");
        row("pidfd_open=ENOSYS", "");
        row("clone3=ENOSYS pidfd_open=ENOSYS",
            "note call-missing containers[0].namespaces clone3 ENOSYS");
        row("openat2=ENOSYS", "");
        row("close_range=ENOSYS", "");
        row("open_tree=ENOSYS move_mount=ENOSYS fsopen=ENOSYS", "");
        row("statmount=ENOSYS listmount=ENOSYS", "");
        row("prctl:16=EPERM", ""); // PR_SET_SECCOMP: no filters of our own
    }

    /** All steps are made, both sides are seen, and the command says that it is inside. */
    void runsAllTheSame()
    {
        QFETCH(const QByteArray, machine);
        QFETCH(const QString, note);
        const Machine restricted(machine);
        SessionRun run;
        Container container = eightNamespaces();
        container.command = QStringList{u"sh"_s, u"-c"_s, u"echo $$; hostname; cat"_s};
        run.start(container);
        QVERIFY2(run.waitUntilLooked(), qPrintable(textOf(run.state().refusal)));
        QVERIFY(run.waitFor([&] { return run.output() == "1\nblue\n"; }));
        QCOMPARE(textOf(run.state().plan.findings), note);
        const auto *inside = run.facet<UtsFacet>(Side::Inside);
        QVERIFY(inside != nullptr);
        QCOMPARE(inside->nodename, u"blue"_s);
        const auto *namespaces = run.facet<NamespacesFacet>(Side::Inside);
        QVERIFY(namespaces != nullptr);
        run.session.send(InputRequest{});
        QVERIFY(run.waitForEnd());
        QCOMPARE(run.state().exit, std::optional(0));
    }

    void actsAllTheSame_data()
    {
        QTest::addColumn<QByteArray>("machine");
        for (const char *machine :
             {"clone3=ENOSYS", "pidfd_open=ENOSYS", "clone3=EPERM pidfd_open=EPERM"}) {
            QTest::newRow(machine) << QByteArray(machine);
        }
    }

    void actsAllTheSame()
    {
        QFETCH(const QByteArray, machine);
        const Machine restricted(machine);
        ActSession run;
        QVERIFY(run.begin({u"cat"_s}));
        QVERIFY(!run.act(Side::Inside, act::SetHostname{u"green"_s}).error);
        QVERIFY(run.waitFor([&] {
            const auto *uts = run.facet<UtsFacet>(Side::Inside);
            return uts != nullptr && uts->nodename == u"green"_s;
        }));
        const act::Start start{.command = {u"echo"_s, u"up"_s}, .environment = {}};
        QVERIFY(!run.act(Side::Inside, start).error);
        QVERIFY(run.waitFor([&] { return run.output() == "up\n"; }));
        run.session.send(StopRequest{});
        QVERIFY(run.waitForEnd());
    }

    void isRefusedWithTheReason_data()
    {
        QTest::addColumn<QByteArray>("machine");
        QTest::addColumn<QString>("finding");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *machine, const char *finding, const char *says) {
            QTest::newRow(machine)
                << QByteArray(machine) << QString::fromLatin1(finding) << QString::fromLatin1(says);
        };
        // 10000000 is CLONE_NEWUSER, 4000000 is CLONE_NEWUTS.
        row("clone3=ENOSYS clone:10000000=EPERM",
            "error user-namespaces-denied containers[0].namespaces.user EPERM",
            "denies user namespaces");
        row("clone3=ENOSYS clone:10000000=ENOSYS",
            "error user-namespaces-denied containers[0].namespaces.user ENOSYS",
            "denies user namespaces");
        // As AppArmor has it: made, but without rights in it.
        row("unshare:4000000=EPERM",
            "error user-namespaces-denied containers[0].namespaces.user EPERM",
            "apparmor_restrict_unprivileged_userns");
        row("clone3=ENOSYS unshare=EPERM",
            "error call-missing containers[0].namespaces unshare EPERM",
            "seccomp filter");
        row("clone3=ENOSYS setns=ENOSYS",
            "error call-missing containers[0].namespaces setns ENOSYS",
            "seccomp filter");
    }

    /** Linux 5.4: what is made is held by a pidfd from its beginning to its end. */
    void pidfdsAreNeeded_data()
    {
        QTest::addColumn<QByteArray>("machine");
        QTest::addColumn<QString>("finding");
        const auto row = [](const char *machine, const char *finding) {
            QTest::newRow(machine) << QByteArray(machine) << QString::fromLatin1(finding);
        };
        row("pidfd_send_signal=ENOSYS",
            "error kernel-too-old containers[0].namespaces pidfd_send_signal ENOSYS");
        row("pidfd_send_signal=EPERM",
            "error kernel-too-old containers[0].namespaces pidfd_send_signal EPERM");
        // 3 is P_PIDFD.
        row("waitid:3=EINVAL", "error kernel-too-old containers[0].namespaces waitid EINVAL");
    }

    void pidfdsAreNeeded()
    {
        QFETCH(const QByteArray, machine);
        QFETCH(const QString, finding);
        const Machine restricted(machine);
        SessionRun run;
        run.start(eightNamespaces());
        QVERIFY(run.waitForEnd());
        QVERIFY2(textOf(run.state().refusal).contains(finding),
                 qPrintable(textOf(run.state().refusal)));
        QVERIFY(!run.state().exit);
    }

    void isRefusedWithTheReason()
    {
        if (::geteuid() == 0) {
            return; // the same test runs as an ordinary user
        }
        QFETCH(const QByteArray, machine);
        QFETCH(const QString, finding);
        QFETCH(const QString, says);
        const Machine restricted(machine);
        SessionRun run;
        run.start(eightNamespaces());
        QVERIFY(run.waitForEnd());
        QVERIFY2(textOf(run.state().refusal).contains(finding),
                 qPrintable(textOf(run.state().refusal)));
        QString all;
        for (const Finding &one : run.state().refusal) {
            all += words::sentence(one);
        }
        QVERIFY2(all.contains(says), qPrintable(all));
    }

    /** What can't be known beforehand fails in its step. */
    void failsInItsStep_data()
    {
        QTest::addColumn<QByteArray>("machine");
        QTest::addColumn<QString>("call");
        QTest::addColumn<int>("error");
        QTest::addColumn<QString>("says");
        // 80 is CLONE_NEWTIME, 2000000 is CLONE_NEWCGROUP: kernels without answer EINVAL.
        QTest::newRow("no time namespaces")
            << "unshare:80=EINVAL"_ba << u"unshare"_s << EINVAL << u"built without"_s;
        QTest::newRow("no cgroup namespaces")
            << "unshare:2000000=EINVAL"_ba << u"unshare"_s << EINVAL << u"built without"_s;
        QTest::newRow("no host names")
            << "sethostname=EPERM"_ba << u"sethostname"_s << EPERM << u"CAP_SYS_ADMIN"_s;
        QTest::newRow("no mounts") << "mount=EPERM"_ba << u"mount"_s << EPERM << u"CAP_SYS_ADMIN"_s;
    }

    void failsInItsStep()
    {
        QFETCH(const QByteArray, machine);
        QFETCH(const QString, call);
        QFETCH(const int, error);
        QFETCH(const QString, says);
        const Machine restricted(machine);
        SessionRun run;
        Container container = eightNamespaces();
        container.method = Method::Unshare;
        run.start(container);
        QVERIFY2(run.waitForEnd(), qPrintable(textOf(run.state().refusal)));
        const StepState *failed = run.failedStep();
        QVERIFY(failed != nullptr);
        QCOMPARE(failed->outcome->call, call);
        QCOMPARE(failed->outcome->error.value, error);
        QVERIFY2(explanation(run).contains(says), qPrintable(explanation(run)));
        QCOMPARE(run.state().exit, std::optional(125));
    }

    /** Without setns(2) the container runs; its inside can't be looked at, and that is said. */
    void withoutSetnsTheInsideIsNotSeen()
    {
        const Machine restricted("setns=EPERM");
        SessionRun run;
        Container container = eightNamespaces();
        container.command = QStringList{u"cat"_s};
        run.start(container);
        // An act finds a container when its command runs, which is after the first look.
        QVERIFY(run.waitFor([&] {
            return run.state().facets.contains({Side::Inside, FacetKind::Uts})
                && run.allStepsMade();
        }));
        const auto &uts = run.state().facets.at({Side::Inside, FacetKind::Uts});
        QVERIFY(!uts);
        QCOMPARE(uts.error().operation, u"setns"_s);
        QCOMPARE(uts.error().error.value, EPERM);
        QVERIFY(textOf(run.state().plan.findings)
                    .contains(u"warning call-missing containers[0].namespaces setns EPERM"_s));
        const ActDoneEvent done = [&] {
            run.session.send(ActRequest{
                .id = 1, .side = Side::Inside, .act = AskedAct{act::SetHostname{u"green"_s}}});
            (void)run.waitFor([&] { return run.state().lastAct.has_value(); });
            return run.state().lastAct.value_or(ActDoneEvent{});
        }();
        QVERIFY(done.error);
        QCOMPARE(done.error->operation, u"setns"_s);
        run.session.send(StopRequest{});
        QVERIFY(run.waitForEnd());
    }

    void joinsNeedTheirCalls_data()
    {
        QTest::addColumn<QByteArray>("machine");
        QTest::addColumn<QString>("finding");
        QTest::newRow("setns") << "setns=EPERM"_ba
                               << u"error call-missing containers[0].namespaces setns EPERM"_s;
        QTest::newRow("pidfd_open")
            << "pidfd_open=ENOSYS"_ba
            << u"error call-missing containers[0].namespaces pidfd_open ENOSYS"_s;
    }

    void joinsNeedTheirCalls()
    {
        QFETCH(const QByteArray, machine);
        QFETCH(const QString, finding);
        SessionRun first;
        Container owner;
        owner.name = u"owner"_s;
        owner.namespaces.user = NewUser{};
        owner.namespaces.network = NewNetwork{};
        first.start(owner);
        QVERIFY(first.waitUntilLooked());
        const Machine restricted(machine);
        SessionRun run;
        Container container;
        container.name = u"guest"_s;
        container.namespaces.user = Join{JoinPid{first.outerPid()}};
        container.namespaces.network = Join{JoinPid{first.outerPid()}};
        run.start(container);
        QVERIFY(run.waitForEnd());
        QVERIFY2(textOf(run.state().refusal).contains(finding),
                 qPrintable(textOf(run.state().refusal)));
    }

    /** A limit that a user namespace of the test's own has. */
    void noUserNamespacesAreAllowed()
    {
        const QTemporaryDir directory;
        QFile script(directory.filePath(u"supervisor"_s));
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write("#!/bin/sh\nexec unshare --user --map-root-user sh -c "
                     "'echo 0 > /proc/sys/user/max_user_namespaces && exec \"$0\" \"$@\"' "
                     + qgetenv("NSW_SUPERVISOR") + " \"$@\"\n");
        QVERIFY(script.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
        script.close();
        const QByteArray supervisor = qgetenv("NSW_SUPERVISOR");
        qputenv("NSW_SUPERVISOR", QFile::encodeName(script.fileName()));
        SessionRun run;
        run.start(eightNamespaces());
        const bool hasEnded = run.waitForEnd();
        qputenv("NSW_SUPERVISOR", supervisor);
        QVERIFY(hasEnded);
        QCOMPARE(textOf(run.state().refusal).trimmed(),
                 u"error limit-reached containers[0].namespaces.user "
                 "/proc/sys/user/max_user_namespaces"_s);
    }

    /** Without clone3(2) and unshare(2) there is still clone(2), which does all but time. */
    void seesAFilterAroundIt()
    {
        const Machine restricted("clone3=ENOSYS unshare=EPERM setns=EPERM");
        SessionRun run;
        Container container = eightNamespaces();
        container.namespaces.time.reset();
        container.command = QStringList{u"hostname"_s};
        run.start(container);
        QVERIFY2(run.waitForEnd(), qPrintable(textOf(run.state().refusal)));
        QCOMPARE(run.output(), "blue\n");
        QCOMPARE(run.state().exit, std::optional(0));
    }
};

QTEST_GUILESS_MAIN(TestRestricted)
#include "tst_restricted.moc"
