// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/behalf.h"
#include "core/plan/command.h"
#include "core/plan/grant.h"
#include "core/plan/planner.h"
#include "core/plan/user.h"
#include "core/store/configurationfile.h"
#include "tests/unit/plan/goldens.h"

#include <QSet>
#include <QTest>

using namespace nsw;
using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_ba;

/** The planner on machines made by hand: which calls in which order, or which findings. */
class TestPlanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goldens_data();
    void goldens();
    void severalContainers();
    void noContainer();
    void nullsInText();
    void longLists();
    void largeCommandOnBehalf();
    void everyFindingIsShown();
    void errorsLeaveNoSteps();
    void stepsAreNumbered();
    void grantsCoverNoMore_data();
    void grantsCoverNoMore();
};

namespace
{

QList<Golden> allGoldens()
{
    return goldensOfSteps() + goldensOfJoins() + goldensOfFindings() + goldensOfGuards()
        + goldensOfPrivilege() + goldensOfNetwork();
}

/** The object with one more member at its beginning. */
QByteArray with(const QByteArray &member, const QByteArray &object)
{
    return "{"_ba + member + (object == "{}" ? ""_ba : ", "_ba) + object.sliced(1);
}

Configuration configurationOf(const Golden &golden)
{
    QByteArray container(golden.container);
    if (!container.startsWith(R"({"name": )")) {
        container = with(R"("name": "x")", container);
    }
    if (!container.contains(R"("namespaces": )")) {
        container = with(R"("namespaces": {})", container);
    }
    const auto configuration
        = parseConfiguration(R"({"version": 1, "containers": [)"_ba + container + "]}"_ba);
    if (!configuration) {
        qFatal("%s: %s", golden.name, qPrintable(configuration.error().path));
    }
    return *configuration;
}

Plan planOf(const Golden &golden)
{
    HostFacts facts = ordinaryUser();
    golden.machine(facts);
    return plan(configurationOf(golden), facts);
}

Configuration configurationWith(const Container &container)
{
    return {.version = Configuration::kVersion, .name = {}, .containers = {container}};
}

} // namespace

void TestPlanner::goldens_data()
{
    QTest::addColumn<qsizetype>("index");
    const QList<Golden> all = allGoldens();
    for (qsizetype i = 0; i < all.size(); ++i) {
        QTest::newRow(all.at(i).name) << i;
    }
}

void TestPlanner::goldens()
{
    QFETCH(const qsizetype, index);
    const Golden golden = allGoldens().at(index);
    const QString expected = QString::fromUtf8(golden.plan).sliced(1);
    const QString actual = textOf(planOf(golden));
    QVERIFY2(actual == expected,
             qPrintable(u"expected:\n"_s + expected + u"planned:\n"_s + actual));
}

void TestPlanner::severalContainers()
{
    const Container red{.name = u"red"_s,
                        .namespaces = {},
                        .command = {},
                        .workingDirectory = {},
                        .environment = {}};
    const Container blue{.name = u"blue"_s,
                         .namespaces = {},
                         .command = {},
                         .workingDirectory = {},
                         .environment = {}};
    const Plan both
        = plan({.version = Configuration::kVersion, .name = {}, .containers = {red, blue}},
               ordinaryUser());
    QCOMPARE(textOf(both), u"warning several-containers containers 2 → 1\noutside clone3\n"_s);
    QCOMPARE(both.container, u"red"_s);
}

void TestPlanner::noContainer()
{
    QCOMPARE(textOf(plan({}, ordinaryUser())), u"error no-container containers\n"_s);
}

void TestPlanner::nullsInText()
{
    const QString bad = u"/a"_s + QChar::Null + u"b"_s;
    Container container;
    container.command = {u"sh"_s, bad};
    container.workingDirectory = bad;
    container.environment.insert(u"A"_s, bad);
    NewMount mount;
    mount.mounts << MountEntry{
        .type = MountType::Bind, .source = bad, .target = bad, .options = {}};
    container.namespaces.mount = mount;
    container.namespaces.uts = NewUts{.hostname = bad, .domainname = bad};
    container.namespaces.network = Join{JoinPath{bad}};
    QStringList paths;
    for (const Finding &finding : validate(configurationWith(container))) {
        QCOMPARE(finding.code, FindingCode::BadCharacter);
        paths << finding.path.sliced(u"containers[0]."_s.size());
    }
    paths.sort();
    QCOMPARE(paths.join(u'\n'),
             u"command[1]\nenvironment\nnamespaces.mount.new.mounts[0].source\n"
             "namespaces.mount.new.mounts[0].target\nnamespaces.network.join.path\n"
             "namespaces.uts.new.domainname\nnamespaces.uts.new.hostname\nworkingDirectory"_s);
}

