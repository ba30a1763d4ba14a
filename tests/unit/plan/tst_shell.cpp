// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/shell.h"
#include "core/store/configurationfile.h"
#include "tests/support/require.h"

#include <QProcess>
#include <QTest>

using namespace nsw;
using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_ba;

/** The command line for people: its text, and that it does what it says. */
class TestShell : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void text_data();
    void text();
    void run_data();
    void run();
};

namespace
{

Container containerOf(const QByteArray &members)
{
    const auto configuration = parseConfiguration(
        R"({"version": 1, "containers": [{"name": "x", )"_ba + members + "}]}"_ba);
    if (!configuration) {
        qFatal("%s: %s", members.constData(), qPrintable(configuration.error().path));
    }
    return configuration->containers.first();
}

QString output(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    process.waitForFinished();
    return QString::fromLocal8Bit(process.readAll());
}

} // namespace

void TestShell::text_data()
{
    QTest::addColumn<QByteArray>("container");
    QTest::addColumn<QString>("command");
    QTest::newRow("nothing") << R"("namespaces": {})"_ba << u"sleep infinity"_s;
    QTest::newRow("one") << R"("namespaces": {"uts": {"new": {}}}, "command": ["sh"])"_ba
                         << u"unshare --uts sh"_s;
    QTest::newRow("a cable")
        << R"("namespaces": {"network": {"new": {"loopback": false, "veth": {"peer": "va",
              "address": "192.0.2.2/24"}}}}, "command": ["id"])"_ba
        << u"sh -c 'outside=$(readlink /proc/$$/ns/net); { while [ \"$(readlink /proc/$$/ns/net)\""
           " = \"$outside\" ]; do sleep 0.1; done && ip link add dev va type veth peer name eth0"
           " netns $$ && if [ -e /proc/sys/net/ipv6/conf ]; then echo 0 >"
           " /proc/sys/net/ipv6/conf/va/accept_ra; fi && echo 1 >"
           " /proc/sys/net/ipv4/conf/va/rp_filter && echo 0 >"
           " /proc/sys/net/ipv4/conf/va/forwarding && ip link set dev va up || kill $$; } &"
           " exec unshare --net sh -c '\\''until ip link show dev eth0 >/dev/null 2>&1; do sleep"
           " 0.1; done && ip address add 192.0.2.2/24 dev eth0 && ip link set dev eth0 up && exec"
           " id'\\'''"_s;
    QTest::newRow("a user namespace that is joined")
        << R"("namespaces": {"user": {"join": {"pid": 7}}}, "command": ["id"])"_ba
        << u"nsenter $(nsenter --user=/proc/7/ns/user true 2>/dev/null || echo"
           " --preserve-credentials) --user=/proc/7/ns/user id"_s;
    QTest::newRow("no maps")
        << R"("namespaces": {"user": {"new": {"uidMap": [], "gidMap": []}}}, "command": ["id"])"_ba
        << u"unshare --user --setgroups deny id"_s;
    QTest::newRow("quotes")
        << R"("namespaces": {}, "command": ["sh", "-c", "echo it's"], "environment": {"A": "", "B": "$x"})"_ba
        << uR"(env A='' B='$x' sh -c 'echo it'\''s')"_s;
    QTest::newRow("the design's example")
        << R"("namespaces": {
        "user": {"new": {}}, "mount": {"new": {"mounts": [{"type": "tmpfs", "target": "/mnt"},
            {"type": "bind", "source": "/etc", "target": "/mnt/etc", "options": ["ro"]}]}},
        "pid": {"new": {}}, "uts": {"new": {"hostname": "red", "domainname": "lab"}}, "ipc": {"new": {}},
        "network": {"new": {}}, "cgroup": {"new": {}}, "time": {"new": {"monotonicOffset": 86400}}},
        "command": ["sh"], "workingDirectory": "/", "environment": {"PS1": "red# "})"_ba
        << u"unshare --mount --uts --ipc --pid --net --user --map-root-user --cgroup --time"
           " --monotonic=86400 --fork --kill-child --mount-proc sh -c"
           " 'mount -t tmpfs tmpfs /mnt && mkdir /mnt/etc && mount --rbind /etc /mnt/etc -o ro"
           " && hostname red && domainname lab && ip link set lo up && cd /"
           " && exec env PS1='\\''red# '\\'' sh'"_s;
    QTest::newRow("maps") << R"("namespaces": {"user": {"new": {
        "uidMap": [{"inside": 0, "outside": 100000, "count": 10}, {"inside": 1000, "outside": "self"}],
        "gidMap": [{"inside": 5, "outside": "self"}], "setgroups": "allow"}}}, "command": ["id"])"_ba
                          << u"unshare --user --map-users=0:100000:10 --map-users=1000:$(id -u):1"
                             " --setuid=0 --map-group=5 --setgroups allow id"_s;
    QTest::newRow("propagation")
        << R"("namespaces": {"mount": {"new": {"propagation": "slave"}}})"_ba
        << u"unshare --mount --propagation slave sleep infinity"_s;
    QTest::newRow("unbindable")
        << R"("namespaces": {"mount": {"new": {"propagation": "unbindable"}}})"_ba
        << u"unshare --mount sh -c"
           " 'mount --make-runbindable / && exec sleep infinity'"_s;
    QTest::newRow("an init")
        << R"("namespaces": {"pid": {"new": {"init": true}}}, "command": ["id"])"_ba
        << u"unshare --pid --fork --kill-child sh -c '{ id; exit $?; }'"_s;
    QTest::newRow("a directory in what is joined")
        << R"("namespaces": {"network": {"join": {"pid": 7}}}, "command": ["id"],
        "workingDirectory": "/srv")"_ba
        << u"nsenter --net=/proc/7/ns/net sh -c 'cd /srv && exec id'"_s;
    QTest::newRow("joins")
        << R"("namespaces": {"network": {"join": {"path": "/run/netns/my net"}},
        "uts": {"join": {"pid": 7}}, "ipc": {"new": {}}}, "command": ["id"])"_ba
        << u"nsenter --uts=/proc/7/ns/uts --net='/run/netns/my net' unshare --ipc id"_s;
}

