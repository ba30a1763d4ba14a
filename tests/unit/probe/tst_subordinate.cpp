// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/subordinate.h"

#include <QTest>

using namespace nsw;

/** Whose a line of /etc/subuid is decides whose files a session may reach. */
class TestSubordinate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theirs_data();
    void theirs();
};

void TestSubordinate::theirs_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QList<SubordinateRange>>("expected");
    const auto row
        = [](const char *name, const char *file, const QList<SubordinateRange> &expected = {}) {
              QTest::newRow(name) << QByteArray(file) << expected;
          };
    row("nothing", "");
    row("by name", "ann:100000:65536\n", {{.first = 100000, .count = 65536}});
    row("by number", "1000:100000:65536\n", {{.first = 100000, .count = 65536}});
    row("several, one without an end",
        "ann:100000:1\nbob:5:5\nann:200000:2",
        {{.first = 100000, .count = 1}, {.first = 200000, .count = 2}});
    row("spaces behind", "ann:100000:7  \n", {{.first = 100000, .count = 7}});
    row("somebody else's", "anna:100000:1\nan:1:1\n10000:1:1\n01001:2:2\n Ann:1:1\n");
    row("a name of nobody", ":100000:1\n");
    row("root", "ann:0:65536\n");
    row("none", "ann:100000:0\n");
    row("beyond the last", "ann:4294967290:6\n");
    row("up to the last", "ann:4294967290:5\n", {{.first = 4294967290, .count = 5}});
    row("not numbers", "ann:-1:1\nann:x:1\nann:1\nann\nann:1:1:1\nann:99999999999:1\nann::\n");
}

void TestSubordinate::theirs()
{
    QFETCH(const QByteArray, file);
    QFETCH(const QList<SubordinateRange>, expected);
    QCOMPARE(parseSubordinates(file, "ann", 1000), expected);
    // Who has no name has what is theirs by number.
    for (const SubordinateRange &range : parseSubordinates(file, {}, 1000)) {
        QVERIFY(expected.contains(range));
    }
}

QTEST_APPLESS_MAIN(TestSubordinate)
#include "tst_subordinate.moc"
