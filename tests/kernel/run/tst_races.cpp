// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/oracletest.h"
#include "tests/support/races.h"

#include <QFile>
#include <QTest>

#include <array>
#include <cerrno>

#include <sched.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace nsw;
using namespace nsw::test;
using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_ba;

namespace
{

/** 1,000 in every run; NSW_RACES says how many in a long one. */
int rounds()
{
    constexpr int kRounds = 1000;
    return std::max(kRounds, qEnvironmentVariableIntValue("NSW_RACES"));
}

} // namespace

/** What was looked up is what is used, however quickly somebody changes it meanwhile. */
class TestRaces : public OracleTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(::unshare(CLONE_NEWNS), 0);
        QCOMPARE(::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr), 0);
    }

    void groupsAreThoseOfTheSocket()
    {
        std::array<int, 2> ends{};
        QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()), 0);
        const UniqueFd one(ends[0]);
        const UniqueFd other(ends[1]);
        const Caller own = callerAt(one.get(), ::geteuid());
        std::vector<gid_t> groups(static_cast<std::size_t>(::getgroups(0, nullptr)));
        QCOMPARE(::getgroups(static_cast<int>(groups.size()), groups.data()),
                 static_cast<int>(groups.size()));
        QCOMPARE(own.gid, ::getegid());
        QCOMPARE(own.groups, groups);
        // Made by somebody else: no more than the group of the account.
        const Caller user = racingUser();
        const Caller another = callerAt(one.get(), user.uid);
        QCOMPARE(another.uid, user.uid);
        QCOMPARE(another.gid, user.gid);
        QCOMPARE(another.groups.size(), std::size_t{0});
    }

    void aPathLeadsWhereTheCallerCanGo()
    {
        const RaceGround ground(racingUser());
        QVERIFY(ground.good);
        const QString link = QFile::decodeName(ground.sourceLink);
        const auto direct
            = openAs(racingUser(), -1, {QFile::decodeName(ground.source)}, LastLink::Followed);
        QVERIFY(direct);
        QCOMPARE(inodeBehind(direct->front()), ground.mine);
        const auto byLink = openAs(racingUser(), -1, {link}, LastLink::Followed);
        QVERIFY(!byLink);
        QCOMPARE(byLink.error().error.value, EACCES);
        QVERIFY(openAs(racingUser(), -1, {link}, LastLink::Kept));
        QVERIFY(openAs(Caller{}, -1, {link}, LastLink::Followed));
        // Nothing of ours is to be found there.
        const QStringList link0{u"/proc/self/fd/0"_s};
        const auto refused = openAs(racingUser(), -1, link0, LastLink::Followed);
        QVERIFY(!refused);
        QCOMPARE(refused.error().error.value, ELOOP);
        const auto own = openAs(racingUser(), -1, link0, LastLink::Followed, MagicLinks::Followed);
        QVERIFY(!own || inodeBehind(own->front()) == inodeAt("/proc/self/fd/0"_ba));
    }

    void exchangedPaths()
    {
        const Caller user = racingUser();
        const RaceGround ground(user);
        QVERIFY(ground.good && ground.mine != 0 && ground.roots != 0);
        const auto race = raceForPaths(ground, user, rounds());
        QVERIFY(race);
        qInfo("mounted %d, refused %d, won %d", race->done, race->refused, race->won);
        QCOMPARE(race->won, 0);
        QCOMPARE_GT(race->done, 0);
        QCOMPARE_GT(race->refused, 0);
        // With root's rights it would be lost soon: the race is one.
        const auto lost = raceUntilWon(ground, rounds());
        QVERIFY(lost);
        QCOMPARE_GT(lost->won, 0);
    }

    void recycledNumbers()
    {
        const auto race = raceForNumbers(rounds());
        QVERIFY(race);
        qInfo("recycled %d, won %d, won when not held %d",
              race->recycled,
              race->won,
              race->wonUnheld);
        QCOMPARE_GE(race->recycled, rounds() * 9 / 10);
        QCOMPARE(race->won, 0);
        QCOMPARE(race->wonUnheld, race->recycled);
    }
};

QTEST_GUILESS_MAIN(TestRaces)
#include "tst_races.moc"
