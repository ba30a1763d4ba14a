// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/details.h"
#include "app/text/mounttree.h"

#include <QTest>

#include <map>

using namespace nsw;
using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

/** What both sides know, to be put together by a test. */
class Machine
{
public:
    template<class F>
    Machine &put(Side side, F facet)
    {
        m_facets.insert_or_assign({side, F::kKind}, FacetOrError(Facet(std::move(facet))));
        return *this;
    }

    /** Each kind has a namespace of its own inside, or the one of the outside. */
    Machine &namespaces(bool shared)
    {
        NamespacesFacet outside;
        NamespacesFacet inside;
        for (const NsKind kind : kAllKinds) {
            const auto number = 4026531800U + static_cast<unsigned>(kind);
            outside.of(kind) = NamespaceIdentity{.inode = number};
            inside.of(kind) = NamespaceIdentity{.inode = shared ? number : number + 100};
        }
        return put(Side::Outside, outside).put(Side::Inside, inside);
    }

    [[nodiscard]] FacetSource source() const
    {
        return [this](Side side, FacetKind of) -> const FacetOrError * {
            const auto found = m_facets.find({side, of});
            return found == m_facets.end() ? nullptr : &found->second;
        };
    }

    [[nodiscard]] DetailTable table(FacetKind kind, QLatin1StringView id) const
    {
        const QList<DetailTable> tables = details(kind, source());
        for (const DetailTable &table : tables) {
            if (table.id == id) {
                return table;
            }
        }
        return {};
    }

private:
    std::map<std::pair<Side, FacetKind>, FacetOrError> m_facets;
};

/** All cells with bars between them, indented as in a tree. */
QStringList textOf(const DetailTable &table)
{
    QStringList lines;
    for (const DetailRow &row : table.rows) {
        lines << u"  "_s.repeated(row.depth) + row.cells.join(u'|');
    }
    return lines;
}

MountPoint mountAt(int id, int parent, const QString &target)
{
    MountPoint mount;
    mount.id = id;
    mount.parent = parent;
    mount.target = target;
    return mount;
}

} // namespace

class DetailsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRowHasAllColumns_data();
    void everyRowHasAllColumns();
    void sharedObjectsAreShownOnce();
    void objectsOfTwoNamespacesAreTwo();
    void processesAreATree();
    void aLoopOfParentsIsNotFollowed();
    void hiddenMounts();
    void vethEndsFindEachOther();
    void countsProcessesOfANamespace();
    void limitsHaveWhatIsInUse();
    void twoRowsAreCompared();
    void whatKeepsANamespace();
    void ownersElsewhere();
    void semaphoresOfASet();
    void ownersOfAFile();
    void rulesAreATree();
    void whatChangedBetweenTwoMoments();
    void anOrphanIsAdopted();
};

void DetailsTest::everyRowHasAllColumns_data()
{
    QTest::addColumn<bool>("shared");
    QTest::newRow("shared") << true;
    QTest::newRow("isolated") << false;
}

