// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/runs.h"

#include <QTest>

using namespace nsw;
using namespace std::chrono_literals;
using Qt::StringLiterals::operator""_s;

namespace
{

constexpr qint64 kKiB = 1024;

Run runOf(const QString &name, qint64 bytes)
{
    Run run;
    run.configuration.name = name;
    run.startedAt = QDateTime::currentDateTime();
    run.history.append(0ms,
                       OutputEvent{.container = {}, .stream = {}, .text = QByteArray(bytes, 'x')});
    return run;
}

QStringList namesOf(const EarlierRuns &earlier)
{
    QStringList names;
    for (const Run &run : earlier.runs()) {
        names << run.configuration.name;
    }
    return names;
}

} // namespace

class TestRuns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasNeverStartedIsNoRun()
    {
        EarlierRuns earlier;
        earlier.add({});
        QVERIFY(earlier.runs().isEmpty());
    }

    void theOldestGoesFirst()
    {
        EarlierRuns earlier(100 * kKiB);
        earlier.add(runOf(u"one"_s, 40 * kKiB));
        earlier.add(runOf(u"two"_s, 40 * kKiB));
        QCOMPARE(namesOf(earlier), (QStringList{u"two"_s, u"one"_s}));
        earlier.add(runOf(u"three"_s, 40 * kKiB));
        QCOMPARE(namesOf(earlier), (QStringList{u"three"_s, u"two"_s}));
        earlier.add(runOf(u"small"_s, kKiB));
        QCOMPARE(namesOf(earlier), (QStringList{u"small"_s, u"three"_s, u"two"_s}));
        QCOMPARE_LE(earlier.bytes(), 100 * kKiB);
    }

    /** What always stays in a history counts too: small runs without end are no way around it. */
    void eventsCount()
    {
        constexpr int kMany = 1000;
        EarlierRuns earlier(100 * kKiB);
        for (int i = 0; i < kMany; ++i) {
            Run run;
            run.startedAt = QDateTime::currentDateTime();
            run.history.append(0ms, EndEvent{});
            earlier.add(run);
        }
        QCOMPARE_LT(earlier.runs().size(), kMany);
        QCOMPARE_LE(earlier.bytes(), 100 * kKiB);
    }
};

QTEST_GUILESS_MAIN(TestRuns)
#include "tst_runs.moc"
