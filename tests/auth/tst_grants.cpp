// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernel/procfs.h"
#include "core/kernel/status.h"
#include "helper/contract.h"
#include "tests/auth/authtest.h"
#include "tests/auth/services.h"

#include <QProcess>
#include <QTest>

#include <csignal>
#include <memory>

#include <fcntl.h>
#include <grp.h>
#include <linux/capability.h>
#include <linux/keyctl.h>
#include <net/if.h>
#include <pwd.h>
#include <sys/syscall.h>
#include <unistd.h>

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;
using Qt::StringLiterals::operator""_ba;
using namespace std::chrono_literals;
using namespace nsw;

/** What a session with each grant does, and that it does nothing beyond it. */
class TestGrants : public AuthTest
{
    Q_OBJECT

private Q_SLOTS:
    void inspectionLooksAtEverybody();
    void inspectionChangesNothing_data();
    void inspectionChangesNothing();
    void assistedRunsAsTheUser();
    void assistedHasTwoCapabilities();
    void assistedMapsSubordinateIds_data();
    void assistedMapsSubordinateIds();
    void assistedGoesNoFurther_data();
    void assistedGoesNoFurther();
    void assistedLaysACable();
    void assistedCablesMeanNothingToOthers_data();
    void assistedCablesMeanNothingToOthers();
    void cablesGoWithTheSession();
    void attachingJoinsAnother();
    void attachingRunsNobodysFilesAsRoot();
    void attachingNoticesAnother();
    void attachingMakesNothing_data();
    void attachingMakesNothing();
    void keysOfRootStayRoots_data();
    void keysOfRootStayRoots();
};

namespace
{

constexpr std::uint64_t kMappingIds
    = (std::uint64_t{1} << CAP_SETUID) | (std::uint64_t{1} << CAP_SETGID);

QByteArray start(const QByteArray &namespaces, const QByteArray &rest = {})
{
    return R"({"request":"start","refreshMs":0,"configuration":{"version":1,"name":"x",)"
           R"("containers":[{"name":"x","namespaces":{)"
        + namespaces + "}" + rest + "}]}}";
}

constexpr int kMostRecyclings = 50;

/** The last two columns of a map, from the first ID that is set aside for the test's user on. */
QByteArray mapped(const QByteArray &inside, const QByteArray &outside, const QByteArray &count)
{
    return R"({"inside":)" + inside + R"(,"outside":)" + outside + R"(,"count":)" + count + "}";
}

const QByteArray kOwnUser = R"("user":{"new":{}},)"_ba;

QByteArray wired(const QByteArray &peer, const QByteArray &peerAddress)
{
    return R"("network":{"new":{"veth":{"address":"192.0.2.2/24","peer":")" + peer
        + R"(","peerAddress":")" + peerAddress + R"("}}})";
}

struct Account {
    uid_t uid = 0;
    uint subordinate = 0; ///< the first of 1000
};

/** As tools/test makes it. */
Account accountOf(const char *variable)
{
    // NOLINTNEXTLINE(concurrency-mt-unsafe): this process has one thread that asks
    const passwd *entry = ::getpwnam(qgetenv(variable).constData());
    Account account;
    if (entry == nullptr) {
        return account;
    }
    account.uid = entry->pw_uid;
    QFile file(u"/etc/subuid"_s);
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (line.split(':').constFirst() == entry->pw_name) {
                account.subordinate = line.split(':').at(1).toUInt();
            }
        }
    }
    return account;
}

std::optional<ProcessStatus> statusOfSupervisor(qint64 pid)
{
    const UniqueFd proc(::open("/proc", O_PATH | O_DIRECTORY | O_CLOEXEC));
    const auto text = readAt(proc.get(), QByteArray::number(pid) + "/status");
    return text ? parseStatus(*text) : std::nullopt;
}

bool isRefused(Client &client, const QByteArray &request)
{
    client.write(request);
    const QString answer = client.event(u"refused"_s);
    return answer.contains("beyond-grant"_L1);
}

/** What a command wrote, all of it; null unless it ended with 0. */
QString outputOf(Client &client)
{
    QString told = u""_s;
    while (true) {
        const QString event = client.next(u"{"_s);
        if (event.contains(R"("event":"output")"_L1)) {
            told += event.section(R"("text":")"_L1, 1).section(u'"', 0, 0);
        } else if (event.contains(R"("exit":0)"_L1)) {
            return told;
        } else if (event.isNull() || event.contains(R"("event":"end")"_L1)
                   || event.contains(R"("event":"refused")"_L1)) {
            qWarning("%s", qPrintable(event));
            return {};
        }
    }
}

