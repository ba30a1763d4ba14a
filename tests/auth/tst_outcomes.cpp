// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernel/fd.h"
#include "helper/contract.h"
#include "helper/limits.h"
#include "tests/auth/authtest.h"
#include "tests/auth/question.h"
#include "tests/auth/services.h"
#include "tests/support/require.h"

#include <QTest>

#include <algorithm>
#include <csignal>
#include <memory>
#include <vector>

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;
using namespace std::chrono_literals;
using namespace nsw;

/** Each way in which it does not work is told apart from the others. */
class TestOutcomes : public AuthTest
{
    Q_OBJECT
public:
    TestOutcomes()
        : AuthTest({u"polkitd"_s})
    {
    }

private Q_SLOTS:
    void polkitDoesNotAnswer();
    void theBusDoesNotAnswer();
    void thereIsNoBus();
    void thereIsNoHelper();
    void thereIsNoPolkit();
    void thePolicyIsNotInstalled();
    void theHelperIsBusy();
    void thereIsNoAuthorize();
    void thereIsNoSupervisor();

    void theQuestionIsDismissed();
    void theQuestionIsNotAnswered();

    void theUserHasTooManySessions();
    void theMachineHasTooManySessions();
    void theUserIsTooFast();
    void placesAreFreeAgain();
};

namespace
{

constexpr qint64 kNeverStalledForMs = 100;
// A timer of 500 ms may be 5 % early.
constexpr qint64 kPatienceMs = 470;
constexpr qint64 kTimedOutWithinMs = 2000;

/** The answer was late by the client's own deadline, and its event loop went on all the time. */
void verifyPatience(Client &client)
{
    const qint64 took = takenMs(client);
    QVERIFY2(took >= kPatienceMs && took < kTimedOutWithinMs, qPrintable(QString::number(took)));
    const qint64 stalled = client.next(u"stalled "_s).toLongLong();
    QVERIFY2(stalled < kNeverStalledForMs, qPrintable(QString::number(stalled)));
}

/** So many sessions of the allowed user; null entries where none came. */
std::vector<std::unique_ptr<Client>> sessions(const Person &person, int count)
{
    std::vector<std::unique_ptr<Client>> result;
    for (int i = 0; i < count; ++i) {
        result.push_back(std::make_unique<Client>(person));
        if (!result.back()->isReady()) {
            result.back().reset();
        }
    }
    return result;
}

bool areAll(const std::vector<std::unique_ptr<Client>> &clients)
{
    return std::ranges::all_of(clients, [](const auto &one) { return one != nullptr; });
}

} // namespace

void TestOutcomes::polkitDoesNotAnswer()
{
    const auto polkit = ownerOf(contract::kPolkit);
    QVERIFY(polkit);
    const Stopped stopped(*polkit);
    Client client(allowed(), {.contact = 500ms});
    QCOMPARE(client.next(u"error "_s), u"polkit ETIMEDOUT org.freedesktop.PolicyKit1"_s);
    verifyPatience(client);
    QVERIFY(client.isDone());
    QCOMPARE(leaks(), QString());
}

void TestOutcomes::theBusDoesNotAnswer()
{
    const auto bus = ownerOf(u"org.freedesktop.DBus"_s);
    QVERIFY(bus);
    const Stopped stopped(*bus);
    Client client(allowed(), {.contact = 500ms});
    QCOMPARE(client.next(u"error "_s), u"dbus ETIMEDOUT system bus"_s);
    verifyPatience(client);
}

void TestOutcomes::thereIsNoBus()
{
    Client client(allowed(),
                  {.environment = {u"DBUS_SYSTEM_BUS_ADDRESS=unix:path=/nonexistent"_s}});
    QCOMPARE(client.next(u"error "_s), u"dbus ENOTCONN system bus"_s);
}

void TestOutcomes::thereIsNoHelper()
{
    QVERIFY(endHelper());
    {
        const Hidden service(u"/usr/share/dbus-1/system-services/org.nsworkbench.helper.service"_s);
        QVERIFY(service.hidden && reloadBus());
        Client client(allowed());
        QCOMPARE(client.next(u"error "_s), u"helper ENOENT org.nsworkbench.helper"_s);
    }
    QVERIFY(reloadBus());
}

void TestOutcomes::thereIsNoPolkit()
{
    {
        const Hidden service(
            u"/usr/share/dbus-1/system-services/org.freedesktop.PolicyKit1.service"_s);
        QVERIFY(service.hidden && reloadBus() && endPolkit());
        Client client(allowed());
        QCOMPARE(client.next(u"error "_s), u"polkit ENOENT org.freedesktop.PolicyKit1"_s);
    }
    QVERIFY(reloadBus());
    QVERIFY(startPolkit());
}

void TestOutcomes::thePolicyIsNotInstalled()
{
    {
        const Hidden policy(u"/usr/share/polkit-1/actions/org.nsworkbench.helper.policy"_s);
        QVERIFY(policy.hidden && restartPolkit());
        Client client(allowed());
        QCOMPARE(client.next(u"error "_s), u"polkit ENODATA org.nsworkbench.helper.session.root"_s);
    }
    QVERIFY(restartPolkit());
}

