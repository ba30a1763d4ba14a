// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/expect.h"
#include "core/store/configurationfile.h"

#include <QTest>

#include <cerrno>

using namespace nsw;
using Qt::StringLiterals::operator""_s;

namespace
{

NamespacesFacet expectNumbers(std::uint64_t own)
{
    NamespacesFacet facet;
    for (const NsKind kind : kAllKinds) {
        facet.of(kind) = NamespaceIdentity{.inode = 100 + static_cast<std::uint64_t>(kind)};
    }
    if (own != 0) {
        facet.user = NamespaceIdentity{.inode = own};
        facet.uts = NamespaceIdentity{.inode = own + 1, .owner = own};
        facet.mount = NamespaceIdentity{.inode = own + 2, .owner = own};
        facet.network = NamespaceIdentity{.inode = own + 3, .owner = own};
    }
    return facet;
}

void expectPut(SessionState &state, Side side, const Facet &facet)
{
    state.facets.insert_or_assign({side, kindOf(facet)}, facet);
}

MountPoint expectMount(const QString &target, const QString &type, const QStringList &propagation)
{
    MountPoint mount;
    mount.root = u"/"_s;
    mount.target = target;
    mount.filesystem = type;
    mount.propagation = propagation;
    return mount;
}

UsersFacet expectUsers(std::uint32_t uid, const QList<MappedRange> &map, qsizetype capabilities)
{
    UsersFacet users;
    users.uid.effective = uid;
    users.gid.effective = uid;
    users.uidMap = map;
    users.gidMap = map;
    users.setgroups = u"deny"_s;
    users.capabilities.bounding = {u"cap_chown"_s, u"cap_sys_admin"_s};
    users.capabilities.effective = users.capabilities.bounding.first(capabilities);
    return users;
}

Link expectLink(const QString &name, const QStringList &flags)
{
    Link link;
    link.name = name;
    link.flags = flags;
    return link;
}

InterfaceAddress expectAddress(const QString &family, const QString &address, int length)
{
    InterfaceAddress one;
    one.link = u"lo"_s;
    one.family = family;
    one.address = address;
    one.prefixLength = length;
    return one;
}

Route expectRoute(const QString &family, const QString &destination)
{
    Route one;
    one.family = family;
    one.destination = destination;
    one.gateway = u"10.0.0.1"_s;
    one.link = u"veth0"_s;
    return one;
}

NetworkFacet expectNetwork()
{
    NetworkFacet network;
    network.links = {expectLink(u"lo"_s, {u"UP"_s, u"LOOPBACK"_s})};
    network.addresses
        = {expectAddress(u"inet6"_s, u"::1"_s, 128), expectAddress(u"inet"_s, u"127.0.0.1"_s, 8)};
    network.routes = {expectRoute(u"inet"_s, u"default"_s), expectRoute(u"inet6"_s, u"default"_s)};
    return network;
}

/** A run that went well. Numbers of namespaces begin at `own`, which no expectation has in it. */
SessionState expectRun(std::uint64_t own = 7000)
{
    SessionState state;
    state.phase = Phase::Ended;
    state.exit = 0;
    expectPut(state, Side::Outside, expectNumbers(0));
    expectPut(state, Side::Inside, expectNumbers(own));
    expectPut(state, Side::Outside, UtsFacet{.nodename = u"lab7"_s, .domainname = u"(none)"_s});
    expectPut(state, Side::Inside, UtsFacet{.nodename = u"red"_s, .domainname = u"(none)"_s});
    expectPut(state, Side::Outside, expectUsers(1000, {}, 0));
    expectPut(state, Side::Inside, expectUsers(0, {{.inside = 0, .outside = 1000, .count = 1}}, 2));
    MountsFacet outside;
    outside.mounts = {expectMount(u"/"_s, u"ext4"_s, {u"shared:1"_s}),
                      expectMount(u"/proc"_s, u"proc"_s, {u"shared:2"_s})};
    expectPut(state, Side::Outside, outside);
    MountsFacet inside;
    inside.mounts = {expectMount(u"/"_s, u"ext4"_s, {u"master:1"_s}),
                     expectMount(u"/proc"_s, u"proc"_s, {}),
                     expectMount(u"/proc"_s, u"proc"_s, {}),
                     expectMount(u"/mnt"_s, u"tmpfs"_s, {})};
    inside.mounts[3].options = {u"rw"_s, u"nosuid"_s, u"noexec"_s, u"relatime"_s};
    expectPut(state, Side::Inside, inside);
    expectPut(state, Side::Inside, expectNetwork());
    expectPut(state, Side::Inside, IpcFacet{});
    state.output = {OutputEvent{.container = {}, .stream = Stream::Stdout, .text = "red\n"},
                    OutputEvent{.container = {}, .stream = Stream::Stderr, .text = "no\n"}};
    return state;
}

} // namespace

