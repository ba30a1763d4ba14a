// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/configurationfile.h"
#include "tests/kernel/run/independentlook.h"
#include "tests/support/oracletest.h"
#include "tests/support/sessionrun.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

#include <algorithm>
#include <cerrno>

#include <unistd.h>

using namespace nsw;
using namespace nsw::test;
using Qt::StringLiterals::operator""_s;
using namespace std::chrono_literals;

namespace
{

/** A session that pauses before each step. */
class SteppedRun : public SessionRun
{
public:
    [[nodiscard]] bool begin(const Container &container, std::int32_t before = 1)
    {
        session.send(StartRequest{.configuration = configurationOf(container),
                                  .stdio = Stdio::Pipe,
                                  .refreshMs = 50,
                                  .before = before});
        return waitForPause();
    }

    /** False when it ended instead. */
    [[nodiscard]] bool waitForPause()
    {
        const auto arrived = [this] {
            return pauses() > m_seen || state().exit;
        };
        if (!waitFor(arrived) || state().exit) {
            return false;
        }
        m_seen = pauses();
        return true;
    }

    void step() { go(state().pausedBefore.value_or(0) + 1); }
    void go(std::optional<std::int32_t> before) { session.send(GoRequest{before}); }

    [[nodiscard]] Step stepOf(std::int32_t n) const { return state().steps.at(n - 1).step; }

    /** The first step that is such a call. */
    template<class Call>
    [[nodiscard]] std::int32_t numberOf() const
    {
        for (const StepState &one : state().steps) {
            if (std::holds_alternative<Call>(one.step.operation)) {
                return one.step.n;
            }
        }
        return 0;
    }

    [[nodiscard]] std::int32_t numberOfWrite(op::ProcFile file) const
    {
        for (const StepState &one : state().steps) {
            const auto *write = std::get_if<op::Write>(&one.step.operation);
            if (write != nullptr && write->file == file) {
                return one.step.n;
            }
        }
        return 0;
    }

    [[nodiscard]] bool edit(const Step &step)
    {
        const auto count = [this] {
            return std::ranges::count_if(events, [](const Event &event) {
                return std::holds_alternative<EditedEvent>(event)
                    || std::holds_alternative<RefusedEvent>(event);
            });
        };
        const auto before = count();
        session.send(EditRequest{step});
        return waitFor([&] { return count() > before; })
            && std::holds_alternative<EditedEvent>(
                   *std::ranges::find_if(events.crbegin(), events.crend(), [](const Event &event) {
                       return std::holds_alternative<EditedEvent>(event)
                           || std::holds_alternative<RefusedEvent>(event);
                   }));
    }

    [[nodiscard]] bool skip(std::int32_t n)
    {
        Step step = stepOf(n);
        step.isSkipped = true;
        return edit(step);
    }

    [[nodiscard]] QStringList warnings() const
    {
        QStringList codes;
        for (const Finding &finding : state().plan.findings) {
            codes << QString(nameOf(finding.code));
        }
        return codes;
    }

private:
    [[nodiscard]] qsizetype pauses() const
    {
        return std::ranges::count_if(
            events, [](const Event &event) { return std::holds_alternative<PausedEvent>(event); });
    }

    qsizetype m_seen = 0;
};

Configuration exampleOf(const QString &file)
{
    return loadConfiguration(file).value_or(Configuration{});
}

} // namespace

class TestStepping : public OracleTest
{
    Q_OBJECT

private Q_SLOTS:
    void examples_data()
    {
        QTest::addColumn<QString>("file");
        const QDir examples(QStringLiteral(NSW_EXAMPLES));
        for (const QString &name : examples.entryList({u"*.json"_s}, QDir::Files)) {
            const QString file = examples.filePath(name);
            if (::geteuid() == 0 || !hasCable(exampleOf(file))) {
                QTest::newRow(qPrintable(name)) << file;
            }
        }
    }

    /** After each step, what is shown is what an independent look at that process says. */
    void eachStepShowsWhatIs_data() { examples_data(); }
    void eachStepShowsWhatIs()
    {
        QFETCH(const QString, file);
        const Configuration configuration = exampleOf(file);
        QVERIFY(!configuration.containers.isEmpty());
        SteppedRun run;
        QVERIFY(run.begin(configuration.containers.constFirst()));
        const qsizetype count = run.state().plan.steps.size();
        for (std::int32_t n = 1; n <= count; ++n) {
            QCOMPARE(run.state().pausedBefore, std::optional(n));
            const auto made = std::ranges::count_if(
                run.state().steps, [](const StepState &one) { return one.outcome.has_value(); });
            QCOMPARE(made, n - 1);
            compareWithKernel(run);
            if (QTest::currentTestFailed()) {
                return;
            }
            run.step();
            if (n < count) {
                QVERIFY2(run.waitForPause(), qPrintable(u"after step %1"_s.arg(n)));
            }
            if (const StepState *failed = run.failedStep()) {
                // There are examples of what fails; it stays where it is.
                QVERIFY(configuration.expectation && configuration.expectation->failure);
                QCOMPARE(failed->step.n, n);
                QCOMPARE(run.state().pausedBefore, std::optional(n));
                compareWithKernel(run);
                break;
            }
        }
        QVERIFY(run.failedStep() != nullptr
                || run.waitFor([&] { return run.allStepsMade() || run.state().exit; }));
        run.session.send(StopRequest{});
        QVERIFY(run.waitForEnd());
    }