void DetailsTest::everyRowHasAllColumns()
{
    QFETCH(const bool, shared);
    Machine machine;
    machine.namespaces(shared);
    for (const Side side : {Side::Outside, Side::Inside}) {
        machine
            .put(side,
                 IpcFacet{.messageQueues = {SysvObject{}},
                          .semaphoreSets = {SysvObject{}},
                          .posixQueues = {PosixQueue{}}})
            .put(side,
                 ProcessesFacet{.processes
                                = {Process{.pids = {1}, .namespaces = {1, 2, 3, 4, 5, 6, 7, 8}}}})
            .put(side, MountsFacet{.mounts = {mountAt(1, 0, u"/"_s)}})
            .put(side, UsersFacet{.uidMap = {{.inside = 0, .outside = 1000, .count = 1}}})
            .put(side,
                 NetworkFacet{
                     .links = {Link{}}, .addresses = {InterfaceAddress{}}, .routes = {Route{}}})
            .put(side, SocketsFacet{.sockets = {Socket{}}, .unixSockets = {UnixSocket{}}})
            .put(side, RoutingFacet{.routes = {Route{}}, .rules = {RoutingRule{}}})
            .put(side, SemaphoresFacet{.sets = {SemaphoreSet{.semaphores = {Semaphore{}}}}})
            .put(side,
                 LimitsFacet{.limits = {{.name = u"user/max_uts_namespaces"_s, .value = u"9"_s}}})
            .put(side, ControllersFacet{.settings = {{.name = u"pids.max"_s, .value = u"max"_s}}})
            .put(side, ProcFacet{.processes = {ProcEntry{.pid = 1}}})
            .put(side, FirewallFacet{.lines = {FirewallLine{}}})
            .put(side, WatchedFacet{.threads = {Thread{}}, .files = {FileOwner{}}});
    }
    int rows = 0;
    for (const FacetKind kind : kCardFacets) {
        for (const char *id : {"queues",
                               "semaphores",
                               "posix",
                               "ipc-limits",
                               "process-tree",
                               "own-proc",
                               "threads",
                               "file-owners",
                               "firewall",
                               "mounts-inside",
                               "mounts-outside",
                               "peer-groups",
                               "id-maps",
                               "capabilities",
                               "links",
                               "addresses",
                               "routes",
                               "other-routes",
                               "routing-rules",
                               "sockets",
                               "unix-sockets",
                               "controllers",
                               "namespaces-in-use",
                               "namespaces-of-processes",
                               "limits"}) {
            const DetailTable table = machine.table(kind, QLatin1StringView(id));
            for (const DetailRow &row : table.rows) {
                QCOMPARE(row.cells.size(), table.columns.size());
                ++rows;
            }
        }
    }
    QCOMPARE_GE(rows, 24);
}

void DetailsTest::sharedObjectsAreShownOnce()
{
    const IpcFacet ipc{.messageQueues = {SysvObject{.key = 0x4d2,
                                                    .id = 7,
                                                    .uid = 1000,
                                                    .gid = 100,
                                                    .mode = 0640,
                                                    .count = 2,
                                                    .bytes = 11,
                                                    .lastPid = 42,
                                                    .lastReceiver = 43}}};
    Machine machine;
    machine.namespaces(true).put(Side::Outside, ipc).put(Side::Inside, ipc);
    QCOMPARE(textOf(machine.table(FacetKind::Ipc, "queues"_L1)),
             QStringList{u"0x000004d2|7|= both|1000|100|640|2|11|42|43"_s});
    // As the form that removes it calls it.
    QCOMPARE(machine.table(FacetKind::Ipc, "queues"_L1).rows.first().name,
             u"Message queue 0x000004d2, id 7"_s);
}

void DetailsTest::objectsOfTwoNamespacesAreTwo()
{
    // The same number means another object in another namespace.
    const IpcFacet ipc{.semaphoreSets = {SysvObject{.id = 0, .count = 3}}};
    Machine machine;
    machine.namespaces(false).put(Side::Outside, ipc).put(Side::Inside, ipc);
    QCOMPARE(textOf(machine.table(FacetKind::Ipc, "semaphores"_L1)),
             (QStringList{u"0x00000000|0|+ only inside|0|0|000|3|||"_s,
                          u"0x00000000|0|− only outside|0|0|000|3|||"_s}));
}

