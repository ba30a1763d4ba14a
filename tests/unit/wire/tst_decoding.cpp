// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/wire/arrival.h"
#include "tests/unit/wire/oddcbor.h"

#include <QCborArray>
#include <QRandomGenerator>
#include <QTest>

using namespace nsw;
using namespace nsw::test;
using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_ba;

/** Decoding: every way to write a message is understood, and nothing that is not CBOR. */
class TestDecoding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysInAnyOrder();
    void otherWaysToWrite();
    void cutAnywhere();
    void changedAnywhere();
    void agreesWithQt();
};

namespace
{

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

/** Calls `check` with each sample, a message and its bytes. */
template<class Check>
void withSamples(Check check)
{
    check(sampleRequest(), bodyOf(sampleRequest()));
    for (const Event &event : sampleEvents()) {
        check(event, bodyOf(event));
    }
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

QTEST_GUILESS_MAIN(TestDecoding)
#include "tst_decoding.moc"
