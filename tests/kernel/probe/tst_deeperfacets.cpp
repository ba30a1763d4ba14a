// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernel/nsfs.h"
#include "core/kernel/socketdiag.h"
#include "core/probe/probe.h"
#include "tests/kernel/probe/witness.h"
#include "tests/support/oracletest.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <algorithm>
#include <array>
#include <map>
#include <thread>

#include <fcntl.h>
#include <sched.h>
#include <sys/ipc.h>
#include <sys/sem.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace nsw;
using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

constexpr int kAttempts = 5; ///< others may come and go between the two that tell

QStringList sorted(QStringList lines)
{
    lines.sort();
    return lines;
}

QStringList linesOf(const QString &program, const QStringList &arguments)
{
    return QString::fromUtf8(witness::outputOf(program, arguments))
        .split(u'\n', Qt::SkipEmptyParts);
}

/** "stream ESTAB 4711 4712 @name" of each. */
QStringList socketsBySs()
{
    const std::map<QString, QString> types{
        {u"u_str"_s, u"stream"_s}, {u"u_dgr"_s, u"dgram"_s}, {u"u_seq"_s, u"seqpacket"_s}};
    QStringList lines;
    for (const QString &line : linesOf(u"ss"_s, {u"-Hxa"_s})) {
        const QStringList words = line.simplified().split(u' ');
        if (const auto type = types.find(words.at(0)); type != types.end()) {
            lines << QStringList{type->second,
                                 words.at(1),
                                 words.at(5),
                                 words.at(7),
                                 words.at(4) == u"*"_s ? QString() : words.at(4)}
                         .join(u' ');
        }
    }
    return sorted(lines);
}

QStringList linesOf(const QList<UnixSocket> &sockets)
{
    QStringList lines;
    for (const UnixSocket &socket : sockets) {
        lines << QStringList{socket.type,
                             socket.state,
                             QString::number(socket.inode),
                             QString::number(socket.peer),
                             socket.path}
                     .join(u' ');
    }
    return sorted(lines);
}

QString tableNumber(const QString &name)
{
    const std::map<QString, QString> names{
        {u"local"_s, u"255"_s}, {u"main"_s, u"254"_s}, {u"default"_s, u"253"_s}};
    const auto found = names.find(name);
    return found != names.end() ? found->second : name;
}

QString whole(const QString &address, const QString &family)
{
    return address.contains(u'/') || address == "default"_L1
        ? address
        : address + (family == "inet6"_L1 ? "/128"_L1 : "/32"_L1);
}

QStringList routesByIp(const QString &family)
{
    QStringList lines;
    for (const QJsonValue value : witness::jsonOf(
             u"ip"_s, {u"-j"_s, u"-f"_s, family, u"route"_s, u"show"_s, u"table"_s, u"all"_s})) {
        const QJsonObject route = value.toObject();
        const QString table = tableNumber(route["table"_L1].toString(u"254"_s));
        if (table != "254"_L1) {
            lines << QStringList{family,
                                 table,
                                 whole(route["dst"_L1].toString(), family),
                                 route["type"_L1].toString(u"unicast"_s),
                                 route["dev"_L1].toString(),
                                 QString::number(route["metric"_L1].toInt())}
                         .join(u' ');
        }
    }
    return lines;
}

QStringList rulesByIp(const QString &family)
{
    QStringList lines;
    for (const QJsonValue value :
         witness::jsonOf(u"ip"_s, {u"-j"_s, u"-f"_s, family, u"rule"_s, u"show"_s})) {
        const QJsonObject rule = value.toObject();
        const QString source = rule["src"_L1].toString();
        lines << QStringList{family,
                             QString::number(rule["priority"_L1].toInt()),
                             source == "all"_L1
                                 ? QString()
                                 : source + u'/' + QString::number(rule["srclen"_L1].toInt()),
                             rule["fwmark"_L1].toString(),
                             tableNumber(rule["table"_L1].toString())}
                     .join(u' ');
    }
    return lines;
}