void DetailsTest::processesAreATree()
{
    const Process shell{
        .pids = {20, 1}, .parent = 10, .name = u"sh"_s, .state = u"S"_s, .uid = 1000};
    const Process sleeping{.pids = {21, 2},
                           .parent = 20,
                           .name = u"sleep"_s,
                           .command = u"sleep 9"_s,
                           .state = u"S"_s,
                           .uid = 1000};
    const Process init{.pids = {1}, .name = u"init"_s, .state = u"S"_s};
    const Process maker{
        .pids = {10}, .parent = 1, .name = u"maker"_s, .state = u"R"_s, .uid = 1000, .threads = 3};
    Machine machine;
    machine.namespaces(false)
        .put(Side::Outside, ProcessesFacet{.level = 0, .processes = {init, maker, shell, sleeping}})
        .put(Side::Inside, ProcessesFacet{.level = 1, .processes = {shell, sleeping}})
        .put(Side::Inside, UsersFacet{.uidMap = {{.inside = 0, .outside = 1000, .count = 1}}});
    QCOMPARE(textOf(machine.table(FacetKind::Processes, "process-tree"_L1)),
             (QStringList{u"init|− only outside|1|–|1|–|0|–|S sleeping|1"_s,
                          u"  maker|− only outside|10|–|10|1 init|1000|–|R running|3"_s,
                          u"    sh|= both|20|1|20 → 1|10 maker|1000|0|S sleeping|1"_s,
                          u"      sleep 9|= both|21|2|21 → 2|20 sh|1000|0|S sleeping|1"_s}));
}

void DetailsTest::aLoopOfParentsIsNotFollowed()
{
    const Process self{.pids = {5}, .parent = 5, .name = u"self"_s};
    Machine machine;
    machine.put(Side::Outside, ProcessesFacet{.processes = {self}});
    QCOMPARE(machine.table(FacetKind::Processes, "process-tree"_L1).rows.size(), 1);
}

void DetailsTest::hiddenMounts()
{
    // As the kernel lists them: in the order in which they were mounted.
    const QList<MountPoint> mounts{mountAt(1, 0, u"/"_s),
                                   mountAt(2, 1, u"/mnt/a"_s), // under the later /mnt
                                   mountAt(3, 1, u"/mnt"_s), // under the one on top of it
                                   mountAt(4, 3, u"/mnt"_s),
                                   mountAt(5, 4, u"/mnt/b"_s),
                                   mountAt(6, 1, u"/mntx"_s)};
    QStringList texts;
    for (const MountNode &node : mountTree(mounts)) {
        texts << u"%1 %2 %3"_s.arg(node.mount->id)
                     .arg(node.depth)
                     .arg(node.isHidden ? u"hidden"_s : u"seen"_s);
    }
    QCOMPARE(texts,
             (QStringList{u"1 0 seen"_s,
                          u"2 1 hidden"_s,
                          u"3 1 hidden"_s,
                          u"4 2 seen"_s,
                          u"5 3 seen"_s,
                          u"6 1 seen"_s}));
}

void DetailsTest::vethEndsFindEachOther()
{
    Link outer;
    outer.index = 7;
    outer.name = u"va"_s;
    outer.kind = u"veth"_s;
    outer.peerIndex = 2;
    Link inner = outer;
    inner.index = 2;
    inner.name = u"vb"_s;
    inner.peerIndex = 7;
    Machine machine;
    machine.namespaces(false)
        .put(Side::Outside, NetworkFacet{.links = {outer}})
        .put(Side::Inside, NetworkFacet{.links = {inner}});
    const DetailTable table = machine.table(FacetKind::Network, "links"_L1);
    constexpr int kOtherEnd = 8;
    QCOMPARE(table.rows.at(0).cells.at(kOtherEnd), u"va, outside"_s);
    QCOMPARE(table.rows.at(1).cells.at(kOtherEnd), u"vb, inside"_s);
}

