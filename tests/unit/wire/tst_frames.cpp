// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/frame.h"
#include "tests/unit/wire/samplemessages.h"

#include <QCborStreamWriter>
#include <QRandomGenerator>
#include <QTest>
#include <QtEndian>

using namespace nsw;
using test::sampleEvents;
using test::sampleRequests;
using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;
using Qt::StringLiterals::operator""_ba;

/** Frames: what is sent arrives, and what is no frame is refused once and for all. */
class TestFrames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eventsArrive();
    void requestsArrive();
    void byteByByte();
    void truncated();
    void malformed_data();
    void malformed();
    void nonsensicalActs();
    void tooLarge();
    void manyInOneRead();
    void firstOfAnotherVersion();
    void noiseNeverCrashes();
    void flippedBitsNeverCrash();
};

namespace
{

QByteArray framed(const QByteArray &body)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToBigEndian(static_cast<quint32>(body.size()), bytes.data());
    return bytes + body;
}

QByteArray map(std::initializer_list<QCborMap::value_type> entries)
{
    return QCborValue(QCborMap(entries)).toCbor();
}

/** `{"request": "input", "bytes": ` and arrays in arrays, or tags on tags. */
QByteArray nested(int depth, bool tags)
{
    QByteArray body;
    QCborStreamWriter writer(&body);
    writer.startMap(2);
    writer.append("request"_L1);
    writer.append("input"_L1);
    writer.append("bytes"_L1);
    for (int i = 0; i < depth; ++i) {
        tags ? writer.append(QCborTag(1000)) : writer.startArray(1);
    }
    writer.append(0);
    for (int i = 0; i < depth && !tags; ++i) {
        writer.endArray();
    }
    writer.endMap();
    return body;
}

/** Once broken, a stream stays so, whatever comes after. */
template<class Message>
bool staysBroken(FrameDecoder<Message> &decoder, const Finding &finding)
{
    decoder.append(encodeFrame(Request(StopRequest{})));
    const auto again = decoder.next();
    return !again && again.error() == finding;
}

/** Takes messages until there are none; false when the decoder did not keep to its contract. */
bool drain(FrameDecoder<Request> &decoder)
{
    for (int i = 0; i < 10'000; ++i) {
        const auto message = decoder.next();
        if (!message) {
            return staysBroken(decoder, message.error());
        }
        if (!*message) {
            return true;
        }
    }
    return false;
}

} // namespace

void TestFrames::eventsArrive()
{
    QSet<std::size_t> alternatives;
    QSet<int> facets;
    FrameDecoder<Event> decoder(kMaxEventSize);
    for (const Event &event : sampleEvents()) {
        decoder.append(encodeFrame(event));
        const auto arrived = decoder.next();
        QVERIFY2(arrived,
                 qPrintable(arrived ? QString() : arrived.error().path + arrived.error().found));
        QVERIFY(arrived->has_value());
        QVERIFY(**arrived == event);
        alternatives << event.index();
        if (const auto *facet = std::get_if<FacetEvent>(&event); facet != nullptr && facet->facet) {
            facets << static_cast<int>(facet->kind);
        }
    }
    QCOMPARE(static_cast<std::size_t>(alternatives.size()), std::variant_size_v<Event>);
    QCOMPARE(static_cast<std::size_t>(facets.size()), kAllFacets.size());
    QVERIFY(!decoder.next()->has_value());
}

void TestFrames::requestsArrive()
{
    QSet<std::size_t> alternatives;
    FrameDecoder<Request> decoder(kMaxRequestSize);
    for (const Request &request : sampleRequests()) {
        decoder.append(encodeFrame(request));
        const auto arrived = decoder.next();
        QVERIFY(arrived && arrived->has_value());
        QVERIFY(**arrived == request);
        alternatives << request.index();
    }
    QCOMPARE(static_cast<std::size_t>(alternatives.size()), std::variant_size_v<Request>);
}

void TestFrames::byteByByte()
{
    FrameDecoder<Event> decoder(kMaxEventSize);
    for (const Event &event : sampleEvents()) {
        const QByteArray bytes = encodeFrame(event);
        for (qsizetype i = 0; i + 1 < bytes.size(); ++i) {
            decoder.append(QByteArrayView(bytes).sliced(i, 1));
            const auto message = decoder.next();
            QVERIFY(message && !message->has_value());
        }
        decoder.append(QByteArrayView(bytes).last(1));
        const auto message = decoder.next();
        QVERIFY(message && message->has_value() && **message == event);
    }
}

