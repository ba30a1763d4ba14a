// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/lookclock.h"

#include <QTest>

using namespace nsw;

namespace
{

constexpr std::int64_t kMs = 1000;
constexpr std::int64_t kRefresh = 1000 * kMs;

} // namespace

class LookClockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void regularlyWhenNothingChanges();
    void soonAfterAChange();
    void aBurstOfChangesDoesNotPostpone();
    void aChangeDuringALookAsksForAnother();
    void takesItsShareOnly();
};

void LookClockTest::regularlyWhenNothingChanges()
{
    LookClock clock(kRefresh);
    clock.begin(0);
    QCOMPARE(clock.next(), std::nullopt);
    clock.end(2 * kMs);
    QCOMPARE(clock.next(), kRefresh);
}

void LookClockTest::soonAfterAChange()
{
    LookClock clock(kRefresh);
    clock.begin(0);
    clock.end(2 * kMs);
    clock.changed(300 * kMs);
    QCOMPARE(clock.next(), 320 * kMs);
}

void LookClockTest::aBurstOfChangesDoesNotPostpone()
{
    LookClock clock(kRefresh);
    clock.begin(0);
    clock.end(2 * kMs);
    for (std::int64_t now = 300 * kMs; now < 320 * kMs; now += kMs) {
        clock.changed(now);
    }
    QCOMPARE(clock.next(), 320 * kMs);
}

void LookClockTest::aChangeDuringALookAsksForAnother()
{
    LookClock clock(kRefresh);
    clock.begin(0);
    clock.changed(kMs);
    clock.end(2 * kMs);
    QCOMPARE(clock.next(), 100 * kMs); // not at once: it would never end
}

void LookClockTest::takesItsShareOnly()
{
    LookClock clock(kRefresh);
    clock.begin(0);
    clock.end(100 * kMs); // a thousand processes
    QCOMPARE_GE(*clock.next(), 100 * kMs * 200); // half a percent at most
    clock.changed(200 * kMs);
    QCOMPARE(clock.next(), 1100 * kMs);
}

QTEST_GUILESS_MAIN(LookClockTest)
#include "tst_lookclock.moc"