void TestPlanner::longLists()
{
    NewUser user;
    user.uidMap.clear();
    Container container;
    container.name = u"x"_s;
    for (std::uint32_t i = 0; i < kMaxIdRanges; ++i) {
        user.uidMap << IdRange{.inside = i, .outside = {i}, .count = 1};
    }
    container.command = QStringList(kMaxArguments, u"a"_s);
    container.namespaces.user = user;
    QCOMPARE(validate(configurationWith(container)), Findings{});
    user.uidMap << IdRange{.inside = 1000, .outside = {1000}, .count = 1};
    container.command << u"a"_s;
    container.namespaces.user = user;
    QCOMPARE(
        textOf(plan(configurationWith(container), ordinaryUser())).section(u"note"_s, 0, 0),
        u"session.root\nerror command-too-long containers[0].command 257 → 256\n"
        "error too-many-id-ranges containers[0].namespaces.user.new.uidMap[340] 341 → 340\n"_s);
}

void TestPlanner::largeCommandOnBehalf()
{
    HostFacts facts = ordinaryUser();
    asRoot(facts);
    facts.onBehalf = true;
    Container container;
    container.name = u"x"_s;
    // With its null a word, with "=" and its null a variable.
    container.command = {u"sh"_s};
    container.environment.insert(u"A"_s, QString(kMaxCommandBytes - 6, u'a'));
    QCOMPARE(plan(configurationWith(container), facts).findings, Findings{});
    container.command = {u"é"_s + u"h"_s};
    QCOMPARE(textOf(plan(configurationWith(container), facts)),
             u"error command-too-large containers[0].command 131073 → 131072\n"_s);
    facts.onBehalf = false;
    QCOMPARE(plan(configurationWith(container), facts).findings, Findings{});
}

void TestPlanner::everyFindingIsShown()
{
    // Those of which a golden can't be written as a container alone have a test above.
    QSet<FindingCode> seen{
        FindingCode::CommandTooLong, FindingCode::CommandTooLarge, FindingCode::TooManyIdRanges};
    for (const Golden &golden : allGoldens()) {
        for (const Finding &finding : planOf(golden).findings) {
            seen << finding.code;
        }
    }
    QStringList missing;
    for (auto code = static_cast<std::size_t>(FindingCode::EmptyName);
         code < static_cast<std::size_t>(FindingCode::AlreadyRunning);
         ++code) {
        if (!seen.contains(static_cast<FindingCode>(code))) {
            missing << EnumNames<FindingCode>::kValues.at(code);
        }
    }
    QCOMPARE(missing.join(u", "), QString());
}

void TestPlanner::errorsLeaveNoSteps()
{
    for (const Golden &golden : allGoldens()) {
        const Plan plan = planOf(golden);
        QVERIFY2(hasErrors(plan.findings) == plan.steps.isEmpty(), golden.name);
    }
}

void TestPlanner::stepsAreNumbered()
{
    for (const Golden &golden : allGoldens()) {
        const Plan plan = planOf(golden);
        for (qsizetype i = 0; i < plan.steps.size(); ++i) {
            QCOMPARE(plan.steps.at(i).n, i + 1);
        }
    }
}

void TestPlanner::grantsCoverNoMore_data()
{
    QTest::addColumn<QByteArray>("namespaces");
    QTest::addColumn<Privilege>("needed");
    QTest::addColumn<QList<Privilege>>("granted");
    const QList always{Privilege::None, Privilege::Root};
    const QByteArray both = R"("user": {"new": {}}, "uts": {"join": {"pid": 7}})";
    QTest::newRow("nothing") << ""_ba << Privilege::None << always;
    QTest::newRow("own ids") << R"("user": {"new": {}})"_ba << Privilege::None
                             << always + QList{Privilege::Assisted};
    QTest::newRow("subordinate ids") << R"("user": {"new": {}})"_ba << Privilege::Assisted
                                     << always + QList{Privilege::Assisted};
    QTest::newRow("any ids") << R"("user": {"new": {}})"_ba << Privilege::Root << always;
    QTest::newRow("new") << R"("uts": {"new": {}})"_ba << Privilege::None << always;
    QTest::newRow("join") << R"("uts": {"join": {"pid": 7}})"_ba << Privilege::None
                          << always + QList{Privilege::Attach};
    QTest::newRow("join a file") << R"("uts": {"join": {"path": "/x"}})"_ba << Privilege::None
                                 << always;
    QTest::newRow("join and new") << both << Privilege::None << always;
}

void TestPlanner::grantsCoverNoMore()
{
    QFETCH(const QByteArray, namespaces);
    QFETCH(const Privilege, needed);
    QFETCH(const QList<Privilege>, granted);
    const auto configuration
        = parseConfiguration(R"({"version": 1, "containers": [{"name": "x", "namespaces": {)"_ba
                             + namespaces + "}}]}"_ba);
    QVERIFY(configuration);
    for (std::size_t i = 0; i < EnumNames<Privilege>::kValues.size(); ++i) {
        const auto grant = static_cast<Privilege>(i);
        QVERIFY2(covers(grant, needed, configuration->containers.constFirst().namespaces)
                     == granted.contains(grant),
                 nameOf(grant).data());
    }
}

QTEST_GUILESS_MAIN(TestPlanner)
#include "tst_planner.moc"
