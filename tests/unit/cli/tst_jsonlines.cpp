// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/jsonlines.h"
#include "app/cli/table.h"
#include "app/cli/terminal.h"

#include <QTest>

using namespace nsw;
using namespace nsw::cli;
using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_ba;

class TestJsonLines : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theFormatIsTheContract()
    {
        JsonLines json;
        StepEvent step{.container = u"red"_s,
                       .n = 3,
                       .actor = Actor::Inside,
                       .call = u"sethostname"_s,
                       .args = {{u"name"_s, u"red"_s}},
                       .result = 0,
                       .error = {},
                       .durationUs = 12};
        QCOMPARE(json.lines(step),
                 R"({"event":"step","container":"red","n":3,"actor":"inside","call":"sethostname",)"
                 R"("args":{"name":"red"},"result":0,"errno":null,"durationUs":12})"
                 "\n"_ba);
        step.result = -1;
        step.error = {1};
        QVERIFY(json.lines(step).contains(R"("result":-1,"errno":"EPERM")"));
        QVERIFY(
            json.lines(FacetEvent{u"red"_s, Side::Inside, FacetKind::Uts, Facet(UtsFacet())})
                .startsWith(
                    R"({"event":"facet","container":"red","side":"inside","facet":"uts","value":{)"));
        QCOMPARE(json.lines(EndEvent{u"red"_s, 0}),
                 R"({"event":"end","container":"red","exit":0})"
                 "\n"_ba);
        QCOMPARE(json.lines(ReadyEvent{}), QByteArray());
        QCOMPARE(json.lines(PlanEvent{}), QByteArray());
    }

    void aCutCharacterIsNotMangled()
    {
        JsonLines json;
        QCOMPARE(json.lines(OutputEvent{u"red"_s, Stream::Stdout, "a\xe4\xba"_ba}),
                 R"({"event":"output","container":"red","stream":"stdout","text":"a"})"
                 "\n"_ba);
        // The other stream has its own characters.
        QVERIFY(
            json.lines(OutputEvent{u"red"_s, Stream::Stderr, "e"_ba}).contains(R"("text":"e")"));
        QCOMPARE(
            json.lines(OutputEvent{u"red"_s, Stream::Stdout, "\xba\xe4"_ba}),
            "{\"event\":\"output\",\"container\":\"red\",\"stream\":\"stdout\",\"text\":\"人\"}\n"_ba);
        const QByteArray last = json.lines(EndEvent{.container = u"red"_s, .exit = 0});
        QCOMPARE(last.count('\n'), 2);
        QVERIFY(QString::fromUtf8(last).contains(u"\"text\":\"\ufffd\""_s));
    }

    void tablesFitTheTerminal()
    {
        QCOMPARE(fitted(u"abc"_s, 5), u"abc  "_s);
        QCOMPARE(fitted(u"abcdef"_s, 4), u"abc…"_s);
        Comparison comparison{.kind = FacetKind::Uts, .rows = {}, .unreadable = {}};
        for (int i = 0; i < 5; ++i) {
            comparison.rows.append({.label = QString(60, u'l'),
                                    .outside = QString(60, u'o'),
                                    .inside = QString(60, u'i'),
                                    .difference = Difference::Same,
                                    .id = 0});
        }
        const TableStyle style{.width = 60, .colour = false, .bothSides = true, .mostRows = 2};
        const QString table = facetTable(comparison, style);
        for (const QString &line : table.split(u'\n')) {
            QVERIFY2(displayWidth(line) <= 60, qPrintable(line));
        }
        QVERIFY(!table.contains(u'\033'));
        QCOMPARE(table.count(u'\n'), 4);
    }
};

QTEST_GUILESS_MAIN(TestJsonLines)
#include "tst_jsonlines.moc"