void DetailsTest::countsProcessesOfANamespace()
{
    QList<std::uint64_t> own;
    QList<std::uint64_t> other;
    for (const NsKind kind : kAllKinds) {
        own << 4026531800U + static_cast<unsigned>(kind);
        other << own.last() + 100;
    }
    Machine machine;
    machine.namespaces(false).put(
        Side::Outside,
        ProcessesFacet{.processes = {Process{.pids = {3}, .name = u"c"_s, .namespaces = other},
                                     Process{.pids = {1}, .name = u"a"_s, .namespaces = own},
                                     Process{.pids = {2}, .name = u"b"_s, .namespaces = own},
                                     Process{.pids = {4}, .name = u"unreadable"_s}}});
    const DetailTable table = machine.table(FacetKind::Namespaces, "namespaces-in-use"_L1);
    QCOMPARE(table.rows.size(), 16);
    QCOMPARE(table.rows.at(0).cells.mid(1, 4),
             (QStringList{u"4026531800"_s, u"− only outside"_s, u"2"_s, u"1 a and 1 more"_s}));
    QCOMPARE(table.rows.at(1).cells.mid(1, 4),
             (QStringList{u"4026531900"_s, u"+ only inside"_s, u"1"_s, u"3 c"_s}));
}

void DetailsTest::limitsHaveWhatIsInUse()
{
    Machine machine;
    const auto facet = [](const QString &value) {
        return LimitsFacet{.limits = {{.name = u"user/max_mnt_namespaces"_s, .value = value},
                                      {.name = u"kernel/threads-max"_s, .value = u"9"_s},
                                      {.name = u"kernel/sem"_s, .value = u"1 2 3 4"_s}}};
    };
    machine.put(Side::Outside, facet(u"100"_s))
        .put(Side::Inside, facet(u"50"_s))
        .put(Side::Outside,
             ProcessesFacet{.processes = {Process{.pids = {1}, .namespaces = {11}},
                                          Process{.pids = {2}, .threads = 4, .namespaces = {12}},
                                          Process{.pids = {3}, .namespaces = {11}}}})
        .put(Side::Inside, ProcessesFacet{.processes = {Process{.pids = {2}, .namespaces = {12}}}})
        .put(Side::Outside, NamespacesFacet{.mount = NamespaceIdentity{.inode = 11}});
    const DetailTable table = machine.table(FacetKind::Namespaces, "limits"_L1);
    QCOMPARE(textOf(table),
             (QStringList{u"user/max_mnt_namespaces|≠ differs|100|50|2|1"_s,
                          u"kernel/threads-max|=|9|9|6|1"_s}));
    QCOMPARE(table.rows.first().difference, Difference::Different);
}

void DetailsTest::twoRowsAreCompared()
{
    const DetailTable table{.columns = {u"PID"_s, u"Name"_s, u"UTS"_s, u"IPC"_s, u"Network"_s},
                            .comparedFrom = 2,
                            .nameColumns = 2};
    const DetailRow one{.cells = {u"1"_s, u"init"_s, u"="_s, u"="_s, u"="_s}};
    const DetailRow other{.cells = {u"9"_s, u"sh"_s, u"="_s, u"5"_s, u"6"_s}};
    QCOMPARE(rowsCompared(table, one, other),
             u"1 init and 9 sh share: UTS. They differ in: IPC, Network."_s);
}

void DetailsTest::whatKeepsANamespace()
{
    NamespacesFacet outside;
    outside.user = NamespaceIdentity{.inode = 10};
    NamespacesFacet inside;
    inside.user = NamespaceIdentity{.inode = 20, .parent = 10};
    inside.network = NamespaceIdentity{.inode = 30, .owner = 20};
    QList<std::uint64_t> numbers(static_cast<qsizetype>(kAllKinds.size()), 0);
    numbers[static_cast<qsizetype>(NsKind::User)] = 20;
    numbers[static_cast<qsizetype>(NsKind::Network)] = 30;
    MountPoint pin = mountAt(5, 1, u"/run/netns/blue"_s);
    pin.filesystem = u"nsfs"_s;
    pin.root = u"net:[30]"_s;
    Machine machine;
    machine.put(Side::Outside, outside)
        .put(Side::Inside, inside)
        .put(Side::Outside, MountsFacet{.mounts = {pin}})
        .put(Side::Outside,
             ProcessesFacet{.processes
                            = {Process{.pids = {7}, .name = u"sh"_s, .namespaces = numbers}}});
    const DetailTable table = machine.table(FacetKind::Namespaces, "namespaces-in-use"_L1);
    QStringList keepers;
    for (const DetailRow &row : table.rows) {
        keepers << row.cells.at(4);
        QCOMPARE(row.process, 7);
    }
    QCOMPARE(keepers, (QStringList{u"7 sh; mounted on /run/netns/blue"_s, u"7 sh; owner of 30"_s}));
}