QStringList linesOf(const QList<Route> &routes)
{
    QStringList lines;
    for (const Route &route : routes) {
        lines << QStringList{route.family,
                             QString::number(route.table),
                             route.destination,
                             route.type,
                             route.link,
                             QString::number(route.metric)}
                     .join(u' ');
    }
    return sorted(lines);
}

QStringList linesOf(const QList<RoutingRule> &rules)
{
    QStringList lines;
    for (const RoutingRule &rule : rules) {
        lines << QStringList{rule.family,
                             QString::number(rule.priority),
                             rule.source,
                             rule.mark == 0 ? QString() : u"0x"_s + QString::number(rule.mark, 16),
                             QString::number(rule.table)}
                     .join(u' ');
    }
    return sorted(lines);
}

/** What ipcs(1) says of each of a set: value, waiting, waiting for zero, last process. */
QStringList semaphoresByIpcs(int set)
{
    QStringList lines;
    for (const QString &line : linesOf(u"ipcs"_s, {u"-s"_s, u"-i"_s, QString::number(set)})) {
        const QStringList words = line.simplified().split(u' ');
        if (words.size() == 5 && words.at(0).toInt() == lines.size()
            && words.at(0) != "semnum"_L1) {
            lines << words.sliced(1).join(u' ');
        }
    }
    return lines;
}

} // namespace

/** Unix sockets, other routes, semaphores and owners of namespaces, against who tells the same. */
class DeeperFacetsTest : public OracleTest
{
    Q_OBJECT

private Q_SLOTS:
    void unixSockets();
    void unixTable();
    void routing();
    void semaphores();
    void relations();

private:
    template<class T>
    T take()
    {
        auto facet = takeFacet(T::kKind, Vantage{.proc = m_proc.get(), .pid = u"self"_s});
        return facet ? std::get<T>(*std::move(facet)) : T{};
    }

    UniqueFd m_proc{::open("/proc", O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
};

void DeeperFacetsTest::unixSockets()
{
    const QByteArray name = "nsw-test-" + QByteArray::number(::getpid());
    const UniqueFd listening(::socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::ranges::copy(name, address.sun_path + 1); // abstract
    const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + 1
                                             + static_cast<std::size_t>(name.size()));
    QCOMPARE(::bind(listening.get(), reinterpret_cast<const sockaddr *>(&address), size), 0);
    QCOMPARE(::listen(listening.get(), 1), 0);
    std::array<int, 2> pair{-1, -1};
    QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair.data()), 0);
    const UniqueFd one(pair[0]);
    const UniqueFd other(pair[1]);

    const auto facet = take<SocketsFacet>();
    QVERIFY(facet.diagnostics.isEmpty());
    const auto own = static_cast<std::int32_t>(::getpid());
    const auto named
        = std::ranges::find(facet.unixSockets, u'@' + QString::fromLatin1(name), &UnixSocket::path);
    QVERIFY(named != facet.unixSockets.cend());
    QCOMPARE(named->type, u"seqpacket"_s);
    QCOMPARE(named->state, u"LISTEN"_s);
    QCOMPARE(named->pids, QList{own});
    QCOMPARE(named->uid.value_or(::geteuid()), ::geteuid()); // Linux 5.3
    const auto paired
        = std::ranges::find(facet.unixSockets, inodeOf(one.get()).value_or(0), &UnixSocket::inode);
    QVERIFY(paired != facet.unixSockets.cend());
    QCOMPARE(paired->peer, inodeOf(other.get()).value_or(0));
    QCOMPARE(paired->peerPids, QList{own});

    QStringList mine;
    QStringList theirs;
    for (int attempt = 0; attempt < kAttempts && (attempt == 0 || mine != theirs); ++attempt) {
        theirs = socketsBySs();
        mine = linesOf(take<SocketsFacet>().unixSockets);
    }
    QVERIFY(mine.size() >= 3);
    QCOMPARE(mine, theirs);
}

