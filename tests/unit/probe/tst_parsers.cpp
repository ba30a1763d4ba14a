// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernel/capabilities.h"
#include "core/kernel/cgrouppath.h"
#include "core/kernel/idmap.h"
#include "core/kernel/mountinfo.h"
#include "core/kernel/mqueue.h"
#include "core/kernel/processstat.h"
#include "core/kernel/procfs.h"
#include "core/kernel/rtmessages.h"
#include "core/kernel/status.h"
#include "core/kernel/timensoffsets.h"

#include <QRandomGenerator>
#include <QTest>

using namespace nsw;
using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_ba;

/** The parsers of what the kernel prints: on what is tricky, and on what is no such text at all. */
class ParsersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersMustFit();
    void escapes_data();
    void escapes();
    void mountinfoSplitsBeforeItUnescapes();
    void mountinfoNamesBadLines();
    void statusOfTrickyNames();
    void statusKeepsWhatMakesSense();
    void statOfTrickyNames();
    void idMaps();
    void cgroupPathsWithColons();
    void clockOffsets();
    void queueSizes();
    void namespaceLinks();
    void capabilitiesBeyondTheKnown();
    void noiseIsNeverAccepted();
};

void ParsersTest::numbersMustFit()
{
    QCOMPARE(parseNumber<std::int32_t>("-17"), -17);
    QCOMPARE(parseNumber<std::int32_t>("2147483648"), std::nullopt);
    QCOMPARE(parseNumber<std::uint64_t>("18446744073709551615"), ~std::uint64_t{0});
    QCOMPARE(parseNumber<std::uint64_t>("18446744073709551616"), std::nullopt);
    for (const char *text : {"", " 1", "1 ", "+1", "1x", "x", "0x1"}) {
        QCOMPARE(parseNumber<std::uint32_t>(text), std::nullopt);
    }
}

void ParsersTest::escapes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("plain");
    QTest::newRow("nothing") << "/usr"_ba << u"/usr"_s;
    QTest::newRow("octal") << R"(a\040b\011c\012d\134e)"_ba << u"a b\tc\nd\\e"_s;
    QTest::newRow("letters") << R"(a\nb\\n)"_ba << u"a\nb\\n"_s;
    QTest::newRow("cut off") << R"(a\04)"_ba << uR"(a\04)"_s;
    QTest::newRow("at the end") << R"(a\)"_ba << uR"(a\)"_s;
    QTest::newRow("bytes of a letter") << R"(\303\244)"_ba << u"ä"_s;
    QTest::newRow("no octal digit") << R"(\048)"_ba << uR"(\048)"_s;
}

void ParsersTest::escapes()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, plain);
    QCOMPARE(unescaped(text), plain);
}

void ParsersTest::mountinfoSplitsBeforeItUnescapes()
{
    const auto parsed
        = parseMountinfo("132 127 0:54 / /a\\040b rw shared:1 master:2 - overlay x\\040y "
                         "rw,lowerdir=/a\\054b:/c\n");
    QVERIFY(parsed.badLines.isEmpty());
    const MountPoint &mount = parsed.rows.constFirst();
    QCOMPARE(mount.target, u"/a b"_s);
    QCOMPARE(mount.source, u"x y"_s);
    QCOMPARE(mount.propagation, (QStringList{u"shared:1"_s, u"master:2"_s}));
    QCOMPARE(mount.superOptions, (QStringList{u"rw"_s, u"lowerdir=/a,b:/c"_s}));
    // An empty source is nothing between two spaces, and not the options.
    const auto empty = parseMountinfo("1 2 0:1 / /x rw - tmpfs  rw,size=4k");
    QCOMPARE(empty.rows.constFirst().source, QString());
    QCOMPARE(empty.rows.constFirst().superOptions, (QStringList{u"rw"_s, u"size=4k"_s}));
}

void ParsersTest::mountinfoNamesBadLines()
{
    const auto parsed = parseMountinfo("1 0 0:1 / / rw - ext4 /dev/sda rw\n"
                                       "2 1 0:2 / /cut\n"
                                       "99999999999 1 0:2 / /big rw - tmpfs t rw\n"
                                       "\n"
                                       "3 1 0:3 / /good rw - tmpfs t rw");
    QCOMPARE(parsed.rows.size(), 2);
    QCOMPARE(parsed.rows.at(1).target, u"/good"_s);
    QCOMPARE(parsed.badLines, (QList<qsizetype>{2, 3, 4}));
}

void ParsersTest::statusOfTrickyNames()
{
    const auto status
        = parseStatus("Name:\ta) (b\\nPPid:\\t9\nState:\tS (sleeping)\nPid:\t7\nPPid:\t1\n"
                      "NSpid:\t7\t1\n");
    QVERIFY(status.has_value());
    QCOMPARE(status->name, u"a) (b\nPPid:\\t9"_s);
    QCOMPARE(status->parent, 1);
    QCOMPARE(status->pids, (QList<std::int32_t>{7, 1}));
    const auto spaces = parseStatus("Name:\t x \nPid:\t7\n");
    QCOMPARE(spaces->name, u" x "_s);
    QCOMPARE(spaces->pids, QList<std::int32_t>{7}); // a kernel without NSpid
}

void ParsersTest::statusKeepsWhatMakesSense()
{
    const auto status
        = parseStatus("Pid:\t7\nPPid:\tx\nUid:\t1\t2\nGroups:\t1 2 \nThreads:\t"
                      "99999999999999999999\nCapEff:\tfffffffffffffffff\nNoNewPrivs:\t1\n");
    QVERIFY(status.has_value());
    QCOMPARE(status->groups, (QList<std::uint32_t>{1, 2}));
    QVERIFY(status->noNewPrivs);
    QCOMPARE(status->badFields, (QStringList{u"PPid"_s, u"Uid"_s, u"Threads"_s, u"CapEff"_s}));
    QVERIFY(!parseStatus("").has_value());
    QVERIFY(!parseStatus("Name:\tx\nPid:\t\n").has_value());
}

