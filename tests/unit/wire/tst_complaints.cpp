// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/wire/arrival.h"

#include <QCborArray>
#include <QCborMap>
#include <QTest>

using namespace nsw;
using namespace nsw::test;
using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_ba;

/** What is no message of ours: of everything it is told what and where, and nothing is believed. */
class TestComplaints : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findings_data();
    void findings();
    void repeatedKeys_data();
    void repeatedKeys();
    void scalars_data();
    void scalars();
    void lengthsThatAreNotTrue_data();
    void lengthsThatAreNotTrue();
    void longListOfLargeThings();
    void text_data();
    void text();
    void depth();
};

namespace
{

struct Large {
    std::array<char, std::size_t{1} << 19U> room;
    static constexpr std::tuple<> fields() { return {}; }
};

/** `code|path|found|expected` of the request that `body` is, or nothing. */
QString complaint(const QByteArray &body)
{
    const auto request = arrival<Request>(body);
    return request ? QString() : told(request.error());
}

/** `{"request": "start", …}`, with what stands in its only container. */
QByteArray startOf(const QCborMap &container)
{
    return QCborMap{
        {u"request"_s, u"start"_s},
        {u"configuration"_s, QCborMap{{u"version"_s, 1}, {u"containers"_s, QCborArray{container}}}}}
        .toCborValue()
        .toCbor();
}

/** `{"request": "inspect", "pid": …}` */
QByteArray inspectOf(const QByteArray &pid)
{
    return "\xa2\x67request\x67inspect\x63pid"_ba + pid;
}

/** A step event whose args are a map in `depth` lists, which are in the map of args. */
QByteArray stepWith(int depth)
{
    return "\xa3\x65"
           "event\x64step\x61n\x01\x64"
           "args\xa1\x61"
           "a"_ba
        + QByteArray(depth, '\x81') + '\x01';
}

} // namespace

void TestComplaints::findings_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("finding");
    const QString in = u"configuration.containers[0]"_s;
    const QCborMap none;
    QTest::newRow("the first field's problem, whatever comes first")
        << startOf({{u"command"_s, 5}, {u"method"_s, 5}, {u"namespaces"_s, none}})
        << u"missing-field|"_s + in + u"||name";
    QTest::newRow("the same") << startOf(
        {{u"command"_s, 5}, {u"namespaces"_s, none}, {u"method"_s, 5}, {u"name"_s, u"x"_s}})
                              << u"wrong-type|"_s + in + u".method|5|string";
    QTest::newRow("an unknown key before all")
        << startOf({{u"command"_s, 5}, {u"what"_s, none}, {u"why"_s, none}})
        << u"unknown-field|"_s + in
            + u"|what|name, method, namespaces, command, workingDirectory, environment";
    QTest::newRow("a list as key") << startOf({{QCborArray{1}, 5}, {u"name"_s, u"x"_s}})
                                   << u"unknown-field|"_s + in
            + u"|array|name, method, namespaces, command, workingDirectory, environment";
    QTest::newRow("two alternatives before what is wrong in one")
        << startOf(
               {{u"name"_s, u"x"_s},
                {u"namespaces"_s, QCborMap{{u"uts"_s, QCborMap{{u"new"_s, 5}, {u"join"_s, 5}}}}}})
        << u"not-one-alternative|"_s + in + u".namespaces.uts|new, join|new, join";
    QTest::newRow("wrong in an alternative") << startOf(
        {{u"name"_s, u"x"_s},
         {u"namespaces"_s,
          QCborMap{{u"user"_s,
                    QCborMap{{u"new"_s,
                              QCborMap{{u"uidMap"_s,
                                        QCborArray{QCborMap{{u"inside"_s, 0}, {u"outside"_s, 0}},
                                                   QCborMap{{u"inside"_s, 0},
                                                            {u"count"_s, u"x"_s},
                                                            {u"outside"_s, 1}}}}}}}}}}})
                                             << u"wrong-type|"_s + in
            + u".namespaces.user.new.uidMap[1].count|\"x\"|integer";
    QTest::newRow("a number as name of a variable")
        << startOf(
               {{u"name"_s, u"x"_s}, {u"namespaces"_s, none}, {u"environment"_s, QCborMap{{1, 1}}}})
        << u"wrong-type|"_s + in + u".environment|1|string";
}

void TestComplaints::findings()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, finding);
    QCOMPARE(complaint(body), finding);
}

