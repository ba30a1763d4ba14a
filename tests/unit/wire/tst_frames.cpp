// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/frame.h"

#include <QCborStreamWriter>
#include <QRandomGenerator>
#include <QTest>
#include <QtEndian>

using namespace nsw;
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
    void noiseNeverCrashes();
    void flippedBitsNeverCrash();
};

namespace
{

template<std::size_t... I>
Facet emptyFacet(FacetKind kind, std::index_sequence<I...>)
{
    Facet facet;
    ((static_cast<std::size_t>(kind) == I ? static_cast<void>(facet.emplace<I>()) : void()), ...);
    return facet;
}

Facet emptyFacet(FacetKind kind)
{
    return emptyFacet(kind, std::make_index_sequence<std::variant_size_v<Facet>>{});
}

QList<Event> events()
{
    Plan plan;
    plan.container = u"red"_s;
    plan.privilege = Privilege::Root;
    plan.findings << Finding{.severity = Severity::Note,
                             .code = FindingCode::NeedsAdministrator,
                             .path = u"a.b"_s,
                             .found = u"uts"_s,
                             .expected = {}};
    plan.steps
        << Step{.n = 1,
                .actor = Actor::Outside,
                .operation
                = op::Clone3{.namespaces = {NsKind::User, NsKind::Uts}, .asSibling = true}}
        << Step{.n = 2,
                .actor = Actor::Inside,
                .operation = op::Setns{.target = JoinPid{7}, .namespaces = {NsKind::Network}}}
        << Step{.n = 3,
                .actor = Actor::Inside,
                .operation
                = op::Setns{.target = JoinPath{u"/run/x"_s}, .namespaces = {NsKind::Uts}}}
        << Step{.n = 4,
                .actor = Actor::Outside,
                .operation = op::Write{.file = op::ProcFile::UidMap, .text = u"0 1000 1\n"_s}}
        << Step{.n = 5,
                .actor = Actor::Inside,
                .operation = op::Mount{.source = u"tmpfs"_s,
                                       .target = u"/mnt"_s,
                                       .filesystem = u"tmpfs"_s,
                                       .flags = {u"MS_NODEV"_s},
                                       .data = u"mode=1"_s}}
        << Step{.n = 6,
                .actor = Actor::Inside,
                .operation = op::Execve{
                    .argv = {u"sh"_s}, .environment = {{u"PS1"_s, u"é# "_s}}, .inChild = true}};
    QList<Event> all{
        ReadyEvent{
            .protocol = 1, .version = u"0.1"_s, .nonce = u"nonce"_s, .pid = 7, .uid = 4294967294},
        PlanEvent{plan},
        OutputEvent{
            .container = u"red"_s, .stream = Stream::Stderr, .text = QByteArray("\0\xff\n", 3)},
        InputEvent{.container = u"red"_s, .taken = 5'000'000'000},
        EndEvent{.container = u"red"_s, .exit = 137},
        RefusedEvent{.request = u"start"_s, .findings = plan.findings}};
    StepEvent step{.container = u"red"_s,
                   .n = 3,
                   .actor = Actor::Inside,
                   .call = u"sethostname"_s,
                   .args = {},
                   .result = -1,
                   .error = Errno{1},
                   .durationUs = 12};
    step.args.insert(u"name"_s, u"red"_s);
    all << step << ActPlanEvent{.id = 3, .side = Side::Outside, .steps = plan.steps}
        << ActDoneEvent{.id = 3,
                        .findings = plan.findings,
                        .error = Error{.operation = u"kill"_s, .error = {1}, .subject = {}}}
        << ActDoneEvent{} << PausedEvent{.container = u"red"_s, .before = 4}
        << EditedEvent{
               .container = u"red"_s, .step = plan.steps.constFirst(), .findings = plan.findings};
    HostFacts facts;
    facts.uid = 1000;
    facts.subuids = {SubordinateRange{.first = 100000, .count = 65536}};
    facts.supported = {NsKind::User, NsKind::Time};
    facts.missing = {MissingCall{.call = u"clone3"_s, .error = Errno{38}}};
    facts.joins = {JoinFacts{.target = JoinPath{u"/run/netns/x"_s},
                             .kind = NsKind::Network,
                             .error = {},
                             .actualKind = NsKind::Uts,
                             .identity = {.inode = 7}}};
    all << FactsEvent{.id = 3, .facts = facts};
    all << TerminalPlanEvent{.id = 1, .side = Side::Outside, .steps = plan.steps}
        << TerminalOpenedEvent{.id = 1, .side = Side::Inside, .pid = 7, .command = {u"sh"_s}}
        << TerminalOutputEvent{.id = 1, .bytes = QByteArray("\0\xff\x1b[2J", 6)}
        << TerminalInputTakenEvent{.id = 1, .taken = 5'000'000'000}
        << TerminalMovedEvent{.id = 1,
                              .namespaces = {{.kind = NsKind::Network, .inode = 4026531840}}}
        << TerminalEndedEvent{.id = 1,
                              .exit = 137,
                              .findings = plan.findings,
                              .error
                              = Error{.operation = u"execve"_s, .error = {2}, .subject = {}}};
    for (const FacetKind kind : kAllFacets) {
        all << FacetEvent{
            .container = u"red"_s, .side = Side::Inside, .kind = kind, .facet = emptyFacet(kind)};
        all << FacetEvent{.container = {},
                          .side = Side::Outside,
                          .kind = kind,
                          .facet = std::unexpected(Error{
                              .operation = u"open"_s, .error = Errno{13}, .subject = u"/x"_s})};
    }
    return all;
}

QList<Request> requests()
{
    Container container;
    container.namespaces.user = NewUser{};
    container.namespaces.network = Join{JoinPath{u"/run/netns/blue"_s}};
    container.namespaces.time = NewTime{.monotonicOffset = -5, .boottimeOffset = 86400};
    return {StartRequest{
                .configuration
                = {.version = Configuration::kVersion, .name = u"n"_s, .containers = {container}},
                .stdio = Stdio::Inherit,
                .refreshMs = 0},
            StopRequest{},
            InputRequest{QByteArray(100'000, 'x')},
            InputRequest{},
            InspectRequest{4711},
            FactsRequest{
                .id = 3,
                .configuration
                = {.version = Configuration::kVersion, .name = u"n"_s, .containers = {container}}},
            TerminalOpenRequest{.id = 1,
                                .side = Side::Outside,
                                .command = {u"sh"_s, u"-i"_s},
                                .columns = 132,
                                .rows = 50,
                                .environment = {{u"TERM"_s, u"é"_s}}},
            TerminalInputRequest{.id = 1, .bytes = QByteArray("\0\x03", 2)},
            TerminalShownRequest{.id = 1, .bytes = 5'000'000'000},
            TerminalResizeRequest{.id = 1, .columns = 100, .rows = 30},
            TerminalCloseRequest{1},
            ActRequest{.id = 3,
                       .side = Side::Outside,
                       .act = AskedAct{act::SendSignal{.pid = 7, .signal = u"SIGTERM"_s}}},
            ActRequest{.id = 4,
                       .side = Side::Inside,
                       .act = AskedAct{act::Start{.command = {u"sh"_s, u"-c"_s},
                                                  .environment = {{u"A"_s, u"é"_s}}}}},
            WatchRequest{{.processes = {1, 4711}, .files = {u"/etc/passwd"_s}}},
            GoRequest{3},
            EditRequest{{.n = 2,
                         .actor = Actor::Inside,
                         .operation = op::Sethostname{u"red"_s},
                         .isSkipped = true}}};
}

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
    for (const Event &event : events()) {
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
    for (const Request &request : requests()) {
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
    for (const Event &event : events()) {
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
    const QByteArray body = encodeFrame(requests().first()).sliced(4);
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
    const QByteArray start = encodeFrame(requests().first());
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