void TestShell::text()
{
    QFETCH(const QByteArray, container);
    QFETCH(const QString, command);
    QCOMPARE(shellCommand(containerOf(container)), command);
}

void TestShell::run_data()
{
    QTest::addColumn<QByteArray>("container");
    QTest::addColumn<QString>("printed");
    const auto row
        = [](const char *name, const char *namespaces, const char *rest, const QString &printed) {
              QTest::newRow(name) << R"("namespaces": {"user": {"new": {}})"_ba + namespaces
                      + "}, "_ba
                      + rest << printed;
          };
    row("hostname",
        R"(, "uts": {"new": {"hostname": "red"}})",
        R"("command": ["hostname"])",
        u"red\n"_s);
    row("quotes",
        R"(, "uts": {"new": {"hostname": "red"}})",
        R"("command": ["printenv", "A"], "environment": {"A": "it's \"$HOME\" \\"})",
        u"it's \"$HOME\" \\\n"_s);
    row("root", "", R"("command": ["id", "-u"])", u"0\n"_s);
    row("first process",
        R"(, "pid": {"new": {}}, "mount": {"new": {}})",
        R"_("command": ["sh", "-c", "echo $$ $(ls -d /proc/[0-9]* | head -n 1)"])_",
        u"1 /proc/1\n"_s);
    row("directory", "", R"("command": ["pwd"], "workingDirectory": "/usr")", u"/usr\n"_s);
    row("mounts",
        R"(, "mount": {"new": {"mounts": [{"type": "tmpfs", "target": "/mnt"},
            {"type": "bind", "source": "/etc", "target": "/mnt/a/etc", "options": ["ro"]}]}})",
        R"("command": ["sh", "-c", "ls -d /mnt/a/etc/passwd; touch /mnt/a/etc/x 2>/dev/null || echo no"])",
        u"/mnt/a/etc/passwd\nno\n"_s);
    row("clock",
        R"(, "time": {"new": {"monotonicOffset": 86400}})",
        R"("command": ["sh", "-c", "head -n 1 /proc/self/timens_offsets | tr -s ' \t' ' '"])",
        u"monotonic 86400 0\n"_s);
    row("loopback",
        R"(, "network": {"new": {}})",
        R"("command": ["sh", "-c", "ip -o link show up | cut -d: -f2"])",
        u" lo\n"_s);
    QTest::newRow("another id")
        << R"("namespaces": {"user": {"new": {"uidMap": [{"inside": 5, "outside": "self"}],
        "gidMap": [{"inside": 6, "outside": "self"}]}}}, "command": ["sh", "-c", "id -u; id -g"])"_ba
        << u"5\n6\n"_s;
}

void TestShell::run()
{
    NSW_REQUIRE(output(u"unshare"_s, {u"-Ur"_s, u"echo"_s, u"ok"_s}) == u"ok\n"_s,
                "no user namespaces");
    QFETCH(const QByteArray, container);
    QFETCH(const QString, printed);
    QCOMPARE(output(u"sh"_s, {u"-c"_s, shellCommand(containerOf(container))}), printed);
}

QTEST_GUILESS_MAIN(TestShell)
#include "tst_shell.moc"
