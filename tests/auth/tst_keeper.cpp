// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernel/procfs.h"
#include "core/kernel/status.h"
#include "tests/auth/authtest.h"
#include "tests/auth/services.h"
#include "tests/support/require.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <csignal>

#include <fcntl.h>
#include <linux/capability.h>

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;
using Qt::StringLiterals::operator""_ba;
using namespace nsw;

/** What ends a session whose supervisor can't: its keeper, and after that the next helper. */
class TestKeeper : public AuthTest
{
    Q_OBJECT

private Q_SLOTS:
    void killedSupervisor_data();
    void killedSupervisor();
    void theKeeperHasLittle();
    void killedKeeper();
    void killedBoth();
    void theGroupHoldsTheSession();
    void groupsBelowItGo();
};

namespace
{

constexpr qsizetype kSleeping = 4; ///< at least: of the command, and of each terminal
constexpr qint64 kCleanWithinMs = 2000;
constexpr std::uint64_t kKeepersRights = (std::uint64_t{1} << CAP_KILL)
    | (std::uint64_t{1} << CAP_SYS_PTRACE) | (std::uint64_t{1} << CAP_DAC_OVERRIDE);
constexpr std::uint64_t kToRaise = std::uint64_t{1} << CAP_NET_ADMIN; ///< to remove links
const QByteArray kStubbornCommand
    = R"(["sh","-c","setsid sh -c 'trap : HUP TERM; echo up; sleep 1000' & exec sleep 1000"])"_ba;

QByteArray procText(qint64 pid, const QByteArray &file)
{
    const UniqueFd proc(::open("/proc", O_PATH | O_DIRECTORY | O_CLOEXEC));
    return readAt(proc.get(), QByteArray::number(pid) + '/' + file).value_or(QByteArray());
}

std::optional<ProcessStatus> statusOfKeeper(qint64 pid)
{
    return parseStatus(procText(pid, "status"_ba));
}

/** As the second generation of the hierarchy has it. */
QString sessionGroupOf(qint64 pid)
{
    for (const QByteArray &line : procText(pid, "cgroup"_ba).split('\n')) {
        if (line.startsWith("0::")) {
            return QString::fromUtf8(line.sliced(3));
        }
    }
    return {};
}

/** Where it is mounted; null where there is none in which groups can be made. */
QString unifiedHierarchy()
{
    for (const QByteArray &line : procText(::getpid(), "mountinfo"_ba).split('\n')) {
        const QString target = QString::fromLocal8Bit(line.split(' ').value(4));
        if (line.contains(" - cgroup2 ") && QDir(target).mkdir(u"nsw-test"_s)) {
            return QDir(target).rmdir(u"nsw-test"_s) ? target : QString();
        }
    }
    return {};
}

/** True when its command says that it is up. */
bool startsAndSaysSo(Client &client, const QByteArray &namespaces, const QByteArray &command)
{
    client.write(R"({"request":"start","refreshMs":0,"configuration":{"version":1,"name":"x",)"
                 R"("containers":[{"name":"x","namespaces":{)"
                 + namespaces + R"(},"command":)" + command + "}]}}");
    QString output;
    do {
        output = client.event(u"output"_s);
    } while (!output.isNull() && !output.contains("up"_L1));
    return !output.isNull();
}

/** With a command that heeds no signal but one, and a terminal on each side. */
bool isUpWithTerminals(Client &client, const QByteArray &namespaces)
{
    const auto opens = [&](const QByteArray &idAndSide) {
        client.write(
            R"({"request":"terminalOpen",)" + idAndSide
            + R"(,"command":["sh","-c","trap '' HUP TERM; sleep 1000 & exec sleep 1000"]})");
        return !client.event(u"terminalOpened"_s).isNull();
    };
    return startsAndSaysSo(client, namespaces, kStubbornCommand)
        && opens(R"("id":1,"side":"inside")"_ba) && opens(R"("id":2,"side":"outside")"_ba);
}

QByteArrayList allProcesses()
{
    const UniqueFd proc(::open("/proc", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    QByteArrayList pids;
    for (const std::int32_t pid : processesAt(proc.get()).value_or(QList<std::int32_t>())) {
        pids << QByteArray::number(pid);
    }
    return pids;
}

qsizetype sleepingOf(const QByteArrayList &pids)
{
    return std::ranges::count(pids, "sleep\n"_ba, [](const QByteArray &pid) {
        return procText(pid.toLongLong(), "comm"_ba);
    });
}

bool killNow(qint64 pid)
{
    return pid > 1 && ::kill(static_cast<pid_t>(pid), SIGKILL) == 0;
}

} // namespace

void TestKeeper::killedSupervisor_data()
{
    QTest::addColumn<QByteArray>("namespaces");
    QTest::newRow("PID namespace") << R"("mount":{"new":{}},"pid":{"new":{"init":true}})"_ba;
    QTest::newRow("no init in it") << R"("uts":{"new":{}},"pid":{"new":{"init":false}})"_ba;
    QTest::newRow("no PID namespace") << R"("uts":{"new":{}},"network":{"new":{}})"_ba;
}

/** What root executes forgets that it was to end with its parent. */
void TestKeeper::killedSupervisor()
{
    QFETCH(const QByteArray, namespaces);
    Client client(allowed());
    QVERIFY(client.isReady());
    QVERIFY(isUpWithTerminals(client, namespaces));
    QElapsedTimer timer;
    timer.start();
    QVERIFY(killNow(client.supervisor()));
    QVERIFY(client.isDone());
    QCOMPARE(leaks(), QString());
    QVERIFY2(timer.elapsed() < kCleanWithinMs, qPrintable(QString::number(timer.elapsed())));
}

void TestKeeper::theKeeperHasLittle()
{
    Client client(allowed());
    QVERIFY(client.isReady());
    QCOMPARE(procText(client.keeper(), "comm"_ba), "nsw-keeper\n"_ba);
    const auto isConfined = [&] {
        const auto status = statusOfKeeper(client.keeper());
        return status && (status->permitted & ~(kKeepersRights | kToRaise)) == 0
            && status->effective == (status->permitted & ~kToRaise);
    };
    QVERIFY(QTest::qWaitFor(isConfined));
    const QDir descriptors(u"/proc/%1/fd"_s.arg(client.keeper()));
    for (const QFileInfo &fd : descriptors.entryInfoList(QDir::Files | QDir::System)) {
        QVERIFY2(!fd.symLinkTarget().contains("socket:"_L1), qPrintable(fd.symLinkTarget()));
    }
    // Who ends it gently ends nothing.
    QCOMPARE(::kill(static_cast<pid_t>(client.keeper()), SIGTERM), 0);
    client.write(R"({"request":"inspect","pid":0})");
    QVERIFY(!client.event(u"facet"_s).isNull());
    QVERIFY(!client.supervisorEnds(std::chrono::milliseconds(0)));
    QCOMPARE(procText(client.keeper(), "comm"_ba), "nsw-keeper\n"_ba);
}

void TestKeeper::killedKeeper()
{
    QVERIFY(endHelper());
    {
        Client client(allowed());
        QVERIFY(client.isReady());
        QVERIFY(isUpWithTerminals(client, R"("uts":{"new":{}})"));
        QVERIFY(killNow(client.keeper()));
        // The next helper does not take the session for one that nobody ends.
        QVERIFY(endHelper());
        QVERIFY(Client(allowed()).isReady());
        client.write(R"({"request":"inspect","pid":0})");
        QVERIFY(!client.event(u"facet"_s).isNull());
        client.leave();
        QVERIFY(client.supervisorEnds());
    }
    QVERIFY(endHelper());
    QVERIFY(Client(allowed()).isReady());
    QCOMPARE(leaks(), QString());
}

void TestKeeper::killedBoth()
{
    NSW_REQUIRE(!unifiedHierarchy().isNull(), "no control group can be made here");
    Client client(allowed());
    QVERIFY(client.isReady());
    QVERIFY(isUpWithTerminals(client, R"("uts":{"new":{}})"));
    QVERIFY(killNow(client.keeper()));
    QVERIFY(killNow(client.supervisor()));
    QVERIFY(client.isDone());
    QVERIFY(endHelper());
    QVERIFY(Client(allowed()).isReady());
    QCOMPARE(leaks(), QString());
}

void TestKeeper::theGroupHoldsTheSession()
{
    const QString root = unifiedHierarchy();
    NSW_REQUIRE(!root.isNull(), "no control group can be made here");
    Client client(allowed());
    QVERIFY(client.isReady());
    QVERIFY(isUpWithTerminals(client, R"("uts":{"new":{}},"pid":{"new":{}})"));
    const QString group = sessionGroupOf(client.supervisor());
    QVERIFY2(group.startsWith("/nsworkbench/"_L1), qPrintable(group));
    QVERIFY(sessionGroupOf(client.keeper()) != group);
    // All that the session runs; most of it is seen from here by other numbers than it has inside.
    const UniqueFd directory(
        ::open(QFile::encodeName(root + group).constData(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    const auto isComplete = [&] {
        const QByteArray members
            = readAt(directory.get(), "cgroup.procs"_ba).value_or(QByteArray());
        const qsizetype inGroup = sleepingOf(members.split('\n'));
        return inGroup >= kSleeping && inGroup == sleepingOf(allProcesses());
    };
    QVERIFY2(QTest::qWaitFor(isComplete), qPrintable(QString::number(sleepingOf(allProcesses()))));
    if (const auto limit = readAt(directory.get(), "pids.max"_ba)) {
        QVERIFY(limit->trimmed() != "max");
    }
    client.leave();
    QVERIFY(client.supervisorEnds());
    QVERIFY(!QDir(root + group).exists());
}

/** Root inside may make more of them, and be there. */
void TestKeeper::groupsBelowItGo()
{
    const QString root = unifiedHierarchy();
    NSW_REQUIRE(!root.isNull(), "no control group can be made here");
    Client client(allowed());
    QVERIFY(client.isReady());
    const QString group = root + sessionGroupOf(client.supervisor());
    const QString below = group + u"/one/two"_s;
    QVERIFY(startsAndSaysSo(client,
                            R"("uts":{"new":{}})"_ba,
                            R"(["sh","-c","mkdir -p )" + below.toUtf8() + "; echo 0 > "
                                + below.toUtf8() + R"(/cgroup.procs; echo up; exec sleep 1000"])"));
    QFile members(below + u"/cgroup.procs"_s);
    QVERIFY(members.open(QIODevice::ReadOnly));
    QVERIFY(!members.readAll().isEmpty());
    members.close();
    QVERIFY(killNow(client.supervisor()));
    QVERIFY(client.supervisorEnds());
    QVERIFY(!QDir(group).exists());
}

QTEST_GUILESS_MAIN(TestKeeper)
#include "tst_keeper.moc"
