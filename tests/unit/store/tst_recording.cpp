// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/message.h"
#include "core/store/recording.h"
#include "core/store/zstdframes.h"
#include "tests/support/recordedsession.h"
#include "tests/support/require.h"
#include "tests/support/seed.h"

#include <QBuffer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

using namespace nsw;
using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_ba;

/** What was recorded comes back whole, or up to where it is damaged. */
class TestRecording : public QObject
{
    Q_OBJECT

public:
    explicit TestRecording(bool mayMount)
        : m_mayMount(mayMount)
    {
    }

private Q_SLOTS:
    void comesBack();
    void isJsonLinesInZstd();
    void cutAnywhere();
    void damagedAnywhere();
    void linesThatWereExchanged();
    void bombsAreBounded();
    void otherVersions();
    void laterEventsAreLeftOut();
    void noRecordings();
    void inputIsNoPartOfIt();
    void replacesWholeOrNotAtAll() const;

private:
    bool m_mayMount;
};

namespace
{

QByteArray fileOf(const QByteArrayList &lines)
{
    return zstdFrame(lines.join());
}

std::expected<OpenedRecording, Finding> openedOf(const QByteArray &bytes,
                                                 const RecordingLimits &limits = {})
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    return readRecording(buffer, limits);
}

bool isBeginOf(const Recording &part, const Recording &whole)
{
    return part.header == whole.header && part.events.size() <= whole.events.size()
        && part.events == whole.events.first(part.events.size());
}

FindingCode codeOf(const std::expected<OpenedRecording, Finding> &opened)
{
    return opened ? opened->findings.value(0).code : opened.error().code;
}

