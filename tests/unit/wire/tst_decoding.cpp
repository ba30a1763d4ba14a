// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/frame.h"
#include "tests/unit/wire/oddcbor.h"

#include <QCborArray>
#include <QCborStreamReader>
#include <QRandomGenerator>
#include <QTest>
#include <QtEndian>

using namespace nsw;
using namespace nsw::test;
using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;
using Qt::StringLiterals::operator""_ba;

/** Decoding: every way to write a message is understood, and of everything else it is told why not.
 */
class TestDecoding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysInAnyOrder();
    void otherWaysToWrite();
    void cutAnywhere();
    void changedAnywhere();
    void agreesWithQt();
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

constexpr qsizetype kLengthSize = 4;

struct Large {
    std::array<char, std::size_t{1} << 19U> room;
    static constexpr std::tuple<> fields() { return {}; }
};

Request sampleRequest()
{
    Container container;
    container.namespaces.user
        = NewUser{.uidMap = {IdRange{}, IdRange{.inside = 7, .outside = {.id = 1007}, .count = 3}},
                  .gidMap = {},
                  .setgroups = SetgroupsPolicy::Allow};
    container.namespaces.mount = NewMount{.propagation = Propagation::Slave,
                                          .mounts = {MountEntry{.type = MountType::Bind,
                                                                .source = u"/ü"_s,
                                                                .target = u"/mnt"_s,
                                                                .options = {u"ro"_s, u"rbind"_s}}}};
    container.namespaces.network = Join{JoinPath{u"/run/netns/blue"_s}};
    container.namespaces.time = NewTime{.monotonicOffset = -5, .boottimeOffset = qint64{1} << 40};
    container.command = {u"sh"_s, u"-c"_s, QString(300, u'x')};
    container.environment = {{u"A"_s, u"1"_s}, {u"B"_s, {}}};
    return StartRequest{.configuration = {.version = Configuration::kVersion,
                                          .name = u"n"_s,
                                          .containers = {container, Container{}}},
                        .stdio = Stdio::Inherit,
                        .refreshMs = 0};
}

QList<Event> sampleEvents()
{
    Plan plan;
    plan.container = u"red"_s;
    plan.findings << Finding{.severity = Severity::Note,
                             .code = FindingCode::NeedsAdministrator,
                             .path = u"a[1].b"_s,
                             .found = {},
                             .expected = {}};
    plan.steps << Step{.n = 1,
                       .actor = Actor::Inside,
                       .operation
                       = op::Setns{.target = JoinPid{7}, .namespaces = {NsKind::Network}}};
    StepEvent step;
    step.n = 3;
    step.error = Errno{1};
    step.args = {{u"list"_s, QCborArray{1, u"x"_s, QCborMap{{u"y"_s, -2.5}}}}};
    MountsFacet mounts;
    mounts.mounts << MountPoint{.id = 1,
                                .parent = 0,
                                .device = u"0:1"_s,
                                .root = u"/"_s,
                                .target = u"/proc"_s,
                                .options = {u"rw"_s, u"nosuid"_s},
                                .propagation = {},
                                .filesystem = u"proc"_s,
                                .source = u"proc"_s,
                                .superOptions = {u"rw"_s}};
    mounts.diagnostics << Error{.operation = u"open"_s, .error = Errno{13}, .subject = u"/x"_s};
    NamespacesFacet namespaces;
    namespaces.uts = NamespaceIdentity{
        .inode = 4026531838, .id = {}, .owner = 1, .parent = {}, .ownerUid = {}};
    const auto facetEvent = [](const Facet &facet) {
        return FacetEvent{
            .container = u"red"_s, .side = Side::Inside, .kind = kindOf(facet), .facet = facet};
    };
    return {PlanEvent{plan},
            step,
            facetEvent(mounts),
            facetEvent(namespaces),
            OutputEvent{.container = u"red"_s, .stream = Stream::Stderr, .text = "\0\xff"_ba}};
}

QByteArray inFrame(const QByteArray &body)
{
    QByteArray bytes(kLengthSize, Qt::Uninitialized);
    qToBigEndian(static_cast<quint32>(body.size()), bytes.data());
    return bytes + body;
}

template<class Message>
QByteArray bodyOf(const Message &message)
{
    return encodeFrame(message).sliced(kLengthSize);
}

template<class Message>
Decoded<Message> arrival(const QByteArray &body)
{
    FrameDecoder<Message> decoder(kMaxRequestSize);
    decoder.append(inFrame(body));
    auto message = decoder.next();
    if (!message) {
        return std::unexpected(message.error());
    }
    return message->value();
}

QString told(const Finding &finding)
{
    return QStringList{nameOf(finding.code), finding.path, finding.found, finding.expected}.join(
        u'|');
}

/** `code|path|found|expected` of the request that `body` is, or nothing. */
QString complaint(const QByteArray &body)
{
    const auto request = arrival<Request>(body);
    return request ? QString() : told(request.error());
}

/** Calls `check` with each sample, a message and its bytes. */
template<class Check>
void withSamples(Check check)
{
    check(sampleRequest(), bodyOf(sampleRequest()));
    for (const Event &event : sampleEvents()) {
        check(event, bodyOf(event));
    }
}

/** What Qt makes of it: one value, and nothing behind it. */
bool isCborToQt(const QByteArray &bytes)
{
    QCborParserError error;
    static_cast<void>(QCborValue::fromCbor(bytes, &error));
    return error.error == QCborError::NoError && error.offset == bytes.size();
}

