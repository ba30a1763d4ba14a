// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/probe.h"
#include "tests/kernel/probe/witness.h"
#include "tests/support/oracletest.h"
#include "tests/support/require.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <ctime>

#include <fcntl.h>
#include <mqueue.h>
#include <sys/capability.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/utsname.h>
#include <unistd.h>

using namespace nsw;
using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

constexpr auto kInside = "NSW_TEST_INSIDE";

// The pause lets the kernel give its link-local addresses, and their duplicate detection end.
constexpr auto kNetwork = R"(
    ip link set lo up
    ip link add name va type veth peer name vb
    ip link add name vd type bridge
    ip addr add 10.9.0.1/24 dev va
    ip addr add 10.9.1.1 peer 10.9.1.2/32 dev va
    ip -6 addr add fd00::1/64 dev va nodad
    ip link set va mtu 1400
    for link in va vb vd; do ip link set $link up; done
    ip route add default via 10.9.0.2 metric 5
    ip route add 10.77.0.0/16 nexthop via 10.9.0.3 nexthop via 10.9.0.4
    ip route add unreachable 10.78.0.0/16
    ip -6 route add fd01::/32 via fd00::2
    sleep 2.5
    echo done)";

QStringList linesOf(const QByteArray &text)
{
    return QString::fromUtf8(text).split(u'\n', Qt::SkipEmptyParts);
}

/** In the words of findmnt. */
QString propagationOf(const MountPoint &mount)
{
    const auto has = [&](QLatin1StringView tag) {
        return std::ranges::any_of(mount.propagation,
                                   [&](const QString &one) { return one.startsWith(tag); });
    };
    QStringList words{has("shared:"_L1) ? u"shared"_s : u"private"_s};
    if (has("master:"_L1)) {
        words << u"slave"_s;
    }
    if (has("unbindable"_L1)) {
        words << u"unbindable"_s;
    }
    return words.join(u',');
}

/** "key id permissions" of each object that ipcs tells of. */
QStringList ipcsLines(const QString &what)
{
    QStringList lines;
    for (const QString &line : linesOf(witness::outputOf(u"ipcs"_s, {what}))) {
        const QStringList words = line.simplified().split(u' ');
        if (words.first().startsWith("0x"_L1)) {
            lines << words.at(0) + u' ' + words.at(1) + u' ' + words.at(3);
        }
    }
    return lines;
}

} // namespace

/** Each facet of this very process, against another program or another way to ask the kernel. */
class LiveFacetsTest : public OracleTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() const;
    void namespaces();
    void uts();
    void systemVIpc();
    void posixQueues();
    void processes();
    void mounts();
    void users();
    void links();
    void routes();
    void cgroup();
    void time();
    void equalWhenTakenAgain();
    void noFileStaysOpen();
    void againInsideEightNamespaces() const;