bool writeTo(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

bool enterOwnNamespaces()
{
    const QByteArray uid = "0 "_ba + QByteArray::number(::geteuid()) + " 1"_ba;
    const QByteArray gid = "0 "_ba + QByteArray::number(::getegid()) + " 1"_ba;
    return ::unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0 && writeTo(u"/proc/self/uid_map"_s, uid)
        && writeTo(u"/proc/self/setgroups"_s, "deny"_ba) && writeTo(u"/proc/self/gid_map"_s, gid)
        && ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

} // namespace

void TestRecording::comesBack()
{
    for (quint32 seed = 1; seed <= 20; ++seed) {
        const Recording recording = test::sampleRecording(seed, 300);
        const auto opened = openedOf(writeRecording(recording));
        QVERIFY(opened);
        QCOMPARE(opened->findings, Findings());
        QVERIFY(opened->recording == recording);
    }
}

/** As docs/RECORDING.md says it: any other program can read it as well. */
void TestRecording::isJsonLinesInZstd()
{
    const Recording recording = test::sampleRecording(3, 4);
    QBuffer buffer;
    buffer.setData(writeRecording(recording));
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    ZstdFrames text(buffer);
    const QByteArrayList lines = text.readAll().split('\n');
    QCOMPARE(lines.size(), recording.events.size() + 3);
    QVERIFY(lines.constLast().isEmpty());
    const auto object = [&](qsizetype i) {
        return QJsonDocument::fromJson(lines.at(i)).object();
    };
    QCOMPARE(object(0)[u"recording"_s][u"format"_s].toString(), u"nsworkbench-recording"_s);
    QCOMPARE(
        object(0)[u"recording"_s][u"configuration"_s][u"containers"_s][0][u"name"_s].toString(),
        u"red"_s);
    QCOMPARE(object(1)[u"event"_s][u"event"_s].toString(), u"ready"_s);
    QCOMPARE(object(1)[u"at"_s].toInteger(), recording.events.first().at.count());
    QCOMPARE(object(lines.size() - 2)[u"end"_s].toInteger(), recording.events.size());
}

void TestRecording::cutAnywhere()
{
    const Recording recording = test::sampleRecording(5, 150);
    const QByteArray whole = writeRecording(recording);
    const QByteArray header = fileOf({recordingLines(recording).constFirst()});
    QVERIFY(whole.startsWith(header));
    qsizetype most = 0;
    for (qsizetype size = 0; size < whole.size(); ++size) {
        const auto opened = openedOf(whole.first(size));
        if (size < header.size() && !opened) {
            QCOMPARE(opened.error().code, FindingCode::NoRecording);
            continue;
        }
        QVERIFY(opened);
        QVERIFY(isBeginOf(opened->recording, recording));
        QCOMPARE(opened->findings.size(), 1);
        QCOMPARE(opened->findings.first().code, FindingCode::RecordingCutShort);
        QCOMPARE(opened->findings.first().found, QString::number(opened->recording.events.size()));
        QVERIFY(opened->recording.events.size() >= most);
        most = opened->recording.events.size();
    }
    QVERIFY2(most > recording.events.size() / 4, qPrintable(QString::number(most)));
}

void TestRecording::damagedAnywhere()
{
    const quint32 seed = test::newSeed();
    qInfo("NSW_SEED=%u", seed);
    QRandomGenerator random(seed);
    const Recording recording = test::sampleRecording(6, 1500);
    const QByteArray whole = writeRecording(recording);
    int opens = 0;
    qsizetype most = 0;
    for (int i = 0; i < 1000; ++i) {
        QByteArray damaged = whole;
        for (int places = random.bounded(1, 4); places > 0; --places) {
            const qsizetype at = random.bounded(damaged.size());
            damaged[at] = static_cast<char>(damaged.at(at) ^ random.bounded(1, 256));
        }
        const auto opened = openedOf(damaged);
        if (!opened) {
            QVERIFY(opened.error().code == FindingCode::NoRecording);
            continue;
        }
        ++opens;
        most = std::max(most, opened->recording.events.size());
        QVERIFY(isBeginOf(opened->recording, recording));
        // A frame has bits that mean nothing, so that the damage may do no harm.
        // The end may be damaged alone: nothing is lost then, and it is said all the same.
        QVERIFY(!opened->findings.isEmpty() || opened->recording == recording);
    }
    QVERIFY2(opens > 900, qPrintable(QString::number(opens)));
    QVERIFY(most > recording.events.size() / 2);
}

void TestRecording::linesThatWereExchanged()
{
    const Recording recording = test::sampleRecording(7, 5);
    const QByteArrayList lines = recordingLines(recording);
    const auto check = [&](const QByteArrayList &changed, qsizetype events) {
        const auto opened = openedOf(fileOf(changed));
        return opened && isBeginOf(opened->recording, recording)
            && opened->recording.events.size() == events
            && codeOf(opened) == FindingCode::RecordingDamaged;
    };
    QByteArrayList changed = lines;
    changed.swapItemsAt(4, 5);
    QVERIFY(check(changed, 3));
    changed = lines;
    changed.removeAt(3);
    QVERIFY(check(changed, 2));
    changed = lines;
    changed.insert(3, lines.at(3));
    QVERIFY(check(changed, 3));
    changed = lines;
    changed[2].replace("red", "rex");
    QVERIFY(check(changed, 1));
    QVERIFY(check(lines + lines, recording.events.size()));
}

void TestRecording::bombsAreBounded()
{
    const RecordingLimits small{.line = 4096, .text = 65536, .events = 1000};
    const Recording recording = test::sampleRecording(8, 5);
    QByteArrayList lines = recordingLines(recording);
    lines[2] = QByteArray(qsizetype{64} << 20, ' ');
    const QByteArray bomb = fileOf(lines);
    QVERIFY(bomb.size() < 100'000);
    const auto opened = openedOf(bomb, {.line = 100'000, .text = 1'000'000, .events = 1000});
    QVERIFY(opened);
    QCOMPARE(opened->recording.events.size(), 1);
    QCOMPARE(codeOf(opened), FindingCode::RecordingDamaged);
    const auto many = openedOf(writeRecording(test::sampleRecording(9, 2000)),
                               {.line = small.line, .text = qint64{1} << 30, .events = 1000});
    QVERIFY(many);
    QCOMPARE(codeOf(many), FindingCode::RecordingTooLarge);
    QCOMPARE(many->recording.events.size(), 1000);
    const auto large = openedOf(writeRecording(test::sampleRecording(9, 2000)), small);
    QVERIFY(large);
    QCOMPARE(codeOf(large), FindingCode::RecordingTooLarge);
    QVERIFY(large->recording.events.size() > 10);
}

void TestRecording::otherVersions()
{
    const auto file = [](const QByteArray &header) {
        return fileOf(sealRecordingLines({header}));
    };
    const auto later = openedOf(
        file(R"({"recording":{"format":"nsworkbench-recording","version":2,"new":[1]})"_ba));
    QVERIFY(!later);
    QCOMPARE(later.error().code, FindingCode::UnsupportedVersion);
    QCOMPARE(later.error().found, u"2"_s);
    QCOMPARE(later.error().expected, u"1"_s);
    QCOMPARE(codeOf(openedOf(file(R"({"recording":{"format":"other","version":1})"_ba))),
             FindingCode::NoRecording);
    const auto incomplete
        = openedOf(file(R"({"recording":{"format":"nsworkbench-recording","version":1})"_ba));
    QVERIFY(!incomplete);
    QCOMPARE(incomplete.error().code, FindingCode::MissingField);
}

void TestRecording::laterEventsAreLeftOut()
{
    const auto lines = [](int minor) {
        return sealRecordingLines(
            {R"({"recording":{"format":"nsworkbench-recording","version":1,"minor":)"_ba
                 + QByteArray::number(minor) + '}',
             R"({"at":1,"event":{"event":"end","container":"a","exit":1})"_ba,
             R"({"at":2,"event":{"event":"hologram","depth":[1,2]})"_ba,
             R"({"at":3,"event":{"event":"end","container":"b","exit":2,"colour":"red"})"_ba,
             R"({"at":4,"event":{"event":"end","container":"c","exit":3})"_ba,
             R"({"end":4)"_ba});
    };
    const auto later = openedOf(fileOf(lines(RecordingHeader::kMinor + 1)));
    QVERIFY(later);
    QCOMPARE(later->recording.events.size(), 2);
    QCOMPARE(later->findings.size(), 1);
    QCOMPARE(later->findings.first().code, FindingCode::EventsNotKnown);
    QCOMPARE(later->findings.first().found, u"2"_s);
    // In a recording of this version there is no such event: there it is damage.
    const auto same = openedOf(fileOf(lines(RecordingHeader::kMinor)));
    QVERIFY(same);
    QCOMPARE(same->recording.events.size(), 1);
    QCOMPARE(codeOf(same), FindingCode::RecordingDamaged);
}

void TestRecording::noRecordings()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"file"_s);
    for (const QByteArray &bytes : {""_ba, "{}"_ba, "\x28\xb5\x2f\xfd"_ba, fileOf({"{}\n"_ba})}) {
        QVERIFY(writeTo(path, bytes));
        const auto opened = loadRecording(path);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, FindingCode::NoRecording);
    }
    QVERIFY(writeTo(path, "{}"_ba));
    QVERIFY(!isRecordingFile(path));
    QVERIFY(writeTo(path, writeRecording(test::sampleRecording(1, 1))));
    QVERIFY(isRecordingFile(path));
    for (const QString &none : {folder.path(), folder.filePath(u"none"_s)}) {
        QVERIFY(!isRecordingFile(none));
        const auto opened = loadRecording(none);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, FindingCode::Unreadable);
        QCOMPARE(opened.error().found, none);
    }
}