class TestExpect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatIsTheSameEverywhere()
    {
        const Expectation kept = expectationOf(expectRun());
        QCOMPARE(kept.namespaces.uts, Relation::Isolated);
        QCOMPARE(kept.namespaces.ipc, Relation::Shared);
        QCOMPARE(kept.owned, (QStringList{u"mount"_s, u"uts"_s, u"network"_s}));
        QCOMPARE(kept.inside.hostname, u"red"_s);
        QVERIFY(!kept.inside.domainname); // as outside
        QVERIFY(!kept.inside.ipcObjects); // shared
        QVERIFY(kept.inside.uidMap == QList<IdRange>{IdRange{}});
        QCOMPARE(kept.inside.uid, 0U);
        QCOMPARE(kept.inside.capabilities, Rights::All);
        const QList<ExpectedMount> mounts{{.target = u"/"_s,
                                           .filesystem = {},
                                           .propagation = u"slave"_s,
                                           .options = std::nullopt},
                                          {.target = u"/mnt"_s,
                                           .filesystem = u"tmpfs"_s,
                                           .propagation = u"private"_s,
                                           .options = QStringList{u"noexec"_s}},
                                          {.target = u"/proc"_s,
                                           .filesystem = u"proc"_s,
                                           .propagation = u"private"_s,
                                           .options = QStringList{}}};
        QVERIFY(kept.inside.mounts == mounts);
        QCOMPARE(kept.inside.setgroups, SetgroupsPolicy::Deny);
        // Whether there is IPv6 is the machine's own.
        QVERIFY(kept.inside.addresses
                == (QList<ExpectedAddress>{{.link = u"lo"_s, .address = u"127.0.0.1/8"_s}}));
        QVERIFY(kept.inside.routes
                == (QList<ExpectedRoute>{
                    {.destination = u"default"_s, .link = u"veth0"_s, .gateway = u"10.0.0.1"_s}}));
        QCOMPARE(kept.exit, 0);
        QCOMPARE(kept.output, u"red\n"_s);
        QVERIFY(!kept.refused);
        QVERIFY(!kept.failure);
    }

    void survivesItsFile()
    {
        Configuration configuration;
        configuration.containers = {Container{}};
        configuration.description = u"A paragraph"_s;
        configuration.nameIn = QMap<QString, QString>{{u"zh_CN"_s, u"名称"_s}};
        configuration.expectation = expectationOf(expectRun());
        const QByteArray text = writeConfiguration(configuration);
        QVERIFY(!text.contains("7000"));
        const auto again = parseConfiguration(text);
        QVERIFY(again);
        QVERIFY(*again == configuration);
    }

    /** A bind mount has what its source has; only what is asked for beyond that is told. */
    void optionsOfTheMachineAreNotExpected()
    {
        SessionState state = expectRun();
        MountPoint source = expectMount(u"/data"_s, u"ext4"_s, {});
        source.device = u"8:1"_s;
        source.options = {u"rw"_s, u"noexec"_s, u"nodev"_s};
        MountsFacet outside;
        outside.mounts = {expectMount(u"/"_s, u"ext4"_s, {}), source};
        MountPoint bound = source;
        bound.target = u"/mnt"_s;
        bound.options = {u"ro"_s, u"noexec"_s, u"nodev"_s};
        MountsFacet inside = outside;
        inside.mounts << bound;
        expectPut(state, Side::Outside, outside);
        expectPut(state, Side::Inside, inside);
        const auto kept = expectationOf(state).inside.mounts;
        QVERIFY(kept);
        QCOMPARE(kept->constLast().target, u"/mnt"_s);
        QCOMPARE(kept->constLast().options, QStringList{u"ro"_s});
        // What is absent in a file fits anything.
        Expectation any = expectationOf(state);
        (*any.inside.mounts).last().options.reset();
        QVERIFY(divergences(any, seenIn(state), Extent::Whole).isEmpty());
    }

    void anotherRunWithOtherNumbersIsAsExpected()
    {
        const Findings found
            = divergences(expectationOf(expectRun()), seenIn(expectRun(8000)), Extent::Whole);
        QVERIFY(found.isEmpty());
    }

    void eachChangeIsTold_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("found");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *path, const char *found, const char *expected) {
            QTest::newRow(path) << QString::fromLatin1(path) << QString::fromUtf8(found)
                                << QString::fromUtf8(expected);
        };
        row("namespaces.uts", "shared", "isolated");
        row("owned", "mount, uts", "mount, uts, network");
        row("inside.hostname", "blue", "red");
        row("inside.uidMap", "0 self 1, 1 100000 65535", "0 self 1");
        row("inside.capabilities", "some", "all");
        row("inside.mounts",
            "/ private, /mnt tmpfs private ro",
            "/ slave, /mnt tmpfs private noexec, /proc proc private");
        row("inside.setgroups", "allow", "deny");
        row("inside.links", "lo down", "lo up");
        row("inside.addresses", "—", "lo 127.0.0.1/8");
        row("inside.routes",
            "10.0.0.0/8 via 10.0.0.1 dev veth0, default via 10.0.0.1 dev veth0",
            "default via 10.0.0.1 dev veth0");
        row("refused", "no-such-path", "—");
        row("failure", "mount EPERM", "—");
        row("exit", "125", "0");
        row("output", "blue\n", "red\n");
    }

    void eachChangeIsTold()
    {
        QFETCH(const QString, path);
        QFETCH(const QString, found);
        QFETCH(const QString, expected);
        SessionState state = expectRun();
        change(state, path);
        const Findings told = divergences(expectationOf(expectRun()), seenIn(state), Extent::Whole);
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.constFirst().code, FindingCode::Diverges);
        QCOMPARE(told.constFirst().path, path);
        QCOMPARE(told.constFirst().found, found);
        QCOMPARE(told.constFirst().expected, expected);
    }

    void whatTheCommandDidIsJudgedAtTheEndOnly()
    {
        SessionState state = expectRun();
        state.exit.reset();
        state.output.clear();
        const Expectation expected = expectationOf(expectRun());
        QVERIFY(divergences(expected, seenIn(state), Extent::Made).isEmpty());
        QCOMPARE(divergences(expected, seenIn(state), Extent::Whole).size(), 2);
    }

    void whatIsExpectedAndNotSeenIsTold()
    {
        SessionState state = expectRun();
        state.facets.erase({Side::Inside, FacetKind::Uts});
        const Findings told = divergences(expectationOf(expectRun()), seenIn(state), Extent::Whole);
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.constFirst().path, u"inside.hostname"_s);
        QCOMPARE(told.constFirst().found, u"—"_s);
    }

    void anEmptyExpectationOnlyWantsThatNothingFails()
    {
        QVERIFY(divergences({}, seenIn(expectRun()), Extent::Whole).isEmpty());
        SessionState state = expectRun();
        change(state, u"failure"_s);
        QCOMPARE(divergences({}, seenIn(state), Extent::Whole).size(), 1);
    }

    void aRefusalIsExpected()
    {
        const Findings errors{
            Finding{.severity = Severity::Note, .code = FindingCode::NeedsAdministrator},
            Finding{.code = FindingCode::EmptyIdRange}};
        const Expectation expected = expectationOf(errors);
        QCOMPARE(expected.refused, QStringList{u"empty-id-range"_s});
        QVERIFY(divergences(expected, expectationOf(errors), Extent::Whole).isEmpty());
        QVERIFY(!divergences(expected, seenIn(expectRun()), Extent::Whole).isEmpty());
    }

