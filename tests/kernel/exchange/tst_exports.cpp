// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kernel/exchange/exportedrun.h"
#include "tests/support/containers.h"
#include "tests/support/oracletest.h"
#include "tests/support/require.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

#include <unistd.h>

using namespace nsw;
using namespace nsw::test;
using Qt::StringLiterals::operator""_s;

namespace
{

bool hasFinding(const Exported &exported, FindingCode code, const QString &path)
{
    return std::ranges::any_of(exported.findings, [&](const Finding &finding) {
        return finding.code == code && finding.path.contains(path);
    });
}

/** The place itself, and not one below it. */
bool isLeftOut(const Exported &exported, const QString &path)
{
    return std::ranges::any_of(exported.findings, [&](const Finding &finding) {
        return finding.code == FindingCode::ExportLeftOut && finding.path == path;
    });
}

/** What may differ, because the export says so. */
QStringList toldOf(const Exported &exported)
{
    QStringList keys;
    for (const NsKind kind : kAllKinds) {
        const QString place = u"containers[0].namespaces."_s + nameOf(kind);
        if (hasFinding(exported, FindingCode::ExportAlwaysNew, place)
            || isLeftOut(exported, place + u".new"_s)) {
            keys << u"ns-"_s + infoOf(kind).procName;
        }
    }
    if (isLeftOut(exported, u"containers[0].namespaces.time.new"_s)) {
        keys << u"offsets"_s;
    }
    if (hasFinding(exported, FindingCode::ExportLeftOut, u"domainname"_s)) {
        keys << u"domainname"_s;
    }
    const auto leaves = [&](const QString &what) {
        return std::ranges::any_of(exported.findings, [&](const Finding &finding) {
            return finding.code == FindingCode::ExportRuntimeDecides && finding.found == what;
        });
    };
    for (const QString &what : {u"setgroups"_s, u"capabilities"_s}) {
        if (leaves(what)) {
            keys << what;
        }
    }
    if (leaves(u"pid"_s)) {
        keys << u"ns-pid"_s;
    }
    if (hasFinding(exported, FindingCode::ExportLeftOut, u"user.new.setgroups"_s)) {
        keys << u"setgroups"_s;
    }
    if (hasFinding(exported, FindingCode::ExportLeftOut, u"user.new.uidMap"_s)) {
        keys << u"uid_map"_s << u"uid"_s;
    }
    if (hasFinding(exported, FindingCode::ExportLeftOut, u"user.new.gidMap"_s)) {
        keys << u"gid_map"_s << u"gid"_s;
    }
    if (hasFinding(exported, FindingCode::ExportNeedsRoot, u"namespaces.user"_s) && getuid() != 0) {
        // Without root's rights it makes itself a user namespace.
        keys << u"ns-user"_s << u"uid_map"_s << u"gid_map"_s << u"uid"_s << u"gid"_s
             << u"setgroups"_s;
    }
    if (std::ranges::any_of(exported.findings, [](const Finding &finding) {
            return finding.code == FindingCode::ExportAddsOptions
                && finding.found.startsWith(u"size="_s);
        })) {
        keys << u"size"_s;
    }
    if (hasFinding(exported, FindingCode::ExportLoopbackUp, {})) {
        keys << u"loopback"_s;
    }
    if (std::ranges::any_of(exported.findings, [](const Finding &finding) {
            return finding.code == FindingCode::ExportLeftOut && finding.found == u"overlay"_s;
        })) {
        keys << u"bound"_s << u"writable"_s; // what is at its target
    }
    if (hasFinding(exported, FindingCode::ExportLeftOut, u"network.new.veth"_s)) {
        keys << u"cable"_s;
    }
    if (isLeftOut(exported, u"containers[0].namespaces.network.new.veth"_s)) {
        keys << u"links"_s;
    }
    if (hasFinding(exported, FindingCode::ExportLeftOut, u"pid.new.init"_s)) {
        keys << u"first"_s;
    }
    if (hasFinding(exported, FindingCode::ExportLeftOut, u"pid.new.mountProc"_s)) {
        keys << u"init"_s; // as another /proc shows it
    }
    // What is in a namespace that nobody asked for.
    if (keys.contains(u"ns-uts"_s)) {
        keys << u"hostname"_s << u"domainname"_s;
    }
    if (keys.contains(u"ns-pid"_s)) {
        keys << u"first"_s << u"init"_s;
    }
    return keys;
}

/** New or not, in place of which one it is. */
Seen related(Seen seen)
{
    for (const NsKind kind : kAllKinds) {
        const QString name = infoOf(kind).procName;
        QString &link = seen[u"ns-"_s + name];
        const QString own = QFileInfo(u"/proc/self/ns/"_s + name).symLinkTarget();
        link = own.endsWith(link) ? u"shared"_s : u"new"_s;
    }
    return seen;
}

/** Not of a user namespace, in which the tests of an ordinary user run. */
bool isRootOfTheMachine()
{
    QFile map(u"/proc/self/uid_map"_s);
    return ::getuid() == 0 && map.open(QIODevice::ReadOnly)
        && map.readAll().simplified() == "0 0 4294967295";
}

/** systemd-nspawn(1) mounts file systems that only root of the machine may; cables are root's, too.
 */
bool isRunHere(ExportFormat form, const QString &name, const Configuration &example)
{
    const bool isOfRoot = form == ExportFormat::Nspawn || hasCable(example);
    return !isOfRoot || (isRootOfTheMachine() && name != u"more");
}

} // namespace