    /** Whoever leaves in the middle leaves nothing. */
    void quittingAtEachStepLeavesNothing_data() { examples_data(); }
    void quittingAtEachStepLeavesNothing()
    {
        QFETCH(const QString, file);
        const Container container = exampleOf(file).containers.value(0);
        std::int32_t count = 1;
        // Each step twice: who stops there, and who is gone.
        for (std::int32_t turn = 2; turn <= count * 2 + 1; ++turn) {
            const std::int32_t n = turn / 2;
            SteppedRun run;
            QVERIFY(run.begin(container, n));
            count = static_cast<std::int32_t>(run.state().plan.steps.size());
            if (turn % 2 == 0) {
                run.session.send(StopRequest{});
                QVERIFY(run.waitForEnd());
            }
        }
    }

    /** What the field calls half-made: no map, a loopback that is down, somebody else's /proc. */
    void halfMadeCanBeLookedAt()
    {
        Container container = allEight(u"blue"_s);
        container.command = QStringList{u"cat"_s};
        SteppedRun run;
        QVERIFY(run.begin(container));
        run.go(run.numberOfWrite(op::ProcFile::UidMap));
        QVERIFY(run.waitForPause());
        const auto *users = run.facet<UsersFacet>(Side::Inside);
        QVERIFY(users != nullptr);
        QVERIFY(users->uidMap.isEmpty());
        const auto *network = run.facet<NetworkFacet>(Side::Inside);
        QVERIFY(network != nullptr);
        QCOMPARE(network->links.size(), 1);
        QVERIFY(!network->links.constFirst().flags.contains(u"UP"_s));

        run.go(run.numberOf<op::Execve>());
        QVERIFY(run.waitForPause());
        QVERIFY(run.facet<NetworkFacet>(Side::Inside)->links.constFirst().flags.contains(u"UP"_s));
        QCOMPARE(run.facet<UsersFacet>(Side::Inside)->uidMap.size(), 1);
        run.go(std::nullopt);
        QVERIFY(run.waitFor([&] { return run.allStepsMade(); }));
    }

    /** A step that fails stops there; put right, it is made again and the rest goes on. */
    void failureStopsAndCanBePutRight()
    {
        Container container = allEight(u"blue"_s);
        container.command = QStringList{u"cat"_s};
        SteppedRun run;
        QVERIFY(run.begin(container));
        const std::int32_t n = run.numberOf<op::Sethostname>();
        QVERIFY(n > 0);
        Step wrong = run.stepOf(n);
        std::get<op::Sethostname>(wrong.operation).name = QString(65, u'x');
        const Step right = run.stepOf(n);
        QVERIFY(run.edit(wrong));
        QVERIFY(run.warnings().contains(u"step-changed"_s));
        run.go(std::nullopt);
        QVERIFY(run.waitForPause());
        QCOMPARE(run.state().pausedBefore, std::optional(n));
        const StepState *failed = run.failedStep();
        QVERIFY(failed != nullptr);
        QCOMPARE(failed->outcome->error.value, EINVAL);
        compareWithKernel(run); // all is still there

        QVERIFY(run.edit(right));
        QVERIFY(!run.warnings().contains(u"step-changed"_s));
        run.go(std::nullopt);
        QVERIFY(run.waitFor([&] { return run.allStepsMade() || run.state().exit; }));
        QVERIFY(!run.state().exit);
        QVERIFY(run.failedStep() == nullptr);
        QCOMPARE(run.facet<UtsFacet>(Side::Inside)->nodename,
                 std::get<op::Sethostname>(right.operation).name);
    }

