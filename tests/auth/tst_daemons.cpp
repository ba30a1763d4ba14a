// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/auth/authtest.h"
#include "tests/auth/daemonseries.h"

#include <QTest>

using Qt::StringLiterals::operator""_s;

/** The daemons on the way are killed at any time: sessions go on, nothing is left, the next is
 * served. */
class TestDaemons : public AuthTest
{
    Q_OBJECT
public:
    TestDaemons()
        : AuthTest({u"dbus-daemon"_s, u"polkitd"_s})
    {
    }

private Q_SLOTS:
    void killed_data();
    void killed();
};

Q_DECLARE_METATYPE(Daemon)

void TestDaemons::killed_data()
{
    QTest::addColumn<Daemon>("victim");
    QTest::newRow("bus") << Daemon::Bus;
    QTest::newRow("polkit") << Daemon::Polkit;
    QTest::newRow("helper") << Daemon::Helper;
}

void TestDaemons::killed()
{
    QFETCH(const Daemon, victim);
    constexpr int kKills = 20;
    DaemonSeries series(victim);
    qInfo("NSW_SEED=%u", series.seed());
    for (int i = 0; i < kKills; ++i) {
        const QString wrong = series.killNext();
        QVERIFY2(wrong.isEmpty(), qPrintable(u"kill %1: %2"_s.arg(i).arg(wrong)));
    }
    qInfo("%d of %d had their session already", series.served(), kKills);
}

QTEST_GUILESS_MAIN(TestDaemons)
#include "tst_daemons.moc"
