// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/stepguide.h"

#include <QRegularExpression>
#include <QTest>

using namespace nsw;
using Qt::StringLiterals::operator""_s;

class TestStepGuide : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /** Each call has something to say, with a manual page to read on. */
    void everyCallIsExplained()
    {
        [this]<std::size_t... I>(std::index_sequence<I...>) {
            (explain(Step{.n = 1,
                          .actor = Actor::Inside,
                          .operation = std::variant_alternative_t<I, Operation>{}}),
             ...);
        }(std::make_index_sequence<std::variant_size_v<Operation>>{});
    }

    void shellEquivalents_data()
    {
        QTest::addColumn<Operation>("operation");
        QTest::addColumn<QString>("shell");
        QTest::newRow("unshare") << Operation(op::Unshare{{NsKind::Uts, NsKind::Network}})
                                 << u"unshare --uts --net"_s;
        QTest::newRow("setns by process")
            << Operation(op::Setns{.target = JoinPid{4711}, .namespaces = {NsKind::Ipc}})
            << u"nsenter --target 4711 --ipc"_s;
        QTest::newRow("setns by file") << Operation(
            op::Setns{.target = JoinPath{u"/run/netns/a b"_s}, .namespaces = {NsKind::Network}})
                                       << u"nsenter --net='/run/netns/a b'"_s;
        QTest::newRow("uid_map") << Operation(
            op::Write{.file = op::ProcFile::UidMap, .text = u"0 1000 1"_s})
                                 << u"printf %s '0 1000 1' > /proc/12/uid_map"_s;
        QTest::newRow("propagation") << Operation(op::Mount{.source = {},
                                                            .target = u"/"_s,
                                                            .filesystem = {},
                                                            .flags = {u"MS_REC"_s, u"MS_PRIVATE"_s},
                                                            .data = {}})
                                     << u"mount --make-rprivate /"_s;
        QTest::newRow("proc") << Operation(op::Mount{.source = u"proc"_s,
                                                     .target = u"/proc"_s,
                                                     .filesystem = u"proc"_s,
                                                     .flags = {},
                                                     .data = {}})
                              << u"mount -t proc proc /proc"_s;
        QTest::newRow("tmpfs") << Operation(op::Mount{.source = u"tmpfs"_s,
                                                      .target = u"/tmp"_s,
                                                      .filesystem = u"tmpfs"_s,
                                                      .flags = {u"MS_NOSUID"_s, u"MS_NODEV"_s},
                                                      .data = u"size=64k,mode=755"_s})
                               << u"mount -t tmpfs -o nosuid,nodev,size=64k,mode=755 tmpfs /tmp"_s;
        QTest::newRow("bind") << Operation(op::Mount{.source = u"/srv"_s,
                                                     .target = u"/mnt"_s,
                                                     .filesystem = {},
                                                     .flags = {u"MS_BIND"_s},
                                                     .data = {}})
                              << u"mount --bind /srv /mnt"_s;
        QTest::newRow("queue") << Operation(op::MqOpen{.name = u"/jobs"_s, .mode = 0600})
                               << u"touch /dev/mqueue/jobs"_s;
        QTest::newRow("loopback") << Operation(op::LinkFlags{.link = u"lo"_s, .up = true})
                                  << u"ip link set dev lo up"_s;
        QTest::newRow("veth") << Operation(op::NewVeth{.outside = u"nsw-a"_s, .inside = u"eth0"_s})
                              << u"ip link add dev nsw-a type veth peer name eth0 netns 12"_s;
        QTest::newRow("setting") << Operation(op::NetworkSetting{
            .path = u"/proc/sys/net/ipv4/conf/nsw-a/rp_filter"_s, .value = u"1"_s})
                                 << u"echo 1 > /proc/sys/net/ipv4/conf/nsw-a/rp_filter"_s;
        QTest::newRow("overlay") << Operation(op::Mount{.source = u"overlay"_s,
                                                        .target = u"/mnt"_s,
                                                        .filesystem = u"overlay"_s,
                                                        .flags = {},
                                                        .data = u"lowerdir=/a:/b"_s})
                                 << u"mount -t overlay -o lowerdir=/a:/b overlay /mnt"_s;
        QTest::newRow("execve") << Operation(
            op::Execve{.argv = {u"sh"_s, u"-c"_s, u"a b"_s}, .environment = {}, .inChild = false})
                                << u"exec sh -c 'a b'"_s;
    }
    void shellEquivalents()
    {
        QFETCH(const Operation, operation);
        QFETCH(const QString, shell);
        const Step step{.n = 1, .actor = Actor::Inside, .operation = operation};
        QCOMPARE(guideTo(step, {.pid = 12}).shell, shell);
    }

    /** The line of /proc is that of the process inside, once there is one. */
    void looksAtTheProcessInside()
    {
        const Step step{.n = 1, .actor = Actor::Inside, .operation = op::Sethostname{u"red"_s}};
        QCOMPARE(guideTo(step, {.pid = 4711}).look,
                 u"nsenter --target 4711 --uts cat /proc/sys/kernel/hostname"_s);
        QCOMPARE(guideTo(step).look, u"nsenter --target PID --uts cat /proc/sys/kernel/hostname"_s);
        // Without rights outside, the user namespace is the way in.
        QCOMPARE(guideTo(step, {.pid = 4711, .hasOwnUser = true}).look,
                 u"nsenter --target 4711 --user --preserve-credentials --uts "
                 "cat /proc/sys/kernel/hostname"_s);
    }

    /** Files that tell of their reader are read from inside; a card of a link shows no state. */
    void looksWhereItShows()
    {
        const auto lookAt = [](const Operation &operation) {
            return guideTo({.n = 1, .actor = Actor::Inside, .operation = operation}, {.pid = 7})
                .look;
        };
        QCOMPARE(lookAt(op::Msgget{}), u"nsenter --target 7 --ipc cat /proc/sysvipc/msg"_s);
        QCOMPARE(lookAt(op::LinkFlags{}), u"cat /proc/7/net/fib_trie"_s);
        QCOMPARE(
            guideTo({.n = 1, .actor = Actor::Outside, .operation = op::LinkFlags{}}, {.pid = 7})
                .look,
            u"cat /proc/net/fib_trie"_s);
        QVERIFY(lookAt(op::Kill{.pid = 2, .signal = u"SIGTERM"_s}).contains(u"/proc/2/status"_s));
    }

private:
    static void explain(const Step &step)
    {
        static const QRegularExpression kPage(u"^[a-z_0-9]+\\([1-8]\\)"_s);
        const StepGuide guide = guideTo(step);
        const char *call = callOf(step.operation).data();
        QVERIFY2(!guide.meaning.isEmpty(), call);
        QVERIFY2(kPage.match(guide.manPage).hasMatch(), call);
        QVERIFY2(!guide.look.isEmpty(), call);
        QVERIFY2(!guide.shell.isEmpty(), call);
    }
};

QTEST_APPLESS_MAIN(TestStepGuide)
#include "tst_stepguide.moc"