const QByteArray kKeyOfRoot = "nsworkbench-test"_ba;

/** Started by hand, as from a session of root's: with a key in its keyring, and root's group. */
class RootsHelper
{
public:
    RootsHelper()
    {
        m_process.setProgram(helperProgram());
        m_process.setChildProcessModifier([this] {
            const gid_t root = 0;
            if (::setgroups(1, &root) != 0
                || ::syscall(SYS_keyctl, KEYCTL_JOIN_SESSION_KEYRING, nullptr) < 0
                || ::syscall(SYS_add_key,
                             "user",
                             kKeyOfRoot.constData(),
                             "x",
                             1,
                             KEY_SPEC_SESSION_KEYRING)
                    < 0) {
                m_process.failChildProcessModifier("setgroups, keyctl", errno);
            }
        });
        m_process.start();
    }
    ~RootsHelper()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    RootsHelper(const RootsHelper &) = delete;
    RootsHelper &operator=(const RootsHelper &) = delete;
    RootsHelper(RootsHelper &&) = delete;
    RootsHelper &operator=(RootsHelper &&) = delete;

    bool serves()
    {
        return QTest::qWaitFor(
            [this] { return ownerOf(contract::kHelper) == m_process.processId(); });
    }

private:
    static QString helperProgram()
    {
        QFile file(u"/usr/share/dbus-1/system-services/org.nsworkbench.helper.service"_s);
        const QByteArray text = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        const QByteArray key = "Exec="_ba;
        for (const QByteArray &line : text.split('\n')) {
            if (line.startsWith(key)) {
                return QString::fromUtf8(line.sliced(key.size())).trimmed();
            }
        }
        return {};
    }

    QProcess m_process;
};

void requestsToRefuse()
{
    QTest::addColumn<QByteArray>("request");
}

} // namespace

void TestGrants::inspectionLooksAtEverybody()
{
    Somebody somebody;
    QVERIFY(somebody.isThere());
    Client client(allowed(), {.asked = Privilege::Inspect});
    QVERIFY(client.isReady());
    QCOMPARE(client.grant(), u"inspect"_s);
    client.write(R"({"request":"inspect","pid":)" + somebody.pid() + "}");
    QString uts;
    do {
        uts = client.event(u"facet"_s);
        QVERIFY(!uts.isNull());
    } while (!uts.contains(R"("facet":"uts")"_L1) || !uts.contains(R"("side":"inside")"_L1));
    QVERIFY2(uts.contains("elsewhere"_L1), qPrintable(uts));
}

void TestGrants::inspectionChangesNothing_data()
{
    requestsToRefuse();
    QTest::newRow("start") << start(R"("uts":{"new":{}})");
    QTest::newRow("start rootless") << start(R"("user":{"new":{}})");
    QTest::newRow("act") << R"({"request":"act","id":1,"side":"outside",)"
                            R"("act":{"setHostname":{"name":"x"}}})"_ba;
    QTest::newRow("stop") << R"({"request":"stop"})"_ba;
    QTest::newRow("input") << R"({"request":"input"})"_ba;
}

void TestGrants::inspectionChangesNothing()
{
    QFETCH(const QByteArray, request);
    Client client(allowed(), {.asked = Privilege::Inspect});
    QVERIFY(client.isReady());
    QVERIFY(isRefused(client, request));
    // And the session goes on.
    client.write(R"({"request":"inspect","pid":0})");
    QVERIFY(!client.event(u"facet"_s).isNull());
}

void TestGrants::assistedRunsAsTheUser()
{
    const Account account = accountOf("NSW_TEST_USER");
    Client client(allowed(), {.asked = Privilege::Assisted});
    QVERIFY(client.isReady());
    QCOMPARE(client.supervisorUid(), account.uid);
    client.write(start(R"("user":{"new":{"uidMap":[)" + mapped("0", R"("self")", "1") + ","
                           + mapped("1", QByteArray::number(account.subordinate), "1000") + "]}}",
                       R"(,"command":["sh","-c","id -u; cat /proc/self/uid_map;)"
                       R"( grep NoNewPrivs /proc/self/status"])"));
    const QString told = outputOf(client).simplified();
    QVERIFY2(told.contains(QString::number(account.subordinate)), qPrintable(told));
    QVERIFY2(told.contains("NoNewPrivs:\\t1"_L1), qPrintable(told));
}