private:
    static void change(SessionState &state, const QString &path)
    {
        if (path == u"namespaces.uts"_s) {
            // Still owned inside, so that only the relation is another.
            const NamespacesFacet numbers = expectNumbers(7000);
            NamespacesFacet outside = expectNumbers(0);
            outside.uts = numbers.uts;
            expectPut(state, Side::Outside, outside);
        } else if (path == u"owned"_s) {
            NamespacesFacet numbers = expectNumbers(7000);
            numbers.network = NamespaceIdentity{.inode = 7003, .owner = 1};
            expectPut(state, Side::Inside, numbers);
        } else if (path == u"inside.hostname"_s) {
            expectPut(state, Side::Inside, UtsFacet{.nodename = u"blue"_s});
        } else if (path == u"inside.uidMap"_s) {
            UsersFacet users = expectUsers(0, {{.inside = 0, .outside = 1000, .count = 1}}, 2);
            users.uidMap.append({.inside = 1, .outside = 100000, .count = 65535});
            expectPut(state, Side::Inside, users);
        } else if (path == u"inside.capabilities"_s) {
            expectPut(state,
                      Side::Inside,
                      expectUsers(0, {{.inside = 0, .outside = 1000, .count = 1}}, 1));
        } else if (path == u"inside.mounts"_s) {
            MountsFacet mounts;
            mounts.mounts = {expectMount(u"/"_s, u"btrfs"_s, {}),
                             expectMount(u"/proc"_s, u"proc"_s, {}),
                             expectMount(u"/mnt"_s, u"tmpfs"_s, {})};
            mounts.mounts[2].options = {u"ro"_s};
            MountsFacet outside;
            outside.mounts
                = {expectMount(u"/"_s, u"btrfs"_s, {}), expectMount(u"/proc"_s, u"proc"_s, {})};
            expectPut(state, Side::Outside, outside);
            expectPut(state, Side::Inside, mounts);
        } else if (path == u"inside.links"_s) {
            NetworkFacet network = expectNetwork();
            network.links = {expectLink(u"lo"_s, {u"LOOPBACK"_s})};
            expectPut(state, Side::Inside, network);
        } else if (path == u"inside.addresses"_s) {
            NetworkFacet network = expectNetwork();
            network.addresses.removeLast();
            expectPut(state, Side::Inside, network);
        } else if (path == u"inside.routes"_s) {
            NetworkFacet network = expectNetwork();
            network.routes << expectRoute(u"inet"_s, u"10.0.0.0/8"_s);
            expectPut(state, Side::Inside, network);
        } else if (path == u"inside.setgroups"_s) {
            UsersFacet users = expectUsers(0, {{.inside = 0, .outside = 1000, .count = 1}}, 2);
            users.setgroups = u"allow"_s;
            expectPut(state, Side::Inside, users);
        } else if (path == u"refused"_s) {
            state.phase = Phase::Refused;
            state.refusal = {Finding{.code = FindingCode::NoSuchPath}};
        } else if (path == u"failure"_s) {
            StepState step;
            step.outcome = StepEvent{.call = u"mount"_s, .result = -1, .error = Errno{EPERM}};
            state.steps = {step};
        } else if (path == u"exit"_s) {
            state.exit = 125;
        } else {
            state.output
                = {OutputEvent{.container = {}, .stream = Stream::Stdout, .text = "blue\n"}};
        }
    }
};

QTEST_GUILESS_MAIN(TestExpect)
#include "tst_expect.moc"