void TestOutcomes::theHelperIsBusy()
{
    const auto polkit = ownerOf(contract::kPolkit);
    QVERIFY(polkit);
    Client first(other());
    {
        QVERIFY(!first.next(u"returned "_s).isNull());
        const Stopped stopped(*polkit);
        // Whether the first was stopped on its way to the helper or at it is left to chance, but
        // not how the second is answered.
        Client second(allowed(), {.contact = 500ms});
        const QString answer = second.next(u"error "_s);
        QVERIFY2(answer == "helper EBUSY org.nsworkbench.helper"_L1
                     || answer.startsWith("polkit ETIMEDOUT"_L1),
                 qPrintable(answer));
    }
    QVERIFY(!first.next(u"error "_s).isNull());
}

void TestOutcomes::thereIsNoAuthorize()
{
    const Hidden program(QString::fromUtf8(NSW_AUTHORIZE_PATH));
    QVERIFY(program.hidden);
    Client client(allowed());
    QCOMPARE(client.next(u"error "_s), u"execve ENOENT "_s + QString::fromUtf8(NSW_AUTHORIZE_PATH));
}

/** Not as if the request had been wrong. */
void TestOutcomes::thereIsNoSupervisor()
{
    const Hidden program(QString::fromUtf8(NSW_SUPERVISOR_PATH));
    QVERIFY(program.hidden);
    Client client(allowed());
    QCOMPARE(client.next(u"error "_s), u"helper EIO org.nsworkbench.helper"_s);
}

void TestOutcomes::theQuestionIsDismissed()
{
    {
        const Question question("dismiss");
        QVERIFY(question.isPut);
        Client client(allowed());
        QCOMPARE(client.next(u"error "_s),
                 u"polkit ECANCELED org.nsworkbench.helper.session.root"_s);
    }
    QVERIFY(restartPolkit());
}

void TestOutcomes::theQuestionIsNotAnswered()
{
    {
        const Question question("ignore");
        QVERIFY(question.isPut);
        Client client(allowed(), {.answer = 500ms});
        QCOMPARE(client.next(u"error "_s),
                 u"polkit ETIMEDOUT org.nsworkbench.helper.session.root"_s);
        // With who asked the question is gone too, and the helper is there for others.
        QVERIFY(QTest::qWaitFor([] { return !helperIsBusy(); }));
    }
    QVERIFY(restartPolkit());
}

void TestOutcomes::theUserHasTooManySessions()
{
    const auto eight = sessions(allowed(), contract::kMostSessionsOfUser);
    QVERIFY(areAll(eight));
    Client ninth(allowed());
    QCOMPARE(ninth.next(u"error "_s), u"helper EDQUOT 8"_s);
    // A crash of the helper makes no more room.
    QVERIFY(endHelper());
    Client tenth(allowed());
    QCOMPARE(tenth.next(u"error "_s), u"helper EDQUOT 8"_s);
}

void TestOutcomes::theMachineHasTooManySessions()
{
    // Three more users' worth, held as supervisors would hold them.
    std::vector<UniqueFd> held;
    for (uid_t user = 60001; held.size() < contract::kMostSessions; ++user) {
        for (int i = 0; i < contract::kMostSessionsOfUser; ++i) {
            auto place = takePlace(NSW_SESSIONS_PATH, user);
            QVERIFY(place);
            held.push_back(*std::move(place));
        }
    }
    Client client(allowed());
    QCOMPARE(client.next(u"error "_s), u"helper EUSERS 32"_s);
    held.pop_back();
    Client again(allowed());
    QVERIFY(again.isReady());
}

void TestOutcomes::theUserIsTooFast()
{
    NSW_REQUIRE(canCountCreations(), "this kernel has no keys, or a seccomp filter hides them");
    for (int i = 0; i < contract::kMostCreations; ++i) {
        Client client(allowed());
        QVERIFY(client.isReady());
    }
    Client fast(allowed());
    QCOMPARE(fast.next(u"error "_s), u"helper EAGAIN 10"_s);
    QVERIFY(endHelper());
    Client anew(allowed());
    QCOMPARE(anew.next(u"error "_s), u"helper EAGAIN 10"_s);
}

void TestOutcomes::placesAreFreeAgain()
{
    {
        const auto eight = sessions(allowed(), contract::kMostSessionsOfUser);
        QVERIFY(areAll(eight));
        // However it ends: by the window, by itself, by force.
        ::kill(static_cast<pid_t>(eight.front()->supervisor()), SIGKILL);
        QVERIFY(eight.front()->supervisorEnds());
        Client ninth(allowed());
        QVERIFY(ninth.isReady());
    }
    Client client(allowed());
    QVERIFY(client.isReady());
}

QTEST_GUILESS_MAIN(TestOutcomes)
#include "tst_outcomes.moc"