/** A third one, for links outside, has no effect but while such a step is made. */
void TestGrants::assistedHasTwoCapabilities()
{
    Client client(allowed(), {.asked = Privilege::Assisted});
    QVERIFY(client.isReady());
    const auto status = statusOfSupervisor(client.supervisor());
    QVERIFY(status);
    QCOMPARE(status->effective, kMappingIds);
    QCOMPARE(status->permitted, kMappingIds | (std::uint64_t{1} << CAP_NET_ADMIN));
    QCOMPARE(status->inheritable, 0U);
    QCOMPARE(status->ambient, 0U);
    // The user, whose process it is now, gets no hold of it by that.
    QProcess gdb;
    QStringList words
        = allowed().command(u"cat"_s, {u"/proc/%1/environ"_s.arg(client.supervisor())});
    gdb.start(words.takeFirst(), words);
    QVERIFY(gdb.waitForFinished());
    QVERIFY(gdb.exitCode() != 0);
}

void TestGrants::assistedMapsSubordinateIds_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::newRow("clone") << "clone"_ba;
    QTest::newRow("unshare") << "unshare"_ba;
}

/** Root inside is a subordinate ID: nothing of what the user owns is its. */
void TestGrants::assistedMapsSubordinateIds()
{
    QFETCH(const QByteArray, method);
    const QByteArray first = QByteArray::number(accountOf("NSW_TEST_USER").subordinate);
    Client client(allowed(), {.asked = Privilege::Assisted});
    QVERIFY(client.isReady());
    client.write(start(R"("mount":{"new":{}},"pid":{"new":{}},"user":{"new":{"uidMap":[)"
                           + mapped("0", first, "1000") + R"(],"gidMap":[)"
                           + mapped("0", first, "1000") + "]}}",
                       R"(,"method":")" + method + R"(","command":["sh","-c","id -u; id -g"])"));
    const QString told = outputOf(client);
    QVERIFY2(told.contains("0\\n0\\n"_L1), qPrintable(told));
}

void TestGrants::assistedGoesNoFurther_data()
{
    const Account account = accountOf("NSW_TEST_USER");
    const QByteArray theirs = QByteArray::number(accountOf("NSW_TEST_OTHER").subordinate);
    const QByteArray beyond = QByteArray::number(account.subordinate + 1000);
    const auto row = [](const char *name, const QByteArray &uids, const QByteArray &more = {}) {
        QTest::newRow(name) << start(R"("user":{"new":{"uidMap":[)" + uids + "]}}" + more);
    };
    requestsToRefuse();
    row("root", mapped("0", "0", "1"));
    row("another's own", mapped("0", QByteArray::number(accountOf("NSW_TEST_OTHER").uid), "1"));
    row("another's", mapped("0", theirs, "1"));
    row("one more", mapped("0", QByteArray::number(account.subordinate), "1001"));
    row("behind", mapped("0", beyond, "1"));
    row("everybody", mapped("0", "0", "4294967295"));
    row("join besides", mapped("0", R"("self")", "1"), R"(,"uts":{"join":{"pid":1}})");
    QTest::newRow("no user namespace") << start(R"("uts":{"new":{}})");
    QTest::newRow("no namespace") << start({}, R"(,"command":["id"])");
    QTest::newRow("join") << start(R"("uts":{"join":{"pid":1}})");
}

void TestGrants::assistedGoesNoFurther()
{
    QFETCH(const QByteArray, request);
    Client client(allowed(), {.asked = Privilege::Assisted});
    QVERIFY(client.isReady());
    QVERIFY(isRefused(client, request));
}

/** Payload and supervisor are the user's all the same. */
void TestGrants::assistedLaysACable()
{
    Client client(allowed(), {.asked = Privilege::Assisted});
    QVERIFY(client.isReady());
    client.write(start(kOwnUser + wired("nsw-grant", "192.0.2.1/24"),
                       R"(,"command":["sh","-c","ip -o -4 address show up dev eth0;)"
                       R"( grep -E 'NoNewPrivs|^Uid' /proc/self/status; exec sleep 1000"])"));
    QString told;
    while (!told.contains("NoNewPrivs:\\t1"_L1)) {
        const QString event = client.next(u"{"_s);
        QVERIFY2(!event.isNull() && !event.contains(R"("event":"end")"_L1), qPrintable(event));
        told += event;
    }
    QVERIFY2(told.contains("192.0.2.2/24"_L1), qPrintable(told));
    const auto status = statusOfSupervisor(client.supervisor());
    QVERIFY(status);
    QCOMPARE(status->effective, kMappingIds);
    QVERIFY(::if_nametoindex("nsw-grant") != 0);
    client.write(R"({"request":"stop"})");
    QVERIFY(!client.event(u"end"_s).isNull());
    QCOMPARE(::if_nametoindex("nsw-grant"), 0U);
}