/** A namespace that is neither side's own has an owner too, and a dash where it is not told. */
void DetailsTest::ownersElsewhere()
{
    NamespacesFacet outside;
    outside.user = NamespaceIdentity{.inode = 10};
    QList<std::uint64_t> numbers(static_cast<qsizetype>(kAllKinds.size()), 0);
    numbers[static_cast<qsizetype>(NsKind::User)] = 40;
    numbers[static_cast<qsizetype>(NsKind::Uts)] = 41;
    QList<std::uint64_t> own(static_cast<qsizetype>(kAllKinds.size()), 0);
    own[static_cast<qsizetype>(NsKind::User)] = 10;
    Machine machine;
    machine.put(Side::Outside, outside)
        .put(Side::Outside,
             ProcessesFacet{.processes
                            = {Process{.pids = {1}, .name = u"init"_s, .namespaces = own},
                               Process{.pids = {9}, .name = u"sh"_s, .namespaces = numbers}}})
        .put(Side::Outside,
             RelationsFacet{
                 .namespaces
                 = {{.kind = NsKind::Uts, .identity = {.inode = 41, .owner = 40}},
                    {.kind = NsKind::User,
                     .identity = {.inode = 40, .owner = 10, .parent = 10, .ownerUid = 1000}}}});
    QStringList told;
    for (const DetailRow &row : machine.table(FacetKind::Namespaces, "namespaces-in-use"_L1).rows) {
        told << (row.cells.mid(1, 2) + row.cells.mid(5)).join(u'|');
    }
    told.sort();
    QCOMPARE(
        told,
        (QStringList{u"10|outside|–|–|–"_s, u"40|elsewhere|10|10|1000"_s, u"41|elsewhere|40||"_s}));
}

void DetailsTest::semaphoresOfASet()
{
    Machine machine;
    machine.namespaces(true)
        .put(Side::Outside, IpcFacet{.semaphoreSets = {SysvObject{.key = 5, .id = 7, .count = 2}}})
        .put(Side::Outside,
             SemaphoresFacet{.sets = {{.id = 7,
                                       .semaphores = {{.value = 3, .lastPid = 42},
                                                      {.value = 0, .lastPid = 0, .waiting = 1}}}}});
    const DetailTable table = machine.table(FacetKind::Ipc, "semaphores"_L1);
    QCOMPARE(textOf(table),
             (QStringList{u"0x00000005|7|= both|0|0|000|2|||"_s,
                          u"  Semaphore 0||= both|||||3|42|0"_s,
                          u"  Semaphore 1||= both|||||0|0|1"_s}));
    QCOMPARE(table.rows.at(1).depth, 1);
    QCOMPARE(table.rows.at(1).name, table.rows.at(0).name); // what is done is done to the set
}

void DetailsTest::ownersOfAFile()
{
    const FileOwner outer{.path = u"/f"_s,
                          .error = {},
                          .uid = 1000,
                          .gid = 100,
                          .mode = 0104755,
                          .device = u"8:1"_s,
                          .inode = 9};
    FileOwner inner = outer;
    inner.uid = 0;
    inner.gid = 65534;
    FileOwner gone;
    gone.path = u"/g"_s;
    gone.error = Error{.operation = u"lstat"_s, .error = Errno{ENOENT}, .subject = u"/g"_s};
    Machine machine;
    machine.put(Side::Outside, WatchedFacet{.files = {outer, gone}})
        .put(Side::Inside, WatchedFacet{.files = {gone, inner}});
    const DetailTable table = machine.table(FacetKind::Users, "file-owners"_L1);
    QCOMPARE(textOf(table),
             (QStringList{u"/f|≠ differs|1000:100|0:65534|-rwsr-xr-x|-rwsr-xr-x|the same file"_s,
                          u"/g|=|ENOENT|ENOENT|||"_s}));
    QCOMPARE(table.rows.first().difference, Difference::Different);
    QCOMPARE(table.rows.last().difference, Difference::Same);
}

