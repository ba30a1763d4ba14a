// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kernel/run/actsession.h"
#include "tests/support/oracletest.h"

#include <QFile>
#include <QTest>

#include <unistd.h>

using namespace nsw;
using namespace nsw::test;
using Qt::StringLiterals::operator""_s;

namespace
{

/** Each descriptor of the command, in a line; not that by which they are read. */
QStringList listDescriptors()
{
    return {u"sh"_s,
            u"-c"_s,
            u"ls -l /proc/self/fd | sed -n 's/.* \\([0-9]*\\) -> .*/\\1/p' | tr '\\n' ' '; cat"_s};
}

QByteArray fileOf(qint64 pid, const QString &name)
{
    QFile file(u"/proc/%1/%2"_s.arg(pid).arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray lineOf(qint64 pid, const QByteArray &key)
{
    const QList<QByteArray> lines = fileOf(pid, u"status"_s).split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(key)) {
            return line.sliced(key.size()).trimmed();
        }
    }
    return {};
}

} // namespace

/** What a command is given, and what our own processes give up. */
class TestConfinement : public OracleTest
{
    Q_OBJECT

private Q_SLOTS:
    void commandsGetTheirStreamsOnly_data()
    {
        QTest::addColumn<bool>("pidNamespace");
        QTest::addColumn<bool>("init");
        QTest::newRow("PID 1") << true << false;
        QTest::newRow("child of an init that is PID 1") << true << true;
        QTest::newRow("child of an init") << false << false;
    }

    void commandsGetTheirStreamsOnly()
    {
        QFETCH(const bool, pidNamespace);
        QFETCH(const bool, init);
        SessionRun run;
        Container container;
        container.name = u"blue"_s;
        container.namespaces.user = NewUser{};
        container.namespaces.mount = NewMount{};
        if (pidNamespace) {
            container.namespaces.pid = NewPid{.mountProc = true, .init = init};
        }
        container.namespaces.network = NewNetwork{};
        container.command = listDescriptors();
        run.start(container);
        QVERIFY(run.waitUntilLooked());
        // ls(1) has a fourth one, for the directory.
        QVERIFY(run.waitFor([&] { return run.output() == "0 1 2 3 "; }));
        run.session.send(StopRequest{});
        QVERIFY(run.waitForEnd());
    }

    void commandsOfActsToo()
    {
        ActSession run;
        QVERIFY(run.begin({u"cat"_s}));
        QVERIFY(!run.act(Side::Inside, act::Start{.command = listDescriptors(), .environment = {}})
                     .error);
        QVERIFY(run.waitFor([&] { return run.output() == "0 1 2 3 "; }));
        run.session.send(StopRequest{});
        QVERIFY(run.waitForEnd());
    }

    void commandsAreNotFiltered()
    {
        SessionRun run;
        Container container;
        container.name = u"blue"_s;
        container.namespaces.user = NewUser{};
        container.command
            = QStringList{u"grep"_s, u"-E"_s, u"^(NoNewPrivs|Seccomp):"_s, u"/proc/self/status"_s};
        run.start(container);
        QVERIFY(run.waitForEnd());
        QCOMPARE(run.output(),
                 "NoNewPrivs:\t" + lineOf(::getpid(), "NoNewPrivs:") + "\nSeccomp:\t"
                     + lineOf(::getpid(), "Seccomp:") + '\n');
    }

    void probersAreFilteredAndDoNotShowIt()
    {
        SessionRun run;
        run.session.send(InspectRequest{});
        QVERIFY(run.waitFor([&] { return run.facet<UsersFacet>(Side::Outside) != nullptr; }));
        QCOMPARE(run.facet<UsersFacet>(Side::Outside)->noNewPrivs,
                 lineOf(::getpid(), "NoNewPrivs:") == "1");
        const qint64 supervisor = run.state().ready.pid;
        QVERIFY(run.waitFor([&] {
            const QList<QByteArray> children
                = fileOf(supervisor, u"task/%1/children"_s.arg(supervisor)).split(' ');
            return std::ranges::any_of(children, [](const QByteArray &child) {
                return lineOf(child.toLongLong(), "Seccomp:") == "2"
                    && lineOf(child.toLongLong(), "NoNewPrivs:") == "1";
            });
        }));
        QCOMPARE(lineOf(supervisor, "Seccomp:"), lineOf(::getpid(), "Seccomp:"));
    }

    void initsAreFiltered()
    {
        SessionRun run;
        Container container;
        container.name = u"blue"_s;
        container.namespaces.user = NewUser{};
        container.namespaces.pid = NewPid{.mountProc = false, .init = true};
        container.command = QStringList{u"cat"_s};
        run.start(container);
        QVERIFY(run.waitUntilLooked());
        QVERIFY(run.waitFor([&] { return lineOf(run.outerPid(), "Seccomp:") == "2"; }));
        run.session.send(StopRequest{});
        QVERIFY(run.waitForEnd());
    }
};

QTEST_GUILESS_MAIN(TestConfinement)
#include "tst_confinement.moc"