/** The file tells the same of each as sock_diag(7), but for what it does not have. */
void DeeperFacetsTest::unixTable()
{
    std::array<int, 2> pair{-1, -1};
    QCOMPARE(::socketpair(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0, pair.data()), 0);
    const UniqueFd one(pair[0]);
    const UniqueFd other(pair[1]);
    QStringList mine;
    QStringList theirs;
    for (int attempt = 0; attempt < kAttempts && (attempt == 0 || mine != theirs); ++attempt) {
        QFile file(u"/proc/self/net/unix"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Rows<UnixSocket> table = parseUnixTable(file.readAll());
        QVERIFY(table.badLines.isEmpty());
        mine = linesOf(table.rows);
        QList<UnixSocket> known = take<SocketsFacet>().unixSockets;
        for (UnixSocket &socket : known) {
            socket.peer = 0;
        }
        theirs = linesOf(known);
    }
    QVERIFY(mine.size() >= 2);
    QCOMPARE(mine, theirs);
}

void DeeperFacetsTest::routing()
{
    RoutingFacet facet;
    QStringList routes;
    QStringList rules;
    const auto look = [&] {
        facet = take<RoutingFacet>();
        routes = sorted(routesByIp(u"inet"_s) + routesByIp(u"inet6"_s));
        rules = sorted(rulesByIp(u"inet"_s) + rulesByIp(u"inet6"_s));
    };
    look();
    QCOMPARE(linesOf(facet.routes), routes);
    QCOMPARE(linesOf(facet.rules), rules);
    QVERIFY(facet.diagnostics.isEmpty());
    QVERIFY(rules.size() >= 3);
    if (::geteuid() != 0) {
        return;
    }
    // In a network namespace that is the thread's own, a table more and a rule that leads there.
    bool isThere = false;
    std::thread([&] {
        isThere = ::unshare(CLONE_NEWNET) == 0;
        for (const QString &command :
             {u"link set lo up"_s,
              u"route add 10.99.0.0/24 dev lo table 77 metric 5"_s,
              u"route add blackhole 10.97.0.0/16 table 77"_s,
              u"rule add from 10.98.0.0/16 fwmark 5 lookup 77 priority 1000"_s}) {
            isThere = isThere && QProcess::execute(u"ip"_s, command.split(u' ')) == 0;
        }
        look();
    }).join();
    QVERIFY(isThere);
    QCOMPARE(linesOf(facet.routes), routes);
    QCOMPARE(linesOf(facet.rules), rules);
    QVERIFY(routes.contains(u"inet 77 10.97.0.0/16 blackhole  0"_s)
            || std::ranges::contains(facet.routes, u"blackhole"_s, &Route::type));
    QVERIFY(std::ranges::contains(facet.rules, u"10.98.0.0/16"_s, &RoutingRule::source));
    QVERIFY(std::ranges::contains(facet.routes, u"127.0.0.1/32"_s, &Route::destination));
}

void DeeperFacetsTest::semaphores()
{
    constexpr int kLarge = 100;
    const int small = ::semget(IPC_PRIVATE, 3, 0600);
    const int large = ::semget(IPC_PRIVATE, kLarge, 0600);
    const int closed = ::semget(IPC_PRIVATE, 1, 0);
    QVERIFY(small >= 0 && large >= 0 && closed >= 0);
    sembuf up{.sem_num = 1, .sem_op = 7, .sem_flg = 0};
    QCOMPARE(::semop(small, &up, 1), 0);
    const auto facet = take<SemaphoresFacet>();
    const QStringList theirs = semaphoresByIpcs(small);
    for (const int set : {small, large, closed}) {
        QCOMPARE(::semctl(set, 0, IPC_RMID), 0);
    }
    QStringList mine;
    const auto found = std::ranges::find(facet.sets, small, &SemaphoreSet::id);
    QVERIFY(found != facet.sets.cend());
    for (const Semaphore &one : found->semaphores) {
        mine << QStringList{QString::number(one.value),
                            QString::number(one.waiting),
                            QString::number(one.waitingForZero),
                            QString::number(one.lastPid)}
                    .join(u' ');
    }
    QCOMPARE(mine.size(), 3);
    QCOMPARE(mine, theirs);
    QCOMPARE(found->semaphores.at(1).value, 7);
    QCOMPARE(found->semaphores.at(1).lastPid, ::getpid());
    const auto cut = std::ranges::find(facet.sets, large, &SemaphoreSet::id);
    QVERIFY(cut != facet.sets.cend());
    QCOMPARE(cut->semaphores.size(), SemaphoresFacet::kMostInSet);
    // Whom the mode keeps out is told so; root is let in all the same.
    const bool isRoot = ::geteuid() == 0;
    QCOMPARE(std::ranges::contains(facet.sets, closed, &SemaphoreSet::id), isRoot);
    QCOMPARE(std::ranges::contains(
                 facet.diagnostics, Errno{EACCES}, [](const Error &error) { return error.error; }),
             !isRoot);
}

/** Of namespaces that are neither this one's nor its child's alone, against lsns(8). */
void DeeperFacetsTest::relations()
{
    QProcess elsewhere;
    elsewhere.start(u"unshare"_s,
                    {u"-Urpf"_s, u"--kill-child"_s, u"sh"_s, u"-c"_s, u"echo ready; read line"_s});
    QVERIFY(elsewhere.waitForReadyRead());
    const auto facet = take<RelationsFacet>();
    std::map<std::pair<QString, qint64>, std::pair<qint64, qint64>> theirs;
    const QByteArray json
        = witness::outputOf(u"lsns"_s, {u"--json"_s, u"-o"_s, u"NS,TYPE,ONS,PNS"_s});
    for (const QJsonValue value : QJsonDocument::fromJson(json)["namespaces"_L1].toArray()) {
        const QJsonObject one = value.toObject();
        theirs[{one["type"_L1].toString(), one["ns"_L1].toVariant().toLongLong()}]
            = {one["ons"_L1].toVariant().toLongLong(), one["pns"_L1].toVariant().toLongLong()};
    }
    elsewhere.closeWriteChannel();
    QVERIFY(elsewhere.waitForFinished());

    int compared = 0;
    int owned = 0;
    int parents = 0;
    for (const RelatedNamespace &one : facet.namespaces) {
        const QString type = infoOf(one.kind).procName;
        const auto found = theirs.find({type, static_cast<qint64>(one.identity.inode)});
        if (found == theirs.end()) {
            continue; // whoever was in it has ended
        }
        ++compared;
        const auto owner = static_cast<qint64>(one.identity.owner.value_or(0));
        const auto parent = static_cast<qint64>(one.identity.parent.value_or(0));
        QCOMPARE(owner, found->second.first);
        QCOMPARE(parent, found->second.second);
        owned += owner != 0 ? 1 : 0;
        parents += parent != 0 ? 1 : 0;
    }
    QVERIFY2(compared >= 10, qPrintable(QString::number(compared)));
    QVERIFY(owned >= 2);
    QVERIFY(parents >= 2); // the child's user and PID namespaces
    QVERIFY(std::ranges::any_of(facet.namespaces, [](const RelatedNamespace &one) {
        return one.kind == NsKind::User && one.identity.parent
            && one.identity.ownerUid == ::geteuid();
    }));
    QVERIFY(std::ranges::is_sorted(facet.namespaces, {}, [](const RelatedNamespace &one) {
        return std::pair(one.kind, one.identity.inode);
    }));
}

QTEST_GUILESS_MAIN(DeeperFacetsTest)
#include "tst_deeperfacets.moc"