void DetailsTest::rulesAreATree()
{
    const FirewallFacet facet{.lines = {{.depth = 0, .text = u"table inet a"_s},
                                        {.depth = 1, .text = u"chain b"_s},
                                        {.depth = 2, .text = u"drop"_s},
                                        {.depth = 2, .text = u"drop"_s}}};
    Machine machine;
    machine.namespaces(false).put(Side::Inside, facet);
    const DetailTable table = machine.table(FacetKind::Network, "firewall"_L1);
    QCOMPARE(textOf(table),
             (QStringList{u"table inet a|+ only inside"_s,
                          u"  chain b|+ only inside"_s,
                          u"    drop|+ only inside"_s,
                          u"    drop|+ only inside"_s}));
    QVERIFY(table.rows.at(2).key != table.rows.at(3).key);
}

void DetailsTest::whatChangedBetweenTwoMoments()
{
    const auto queue = [](int id, std::uint64_t messages) {
        return SysvObject{.key = 1, .id = id, .mode = 0600, .count = messages};
    };
    Machine then;
    then.namespaces(false)
        .put(Side::Inside, IpcFacet{.messageQueues = {queue(1, 0), queue(2, 5), queue(3, 5)}})
        .put(Side::Outside, IpcFacet{.messageQueues = {queue(9, 9)}});
    Machine now;
    now.namespaces(false)
        .put(Side::Inside, IpcFacet{.messageQueues = {queue(1, 7), queue(3, 5), queue(4, 0)}})
        .put(Side::Outside, IpcFacet{.messageQueues = {queue(8, 8)}});
    const QList<DetailTable> tables
        = changedDetails(FacetKind::Ipc, Side::Inside, then.source(), now.source());
    QCOMPARE(tables.size(), 1); // the others have nothing, and the outside was not asked for
    QCOMPARE(tables.first().id, u"queues-changes"_s);
    QCOMPARE(tables.first().columns.mid(1, 2), (QStringList{u"ID"_s, u"Change"_s}));
    QCOMPARE(textOf(tables.first()),
             (QStringList{u"0x00000001|1|≠ changed|0|0|600|0 → 7|0|0|0"_s,
                          u"0x00000001|2|− gone|0|0|600|5|0|0|0"_s,
                          u"0x00000001|3|=|0|0|600|5|0|0|0"_s,
                          u"0x00000001|4|+ new|0|0|600|0|0|0|0"_s}));
}

void DetailsTest::anOrphanIsAdopted()
{
    const auto machine = [](std::int32_t parent) {
        Machine made;
        made.put(
            Side::Inside,
            ProcessesFacet{.processes = {Process{.pids = {1}, .name = u"init"_s},
                                         Process{.pids = {2}, .parent = 1, .name = u"sh"_s},
                                         Process{.pids = {3}, .parent = parent, .name = u"s"_s}}});
        return made;
    };
    const Machine then = machine(2);
    const Machine now = machine(1);
    const QList<DetailTable> tables
        = changedDetails(FacetKind::Processes, Side::Inside, then.source(), now.source());
    QVERIFY2(textOf(tables.first()).last().contains(u"|2 sh → 1 init|"_s),
             qPrintable(textOf(tables.first()).last()));
    QCOMPARE(tables.first().rows.last().depth, 1);
}

QTEST_GUILESS_MAIN(DetailsTest)
#include "tst_details.moc"