void TestComplaints::repeatedKeys_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("finding");
    const QByteArray stop = "\x67request\x64stop"_ba;
    const QByteArray pid = "\x63pid\x01"_ba;
    QTest::newRow("the name of the request")
        << "\xa2"_ba + stop + stop << u"not-one-alternative||request, request|request"_s;
    QTest::newRow("another name") << "\xa2"_ba + stop + "\x67request\x65start"
                                  << u"not-one-alternative||request, request|request"_s;
    QTest::newRow("a field") << "\xa3\x67request\x67inspect"_ba + pid + pid
                             << u"not-one-alternative||pid, pid|pid"_s;
    QTest::newRow("a field, once in chunks") << "\xa3\x67request\x67inspect"_ba + pid
            + "\x7f\x61p\x62id\xff\x01" << u"not-one-alternative||pid, pid|pid"_s;
    // `{"request": "start", "configuration": {"version": 1, "containers": [{"name": "x",
    // "namespaces":
    const QByteArray start = "\xa2\x67request\x65start\x6d"
                             "configuration\xa2\x67version\x01\x6a"
                             "containers\x81"
                             "\xa3\x64name\x61x\x6anamespaces"_ba;
    QTest::newRow("an alternative")
        << start
            + "\xa1\x63uts\xa2\x63new\xa0\x63new\xa0\x66method\x65"
              "clone"
        << u"not-one-alternative|configuration.containers[0].namespaces.uts|new, new|new, join"_s;
    QTest::newRow("a variable of the environment: the last one holds") << start
            + "\xa0\x6b"
              "environment\xa2\x61"
              "A\x61"
              "1\x61"
              "A\x61"
              "2" << QString();
}

void TestComplaints::repeatedKeys()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, finding);
    QVERIFY(isCborToQt(body));
    QCOMPARE(complaint(body), finding);
    if (finding.isEmpty()) {
        const auto request = arrival<Request>(body);
        QCOMPARE(std::get<StartRequest>(*request).configuration.containers.first().environment,
                 (QMap<QString, QString>{{u"A"_s, u"2"_s}}));
    }
}

void TestComplaints::scalars_data()
{
    QTest::addColumn<QByteArray>("pid");
    QTest::addColumn<QString>("finding");
    const QString type = u"wrong-type|pid|%1|integer"_s;
    const QString range = u"out-of-range|pid|%1|-2147483648 … 2147483647"_s;
    const auto row = [](const QByteArray &pid, const QString &finding) {
        QTest::newRow(pid.toHex().constData()) << pid << finding;
    };
    row("\x18\x07"_ba, {});
    row("\x1b\0\0\0\0\0\0\0\x07"_ba, {});
    row("\x3a\x7f\xff\xff\xff"_ba, {});
    row("\x3a\x80\0\0\0"_ba, range.arg(u"-2147483649"_s));
    row("\x1b\x7f\xff\xff\xff\xff\xff\xff\xff"_ba, range.arg(u"9223372036854775807"_s));
    row("\x3b\x7f\xff\xff\xff\xff\xff\xff\xff"_ba, range.arg(u"-9223372036854775808"_s));
    row("\x1b\x80\0\0\0\0\0\0\0"_ba, type.arg(u"9.22337e+18"_s));
    row("\x3b\x80\0\0\0\0\0\0\0"_ba, type.arg(u"-9.22337e+18"_s));
    row("\x3b\xff\xff\xff\xff\xff\xff\xff\xff"_ba, u"wrong-type|pid|"_s);
    row("\xf9\x3e\x00"_ba, type.arg(u"1.5"_s));
    row("\xfa\x7f\x80\0\0"_ba, type.arg(u"inf"_s));
    row("\xfb\x3f\xf0\0\0\0\0\0\0"_ba, type.arg(u"1"_s));
    row("\xf4"_ba, type.arg(u"false"_s));
    row("\xf5"_ba, type.arg(u"true"_s));
    row("\xf6"_ba, type.arg(u"null"_s));
    row("\xf7"_ba, type.arg(u"null"_s));
    row("\xe0"_ba, type.arg(u"null"_s));
    row("\xf8\x20"_ba, type.arg(u"null"_s));
    row("\xc1\x07"_ba, type.arg(u"null"_s));
    row("\x41x"_ba, type.arg(u"bytes"_s));
    row("\x80"_ba, type.arg(u"array"_s));
    row("\xbf\xff"_ba, type.arg(u"object"_s));
    row("\x7f\x61x\x61y\xff"_ba, type.arg(u"\"xy\""_s));
    const QString syntax = u"syntax|"_s;
    row("\x1c"_ba, syntax);
    row("\x1f"_ba, syntax);
    row("\xdf"_ba, syntax);
    row("\xf8\x14"_ba, syntax);
    row("\xfc"_ba, syntax);
    row("\xff"_ba, syntax);
    row("\xc1"_ba, syntax);
}

void TestComplaints::scalars()
{
    QFETCH(const QByteArray, pid);
    QFETCH(const QString, finding);
    const QString actual = complaint(inspectOf(pid));
    QVERIFY2(finding.endsWith(u'|') ? actual.startsWith(finding) : actual == finding,
             qPrintable(actual));
}