void TestGrants::assistedCablesMeanNothingToOthers_data()
{
    QTest::addColumn<QByteArray>("cable");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const QByteArray &cable, const QString &code) {
        QTest::newRow(name) << cable << code;
    };
    row("a name that a rule may trust", wired("wg0", "192.0.2.1/24"), u"bad-link-name"_s);
    row("a name of the machine", wired("lo", "192.0.2.1/24"), u"link-exists"_s);
    row("a path", wired("nsw-/../all", "192.0.2.1/24"), u"bad-link-name"_s);
    row("a network of others", wired("nsw-x", "10.0.0.1/24"), u"network-not-reserved"_s);
    row("one address of others", wired("nsw-x", "8.8.8.8/32"), u"network-not-reserved"_s);
    row("more than is reserved", wired("nsw-x", "192.0.2.1/16"), u"network-not-reserved"_s);
    row("everybody", wired("nsw-x", "192.0.2.1/0"), u"bad-address"_s);
    row("routers of others", wired("nsw-x", "fe80::1/64"), u"network-not-reserved"_s);
    row("the machine itself", wired("nsw-x", "127.0.0.1/8"), u"network-in-use"_s);
}

void TestGrants::assistedCablesMeanNothingToOthers()
{
    QFETCH(const QByteArray, cable);
    QFETCH(const QString, code);
    Client client(allowed(), {.asked = Privilege::Assisted});
    QVERIFY(client.isReady());
    client.write(start(kOwnUser + cable));
    const QString answer = client.event(u"refused"_s);
    QVERIFY2(answer.contains(code), qPrintable(answer));
}

/** Also where its user keeps the network namespace, and kills the supervisor. */
void TestGrants::cablesGoWithTheSession()
{
    Client client(allowed(), {.asked = Privilege::Assisted});
    QVERIFY(client.isReady());
    client.write(start(kOwnUser + wired("nsw-kept", "192.0.2.1/24"),
                       R"(,"command":["sh","-c","echo $$; exec sleep 1000"])"));
    const QString event = client.event(u"output"_s);
    const QString pid = event.section(R"("text":")"_L1, 1).section(u'\\', 0, 0);
    const QByteArray path = "/proc/" + pid.toLatin1() + "/ns/net";
    const UniqueFd kept(::open(path.constData(), O_RDONLY | O_CLOEXEC));
    QVERIFY2(kept.isValid(), qPrintable(event));
    QVERIFY(::if_nametoindex("nsw-kept") != 0);
    QCOMPARE(::kill(static_cast<pid_t>(client.supervisor()), SIGKILL), 0);
    QVERIFY(QTest::qWaitFor([] { return ::if_nametoindex("nsw-kept") == 0; }));
}

void TestGrants::attachingJoinsAnother()
{
    Somebody somebody;
    QVERIFY(somebody.isThere());
    Client client(allowed(), {.asked = Privilege::Attach});
    QVERIFY(client.isReady());
    QCOMPARE(client.supervisorUid(), 0U);
    client.write(start(R"("uts":{"join":{"pid":)" + somebody.pid() + "}}",
                       R"(,"command":["sh","-c","uname -n; id -u"])"));
    const QString told = outputOf(client);
    QVERIFY2(told.contains("elsewhere\\n0\\n"_L1), qPrintable(told));
}

/** Where the other user decides what /bin/sh is, it runs as that user. */
void TestGrants::attachingRunsNobodysFilesAsRoot()
{
    QVERIFY(endHelper());
    RootsHelper helper;
    QVERIFY(helper.serves());
    Somebody somebody;
    QVERIFY(somebody.isThere());
    Client client(allowed(), {.asked = Privilege::Attach});
    QVERIFY(client.isReady());
    const QByteArray target = R"({"join":{"pid":)" + somebody.pid() + "}}";
    client.write(start(R"("mount":)" + target));
    const QString refusal = client.event(u"refused"_s);
    QVERIFY2(refusal.contains("join-needs-user-namespace"_L1), qPrintable(refusal));
    client.write(start(R"("user":)" + target + R"(,"mount":)" + target,
                       R"(,"command":["sh","-c","cat /proc/self/uid_map;)"
                       R"( grep -E 'Uid|Groups|NoNewPrivs' /proc/self/status"])"));
    const QString told = outputOf(client).simplified();
    const QString uid = QString::number(accountOf("NSW_TEST_OTHER").uid);
    QVERIFY2(told.contains(uid) && told.contains("Uid:\\t0\\t0\\t0\\t0"_L1)
                 && told.contains("Groups:\\t \\nNoNewPrivs:\\t1"_L1),
             qPrintable(told));
}