/** A body with one to three bytes changed, left out or put in. */
QByteArray changed(QByteArray body, QRandomGenerator &random)
{
    for (int i = random.bounded(1, 4); i > 0; --i) {
        const auto at = random.bounded(static_cast<int>(body.size()) - 1);
        switch (random.bounded(4)) {
        case 0:
            body[at] = static_cast<char>(random.bounded(256));
            break;
        case 1:
            body.remove(at, 1);
            break;
        case 2:
            body.insert(at, static_cast<char>(random.bounded(256)));
            break;
        default:
            body[at] = static_cast<char>(static_cast<unsigned char>(body.at(at))
                                         ^ (1U << random.bounded(8)));
            break;
        }
    }
    return body;
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

void TestDecoding::keysInAnyOrder()
{
    QRandomGenerator random(45);
    withSamples([&]<class Message>(const Message &message, const QByteArray &body) {
        const QCborValue tree = QCborValue::fromCbor(body);
        for (int round = 0; round < 200; ++round) {
            const auto arrived = arrival<Message>(shuffled(tree, random).toCbor());
            QVERIFY2(arrived, arrived ? "" : qPrintable(told(arrived.error())));
            QVERIFY(*arrived == message);
        }
    });
}

void TestDecoding::otherWaysToWrite()
{
    QRandomGenerator random(46);
    withSamples([&]<class Message>(const Message &message, const QByteArray &body) {
        const QCborValue tree = QCborValue::fromCbor(body);
        for (int round = 0; round < 200; ++round) {
            const QByteArray odd = oddCbor(tree, random);
            QVERIFY(isCborToQt(odd));
            const auto arrived = arrival<Message>(odd);
            QVERIFY2(arrived, arrived ? "" : qPrintable(told(arrived.error())));
            QVERIFY(*arrived == message);
        }
    });
}

void TestDecoding::cutAnywhere()
{
    QRandomGenerator random(47);
    withSamples([&]<class Message>(const Message &, const QByteArray &body) {
        const QByteArray odd = oddCbor(QCborValue::fromCbor(body), random);
        for (const QByteArray &whole : {body, odd}) {
            for (qsizetype size = 0; size < whole.size(); ++size) {
                const auto arrived = arrival<Message>(whole.first(size));
                QVERIFY2(!arrived, qPrintable(QString::number(size)));
                QCOMPARE(arrived.error().code, FindingCode::Syntax);
            }
        }
    });
}

void TestDecoding::changedAnywhere()
{
    QRandomGenerator random(48);
    withSamples([&]<class Message>(const Message &, const QByteArray &body) {
        const QCborValue tree = QCborValue::fromCbor(body);
        int understood = 0;
        for (int round = 0; round < 4000; ++round) {
            const QByteArray bytes = changed(round % 2 == 0 ? body : oddCbor(tree, random), random);
            const auto arrived = arrival<Message>(bytes);
            const bool isCbor = isCborToQt(bytes);
            if (!arrived) {
                QVERIFY2(isCbor || arrived.error().code == FindingCode::Syntax,
                         bytes.toHex().constData());
                continue;
            }
            ++understood;
            QVERIFY2(isCbor, bytes.toHex().constData());
            QVERIFY(arrival<Message>(bodyOf(*arrived)) == *arrived);
        }
        QVERIFY(understood > 10);
    });
}

void TestDecoding::agreesWithQt()
{
    QRandomGenerator random(49);
    const auto check = [](const QByteArray &bytes) {
        CborReader reader(bytes);
        QVERIFY2((reader.skip() && reader.atEnd()) == isCborToQt(bytes), bytes.toHex().constData());
    };
    for (int initial = 0; initial < 256; ++initial) {
        for (int next = 0; next < 256; ++next) {
            const QByteArray start{1, static_cast<char>(initial)};
            const QByteArray second{1, static_cast<char>(next)};
            check(start + second);
            check(start + second + QByteArray(8, '\0'));
            check("\x9f"_ba + start + second + "\xff"_ba);
        }
    }
    for (int round = 0; round < 20'000; ++round) {
        QByteArray noise(random.bounded(1, 12), Qt::Uninitialized);
        for (char &byte : noise) {
            byte = static_cast<char>(random.bounded(256));
        }
        check(noise);
    }
    withSamples([&]<class Message>(const Message &, const QByteArray &body) {
        const QCborValue tree = QCborValue::fromCbor(body);
        for (int round = 0; round < 1000; ++round) {
            check(changed(oddCbor(tree, random), random));
        }
    });
}

void TestDecoding::findings_data()
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

void TestDecoding::findings()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, finding);
    QCOMPARE(complaint(body), finding);
}

void TestDecoding::repeatedKeys_data()
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

void TestDecoding::repeatedKeys()
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

void TestDecoding::scalars_data()
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

void TestDecoding::scalars()
{
    QFETCH(const QByteArray, pid);
    QFETCH(const QString, finding);
    const QString actual = complaint(inspectOf(pid));
    QVERIFY2(finding.endsWith(u'|') ? actual.startsWith(finding) : actual == finding,
             qPrintable(actual));
}

void TestDecoding::lengthsThatAreNotTrue_data()
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

void TestDecoding::lengthsThatAreNotTrue()
{
    QFETCH(const QByteArray, body);
    QVERIFY(complaint(body).startsWith(u"syntax|"_s));
}

void TestDecoding::longListOfLargeThings()
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

void TestDecoding::text_data()
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

void TestDecoding::text()
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

void TestDecoding::depth()
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

QTEST_GUILESS_MAIN(TestDecoding)
#include "tst_decoding.moc"