void TestComplaints::lengthsThatAreNotTrue_data()
{
    QTest::addColumn<QByteArray>("body");
    const QByteArray input = "\xa2\x67request\x65input\x65"
                             "bytes"_ba;
    const QByteArray start = "\xa2\x67request\x65start\x6d"
                             "configuration"_ba;
    const QByteArray containers = start
        + "\xa1\x6a"
          "containers"_ba;
    const QByteArray container = containers + "\x81\xa1"_ba;
    for (const QByteArray &length : {"\x1b\0\0\0\0\0\x10\0\0"_ba,
                                     "\x1b\x10\0\0\0\0\0\0\0"_ba,
                                     "\x1b\x7f\xff\xff\xff\xff\xff\xff\xff"_ba,
                                     "\x1b\xff\xff\xff\xff\xff\xff\xff\xff"_ba,
                                     "\x1a\xff\xff\xff\xff"_ba,
                                     "\x19\xff\xff"_ba,
                                     "\x18\x40"_ba}) {
        const auto row = [&](const QByteArray &before, int major) {
            const auto initial = static_cast<unsigned char>(length.at(0));
            const QByteArray head
                = QByteArray(1, static_cast<char>(initial | static_cast<unsigned>(major) << 5U))
                + length.sliced(1);
            const QByteArray bytes = before + head;
            QTest::newRow(bytes.toHex().constData()) << bytes;
            QTest::addRow("%s, and some", bytes.toHex().constData())
                << QByteArray(bytes + QByteArray(60, '\0'));
        };
        row(input, 2);
        row(input, 3);
        row(input + "\x5f"_ba, 2);
        row(start, 5);
        row(containers, 4);
        row(containers, 5);
        row(container
                + "\x67"
                  "command"_ba,
            4);
        row(container
                + "\x6b"
                  "environment"_ba,
            5);
        row(container, 3);
        row({}, 5);
    }
}

void TestComplaints::lengthsThatAreNotTrue()
{
    QFETCH(const QByteArray, body);
    QVERIFY(complaint(body).startsWith(u"syntax|"_s));
}

void TestComplaints::longListOfLargeThings()
{
    // One byte to write each, and room for all of them no machine has.
    constexpr qsizetype kLength = 0xf0000;
    QByteArray body = "\x9a\0\x0f\0\0"_ba + QByteArray(kLength, '\xa0');
    QVERIFY(isCborToQt(body));
    body[body.size() - kLength] = '\x01';
    const auto list = fromCbor<QList<Large>>(body);
    QVERIFY(!list);
    QCOMPARE(told(list.error()), u"wrong-type|[0]|1|object"_s);
}

void TestComplaints::text_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");
    QTest::newRow("plain") << "\x63\xc3\xa9x"_ba << u"éx"_s << true;
    QTest::newRow("a byte order mark") << "\x64\xef\xbb\xbfx"_ba << u"\ufeffx"_s << true;
    QTest::newRow("nothing") << "\x60"_ba << QString() << true;
    QTest::newRow("no chunks") << "\x7f\xff"_ba << QString() << true;
    QTest::newRow("chunks") << "\x7f\x61x\x60\x78\x01y\xff"_ba << u"xy"_s << true;
    QTest::newRow("not UTF-8") << "\x62\xc3x"_ba << QString() << false;
    QTest::newRow("a surrogate") << "\x63\xed\xa0\x80"_ba << QString() << false;
    QTest::newRow("cut between chunks") << "\x7f\x61\xc3\x61\xa9\xff"_ba << QString() << false;
    QTest::newRow("chunks in a chunk") << "\x7f\x7f\x61x\xff\xff"_ba << QString() << false;
    QTest::newRow("bytes as a chunk") << "\x7f\x41x\xff"_ba << QString() << false;
    QTest::newRow("no break") << "\x7f\x61x"_ba << QString() << false;
}

void TestComplaints::text()
{
    QFETCH(const QByteArray, written);
    QFETCH(const QString, text);
    QFETCH(const bool, valid);
    const auto event = arrival<Event>("\xa2\x65"
                                      "event\x63"
                                      "end\x69"
                                      "container"_ba
                                      + written);
    QCOMPARE(event.has_value(), valid);
    const auto step = arrival<Event>("\xa3\x65"
                                     "event\x64step\x61n\x01\x64"
                                     "args\xa1"_ba
                                     + written + written);
    QCOMPARE(step.has_value(), valid);
    const QByteArray variables = "\xa1"_ba + written + written;
    const auto environment = fromCbor<QMap<QString, QString>>(variables);
    QCOMPARE(environment.has_value(), valid);
    if (valid) {
        QCOMPARE(std::get<EndEvent>(*event).container, text);
        QCOMPARE(*environment, (QMap<QString, QString>{{text, text}}));
    } else {
        QCOMPARE(event.error().code, FindingCode::Syntax);
    }
}

void TestComplaints::depth()
{
    // The event is one level, its args another.
    constexpr int kInArgs = CborReader::kMaxDepth - 2;
    QVERIFY(arrival<Event>(stepWith(kInArgs)));
    const auto tooDeep = arrival<Event>(stepWith(kInArgs + 1));
    QVERIFY(!tooDeep);
    QCOMPARE(told(tooDeep.error()), u"syntax|||one CBOR map, nested at most 24 deep"_s);
    QVERIFY(!arrival<Event>(stepWith(300'000)));
    CborReader reader(QByteArrayView("\x81\x01"));
    QVERIFY(reader.skip() && reader.atEnd() && !reader.skip());
}

QTEST_GUILESS_MAIN(TestComplaints)
#include "tst_complaints.moc"
