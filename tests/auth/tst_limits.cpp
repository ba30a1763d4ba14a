// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/contract.h"
#include "helper/limits.h"
#include "tests/support/oracletest.h"
#include "tests/support/require.h"

#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <csignal>
#include <vector>

#include <sys/wait.h>
#include <unistd.h>

using Qt::StringLiterals::operator""_s;
using namespace std::chrono_literals;
using namespace nsw;

/** How many sessions there may be, without a helper. */
class TestLimits : public OracleTest
{
    Q_OBJECT

private Q_SLOTS:
    void aUserHasEightPlaces();
    void usersHaveTheirOwnPlaces();
    void theMachineHasThirtyTwo();
    void aPlaceEndsWithItsLastHolder();
    void anOpenRegistryIsRefused();
    void creationsAreForgotten();

private:
    void prepare() override;

    std::optional<QTemporaryDir> m_directory;
    QByteArray m_registry;
};

namespace
{

constexpr uid_t kUser = 4'000'000'001; // nobody's

int errorOf(const Result<UniqueFd> &place)
{
    return place ? 0 : place.error().error.value;
}

} // namespace

void TestLimits::prepare()
{
    m_directory.emplace();
    QFile file(m_directory->filePath(u"sessions"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    m_registry = file.fileName().toUtf8();
}

void TestLimits::aUserHasEightPlaces()
{
    std::vector<Result<UniqueFd>> held;
    for (int i = 0; i < contract::kMostSessionsOfUser; ++i) {
        held.push_back(takePlace(m_registry, kUser));
        QVERIFY(held.back());
    }
    QCOMPARE(errorOf(takePlace(m_registry, kUser)), EDQUOT);
    held.erase(held.begin() + 3);
    held.push_back(takePlace(m_registry, kUser));
    QVERIFY(held.back());
    QCOMPARE(errorOf(takePlace(m_registry, kUser)), EDQUOT);
}

void TestLimits::usersHaveTheirOwnPlaces()
{
    std::vector<Result<UniqueFd>> held;
    for (const uid_t user : {uid_t{0}, uid_t{1}, uid_t{0xfffffffe}}) {
        for (int i = 0; i < contract::kMostSessionsOfUser; ++i) {
            held.push_back(takePlace(m_registry, user));
            QVERIFY(held.back());
        }
        QCOMPARE(errorOf(takePlace(m_registry, user)), EDQUOT);
    }
}

void TestLimits::theMachineHasThirtyTwo()
{
    std::vector<Result<UniqueFd>> held;
    for (uid_t user = 1; held.size() < contract::kMostSessions; ++user) {
        held.push_back(takePlace(m_registry, user));
        QVERIFY(held.back());
    }
    QCOMPARE(errorOf(takePlace(m_registry, kUser)), EUSERS);
    held.pop_back();
    QCOMPARE(errorOf(takePlace(m_registry, kUser)), 0);
}

/** As a supervisor holds it, which is killed. */
void TestLimits::aPlaceEndsWithItsLastHolder()
{
    std::vector<UniqueFd> held;
    for (int i = 1; i < contract::kMostSessionsOfUser; ++i) {
        auto place = takePlace(m_registry, kUser);
        QVERIFY(place);
        held.push_back(*std::move(place));
    }
    auto last = takePlace(m_registry, kUser);
    QVERIFY(last);
    const pid_t holder = ::fork();
    if (holder == 0) {
        ::pause();
        ::_exit(0);
    }
    last->reset();
    QCOMPARE(errorOf(takePlace(m_registry, kUser)), EDQUOT);
    QCOMPARE(::kill(holder, SIGKILL), 0);
    QCOMPARE(::waitpid(holder, nullptr, 0), holder);
    QCOMPARE(errorOf(takePlace(m_registry, kUser)), 0);
}

/** Who can open it can take others' places. */
void TestLimits::anOpenRegistryIsRefused()
{
    QFile file(QString::fromUtf8(m_registry));
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::ReadOther));
    QCOMPARE(errorOf(takePlace(m_registry, kUser)), EPERM);
    QVERIFY(QFile::link(QString::fromUtf8(m_registry), m_directory->filePath(u"link"_s)));
    QCOMPARE(errorOf(takePlace(m_directory->filePath(u"link"_s).toUtf8(), kUser)), ELOOP);
    QCOMPARE(errorOf(takePlace("/nonexistent", kUser)), ENOENT);
}

void TestLimits::creationsAreForgotten()
{
    NSW_REQUIRE(canCountCreations(), "this kernel has no keys, or a seccomp filter hides them");
    forgetCreations(kUser);
    for (int i = 0; i < contract::kMostCreations; ++i) {
        QVERIFY(countCreation(kUser, 2s));
    }
    const auto refused = countCreation(kUser, 2s);
    QVERIFY(!refused);
    QCOMPARE(refused.error().error.value, EAGAIN);
    QVERIFY(countCreation(kUser - 1, 2s)); // somebody else
    QVERIFY(QTest::qWaitFor([] { return countCreation(kUser, 2s).has_value(); }));
    forgetCreations(kUser);
    forgetCreations(kUser - 1);
}

QTEST_GUILESS_MAIN(TestLimits)
#include "tst_limits.moc"
