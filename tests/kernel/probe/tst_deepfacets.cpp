// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/probe.h"
#include "tests/kernel/probe/witness.h"
#include "tests/support/oracletest.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <algorithm>
#include <array>
#include <latch>
#include <map>
#include <thread>

#include <arpa/inet.h>
#include <fcntl.h>
#include <linux/securebits.h>
#include <netinet/in.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

using namespace nsw;
using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

QString contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/** A socket on a port of 127.0.0.1 that the kernel chooses. */
UniqueFd boundSocket(int type)
{
    UniqueFd socket(::socket(AF_INET, type | SOCK_CLOEXEC, 0));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    (void)::bind(socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address);
    return socket;
}

sockaddr_in nameOfSocket(int socket)
{
    sockaddr_in address{};
    socklen_t size = sizeof address;
    (void)::getsockname(socket, reinterpret_cast<sockaddr *>(&address), &size);
    return address;
}

} // namespace

/** The facets without a card, against other programs that tell the same. */
class DeepFacetsTest : public OracleTest
{
    Q_OBJECT

private Q_SLOTS:
    void traffic();
    void sockets();
    void limits();
    void controllers();
    void ownProc();
    void proc();
    void namespacesOfProcesses();
    void firewall();
    void space();
    void watched();
    void secureBits();

private:
    template<class T>
    T take()
    {
        auto facet = takeFacet(T::kKind, Vantage{.proc = m_proc.get(), .pid = u"self"_s});
        return facet ? std::get<T>(*std::move(facet)) : T{};
    }

