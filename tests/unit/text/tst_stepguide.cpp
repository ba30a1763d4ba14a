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
        QTest::newRow("loopback") << Operation(op::LinkFlags{.link = u"lo"_s, .up = true})
                                  << u"ip link set dev lo up"_s;
        QTest::newRow("execve") << Operation(
            op::Execve{.argv = {u"sh"_s, u"-c"_s, u"a b"_s}, .environment = {}, .inChild = false})
                                << u"exec sh -c 'a b'"_s;
    }
    void shellEquivalents()
    {
        QFETCH(const Operation, operation);
        QFETCH(const QString, shell);
        const Step step{.n = 1, .actor = Actor::Inside, .operation = operation};
        QCOMPARE(guideTo(step, 12).shell, shell);
    }

    /** The line of /proc is that of the process inside, once there is one. */
    void looksAtTheProcessInside()
    {
        const Step step{.n = 1, .actor = Actor::Inside, .operation = op::Sethostname{u"red"_s}};
        QCOMPARE(guideTo(step, 4711).look, u"readlink /proc/4711/ns/uts"_s);
        QCOMPARE(guideTo(step).look, u"readlink /proc/PID/ns/uts"_s);
    }

private:
    static void explain(const Step &step)
    {
        static const QRegularExpression kPage(u"^[a-z_0-9]+\\([1-8]\\)"_s);
        const StepGuide guide = guideTo(step);
        const char *call = callOf(step.operation).data();
        QVERIFY2(!guide.meaning.isEmpty(), call);
        QVERIFY2(kPage.match(guide.manPage).hasMatch(), call);
        QVERIFY2(!guide.look.isEmpty() || !guide.shell.isEmpty(), call);
    }
};

QTEST_APPLESS_MAIN(TestStepGuide)
#include "tst_stepguide.moc"