/** The number of a process that ended while the administrator was being asked. */
void TestGrants::attachingNoticesAnother()
{
    auto looked = std::make_unique<Somebody>();
    QVERIFY(looked->isThere());
    const QByteArray pid = looked->pid();
    const QByteArray seen = R"("seen":[{"pid":)" + pid + R"(,"kind":"uts","inode":)"
        + utsNamespaceOf(pid).toLatin1() + "}]";
    // While it is held, its number does not pass to the namespace of the other.
    const Result<UniqueFd> held = openAt(AT_FDCWD, "/proc/" + pid + "/ns/uts");
    QVERIFY(held);
    looked.reset();
    std::unique_ptr<Somebody> another;
    for (int i = 0; i < kMostRecyclings && (!another || another->pid() != pid); ++i) {
        another.reset(); // some other process had the number
        QFile last(u"/proc/sys/kernel/ns_last_pid"_s);
        QVERIFY(last.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        QVERIFY(last.write(QByteArray::number(pid.toInt() - 1)) > 0);
        another = std::make_unique<Somebody>();
        QVERIFY(another->isThere());
    }
    QCOMPARE(another->pid(), pid);
    Client client(allowed(), {.asked = Privilege::Attach});
    QVERIFY(client.isReady());
    const QByteArray request
        = start(R"("uts":{"join":{"pid":)" + pid + "}}", R"(,"command":["uname","-n"])");
    client.write(request.chopped(1) + "," + seen + "}");
    const QString refusal = client.event(u"refused"_s);
    QVERIFY2(refusal.contains("target-changed"_L1), qPrintable(refusal));
    // It is what was seen that is in the way.
    client.write(request);
    const QString told = outputOf(client);
    QVERIFY2(told.contains("elsewhere"_L1), qPrintable(told));
}

void TestGrants::attachingMakesNothing_data()
{
    requestsToRefuse();
    QTest::newRow("new") << start(R"("uts":{"new":{}})");
    QTest::newRow("new user namespace") << start(R"("user":{"new":{}})");
    QTest::newRow("join and new") << start(R"("uts":{"join":{"pid":1}},"ipc":{"new":{}})");
    QTest::newRow("a file") << start(R"("uts":{"join":{"path":"/proc/1/ns/uts"}})");
    QTest::newRow("a cable") << start(wired("nsw-x", "192.0.2.1/24"));
    QTest::newRow("nothing") << start({}, R"(,"command":["id"])");
}

void TestGrants::attachingMakesNothing()
{
    QFETCH(const QByteArray, request);
    Client client(allowed(), {.asked = Privilege::Attach});
    QVERIFY(client.isReady());
    QVERIFY(isRefused(client, request));
}

void TestGrants::keysOfRootStayRoots_data()
{
    QTest::addColumn<Privilege>("grant");
    QTest::newRow("assisted") << Privilege::Assisted;
    QTest::newRow("attach") << Privilege::Attach;
}

/** Who possesses a keyring has its keys, whatever the uid is: no command gets the helper's. */
void TestGrants::keysOfRootStayRoots()
{
    QFETCH(const Privilege, grant);
    QVERIFY(endHelper());
    RootsHelper helper;
    QVERIFY(helper.serves());
    Somebody somebody;
    QVERIFY(somebody.isThere());
    Client client(allowed(), {.asked = grant});
    QVERIFY(client.isReady());
    client.write(start(
        grant == Privilege::Assisted ? R"("user":{"new":{}})"_ba
                                     : R"("user":{"join":{"pid":)" + somebody.pid() + "}}",
        R"(,"command":[")" + QByteArray(NSW_AUTH_HOSTILE) + R"(","key",")" + kKeyOfRoot + R"("])"));
    QCOMPARE(outputOf(client), u"has it not\\n"_s);
}

QTEST_GUILESS_MAIN(TestGrants)
#include "tst_grants.moc"