void ParsersTest::statOfTrickyNames()
{
    const ProcessStat expected{.pid = 7, .parent = 1, .group = 5, .session = 3};
    for (const char *name : {"sh", "", "a b", ") R 9 9 9 ", "(", "a\n8 (b"}) {
        const QByteArray text = "7 (" + QByteArray(name) + ") S 1 5 3 34816 -1 4194560";
        QCOMPARE(parseStat(text), std::optional(expected));
    }
    for (const char *text : {"",
                             "7",
                             "7 (sh)",
                             "7 (sh) S 1 5",
                             "7 (sh) S 1 5 x",
                             "(sh) S 1 5 3",
                             "7 (sh) SS 1 5 3",
                             "7 ) S 1 5 3 (sh"}) {
        QCOMPARE(parseStat(text), std::nullopt);
    }
}

void ParsersTest::idMaps()
{
    QVERIFY(parseIdMap("").rows.isEmpty());
    QVERIFY(parseIdMap("").badLines.isEmpty());
    const auto map = parseIdMap("         0          0 4294967295\n");
    QCOMPARE(map.rows, (QList<MappedRange>{{0, 0, 4294967295}}));
    QCOMPARE(parseIdMap("0 0\n0 0 4294967296\n0 0 1 1\n").badLines, (QList<qsizetype>{1, 2, 3}));
}

void ParsersTest::cgroupPathsWithColons()
{
    const auto parsed
        = parseCgroupPaths("3:cpu,cpuacct:/\n0::/a:b/c\\040d\n1:name=systemd:/..\nx:y:/\n5:z\n");
    QCOMPARE(parsed.rows.size(), 3);
    QCOMPARE(parsed.rows.at(0).controllers, (QStringList{u"cpu"_s, u"cpuacct"_s}));
    QCOMPARE(parsed.rows.at(1).path, u"/a:b/c d"_s);
    QVERIFY(parsed.rows.at(1).controllers.isEmpty());
    QCOMPARE(parsed.badLines, (QList<qsizetype>{4, 5}));
}

void ParsersTest::clockOffsets()
{
    const auto offsets = parseClockOffsets("monotonic 86400 0\nboottime -1 500000000\n");
    QVERIFY(offsets.has_value());
    QCOMPARE(offsets->monotonic.seconds, 86400);
    QCOMPARE(offsets->boottime, (ClockOffset{-1, 500000000}));
    QVERIFY(parseClockOffsets("1 5 0\n7 6 0\n").has_value());
    QVERIFY(!parseClockOffsets("monotonic 86400 0\n").has_value());
    QVERIFY(!parseClockOffsets("monotonic 86400\nboottime 0 0\n").has_value());
    QVERIFY(!parseClockOffsets("").has_value());
}

void ParsersTest::queueSizes()
{
    QCOMPARE(parseQueueSize("QSIZE:129        NOTIFY:2    SIGNO:0     NOTIFY_PID:8260  \n"), 129U);
    QCOMPARE(parseQueueSize("QSIZE:\n"), std::nullopt);
    QCOMPARE(parseQueueSize(""), std::nullopt);
}

void ParsersTest::namespaceLinks()
{
    QCOMPARE(namespaceInodeOf("net:[4026531840]"_ba), 4026531840U);
    for (const char *text : {"", "net:[]", "net:[12", "/proc/1", "net:[x]", ":["}) {
        QCOMPARE(namespaceInodeOf(QByteArray(text)), 0U);
    }
}

void ParsersTest::capabilitiesBeyondTheKnown()
{
    QCOMPARE(capabilityNames(1U | 1U << 21U), (QStringList{u"cap_chown"_s, u"cap_sys_admin"_s}));
    QCOMPARE(capabilityNames(std::uint64_t{1} << 63U), QStringList{u"63"_s});
    QVERIFY(capabilityNames(0).isEmpty());
}

/** Every parser takes any bytes: nothing is read beyond them, and nothing is made up. */
void ParsersTest::noiseIsNeverAccepted()
{
    constexpr int kRounds = 20000;
    constexpr QByteArrayView kAlphabet("0123456789 -:,/\t\n\\()[]abNSpidPidUQSIZE");
    QRandomGenerator random(4711); // NOLINT(cert-msc51-cpp): the same noise every time
    for (int round = 0; round < kRounds; ++round) {
        QByteArray noise(random.bounded(120), Qt::Uninitialized);
        for (char &c : noise) {
            c = kAlphabet.at(random.bounded(static_cast<int>(kAlphabet.size())));
        }
        for (const MountPoint &mount : parseMountinfo(noise).rows) {
            QVERIFY(!mount.target.isEmpty());
        }
        for (const CgroupPath &path : parseCgroupPaths(noise).rows) {
            QVERIFY(path.path.startsWith(u'/'));
        }
        if (const auto status = parseStatus(noise)) {
            QVERIFY(!status->pids.isEmpty());
        }
        QCOMPARE_LE(parseIdMap(noise).rows.size(), noise.count('\n') + 1);
        static_cast<void>(parseClockOffsets(noise));
        static_cast<void>(parseQueueSize(noise));
        static_cast<void>(namespaceInodeOf(noise));
    }
}

QTEST_APPLESS_MAIN(ParsersTest)
#include "tst_parsers.moc"