/** Each export of each example, run for real, against this program's own run of it. */
class TestExports : public OracleTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        NSW_REQUIRE(ranProgram(u"unshare"_s, {u"-Ur"_s, u"true"_s}).exit == 0,
                    "no user namespaces");
        // What systemd-nspawn(1) keeps of its own on the machine.
        for (const QString &kept :
             {u"nspawn/propagate"_s, u"nspawn/unix-export"_s, u"nspawn-root"_s, u"nspawn-uid"_s}) {
            QVERIFY(getuid() != 0 || QDir().mkpath(u"/run/systemd/"_s + kept));
        }
        // Without a systemd, these groups too, which hold nobody afterwards.
        for (const QString &group : m_groups) {
            QDir().mkdir(group);
        }
        const QString wrong = m_bench.build();
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }

    void sameAsOurs_data()
    {
        QTest::addColumn<QString>("example");
        QTest::addColumn<int>("format");
        const QMap<QString, Configuration> examples = exampleConfigurations();
        // Each file is one of them, and there is one more.
        const QDir files(u"" NSW_EXAMPLES ""_s);
        QCOMPARE(examples.size(), files.entryList({u"*.json"_s}, QDir::Files).size() + 1);
        for (const QString &example : examples.keys()) {
            for (const ExportFormat format : kExportFormats) {
                if (isRunHere(format, example, examples.value(example))) {
                    const QString row = example + u' ' + nameOf(format);
                    QTest::newRow(qPrintable(row)) << example << static_cast<int>(format);
                }
            }
        }
    }

    void sameAsOurs()
    {
        QFETCH(const QString, example);
        QFETCH(const int, format);
        const auto form = static_cast<ExportFormat>(format);
        const Exported exported = m_bench.exported(example, form);
        const Ran ran = m_bench.run(example, form);
        ++m_runs[form];
        if (m_bench.isMeantToFail(example)) {
            // Whoever makes the mounts in an order of its own may have them, and says so.
            const QString place = u"mount.new.propagation"_s;
            QVERIFY(ran.exit != 0 || hasFinding(exported, FindingCode::ExportOwnPropagation, place)
                    || hasFinding(exported, FindingCode::ExportRuntimeDecides, place));
            return;
        }
        if (!m_own.contains(example)) {
            const Ran own = m_bench.ownRun(example);
            QVERIFY2(own.exit == 0, own.errors.constData());
            m_own.insert(example, related(seenIn(own.output)));
        }
        QVERIFY2(ran.exit == 0, QByteArray(ran.errors + ran.output).constData());
        const Seen seen = related(seenIn(ran.output));
        QStringList told = toldOf(exported);
        if (example == u"more") {
            told << u"init"_s; // each has one of its own
        }
        const Seen own = m_own.value(example);
        QVERIFY(own.size() > 20);
        if (told.contains(u"uid"_s) && seen[u"uid"_s] != own[u"uid"_s]) {
            told << u"capabilities"_s << u"prompt"_s; // as root has them, and nobody else
        }
        for (auto it = own.cbegin(); it != own.cend(); ++it) {
            if (!told.contains(it.key())) {
                QVERIFY2(seen.value(it.key()) == it.value(),
                         qPrintable(it.key() + u": "_s + seen.value(it.key()) + u", ours: "_s
                                    + it.value()));
            }
        }
    }

    /** Nothing is left out but what this machine can't do, and that is told. */
    void everyFormWasRun()
    {
        if (m_runs.isEmpty()) {
            return; // one case alone was asked for
        }
        const QMap<QString, Configuration> examples = exampleConfigurations();
        for (const ExportFormat form : kExportFormats) {
            int expected = 0;
            for (const auto &[name, example] : examples.asKeyValueRange()) {
                expected += isRunHere(form, name, example) ? 1 : 0;
            }
            qInfo("%s: %d of %lld examples were run",
                  nameOf(form).data(),
                  m_runs.value(form),
                  static_cast<long long>(examples.size()));
            QCOMPARE(m_runs.value(form), expected);
        }
    }

    /** Of a process, by its number and by a file, with one that is new. */
    void joins_data()
    {
        QTest::addColumn<int>("method");
        QTest::newRow("clone") << static_cast<int>(Method::Clone);
        QTest::newRow("unshare") << static_cast<int>(Method::Unshare);
    }

    void joins()
    {
        QFETCH(const int, method);
        QProcess target;
        const auto ending = qScopeGuard([&target] {
            target.kill();
            target.waitForFinished();
        });
        target.start(
            u"unshare"_s,
            {u"-Urnu"_s, u"sh"_s, u"-c"_s, u"hostname joined; echo ready; exec sleep 1000"_s});
        QVERIFY(target.waitForReadyRead());
        const auto pid = static_cast<std::int32_t>(target.processId());
        const QString links = u"/proc/%1/ns/"_s.arg(pid);
        Container container;
        container.method = static_cast<Method>(method);
        container.namespaces.user = Join{JoinPid{pid}};
        container.namespaces.uts = Join{JoinPid{pid}};
        container.namespaces.network = Join{JoinPath{links + u"net"_s}};
        container.namespaces.ipc = NewIpc{};
        Configuration configuration;
        configuration.containers << container;
        const QString wrong = m_bench.add(u"joined"_s, configuration);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        for (const ExportFormat format : {ExportFormat::Shell, ExportFormat::C}) {
            const Ran ran = m_bench.run(u"joined"_s, format);
            QVERIFY2(ran.exit == 0, ran.errors.constData());
            const Seen seen = seenIn(ran.output);
            for (const QString &name : {u"user"_s, u"net"_s, u"uts"_s}) {
                QVERIFY(QFileInfo(links + name).symLinkTarget().endsWith(seen[u"ns-"_s + name]));
            }
            QCOMPARE(seen[u"hostname"_s], u"joined"_s);
            QCOMPARE(related(seen)[u"ns-ipc"_s], u"new"_s);
            QCOMPARE(related(seen)[u"ns-mnt"_s], u"shared"_s);
        }
    }

    /** A step that the kernel refuses is refused to this program as to the others. */
    void meantToFail()
    {
        QStringList failing;
        for (const QString &example : exampleConfigurations().keys()) {
            if (m_bench.isMeantToFail(example)) {
                QVERIFY(m_bench.ownRun(example).exit != 0);
                failing << example;
            }
        }
        QCOMPARE(failing, QStringList{u"mount-unbindable"_s});
    }

    void hostileWords()
    {
        const QByteArray expected = (hostileText() + hostileText()).toUtf8();
        QCOMPARE(m_bench.ownRun(u"hostile"_s).output, expected);
        for (const ExportFormat format : {ExportFormat::Shell,
                                          ExportFormat::C,
                                          ExportFormat::Go,
                                          ExportFormat::Oci,
                                          ExportFormat::Bwrap}) {
            const Ran ran = m_bench.run(u"hostile"_s, format);
            QVERIFY2(ran.output == expected,
                     QByteArray(nameOf(format).data() + ran.errors + ran.output).constData());
        }
    }

    void cleanupTestCase()
    {
        for (const QString &group : m_groups) {
            QDir().rmdir(group);
        }
    }

    /** What runs outside learns how the command ended. */
    void statusIsPassedOn()
    {
        for (const ExportFormat format : {ExportFormat::Shell,
                                          ExportFormat::C,
                                          ExportFormat::Go,
                                          ExportFormat::Oci,
                                          ExportFormat::Bwrap}) {
            QCOMPARE(m_bench.run(u"failing"_s, format).exit, 7);
        }
    }

    void commandLine()
    {
        const QString program = u"" NSW_PROGRAM ""_s;
        const QTemporaryDir directory;
        const QString example = u"" NSW_EXAMPLES "/uts.json"_s;
        const QString script = directory.filePath(u"red.sh"_s);
        const Ran exporting
            = ranProgram(program, {u"export"_s, u"--as"_s, u"sh"_s, example, u"-o"_s, script});
        QVERIFY2(exporting.exit == 0, exporting.errors.constData());
        QVERIFY(exporting.output.isEmpty());
        QVERIFY(exporting.errors.contains("containers[0].namespaces.pid"));
        QVERIFY(QFileInfo(script).isExecutable());
        const Ran importing = ranProgram(program, {u"import"_s, script});
        QVERIFY2(importing.exit == 0, importing.errors.constData());
        QVERIFY(importing.output.contains("\"uts\""));

        const Ran words = ranProgram(
            program,
            {u"import"_s, u"--json"_s, u"--"_s, u"unshare"_s, u"-Ur"_s, u"--root=/x"_s, u"id"_s});
        QCOMPARE(words.exit, 0);
        const QJsonObject object = QJsonDocument::fromJson(words.output).object();
        QVERIFY(object.value(u"configuration"_s).isObject());
        QCOMPARE(object.value(u"findings"_s).toArray().size(), 1);
        const Ran json = ranProgram(program, {u"export"_s, u"--as=oci"_s, u"--json"_s, example});
        QVERIFY(QJsonDocument::fromJson(json.output).object().value(u"text"_s).isString());

        QCOMPARE(ranProgram(program, {u"export"_s, example}).exit, 2);
        QCOMPARE(ranProgram(program, {u"export"_s, u"--as"_s, u"cobol"_s, example}).exit, 2);
        QCOMPARE(ranProgram(program, {u"import"_s, u"/nowhere"_s}).exit, 2);
        QCOMPARE(ranProgram(program, {u"import"_s, u"--"_s, u"id"_s}).exit, 2);
    }

private:
    const QStringList m_groups{u"/sys/fs/cgroup/payload"_s, u"/sys/fs/cgroup/supervisor"_s};
    ExportBench m_bench;
    QMap<QString, Seen> m_own;
    QMap<ExportFormat, int> m_runs;
};

QTEST_GUILESS_MAIN(TestExports)
#include "tst_exports.moc"
