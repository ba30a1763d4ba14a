// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/frame.h"
#include "tests/fuzz/targets.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <array>
#include <utility>
#include <variant>

using namespace nsw;
using Qt::StringLiterals::operator""_s;

namespace
{

/** The messages that no seed of this target is. */
template<class Message>
QStringList withoutSeed(const QString &target)
{
    std::array<bool, std::variant_size_v<Message>> isThere{};
    const QDir folder(u"" NSW_FUZZ_DIR "/corpus/"_s + target);
    for (const QString &name : folder.entryList(QDir::Files)) {
        QFile file(folder.filePath(name));
        const auto message
            = fromCbor<Message>(file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
        if (message) {
            isThere.at(message->index()) = true;
        }
    }
    QStringList missing;
    [&]<std::size_t... index>(std::index_sequence<index...> /*all*/) {
        const auto note = [&](std::size_t at, QLatin1StringView tag) {
            if (!isThere.at(at)) {
                missing << QString(tag);
            }
        };
        (note(index, std::variant_alternative_t<index, Message>::kTag), ...);
    }(std::make_index_sequence<std::variant_size_v<Message>>());
    return missing;
}

} // namespace

/** What the fuzzer starts from and what it once found, in a build like any other. */
class TestFuzzCorpus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holds_data()
    {
        QTest::addColumn<QString>("target");
        for (const fuzz::Target &target : fuzz::targets()) {
            QTest::addRow("%s", target.name.data()) << QString(target.name);
        }
    }

    void holds()
    {
        QFETCH(const QString, target);
        const auto found = std::ranges::find(fuzz::targets(), target, &fuzz::Target::name);
        QVERIFY(found != fuzz::targets().end());
        int understood = 0;
        for (const QString &kind : {u"corpus"_s, u"regressions"_s}) {
            const QDir folder(u"" NSW_FUZZ_DIR "/%1/%2"_s.arg(kind, target));
            for (const QString &name : folder.entryList(QDir::Files)) {
                QFile file(folder.filePath(name));
                QVERIFY(file.open(QIODevice::ReadOnly));
                const fuzz::Verdict verdict = found->feed(file.readAll());
                QVERIFY2(verdict.wrong.isEmpty(),
                         qPrintable(file.fileName() + u": " + verdict.wrong));
                understood += verdict.understood ? 1 : 0;
            }
        }
        // When a format changes, nsw-fuzzseeds makes the seeds again.
        QVERIFY2(understood > 0, "nothing of the corpus means anything any more");
    }

    void hasEachMessage()
    {
        QCOMPARE(withoutSeed<Request>(u"request"_s), QStringList());
        QCOMPARE(withoutSeed<Event>(u"event"_s), QStringList());
    }

    /** Half of a seed, and a seed with another byte in it, for where no fuzzer is run. */
    void holdsWhenDamaged_data() { holds_data(); }

    void holdsWhenDamaged()
    {
        QFETCH(const QString, target);
        const auto found = std::ranges::find(fuzz::targets(), target, &fuzz::Target::name);
        QVERIFY(found != fuzz::targets().end());
        const QDir folder(u"" NSW_FUZZ_DIR "/corpus/%1"_s.arg(target));
        for (const QString &name : folder.entryList(QDir::Files)) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray seed = file.readAll();
            const qsizetype step = 1 + (seed.size() / 256);
            for (qsizetype at = 0; at < seed.size(); at += step) {
                QByteArray damaged = seed;
                damaged[at] = static_cast<char>(damaged.at(at) ^ 0x21);
                for (const QByteArrayView bytes :
                     {QByteArrayView(seed).first(at), QByteArrayView(damaged)}) {
                    const QString wrong = found->feed(bytes).wrong;
                    QVERIFY2(wrong.isEmpty(),
                             qPrintable(u"%1 at %2: %3"_s.arg(file.fileName()).arg(at).arg(wrong)));
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestFuzzCorpus)
#include "tst_fuzzcorpus.moc"