/** What is typed goes as requests, and these can't be recorded: there is no event that has it. */
void TestRecording::inputIsNoPartOfIt()
{
    const QByteArray request = toCbor(Request(InputRequest{"hunter2\n"}));
    QVERIFY(!fromCbor<Event>(request));
    static_assert(std::tuple_size_v<decltype(InputEvent::fields())> == 2,
                  "a new field of InputEvent must not hold what was typed");
    const QByteArray told = toCbor(Event(InputEvent{.container = u"red"_s, .taken = 8}));
    QVERIFY(QCborValue::fromCbor(told).toMap().value(u"taken"_s).isInteger());
}

void TestRecording::replacesWholeOrNotAtAll() const
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"red.nswrec"_s);
    const Recording old = test::sampleRecording(1, 3);
    const auto holds = [](const QString &file, const Recording &recording) {
        const auto opened = loadRecording(file);
        return opened && opened->findings.isEmpty() && opened->recording == recording;
    };
    QVERIFY(saveRecording(path, old));
    QVERIFY(holds(path, old));
    const auto nowhere = saveRecording(folder.filePath(u"none/red.nswrec"_s), old);
    QVERIFY(!nowhere);
    QCOMPARE(nowhere.error().code, FindingCode::Unreadable);
    // What would not read back must not replace what there is.
    Recording wrong = old;
    wrong.events.first().at = std::chrono::milliseconds(-1);
    QVERIFY(!saveRecording(path, wrong));
    QVERIFY(holds(path, old));

    NSW_REQUIRE(m_mayMount, "no user namespace to mount in");
    QVERIFY(::mount("none", QFile::encodeName(folder.path()).constData(), "tmpfs", 0, "size=64k")
            == 0);
    QVERIFY(saveRecording(path, old));
    const auto full = saveRecording(path, test::sampleRecording(2, 9000));
    QVERIFY(!full);
    QCOMPARE(full.error().expected, u"No space left on device"_s);
    QCOMPARE(full.error().found, path);
    QVERIFY(holds(path, old));
    QVERIFY(::mount("none",
                    QFile::encodeName(folder.path()).constData(),
                    nullptr,
                    MS_REMOUNT | MS_RDONLY,
                    nullptr)
            == 0);
    const auto readOnly = saveRecording(path, test::sampleRecording(3, 3));
    QVERIFY(!readOnly);
    QVERIFY2(readOnly.error().expected.contains(u"not writable"_s),
             qPrintable(readOnly.error().expected));
    QVERIFY(holds(path, old));
    QCOMPARE(::umount(QFile::encodeName(folder.path()).constData()), 0);
}

// Before QTest starts a thread: the kernel lets only single-threaded processes into a user
// namespace.
int main(int argc, char **argv)
{
    const bool mayMount = enterOwnNamespaces();
    const QCoreApplication application(argc, argv);
    TestRecording test(mayMount);
    return QTest::qExec(&test, argc, argv);
}
#include "tst_recording.moc"