void TestFrames::truncated()
{
    // Bytes that miss, with a length that says so, are waited for; with one that does not, refused.
    const QByteArray body = encodeFrame(sampleRequests().first()).sliced(4);
    for (qsizetype size = 0; size < body.size(); ++size) {
        FrameDecoder<Request> decoder(kMaxRequestSize);
        decoder.append(framed(body.first(size)));
        const auto message = decoder.next();
        QVERIFY2(!message, qPrintable(QString::number(size)));
        QVERIFY(staysBroken(decoder, message.error()));
    }
}

void TestFrames::malformed_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("finding");
    const QCborValue input(u"input"_s);
    QTest::newRow("empty") << QByteArray() << u"syntax "_s;
    QTest::newRow("a list") << QCborValue(QCborArray{1}).toCbor() << u"wrong-type "_s;
    QTest::newRow("a number") << QCborValue(1).toCbor() << u"wrong-type "_s;
    QTest::newRow("an empty map") << map({}) << u"missing-field "_s;
    QTest::newRow("no such request")
        << map({{u"request"_s, u"reboot"_s}}) << u"unknown-name request"_s;
    QTest::newRow("an event") << map({{u"event"_s, u"end"_s}}) << u"missing-field "_s;
    QTest::newRow("a number for a name") << map({{u"request"_s, 1}}) << u"missing-field "_s;
    QTest::newRow("unknown key") << map({{u"request"_s, u"stop"_s}, {u"now"_s, true}})
                                 << u"unknown-field "_s;
    QTest::newRow("a number for a key")
        << map({{u"request"_s, u"stop"_s}, {1, true}}) << u"unknown-field "_s;
    QTest::newRow("text for bytes")
        << map({{u"request"_s, input}, {u"bytes"_s, u"x"_s}}) << u"wrong-type bytes"_s;
    QTest::newRow("text for a number")
        << map({{u"request"_s, u"inspect"_s}, {u"pid"_s, u"1"_s}}) << u"wrong-type pid"_s;
    QTest::newRow("half a number")
        << map({{u"request"_s, u"inspect"_s}, {u"pid"_s, 1.5}}) << u"wrong-type pid"_s;
    QTest::newRow("too large a number")
        << map({{u"request"_s, u"inspect"_s}, {u"pid"_s, qint64{1} << 31}})
        << u"out-of-range pid"_s;
    QTest::newRow("nothing to start") << map({{u"request"_s, u"start"_s}}) << u"missing-field "_s;
    QTest::newRow("trailing garbage") << map({{u"request"_s, u"stop"_s}}) + 'x' << u"syntax "_s;
    QTest::newRow("two in one frame")
        << map({{u"request"_s, u"stop"_s}}) + map({{u"request"_s, u"stop"_s}}) << u"syntax "_s;
    QTest::newRow("nested as deep as allowed") << nested(20, false) << u"wrong-type bytes"_s;
    QTest::newRow("nested 30 deep") << nested(30, false) << u"syntax "_s;
    QTest::newRow("nested 300,000 deep") << nested(300'000, false) << u"syntax "_s;
    QTest::newRow("300,000 tags") << nested(300'000, true) << u"syntax "_s;
    QTest::newRow("a list of 2^60") << "\xa1\x67request\x9b\x10\0\0\0\0\0\0\0"_ba << u"syntax "_s;
    QTest::newRow("a map of 2^60") << QByteArray("\xbb\x10\0\0\0\0\0\0\0", 9) << u"syntax "_s;
    QTest::newRow("text of 2^60") << QByteArray("\x7b\x10\0\0\0\0\0\0\0", 9) << u"syntax "_s;
}

void TestFrames::malformed()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, finding);
    FrameDecoder<Request> decoder(kMaxRequestSize);
    decoder.append(framed(body));
    const auto message = decoder.next();
    QVERIFY(!message);
    QCOMPARE(nameOf(message.error().code) + u' ' + message.error().path, finding);
    QVERIFY(staysBroken(decoder, message.error()));
}