    UniqueFd m_proc{::open("/proc", O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
};

void DeepFacetsTest::traffic()
{
    const auto links = witness::jsonOf(u"ip"_s, {u"-j"_s, u"-s"_s, u"link"_s});
    const auto facet = take<TrafficFacet>();
    QCOMPARE(facet.links.size(), links.size());
    for (qsizetype i = 0; i < links.size(); ++i) {
        const QJsonObject link = links.at(i).toObject();
        const QJsonObject received = link["stats64"_L1]["rx"_L1].toObject();
        const QJsonObject sent = link["stats64"_L1]["tx"_L1].toObject();
        const LinkCounters &mine = facet.links.at(i);
        QCOMPARE(mine.link, link["ifname"_L1].toString());
        // Taken a moment later: never less, and of a link that is at rest the same.
        QCOMPARE_GE(mine.receivedBytes, received["bytes"_L1].toInteger());
        QCOMPARE_GE(mine.sentBytes, sent["bytes"_L1].toInteger());
        QCOMPARE_GE(mine.sentPackets, sent["packets"_L1].toInteger());
        QCOMPARE_GE(mine.receivedPackets, received["packets"_L1].toInteger());
        QCOMPARE(mine.receiveErrors, received["errors"_L1].toInteger());
    }
}

void DeepFacetsTest::sockets()
{
    const UniqueFd listening = boundSocket(SOCK_STREAM);
    QCOMPARE(::listen(listening.get(), 1), 0);
    const sockaddr_in address = nameOfSocket(listening.get());
    const UniqueFd client(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    QCOMPARE(::connect(client.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address),
             0);
    const UniqueFd datagrams = boundSocket(SOCK_DGRAM);

    const auto facet = take<SocketsFacet>();
    const auto find = [&](const QString &protocol, const QString &state, const sockaddr_in &local) {
        const auto found = std::ranges::find_if(facet.sockets, [&](const Socket &socket) {
            return socket.protocol == protocol && socket.state == state
                && socket.localPort == ntohs(local.sin_port)
                && socket.localAddress == "127.0.0.1"_L1;
        });
        return found == facet.sockets.end() ? Socket{} : *found;
    };
    const auto own = static_cast<std::int32_t>(::getpid());
    QCOMPARE(find(u"tcp"_s, u"LISTEN"_s, address).pids, QList{own});
    QCOMPARE(find(u"udp"_s, u"UNCONN"_s, nameOfSocket(datagrams.get())).pids, QList{own});
    const Socket connected = find(u"tcp"_s, u"ESTAB"_s, nameOfSocket(client.get()));
    QCOMPARE(connected.remotePort, ntohs(address.sin_port));
    QCOMPARE(connected.remoteAddress, u"127.0.0.1"_s);
    QCOMPARE(connected.uid, ::geteuid());

    // All of them, as ss(8) has them: protocol, state and both ends.
    QStringList theirs;
    for (const QString &line : QString::fromUtf8(witness::outputOf(u"ss"_s, {u"-Hnatu"_s}))
                                   .split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList words = line.simplified().split(u' ');
        if (words.at(1) != "TIME-WAIT"_L1) {
            theirs << words.at(0) + u' ' + words.at(1) + u' ' + words.at(4).section(u':', -1) + u' '
                    + words.at(5).section(u':', -1);
        }
    }
    QStringList mine;
    for (const Socket &socket : facet.sockets) {
        const auto port = [](std::uint16_t number) {
            return number == 0 ? u"*"_s : QString::number(number);
        };
        mine << socket.protocol + u' ' + socket.state + u' ' + port(socket.localPort) + u' '
                + port(socket.remotePort);
    }
    theirs.sort();
    mine.sort();
    QCOMPARE(mine, theirs);
}

void DeepFacetsTest::limits()
{
    const auto facet = take<LimitsFacet>();
    QVERIFY(std::ranges::contains(facet.limits, u"user/max_uts_namespaces"_s, &Limit::name));
    QVERIFY(std::ranges::contains(facet.limits, u"kernel/sem"_s, &Limit::name));
    for (const Limit &limit : facet.limits) {
        QCOMPARE(limit.value, contentOf(u"/proc/sys/"_s + limit.name).simplified());
    }
}

void DeepFacetsTest::controllers()
{
    const auto facet = take<ControllersFacet>();
    if (facet.path.isEmpty()) {
        QSKIP("no unified hierarchy on this machine");
    }
    QVERIFY(contentOf(u"/proc/self/cgroup"_s).contains(u"0::"_s + facet.path + u'\n'));
    for (const CgroupSetting &setting : facet.settings) {
        const QString file = facet.path + u'/' + setting.name;
        const QString unified = contentOf(u"/sys/fs/cgroup"_s + file);
        const QString beside = contentOf(u"/sys/fs/cgroup/unified"_s + file);
        QVERIFY2(setting.value == unified.trimmed() || setting.value == beside.trimmed(),
                 qPrintable(setting.name));
    }
}

void DeepFacetsTest::ownProc()
{
    const auto facet = take<ProcFacet>();
    QVERIFY(facet.isMounted);
    QVERIFY(facet.isOwn);
    const auto own = std::ranges::find(
        facet.processes, static_cast<std::int32_t>(::getpid()), &ProcEntry::pid);
    const auto first = facet.processes.size() < 200;
    QVERIFY(own != facet.processes.end() || !first);
    if (own != facet.processes.end()) {
        QCOMPARE(own->name, contentOf(u"/proc/self/comm"_s).trimmed());
    }
}

/** A PID namespace of its own without a /proc of its own: it sees somebody else's. */
void DeepFacetsTest::proc()
{
    QProcess process;
    process.start(u"unshare"_s,
                  {u"--user"_s,
                   u"--map-root-user"_s,
                   u"--pid"_s,
                   u"--fork"_s,
                   u"--kill-child"_s,
                   u"sh"_s,
                   u"-c"_s,
                   u"echo ready; read end"_s});
    QVERIFY(process.waitForReadyRead());
    const QString shell = QString::number(process.processId());
    const QString child
        = contentOf(u"/proc/"_s + shell + u"/task/"_s + shell + u"/children"_s).trimmed();
    QVERIFY(!child.isEmpty());
    const auto facet = takeFacet(FacetKind::Proc, Vantage{.proc = m_proc.get(), .pid = child});
    QVERIFY(facet.has_value());
    QVERIFY(std::get<ProcFacet>(*facet).isMounted);
    QVERIFY(!std::get<ProcFacet>(*facet).isOwn);
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
}

/** Against lsns(8), which is itself one process more in each of its namespaces. */
void DeepFacetsTest::namespacesOfProcesses()
{
    const witness::Container container({});
    QVERIFY(container.isReady());
    const QByteArray json
        = witness::outputOf(u"lsns"_s, {u"--json"_s, u"-o"_s, u"NS,TYPE,NPROCS"_s});
    const auto facet = take<ProcessesFacet>();
    std::map<std::pair<NsKind, quint64>, int> counts;
    for (const Process &process : facet.processes) {
        for (qsizetype i = 0; i < process.namespaces.size(); ++i) {
            ++counts[{kAllKinds.at(static_cast<std::size_t>(i)), process.namespaces.at(i)}];
        }
    }
    const auto self = std::ranges::find_if(
        facet.processes, [](const Process &process) { return process.pids.first() == ::getpid(); });
    QVERIFY(self != facet.processes.end());
    const auto rows = QJsonDocument::fromJson(json)["namespaces"_L1].toArray();
    QCOMPARE_GE(rows.size(), 16);
    int compared = 0;
    for (const auto &value : rows) {
        const QJsonObject row = value.toObject();
        const auto kind = kindOfProcName(QLatin1StringView(row["type"_L1].toString().toLatin1()));
        QVERIFY(kind.has_value());
        const auto inode = row["ns"_L1].toVariant().toULongLong();
        const bool isOwn = self->namespaces.value(static_cast<qsizetype>(*kind)) == inode;
        const int theirs = row["nprocs"_L1].toVariant().toInt() - (isOwn ? 1 : 0);
        QCOMPARE((counts[{*kind, inode}]), theirs);
        ++compared;
    }
    QCOMPARE_GE(compared, 16);
}

/** Against nft(8), which only whoever may administer the network can ask. */
void DeepFacetsTest::firewall()
{
    const auto facet = [this] {
        return takeFacet(FacetKind::Firewall, Vantage{.proc = m_proc.get(), .pid = u"self"_s});
    };
    if (::geteuid() != 0) {
        QVERIFY(!facet().has_value());
        QCOMPARE(facet().error().error, Errno{EPERM});
        return;
    }
    const auto lines = [&] {
        const auto taken = facet();
        QStringList texts;
        for (const FirewallLine &line :
             taken ? std::get<FirewallFacet>(*taken).lines : QList<FirewallLine>()) {
            texts << u"  "_s.repeated(line.depth) + line.text;
        }
        return texts;
    };
    QVERIFY(lines().isEmpty());
    const auto nft = [](const QString &command) {
        return QProcess::execute(u"nft"_s, {command});
    };
    QCOMPARE(nft(u"add table inet lesson; add chain inet lesson in { type filter hook input "
                 "priority 0; }; add rule inet lesson in tcp dport 22 drop; "
                 "add rule inet lesson in counter"_s),
             0);
    const QStringList seen = lines();
    // Braces and indentation apart, line by line the same.
    QStringList theirs;
    for (const QString &line :
         QString::fromUtf8(witness::outputOf(u"nft"_s, {u"list"_s, u"ruleset"_s})).split(u'\n')) {
        const QString content = line.trimmed();
        if (!content.isEmpty() && content != u"}") {
            theirs << (content.endsWith(u'{') ? content.chopped(1).trimmed() : content);
        }
    }
    QCOMPARE(nft(u"delete table inet lesson"_s), 0);
    QVERIFY(seen.contains(u"table inet lesson"_s));
    QVERIFY(seen.contains(u"    tcp dport 22 drop"_s));
    QStringList mine;
    for (const QString &line : seen) {
        mine << line.trimmed();
    }
    QCOMPARE(mine, theirs);
    QVERIFY(lines().isEmpty());
}

void DeepFacetsTest::space()
{
    const auto facet = take<SpaceFacet>();
    const auto mounts = take<MountsFacet>();
    QVERIFY(!facet.mounts.isEmpty());
    bool hasRoot = false;
    for (const MountSpace &one : facet.mounts) {
        const auto mount = std::ranges::find(mounts.mounts, one.id, &MountPoint::id);
        QVERIFY(mount != mounts.mounts.end());
        struct statvfs numbers{};
        QCOMPARE(::statvfs(mount->target.toUtf8().constData(), &numbers), 0);
        QCOMPARE(one.size, std::uint64_t{numbers.f_blocks} * numbers.f_frsize);
        QCOMPARE_LE(one.used, one.size);
        hasRoot = hasRoot || mount->target == u"/";
    }
    QVERIFY(hasRoot);
}

/** Another thread of this process, and files of which one isn't there. */
void DeepFacetsTest::watched()
{
    bool isNamed = false;
    std::latch named(1);
    std::latch seen(1);
    std::thread other([&] {
        isNamed = ::prctl(PR_SET_NAME, "second") == 0;
        named.count_down();
        seen.wait();
    });
    named.wait();
    const Watched watch{.processes = {static_cast<std::int32_t>(::getpid()), 0x7ffffff0},
                        .files = {u"/etc/passwd"_s, u"/no/such"_s, u"relative"_s}};
    const auto taken = takeFacet(
        FacetKind::Watched,
        Vantage{.proc = m_proc.get(), .pid = u"self"_s, .slowToClose = nullptr, .watch = &watch});
    const QByteArray ps = witness::outputOf(
        u"ps"_s, {u"-L"_s, u"-o"_s, u"lwp="_s, u"-p"_s, QString::number(::getpid())});
    seen.count_down();
    other.join();
    QVERIFY(isNamed);
    QVERIFY(taken.has_value());
    const auto &facet = std::get<WatchedFacet>(*taken);
    QStringList ids;
    for (const Thread &thread : facet.threads) {
        QCOMPARE(thread.process, ::getpid());
        ids << QString::number(thread.ids.value(0));
    }
    QCOMPARE(ids, QString::fromLatin1(ps).simplified().split(u' '));
    QVERIFY(std::ranges::contains(facet.threads, u"second"_s, &Thread::name));

    QCOMPARE(facet.files.size(), 3);
    struct stat passwd{};
    QCOMPARE(::stat("/etc/passwd", &passwd), 0);
    QVERIFY(!facet.files.at(0).error);
    QCOMPARE(facet.files.at(0).uid, passwd.st_uid);
    QCOMPARE(facet.files.at(0).mode, passwd.st_mode);
    QCOMPARE(facet.files.at(0).inode, passwd.st_ino);
    QCOMPARE(facet.files.at(1).error.value_or(Error{}).error, Errno{ENOENT});
    QCOMPARE(facet.files.at(2).error.value_or(Error{}).error, Errno{EINVAL});
}

void DeepFacetsTest::secureBits()
{
    QCOMPARE(take<UsersFacet>().secureBits, QStringList());
    if (::geteuid() != 0) {
        return;
    }
    const int before = ::prctl(PR_GET_SECUREBITS);
    QCOMPARE(::prctl(PR_SET_SECUREBITS, before | SECBIT_NOROOT), 0);
    const QStringList set = take<UsersFacet>().secureBits;
    QCOMPARE(::prctl(PR_SET_SECUREBITS, before), 0);
    QCOMPARE(set, QStringList{u"SECBIT_NOROOT"_s});
}

QTEST_GUILESS_MAIN(DeepFacetsTest)
#include "tst_deepfacets.moc"