    /** Without a map of groups written as the kernel asks, it says what the plan said it would. */
    void skippedStepHasTheConsequenceThatWasTold()
    {
        const Container container = allEight(u"blue"_s);
        SteppedRun run;
        QVERIFY(run.begin(container));
        const std::int32_t n = run.numberOfWrite(op::ProcFile::Setgroups);
        QVERIFY(n > 0);
        QVERIFY(run.skip(n));
        QVERIFY(run.warnings().contains(u"group-map-refused"_s));
        QVERIFY(run.state().steps.at(n - 1).step.isSkipped);
        run.go(std::nullopt);
        if (::geteuid() == 0) {
            QVERIFY(run.waitFor([&] { return run.state().steps.constLast().outcome.has_value(); }));
            return; // what the plan says is said of ordinary users
        }
        QVERIFY(run.waitForPause());
        QCOMPARE(run.state().pausedBefore, std::optional(run.numberOfWrite(op::ProcFile::GidMap)));
        QCOMPARE(run.failedStep()->outcome->error.value, EPERM);
        QVERIFY(!run.state().steps.at(n - 1).outcome);
        run.session.send(StopRequest{});
        QVERIFY(run.waitForEnd());
        QCOMPARE(run.state().exit, std::optional(125));
    }

    /** Without its last step there is no command, and the process inside stays. */
    void withoutItsCommandItStays()
    {
        Container container = allEight(u"blue"_s);
        container.command = QStringList{u"false"_s};
        SteppedRun run;
        QVERIFY(run.begin(container));
        QVERIFY(run.skip(run.numberOf<op::Execve>()));
        QVERIFY(run.warnings().contains(u"no-command"_s));
        run.go(std::nullopt);
        QVERIFY(run.waitFor([&] {
            const StepState &before = run.state().steps.at(run.numberOf<op::Execve>() - 2);
            return before.outcome.has_value();
        }));
        run.session.send(ActRequest{
            .id = 1, .side = Side::Inside, .act = AskedAct{act::SetHostname{u"stay"_s}}});
        QVERIFY(run.waitFor([&] { return run.state().lastAct.has_value(); }));
        QVERIFY(!run.state().lastAct->error);
        QVERIFY(!run.state().exit);
        run.session.send(StopRequest{});
        QVERIFY(run.waitForEnd());
        QCOMPARE(run.state().exit, std::optional(0));
    }

    void editsAreRefusedWithTheReason_data()
    {
        QTest::addColumn<Step>("step");
        QTest::addColumn<QString>("code");
        const auto clone = Step{
            .n = 1, .actor = Actor::Outside, .operation = op::Clone3{.namespaces = {NsKind::Uts}}};
        QTest::newRow("made") << clone << u"step-made"_s;
        auto far = clone;
        far.n = 1000;
        QTest::newRow("no such step") << far << u"out-of-range"_s;
        auto other = clone;
        other.n = 2;
        QTest::newRow("another call") << other << u"step-call-differs"_s;
    }
    void editsAreRefusedWithTheReason()
    {
        QFETCH(const Step, step);
        QFETCH(const QString, code);
        SteppedRun run;
        QVERIFY(run.begin(allEight(u"blue"_s), 2));
        QVERIFY(!run.edit(step));
        QCOMPARE(QString(nameOf(run.state().refusal.constFirst().code)), code);
        QCOMPARE(run.state().pausedBefore, std::optional(2));
    }

    void onlyAPauseGoesOn()
    {
        SessionRun run;
        run.session.send(GoRequest{});
        QVERIFY(run.waitFor([&] { return !run.state().refusal.isEmpty(); }));
        QCOMPARE(run.state().refusal.constFirst().code, FindingCode::NotPaused);
        Container container = allEight(u"blue"_s);
        container.command = QStringList{u"cat"_s};
        run.start(container);
        QVERIFY(run.waitUntilLooked());
        run.session.send(EditRequest{run.state().steps.constLast().step});
        QVERIFY(run.waitFor([&] { return !run.state().refusal.isEmpty(); }));
        QCOMPARE(run.state().refusal.constFirst().code, FindingCode::NotPaused);
        QVERIFY(!run.state().exit);
    }

    /** Somebody kills the process inside while it waits: that is no step that failed. */
    void processInsideMayEndInAPause()
    {
        SteppedRun run;
        QVERIFY(run.begin(allEight(u"blue"_s), 2));
        QVERIFY(run.outerPid() > 0);
        QProcess kill;
        kill.start(u"kill"_s, {u"-KILL"_s, QString::number(run.outerPid())});
        QVERIFY(kill.waitForFinished());
        QVERIFY(run.waitForEnd());
        QCOMPARE(run.state().exit, std::optional(137));
        QVERIFY(run.failedStep() == nullptr);
    }

private:
    static void compareWithKernel(const SteppedRun &run)
    {
        const qint32 pid = run.outerPid();
        const auto *inside = run.facet<NamespacesFacet>(Side::Inside);
        QCOMPARE(inside != nullptr, pid != 0);
        if (inside == nullptr) {
            return;
        }
        const QStringList differences = differencesFromKernel(run.state(), pid);
        QVERIFY2(differences.isEmpty(), qPrintable(differences.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(TestStepping)
#include "tst_stepping.moc"
