// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/planner.h"
#include "core/probe/hostfacts.h"
#include "core/probe/probe.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

#include <fcntl.h>
#include <unistd.h>

using namespace nsw;
using Qt::StringLiterals::operator""_s;

namespace
{

UniqueFd openRecorded(const QString &name)
{
    const QByteArray path = QFile::encodeName(u"" NSW_FIXTURES "/proc/"_s % name);
    return UniqueFd(::open(path.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
}

QString shown(const Error &error)
{
    return error.operation % u' ' % errnoName(error.error) % u' ' % error.subject;
}

} // namespace

/** Facets of a recorded /proc: a container with its own namespaces, seen through the outer /proc.
 */
class RecordedProcTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void namespaces();
    void processesOutside();
    void processesInside();
    void mounts();
    void users();
    void cgroup();
    void time();
    void absentTask();
    void hostFacts();
    void chrooted_data();
    void chrooted();
    void olderKernel_data();
    void olderKernel();
    void equalWhenTakenAgain();

private:
    template<class T>
    T take(const QString &pid)
    {
        auto facet = takeFacet(T::kKind, Vantage{.proc = m_proc.get(), .pid = pid});
        if (!facet) {
            qWarning() << shown(facet.error());
            return {};
        }
        return std::get<T>(*std::move(facet));
    }

    UniqueFd m_proc;
};

void RecordedProcTest::initTestCase()
{
    m_proc = openRecorded(u"two-levels"_s);
    QVERIFY(m_proc.isValid());
}

void RecordedProcTest::namespaces()
{
    const auto outside = take<NamespacesFacet>(u"self"_s);
    QCOMPARE(outside.network->inode, 4026531840U);
    QVERIFY(outside.diagnostics.isEmpty());
    const auto inside = take<NamespacesFacet>(u"200"_s);
    for (const NsKind kind : kAllKinds) {
        QVERIFY(inside.of(kind).has_value());
        QVERIFY(inside.of(kind)->inode != outside.of(kind)->inode);
    }
    // Where all is unreadable there is no facet, but an error that names the place.
    const auto none
        = takeFacet(FacetKind::Namespaces, Vantage{.proc = m_proc.get(), .pid = u"202"_s});
    QVERIFY(!none.has_value());
    QCOMPARE(shown(none.error()), u"open ENOENT /proc/202/ns/mnt"_s);
}

void RecordedProcTest::processesOutside()
{
    const auto facet = take<ProcessesFacet>(u"self"_s);
    QCOMPARE(facet.level, 0);
    QList<std::int32_t> pids;
    for (const Process &process : facet.processes) {
        pids << process.pids.first();
    }
    // 400 is no status file, 500 vanished: only the first of them is worth a word.
    QCOMPARE(pids, (QList<std::int32_t>{1, 2, 100, 200, 201, 202, 203, 204, 300}));
    QCOMPARE(facet.diagnostics.size(), 1);
    QCOMPARE(shown(facet.diagnostics.first()), u"parse EBADMSG /proc/400/status:1"_s);
    QCOMPARE(facet.processes.at(1).name, u"kthreadd"_s);
    QCOMPARE(facet.processes.at(1).command, QString());
    QCOMPARE(facet.processes.at(2).command, u"nsworkbench-supervisor --stdio"_s);
}

void RecordedProcTest::processesInside()
{
    const auto facet = take<ProcessesFacet>(u"200"_s);
    QCOMPARE(facet.level, 1);
    QList<QList<std::int32_t>> pids;
    for (const Process &process : facet.processes) {
        pids << process.pids;
    }
    // 202 and 204 have no readable links: they belong because they descend from a member. 203 is as
    // deep, but of other parents; 300 has another namespace.
    QCOMPARE(pids, (QList<QList<std::int32_t>>{{200, 1}, {201, 2}, {202, 3, 1}, {204, 5, 2}}));
    const Process &odd = facet.processes.at(1);
    QCOMPARE(odd.name, u"a) (b\nc\\d"_s);
    QCOMPARE(odd.state, u"R"_s);
    QCOMPARE(odd.parent, 200);
    QCOMPARE(odd.uid, 1000U);
    QCOMPARE(facet.processes.at(0).command, u"sh -c echo \"a b\""_s);
    QCOMPARE(facet.processes.at(0).threads, 2);
    QCOMPARE(facet.processes.at(3).state, u"Z"_s);
}

void RecordedProcTest::mounts()
{
    const auto facet = take<MountsFacet>(u"200"_s);
    QCOMPARE(facet.mounts.size(), 4);
    QCOMPARE(facet.mounts.at(1).target, u"/mnt/with space\ttab\nnewline\\backslash#hash"_s);
    QCOMPARE(facet.mounts.at(1).source, u"tmp fs"_s);
    QCOMPARE(facet.mounts.at(1).propagation,
             (QStringList{u"shared:7"_s, u"master:1"_s, u"propagate_from:2"_s, u"unbindable"_s}));
    QCOMPARE(facet.mounts.at(2).root, u"/sub//deleted"_s);
    QCOMPARE(facet.diagnostics.size(), 1);
    QCOMPARE(shown(facet.diagnostics.first()), u"parse EBADMSG /proc/200/mountinfo:5"_s);
}

void RecordedProcTest::users()
{
    const auto outside = take<UsersFacet>(u"self"_s);
    QCOMPARE(outside.uid, (IdSet{1000, 1000, 1000, 1000}));
    QCOMPARE(outside.groups, (QList<std::uint32_t>{4, 24, 27}));
    QCOMPARE(outside.setgroups, u"allow"_s);
    QVERIFY(outside.noNewPrivs);
    QVERIFY(outside.capabilities.effective.isEmpty());
    const auto inside = take<UsersFacet>(u"200"_s);
    QCOMPARE(inside.uidMap, (QList<MappedRange>{{0, 1000, 1}, {1, 100000, 65536}}));
    QVERIFY(inside.gidMap.isEmpty());
    QCOMPARE(inside.setgroups, u"deny"_s);
    QVERIFY(inside.capabilities.effective.contains(u"cap_sys_admin"_s));
    // A task without maps still has its ids.
    const auto partly = take<UsersFacet>(u"1"_s);
    QCOMPARE(partly.uid.effective, 0U);
    QCOMPARE(partly.diagnostics.size(), 3);
}

void RecordedProcTest::cgroup()
{
    const auto outside = take<CgroupFacet>(u"self"_s);
    QCOMPARE(outside.path, u"/user.slice/a:b"_s);
    QCOMPARE(outside.hierarchies.size(), 4);
    const auto inside = take<CgroupFacet>(u"200"_s);
    QCOMPARE(inside.path, u"/../other"_s);
    QCOMPARE(shown(inside.diagnostics.first()), u"parse EBADMSG /proc/200/cgroup:2"_s);
}

void RecordedProcTest::time()
{
    const auto outside = take<TimeFacet>(u"self"_s);
    const auto inside = take<TimeFacet>(u"200"_s);
    QCOMPARE(inside.monotonicOffset, 86400);
    QCOMPARE(inside.boottimeOffset, -3600);
    QCOMPARE(outside.monotonicZero - inside.monotonicZero, 86400);
    QCOMPARE(outside.boottimeZero - inside.boottimeZero, -3600);
    QVERIFY(outside.diagnostics.isEmpty());
}

void RecordedProcTest::absentTask()
{
    for (const FacetKind kind : {FacetKind::Namespaces,
                                 FacetKind::Processes,
                                 FacetKind::Mounts,
                                 FacetKind::Users,
                                 FacetKind::Cgroup}) {
        const auto facet = takeFacet(kind, Vantage{.proc = m_proc.get(), .pid = u"999"_s});
        QVERIFY(!facet.has_value());
        QCOMPARE(facet.error().error, Errno{ENOENT});
        QVERIFY(facet.error().subject.startsWith(u"/proc/999/"));
    }
}

void RecordedProcTest::hostFacts()
{
    const HostFacts facts = gatherHostFacts(Configuration{}, m_proc.get());
    QCOMPARE(facts.uid, ::geteuid());
    QVERIFY(!facts.sysAdmin);
    QVERIFY(!facts.chrooted);
    QVERIFY(!facts.setgroupsDenied);
    QCOMPARE(facts.userNamespace, 4026531837U);
    QCOMPARE(facts.uidMap, (QList<MappedRange>{{0, 0, 4294967295}}));
    QCOMPARE(facts.supported.size(), 8);
    QCOMPARE(facts.exhausted, QList<NsKind>{NsKind::Time});
    QCOMPARE(facts.restriction, u"kernel.apparmor_restrict_unprivileged_userns=1"_s);
    QVERIFY(facts.joins.isEmpty());
}

void RecordedProcTest::chrooted_data()
{
    QTest::addColumn<QString>("tree");
    QTest::newRow("to a mount point") << u"chrooted"_s;
    QTest::newRow("to a directory") << u"chrooted-in-directory"_s;
    QTest::newRow("under a later mount") << u"overmounted"_s;
}

void RecordedProcTest::chrooted()
{
    QFETCH(const QString, tree);
    const UniqueFd proc = openRecorded(tree);
    QVERIFY(proc.isValid());
    const HostFacts facts = gatherHostFacts(Configuration{}, proc.get());
    QVERIFY(facts.chrooted);
    QVERIFY(facts.sysAdmin);
}

void RecordedProcTest::olderKernel_data()
{
    QTest::addColumn<QList<NsKind>>("lacks");
    QTest::newRow("before Linux 5.6, or built without") << QList{NsKind::Time};
    QTest::newRow("before Linux 4.6") << QList{NsKind::Time, NsKind::Cgroup};
}

/** The same /proc without those links: the rest is seen, and a plan with them says why not. */
void RecordedProcTest::olderKernel()
{
    QFETCH(const QList<NsKind>, lacks);
    const QTemporaryDir directory;
    const QDir recorded(u"" NSW_FIXTURES "/proc/two-levels"_s);
    const QDir older(directory.path());
    QVERIFY(older.mkpath(u"100/ns"_s));
    for (const QString &file : QDir(recorded.filePath(u"100"_s)).entryList(QDir::Files)) {
        QVERIFY(QFile::copy(recorded.filePath(u"100/"_s % file), older.filePath(u"100/"_s % file)));
    }
    QVERIFY(QFile::link(u"100"_s, older.filePath(u"self"_s)));
    for (const NsKind kind : kAllKinds) {
        const QString link = u"100/ns/"_s % infoOf(kind).procName;
        const QString target = QFileInfo(recorded.filePath(link)).readSymLink();
        QVERIFY(lacks.contains(kind) || QFile::link(target, older.filePath(link)));
    }
    const UniqueFd proc(
        ::open(QFile::encodeName(older.path()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));

    Configuration configuration;
    configuration.containers << Container{};
    configuration.containers.first().namespaces.user = NewUser{};
    configuration.containers.first().namespaces.cgroup = NewCgroup{};
    configuration.containers.first().namespaces.time = NewTime{};
    HostFacts facts = gatherHostFacts(configuration, proc.get());
    QCOMPARE(facts.supported.size(), 8 - lacks.size());
    facts.exhausted.clear();
    const Plan made = plan(configuration, facts);
    QList<NsKind> named;
    for (const Finding &finding : made.findings) {
        if (finding.code == FindingCode::KindUnsupported) {
            const auto kind = std::ranges::find_if(
                lacks, [&](NsKind one) { return finding.path.endsWith(nameOf(one)); });
            QVERIFY2(kind != lacks.end(), qPrintable(finding.path));
            QCOMPARE(finding.expected, infoOf(*kind).since);
            named << *kind;
        }
    }
    QCOMPARE(named.size(), lacks.size());
    QVERIFY(hasErrors(made.findings));

    const auto facet
        = takeFacet(FacetKind::Namespaces, Vantage{.proc = proc.get(), .pid = u"self"_s});
    QVERIFY(facet.has_value());
    const auto &namespaces = std::get<NamespacesFacet>(*facet);
    QCOMPARE(namespaces.diagnostics.size(), lacks.size());
    QCOMPARE(namespaces.of(NsKind::Uts).value_or(NamespaceIdentity{}).inode, 4026531838U);
}

void RecordedProcTest::equalWhenTakenAgain()
{
    for (const FacetKind kind : kAllFacets) {
        const Vantage vantage{.proc = m_proc.get(), .pid = u"self"_s};
        QVERIFY2(takeFacet(kind, vantage) == takeFacet(kind, vantage), nameOf(kind).data());
    }
}

QTEST_APPLESS_MAIN(RecordedProcTest)
#include "tst_recordedproc.moc"