private:
    template<class T>
    T take()
    {
        auto facet = takeFacet(T::kKind, Vantage{.proc = m_proc.get(), .pid = u"self"_s});
        if (!facet) {
            qWarning() << facet.error().operation << facet.error().error.value
                       << facet.error().subject;
            return {};
        }
        return std::get<T>(*std::move(facet));
    }

    UniqueFd m_proc{::open("/proc", O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    bool m_isInside = qEnvironmentVariableIsSet(kInside);
};

void LiveFacetsTest::namespaces()
{
    const auto facet = take<NamespacesFacet>();
    QVERIFY(facet.diagnostics.isEmpty());
    for (const NsKind kind : kAllKinds) {
        const QString name = infoOf(kind).procName;
        const QString expected = name % u":["_s % QString::number(facet.of(kind)->inode) % u"]\n"_s;
        QCOMPARE(witness::outputOf(u"readlink"_s, {u"/proc/self/ns/"_s + name}), expected.toUtf8());
        if (m_isInside && kind != NsKind::User) {
            QCOMPARE(facet.of(kind)->owner, facet.user->inode);
        }
    }
    if (m_isInside) {
        QCOMPARE(facet.user->ownerUid, 0U); // the own uid outside is 0 inside
        QCOMPARE(facet.user->parent, std::nullopt); // not to be seen from inside
    }
}

void LiveFacetsTest::uts()
{
    const auto facet = take<UtsFacet>();
    QCOMPARE(facet.nodename + u'\n', QString::fromUtf8(witness::outputOf(u"uname"_s, {u"-n"_s})));
    QCOMPARE(facet.release + u'\n', QString::fromUtf8(witness::outputOf(u"uname"_s, {u"-r"_s})));
    QFile domain(u"/proc/sys/kernel/domainname"_s);
    QVERIFY(domain.open(QIODevice::ReadOnly));
    QCOMPARE(facet.domainname.toUtf8(), domain.readAll().trimmed());
}

void LiveFacetsTest::systemVIpc()
{
    const int queue = ::msgget(IPC_PRIVATE, 0640);
    const int semaphores = ::semget(IPC_PRIVATE, 3, 0604);
    const int segment = ::shmget(IPC_PRIVATE, 12345, 0600);
    struct {
        long type = 1;
        char text[5] = {'h', 'e', 'l', 'l', 'o'};
    } message;
    QCOMPARE(::msgsnd(queue, &message, sizeof message.text, 0), 0);
    QCOMPARE(::msgsnd(queue, &message, sizeof message.text, 0), 0);
    QCOMPARE(::msgrcv(queue, &message, sizeof message.text, 0, 0), 5);
    const auto facet = take<IpcFacet>();
    const auto named = [](const QList<SysvObject> &objects, int id) {
        const auto found = std::ranges::find(objects, id, &SysvObject::id);
        return found == objects.end() ? SysvObject{} : *found;
    };
    const auto uid = ::geteuid();
    const auto gid = ::getegid();
    QCOMPARE(named(facet.messageQueues, queue),
             (SysvObject{0, queue, uid, gid, 0640, 1, 5, ::getpid(), ::getpid()}));
    QCOMPARE(named(facet.semaphoreSets, semaphores),
             (SysvObject{0, semaphores, uid, gid, 0604, 3, 0, 0}));
    QCOMPARE(named(facet.sharedMemory, segment),
             (SysvObject{0, segment, uid, gid, 0600, 0, 12345, 0}));
    const auto shown = [](const QList<SysvObject> &objects) {
        QStringList lines;
        for (const SysvObject &one : objects) {
            lines << u"0x%1 %2 %3"_s.arg(static_cast<quint32>(one.key), 8, 16, QChar(u'0'))
                         .arg(one.id)
                         .arg(one.mode, 0, 8);
        }
        return lines;
    };
    QCOMPARE(shown(facet.messageQueues), ipcsLines(u"-q"_s));
    QCOMPARE(shown(facet.semaphoreSets), ipcsLines(u"-s"_s));
    QCOMPARE(shown(facet.sharedMemory), ipcsLines(u"-m"_s));
    // key msqid perms cbytes qnum lspid lrpid uid gid …, as the kernel prints them itself
    QFile printed(u"/proc/sysvipc/msg"_s);
    QVERIFY(printed.open(QIODevice::ReadOnly));
    for (const QByteArray &line : printed.readAll().trimmed().split('\n').sliced(1)) {
        const QByteArrayList words = line.simplified().split(' ');
        const SysvObject one = named(facet.messageQueues, words.at(1).toInt());
        const SysvObject expected{.key = words.at(0).toInt(),
                                  .id = words.at(1).toInt(),
                                  .uid = words.at(7).toUInt(),
                                  .gid = words.at(8).toUInt(),
                                  .mode = words.at(2).toUInt(nullptr, 8) & 0777U,
                                  .count = words.at(4).toULongLong(),
                                  .bytes = words.at(3).toULongLong(),
                                  .lastPid = words.at(5).toInt(),
                                  .lastReceiver = words.at(6).toInt()};
        QCOMPARE(one, expected);
    }
    QCOMPARE(::msgctl(queue, IPC_RMID, nullptr), 0);
    QCOMPARE(::semctl(semaphores, 0, IPC_RMID), 0);
    QCOMPARE(::shmctl(segment, IPC_RMID, nullptr), 0);
}

void LiveFacetsTest::posixQueues()
{
    const QByteArray name = "/nsw-test-" + QByteArray::number(::getpid());
    const mqd_t queue = ::mq_open(name.constData(), O_CREAT | O_EXCL | O_RDWR, 0600, nullptr);
    QVERIFY(queue >= 0);
    QCOMPARE(::mq_send(queue, "hello", 5, 0), 0);
    const auto facet = take<IpcFacet>();
    QCOMPARE(::mq_unlink(name.constData()), 0);
    ::mq_close(queue);
    const auto found
        = std::ranges::find(facet.posixQueues, QString::fromUtf8(name), &PosixQueue::name);
    if (found != facet.posixQueues.end()) {
        QCOMPARE(*found,
                 (PosixQueue{QString::fromUtf8(name), ::geteuid(), ::getegid(), 0600, 5, 1}));
        return;
    }
    // Who may not mount needs one at /dev/mqueue; without, the facet says that it can't tell.
    QVERIFY(::geteuid() != 0);
    QVERIFY(!QFile::exists(u"/dev/mqueue/."_s));
    QCOMPARE(facet.diagnostics.size(), 1);
    QCOMPARE(facet.diagnostics.first().error, Errno{EPERM});
}

void LiveFacetsTest::processes()
{
    // Processes come and go meanwhile: what ps(1) saw and was there before and after must agree.
    const auto rowsOf = [](const ProcessesFacet &facet) {
        QStringList rows;
        for (const Process &process : facet.processes) {
            rows << QString(QString::number(process.pids.first()) % u' '
                            % QString::number(process.parent) % u' ' % QString::number(process.uid)
                            % u' ' % QString::number(process.threads));
        }
        return rows;
    };
    constexpr int kAttempts = 20;
    bool agreed = false;
    for (int attempt = 0; attempt < kAttempts && !agreed; ++attempt) {
        const auto facet = take<ProcessesFacet>();
        QCOMPARE(facet.level, 0);
        QVERIFY(facet.diagnostics.isEmpty());
        QStringList told;
        for (const QString &line : linesOf(witness::outputOf(
                 u"ps"_s, {u"-e"_s, u"-o"_s, u"pid=,ppid=,euid=,nlwp=,comm="_s}))) {
            const QStringList columns = line.simplified().split(u' ');
            if (columns.at(4) != u"ps"_s) {
                told << columns.first(4).join(u' ');
            }
        }
        agreed = told == rowsOf(facet);
    }
    QVERIFY(agreed);
    const auto facet = take<ProcessesFacet>();
    const auto self = std::ranges::find(
        facet.processes, ::getpid(), [](const Process &process) { return process.pids.last(); });
    QVERIFY(self != facet.processes.end());
    QCOMPARE(self->parent, ::getppid());
    QVERIFY(self->command.contains(u"tst_livefacets"_s));
    QCOMPARE(self->name, u"tst_livefacets"_s);
}

void LiveFacetsTest::mounts()
{
    const auto facet = take<MountsFacet>();
    QVERIFY(facet.diagnostics.isEmpty());
    QStringList own;
    for (const MountPoint &mount : facet.mounts) {
        own << QStringList{QString::number(mount.id),
                           QString::number(mount.parent),
                           mount.device,
                           mount.target,
                           mount.filesystem,
                           mount.source,
                           mount.root,
                           mount.options.join(u','),
                           mount.superOptions.join(u','),
                           propagationOf(mount)}
                   .join(u'|');
    }
    const QByteArray json = witness::outputOf(u"findmnt"_s,
                                              {u"--kernel=mountinfo"_s,
                                               u"--list"_s,
                                               u"--json"_s,
                                               u"--nofsroot"_s,
                                               u"-o"_s,
                                               u"ID,PARENT,MAJ:MIN,TARGET,FSTYPE,SOURCE,FSROOT,"
                                               "VFS-OPTIONS,FS-OPTIONS,PROPAGATION"_s});
    QStringList told;
    const QJsonArray filesystems
        = QJsonDocument::fromJson(json).object().value("filesystems"_L1).toArray();
    for (const auto &entry : filesystems) {
        const QJsonObject mount = entry.toObject();
        told << QStringList{QString::number(mount.value("id"_L1).toInt()),
                            QString::number(mount.value("parent"_L1).toInt()),
                            mount.value("maj:min"_L1).toString(),
                            mount.value("target"_L1).toString(),
                            mount.value("fstype"_L1).toString(),
                            mount.value("source"_L1).toString(),
                            mount.value("fsroot"_L1).toString(),
                            mount.value("vfs-options"_L1).toString(),
                            mount.value("fs-options"_L1).toString(),
                            mount.value("propagation"_L1).toString()}
                    .join(u'|');
    }
    QVERIFY(!told.isEmpty());
    // findmnt has an order of its own.
    std::ranges::sort(own);
    std::ranges::sort(told);
    QCOMPARE(own, told);
}

void LiveFacetsTest::users()
{
    const auto facet = take<UsersFacet>();
    QVERIFY(facet.diagnostics.isEmpty());
    const auto id = [](const QString &option) {
        return witness::outputOf(u"id"_s, {option}).trimmed();
    };
    QCOMPARE(QByteArray::number(facet.uid.effective), id(u"-u"_s));
    QCOMPARE(QByteArray::number(facet.gid.effective), id(u"-g"_s));
    QSet<QByteArray> groups{QByteArray::number(facet.gid.effective)};
    for (const std::uint32_t group : facet.groups) {
        groups << QByteArray::number(group);
    }
    const QList<QByteArray> told = id(u"-G"_s).split(' ');
    QCOMPARE(groups, QSet<QByteArray>(told.cbegin(), told.cend()));
    cap_t capabilities = ::cap_get_proc();
    for (cap_value_t bit = 0; bit < cap_max_bits(); ++bit) {
        char *text = ::cap_to_name(bit);
        const QString name = QString::fromLatin1(text);
        ::cap_free(text);
        for (const auto &[flag, names] :
             {std::pair(CAP_EFFECTIVE, facet.capabilities.effective),
              std::pair(CAP_PERMITTED, facet.capabilities.permitted),
              std::pair(CAP_INHERITABLE, facet.capabilities.inheritable)}) {
            cap_flag_value_t set = CAP_CLEAR;
            QCOMPARE(::cap_get_flag(capabilities, bit, flag, &set), 0);
            QCOMPARE(names.contains(name), set == CAP_SET);
        }
        QCOMPARE(facet.capabilities.ambient.contains(name), ::cap_get_ambient(bit) == CAP_SET);
        QCOMPARE(facet.capabilities.bounding.contains(name), ::cap_get_bound(bit) == CAP_SET);
    }
    ::cap_free(capabilities);
    if (m_isInside) {
        QCOMPARE(facet.uid.effective, 0U);
        QCOMPARE(facet.uidMap.size(), 1);
        QCOMPARE(facet.setgroups, u"deny"_s);
    } else {
        QVERIFY(!facet.uidMap.isEmpty());
    }
}

void LiveFacetsTest::initTestCase() const
{
    if (m_isInside) {
        QVERIFY(!witness::outputOf(u"sh"_s, {u"-ec"_s, QString::fromLatin1(kNetwork)}).isEmpty());
    }
}

void LiveFacetsTest::links()
{
    const auto facet = take<NetworkFacet>();
    QVERIFY(facet.diagnostics.isEmpty());
    QStringList own;
    for (const Link &link : facet.links) {
        own << QStringList{QString::number(link.index),
                           link.name,
                           link.state,
                           link.flags.join(u','),
                           QString::number(link.mtu),
                           link.address}
                   .join(u'|');
    }
    for (const InterfaceAddress &address : facet.addresses) {
        own << QStringList{address.link,
                           address.family,
                           address.address,
                           QString::number(address.prefixLength),
                           address.scope}
                   .join(u'|');
    }
    QStringList links;
    QStringList addresses;
    for (const auto &entry : witness::jsonOf(u"ip"_s, {u"-j"_s, u"addr"_s})) {
        const QJsonObject link = entry.toObject();
        QStringList flags;
        for (const auto &flag : link.value("flags"_L1).toArray()) {
            flags << flag.toString();
        }
        // ip derives this one, and prints the flags in an order of its own.
        flags.removeAll(u"NO-CARRIER"_s);
        flags.sort();
        links << QStringList{QString::number(link.value("ifindex"_L1).toInt()),
                             link.value("ifname"_L1).toString(),
                             link.value("operstate"_L1).toString().toLower(),
                             flags.join(u','),
                             QString::number(link.value("mtu"_L1).toInt()),
                             link.value("address"_L1).toString()}
                     .join(u'|');
        for (const auto &inner : link.value("addr_info"_L1).toArray()) {
            const QJsonObject address = inner.toObject();
            addresses << QStringList{link.value("ifname"_L1).toString(),
                                     address.value("family"_L1).toString(),
                                     address.value("local"_L1).toString(),
                                     QString::number(address.value("prefixlen"_L1).toInt()),
                                     address.value("scope"_L1).toString()}
                             .join(u'|');
        }
    }
    QStringList sorted;
    for (const QString &row : std::as_const(own)) {
        QStringList columns = row.split(u'|');
        if (columns.size() == 6) {
            QStringList flags = columns.at(3).split(u',', Qt::SkipEmptyParts);
            flags.removeAll(u"RUNNING"_s); // ip leaves it out in favour of NO-CARRIER
            flags.sort();
            columns[3] = flags.join(u',');
        }
        sorted << columns.join(u'|');
    }
    QCOMPARE(sorted, links + addresses);
    if (m_isInside) {
        const auto a = std::ranges::find(facet.links, u"va"_s, &Link::name);
        const auto b = std::ranges::find(facet.links, u"vb"_s, &Link::name);
        QCOMPARE(a->kind, u"veth"_s);
        QCOMPARE(a->peerIndex, b->index);
        QCOMPARE(b->peerIndex, a->index);
    }
}

void LiveFacetsTest::routes()
{
    const auto facet = take<NetworkFacet>();
    QStringList told;
    for (const QString &family : {u"-4"_s, u"-6"_s}) {
        const QString name = family == u"-4"_s ? u"inet"_s : u"inet6"_s;
        for (const auto &entry : witness::jsonOf(
                 u"ip"_s, {family, u"-j"_s, u"route"_s, u"show"_s, u"table"_s, u"main"_s})) {
            const QJsonObject route = entry.toObject();
            QString destination = route.value("dst"_L1).toString();
            if (!destination.contains(u'/') && destination != u"default"_s) {
                destination += family == u"-4"_s ? u"/32"_s : u"/128"_s;
            }
            const QString metric = QString::number(route.value("metric"_L1).toInt());
            QJsonArray hops = route.value("nexthops"_L1).toArray();
            if (hops.isEmpty()) {
                hops << route;
            }
            for (const auto &hop : std::as_const(hops)) {
                told << QStringList{name,
                                    destination,
                                    hop.toObject().value("gateway"_L1).toString(),
                                    hop.toObject().value("dev"_L1).toString(),
                                    metric}
                            .join(u'|');
            }
        }
    }
    QStringList own;
    for (const Route &route : facet.routes) {
        QCOMPARE(route.table, 254U);
        own << QStringList{route.family,
                           route.destination,
                           route.gateway,
                           route.link,
                           QString::number(route.metric)}
                   .join(u'|');
    }
    QCOMPARE(own, told);
    QCOMPARE(m_isInside, own.contains(u"inet|default|10.9.0.2|va|5"_s));
}

void LiveFacetsTest::cgroup()
{
    const auto facet = take<CgroupFacet>();
    QVERIFY(facet.diagnostics.isEmpty());
    QStringList own;
    for (const CgroupPath &path : facet.hierarchies) {
        own << QStringList{QString::number(path.hierarchy), path.controllers.join(u','), path.path}
                   .join(u':');
    }
    QCOMPARE(own, linesOf(witness::outputOf(u"cat"_s, {u"/proc/self/cgroup"_s})));
    if (m_isInside) {
        QCOMPARE(facet.path, u"/"_s);
    }
}

void LiveFacetsTest::time()
{
    const auto facet = take<TimeFacet>();
    QVERIFY(facet.diagnostics.isEmpty());
    QCOMPARE(facet.monotonicOffset, m_isInside ? 86400 : 0);
    timespec monotonic{};
    timespec boottime{};
    QCOMPARE(::clock_gettime(CLOCK_MONOTONIC, &monotonic), 0);
    QCOMPARE(::clock_gettime(CLOCK_BOOTTIME, &boottime), 0);
    const auto now = ::time(nullptr);
    QCOMPARE_LE(std::abs(facet.monotonicZero + monotonic.tv_sec - now), 1);
    QCOMPARE_LE(std::abs(facet.boottimeZero + boottime.tv_sec - now), 1);
}

void LiveFacetsTest::equalWhenTakenAgain()
{
    const Vantage vantage{.proc = m_proc.get(), .pid = u"self"_s};
    for (const FacetKind kind : kAllFacets) {
        // Other processes, their sockets, what they send and write may really change meanwhile.
        if (kind == FacetKind::Processes || kind == FacetKind::Proc || kind == FacetKind::Sockets
            || kind == FacetKind::Traffic || kind == FacetKind::Space
            || kind == FacetKind::Relations) {
            continue;
        }
        const auto first = takeFacet(kind, vantage);
        for (int round = 0; round < 50; ++round) {
            QVERIFY2(takeFacet(kind, vantage) == first, nameOf(kind).data());
        }
    }
}

void LiveFacetsTest::noFileStaysOpen()
{
    const auto open = [] {
        return QDir(u"/proc/self/fd"_s).entryList(QDir::AllEntries | QDir::System);
    };
    const QStringList before = open();
    for (const FacetKind kind : kAllFacets) {
        static_cast<void>(takeFacet(kind, Vantage{.proc = m_proc.get(), .pid = u"self"_s}));
    }
    QCOMPARE(open(), before);
}

void LiveFacetsTest::againInsideEightNamespaces() const
{
    if (m_isInside) {
        return;
    }
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromLatin1(kInside), u"1"_s);
    process.setProcessEnvironment(environment);
    process.start(u"unshare"_s, witness::allEight() << QCoreApplication::applicationFilePath());
    QVERIFY(process.waitForFinished());
    if (process.exitCode() != 0) {
        qWarning().noquote() << process.readAll();
    }
    QCOMPARE(process.exitCode(), 0);
}

QTEST_GUILESS_MAIN(LiveFacetsTest)
#include "tst_livefacets.moc"