void TestFrames::nonsensicalActs()
{
    const auto asked = [](const QCborValue &act) {
        return framed(map(
            {{u"request"_s, u"act"_s}, {u"id"_s, 1}, {u"side"_s, u"inside"_s}, {u"act"_s, act}}));
    };
    const QList<std::pair<QCborValue, QString>> acts{
        {QCborMap{{u"reboot"_s, QCborMap()}}, u"not-one-alternative act"_s},
        {QCborValue(7), u"wrong-type act"_s},
        {QCborMap{{u"setHostname"_s, QCborMap()}}, u"missing-field act.setHostname"_s},
        {QCborMap{{u"setHostname"_s, QCborMap{{u"name"_s, 7}}}},
         u"wrong-type act.setHostname.name"_s},
        {QCborMap{{u"sendSignal"_s, QCborMap{{u"pid"_s, qint64{1} << 40}, {u"signal"_s, u""_s}}}},
         u"out-of-range act.sendSignal.pid"_s}};
    FrameDecoder<Request> decoder(kMaxRequestSize);
    for (const auto &[act, finding] : acts) {
        decoder.append(asked(act));
        const auto message = decoder.next();
        QVERIFY(message && message->has_value());
        const auto &request = std::get<ActRequest>(**message);
        QVERIFY(!request.act.value);
        const Finding &why = request.act.value.error();
        QCOMPARE(nameOf(why.code) + u' ' + why.path, finding);
    }
    // The stream goes on.
    decoder.append(encodeFrame(Request(StopRequest{})));
    QVERIFY(decoder.next()->has_value());
}

void TestFrames::tooLarge()
{
    FrameDecoder<Request> decoder(100);
    decoder.append(QByteArray("\0\0\0\x64", 4));
    QVERIFY(decoder.next() && !decoder.next()->has_value());
    FrameDecoder<Request> refusing(100);
    // Refused by its length alone, before the bytes come.
    refusing.append(QByteArray("\0\0\0\x65", 4));
    const auto message = refusing.next();
    QVERIFY(!message);
    QCOMPARE(message.error(),
             (Finding{Severity::Error, FindingCode::TooLarge, {}, u"101"_s, u"100"_s}));
    QVERIFY(staysBroken(refusing, message.error()));
    FrameDecoder<Request> largest(kMaxRequestSize);
    largest.append(QByteArray("\xff\xff\xff\xff", 4));
    QVERIFY(!largest.next());
}

void TestFrames::manyInOneRead()
{
    QByteArray bytes;
    for (int i = 0; i < 1000; ++i) {
        bytes += encodeFrame(Request(InspectRequest{i}));
    }
    FrameDecoder<Request> decoder(kMaxRequestSize);
    decoder.append(bytes);
    for (int i = 0; i < 1000; ++i) {
        const auto message = decoder.next();
        QVERIFY(message && message->has_value() && **message == Request(InspectRequest{i}));
    }
    QVERIFY(!decoder.next()->has_value());
}

void TestFrames::firstOfAnotherVersion()
{
    const QByteArray frame
        = framed(map({{u"event"_s, u"ready"_s}, {u"weather"_s, u"fine"_s}, {u"pid"_s, u"7"_s}}));
    FrameDecoder<Event> decoder(kMaxEventSize);
    decoder.append(frame);
    QVERIFY(!decoder.next());
    const auto first = firstMapOf(QByteArray(frame + "more"));
    QVERIFY(first);
    QCOMPARE(first->value("weather"_L1).toString(), u"fine"_s);
    QVERIFY(!firstMapOf({}));
    QVERIFY(!firstMapOf(frame.chopped(1)));
    QVERIFY(!firstMapOf("Welcome to this machine"));
    QVERIFY(!firstMapOf(framed(nested(100'000, false))));
    QVERIFY(!firstMapOf(framed(QCborValue(7).toCbor())));
}

void TestFrames::noiseNeverCrashes()
{
    QRandomGenerator random(42);
    for (int round = 0; round < 10'000; ++round) {
        QByteArray noise(random.bounded(1, 64), Qt::Uninitialized);
        for (char &byte : noise) {
            byte = static_cast<char>(random.bounded(256));
        }
        FrameDecoder<Request> decoder(kMaxRequestSize);
        decoder.append(round % 2 == 0 ? framed(noise) : noise);
        QVERIFY2(drain(decoder), qPrintable(QString::number(round)));
    }
}

void TestFrames::flippedBitsNeverCrash()
{
    QRandomGenerator random(43);
    const QByteArray start = encodeFrame(sampleRequests().first());
    for (int round = 0; round < 10'000; ++round) {
        QByteArray bytes = start;
        const auto at = random.bounded(4, static_cast<int>(bytes.size()));
        bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes.at(at))
                                      ^ (1U << random.bounded(8)));
        FrameDecoder<Request> decoder(kMaxRequestSize);
        decoder.append(bytes);
        QVERIFY2(drain(decoder), qPrintable(QString::number(round)));
    }
}

QTEST_GUILESS_MAIN(TestFrames)
#include "tst_frames.moc"
