// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/tabletext.h"

#include <QTest>

using namespace nsw;
using Qt::StringLiterals::operator""_s;

namespace
{

TextTable oneCell(const QString &cell)
{
    return {.header = {u"A"_s}, .rows = {{cell}}};
}

} // namespace

class TestTableText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whole()
    {
        const TextTable table{.header = {u"What"_s, u"Inside"_s},
                              .rows = {{u"a"_s, u"1"_s}, {u"b"_s, {}}}};
        QCOMPARE(toTabbed(table), u"a\t1\nb\t"_s);
        QCOMPARE(toMarkdown(table), u"| What | Inside |\n| --- | --- |\n| a | 1 |\n| b |  |\n"_s);
        QCOMPARE(toCsv(table), u"What,Inside\r\na,1\r\nb,\r\n"_s);
    }

    void csv_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QString>("written");
        QTest::newRow("plain") << u"a b"_s << u"a b"_s;
        QTest::newRow("comma") << u"a,b"_s << u"\"a,b\""_s;
        QTest::newRow("quote") << u"say \"a\""_s << u"\"say \"\"a\"\"\""_s;
        QTest::newRow("line") << u"a\nb"_s << u"\"a\nb\""_s;
        QTest::newRow("return") << u"a\r\nb"_s << u"\"a\r\nb\""_s;
    }

    void csv()
    {
        QFETCH(const QString, cell);
        QFETCH(const QString, written);
        QCOMPARE(toCsv(oneCell(cell)), u"A\r\n"_s + written + u"\r\n"_s);
    }

    void markdown_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QString>("written");
        QTest::newRow("pipe") << u"a|b"_s << u"a\\|b"_s;
        QTest::newRow("backslash") << u"a\\|b"_s << u"a\\\\\\|b"_s;
        QTest::newRow("line") << u"a\nb"_s << u"a<br>b"_s;
        QTest::newRow("return") << u"a\r\nb\rc"_s << u"a<br>b<br>c"_s;
    }

    void markdown()
    {
        QFETCH(const QString, cell);
        QFETCH(const QString, written);
        QCOMPARE(toMarkdown(oneCell(cell)).section(u'\n', 2), u"| "_s + written + u" |\n"_s);
    }

    void tabbed() { QCOMPARE(toTabbed(oneCell(u"a\tb\nc\r\nd"_s)), u"a b c d"_s); }
};

QTEST_APPLESS_MAIN(TestTableText)
#include "tst_tabletext.moc"
