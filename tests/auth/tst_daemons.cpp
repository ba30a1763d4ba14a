// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/contract.h"
#include "tests/auth/authtest.h"
#include "tests/auth/services.h"

#include <QRandomGenerator>
#include <QTest>

#include <csignal>

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;
using namespace std::chrono_literals;
using namespace nsw;

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

namespace
{

constexpr int kKills = 20;
/** About as long as it takes from the request to the supervisor, on a machine with nothing to do.
 */
constexpr int kLongestMs = 40;

QString ownedBy(const QString &name)
{
    if (name == "bus"_L1) {
        return u"org.freedesktop.DBus"_s;
    }
    return name == "polkit"_L1 ? QString(contract::kPolkit) : QString(contract::kHelper);
}

/** Once the victim is gone. The bus may have started polkit anew by itself, as it does the helper.
 */
bool bringBack(const QString &name, qint64 victim)
{
    if (name == "bus"_L1) {
        return startBus() && startPolkit();
    }
    return QTest::qWaitFor([&] { return ownerOf(ownedBy(name)) != victim; })
        && (name == "helper"_L1 || ownerOf(contract::kPolkit) || startPolkit());
}

} // namespace

void TestDaemons::killed_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"bus", "polkit", "helper"}) {
        QTest::newRow(name) << QString::fromLatin1(name);
    }
}

void TestDaemons::killed()
{
    QFETCH(const QString, name);
    Client before(allowed());
    QVERIFY(before.isReady());
    int served = 0;
    for (int i = 0; i < kKills; ++i) {
        forgetAllCreations();
        // So that there is a helper to kill.
        QVERIFY(name != "helper"_L1 || !helperIsBusy());
        const auto victim = ownerOf(ownedBy(name));
        QVERIFY(victim);
        // Half of them long before there is anybody to authorise, half of them in the middle.
        Client during(allowed(), {.contact = 2s, .answer = 2s});
        const int delay = QRandomGenerator::global()->bounded(kLongestMs);
        QTest::qWait(delay);
        QCOMPARE(::kill(static_cast<pid_t>(*victim), SIGKILL), 0);
        // A session or an error, but no silence.
        const bool isServed = during.isReady();
        QVERIFY2(isServed || during.isDone(), qPrintable(u"after %1 ms"_s.arg(delay)));
        served += isServed ? 1 : 0;
        during.leave();
        QVERIFY(bringBack(name, *victim));
        before.write(R"({"request":"inspect","pid":0})");
        QVERIFY(!before.event(u"facet"_s).isNull());
        Client after(allowed());
        QVERIFY2(after.isReady(), qPrintable(u"after %1 ms"_s.arg(delay)));
    }
    QVERIFY(!before.supervisorEnds(0ms));
    qInfo("%d of %d had their session already", served, kKills);
}

QTEST_GUILESS_MAIN(TestDaemons)
#include "tst_daemons.moc"
