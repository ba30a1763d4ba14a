// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/export.h"
#include "core/exchange/import.h"
#include "core/store/configurationfile.h"
#include "tests/support/containers.h"

#include <QDir>
#include <QTest>

using namespace nsw;
using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;
using Qt::StringLiterals::operator""_ba;

namespace
{

constexpr ImportUser kSomebody{.uid = 1000, .gid = 100};

QStringList codesIn(const Findings &findings)
{
    QStringList codes;
    for (const Finding &finding : findings) {
        codes << nameOf(finding.code) + u' ' + finding.path;
    }
    return codes;
}

Container importedContainer(const QByteArray &members)
{
    const auto configuration
        = parseConfiguration(R"({"version": 1, "containers": [{"name": "unshare",
            "method": "unshare", )"_ba
                             + members + "}]}"_ba);
    if (!configuration) {
        qFatal("%s: %s", members.constData(), qPrintable(configuration.error().path));
    }
    return configuration->containers.first();
}

/** In a user namespace binds are recursive whether or not they say so, and a bundle says so. */
Container withoutRecursion(Container container)
{
    NewMount *mount = container.namespaces.isNew(NsKind::Mount)
        ? std::get_if<NewMount>(&*container.namespaces.mount)
        : nullptr;
    if (mount != nullptr && container.namespaces.user) {
        for (MountEntry &entry : mount->mounts) {
            entry.options.removeAll(u"rbind"_s);
        }
    }
    return container;
}

/** The container as it is left when what the findings of an export as OCI tell of is lost. */
Container asTold(Container container, const Findings &findings)
{
    for (const Finding &finding : findings) {
        if (finding.code == FindingCode::ExportLoopbackUp) {
            std::get<NewNetwork>(*container.namespaces.network).loopback = true;
        } else if (finding.code == FindingCode::ExportOtherMethod) {
            container.method = Method::Clone;
        } else if (finding.code == FindingCode::ExportOwnDirectory) {
            container.workingDirectory = finding.found;
        } else if (finding.path.endsWith(u".veth"_s)) {
            std::get<NewNetwork>(*container.namespaces.network).veth.reset();
        } else if (finding.found == nameOf(MountType::Overlay)) {
            std::get<NewMount>(*container.namespaces.mount)
                .mounts.removeIf(
                    [](const MountEntry &entry) { return entry.type == MountType::Overlay; });
        }
    }
    return container;
}

} // namespace

class TestImports : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void unshare_data();
    void unshare();
    void refused_data();
    void refused();
    void whatIsLeftOut_data();
    void whatIsLeftOut();
    void everyExampleThroughOci();
    void everyExampleThroughAScript();
    void ociInDetail();
    void bounded();
};

void TestImports::unshare_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("members");
    const auto row = [](const char *line, const char *members) {
        QTest::newRow(line) << QByteArray(line) << QByteArray(members);
    };
    const char *rootMaps = R"("namespaces": {"user": {"new": {}}, "uts": {"new": {}}},
        "command": ["sh"])";
    row("unshare -Uru", rootMaps);
    row("unshare --user --map-root-user --uts sh", rootMaps);
    row("/usr/bin/unshare --map-root --ut -- sh", rootMaps);
    row("exec unshare -r \\\n -u # and a comment\n", rootMaps);
    row("unshare -U id", R"("namespaces": {"user": {"new": {"uidMap": [], "gidMap": [],
        "setgroups": "allow"}}}, "command": ["id"])");
    row("unshare -c id", R"("namespaces": {"user": {"new": {
        "uidMap": [{"inside": 1000, "outside": "self"}],
        "gidMap": [{"inside": 100, "outside": "self"}]}}}, "command": ["id"])");
    row("unshare --map-user=5 --map-group 6 id", R"("namespaces": {"user": {"new": {
        "uidMap": [{"inside": 5, "outside": "self"}],
        "gidMap": [{"inside": 6, "outside": "self"}]}}}, "command": ["id"])");
    row("unshare --map-users=0:100000:10 --map-users=10:$(id -u):1 --map-groups=100000,0,10 -S0 -G "
        "0 id",
        R"("namespaces": {"user": {"new": {
        "uidMap": [{"inside": 0, "outside": 100000, "count": 10}, {"inside": 10, "outside": "self"}],
        "gidMap": [{"inside": 0, "outside": 100000, "count": 10}],
        "setgroups": "allow"}}}, "command": ["id"])");
    row("unshare -mipnCT --fork --kill-child --mount-proc --propagation slave --monotonic 5 "
        "--boottime=-7 -w /srv sh -c 'echo \"it'\\''s\"' -x",
        R"("namespaces": {"mount": {"new": {"propagation": "slave"}}, "ipc": {"new": {}},
        "pid": {"new": {}}, "network": {"new": {"loopback": false}}, "cgroup": {"new": {}},
        "time": {"new": {"monotonicOffset": 5, "boottimeOffset": -7}}},
        "command": ["sh", "-c", "echo \"it's\"", "-x"], "workingDirectory": "/srv")");
    row("unshare -p id",
        R"("namespaces": {"pid": {"new": {"mountProc": false}}}, "command": ["id"])");
    row("unshare --mount-proc=/p -fp id", R"("namespaces": {"pid": {"new": {"mountProc": false}},
        "mount": {"new": {"mounts": [{"type": "proc", "target": "/p"}]}}}, "command": ["id"])");
}

void TestImports::unshare()
{
    QFETCH(const QByteArray, line);
    QFETCH(const QByteArray, members);
    const Imported imported = importText(line, kSomebody);
    QCOMPARE(codesIn(imported.findings), QStringList());
    QVERIFY(imported.configuration);
    QCOMPARE(writeConfiguration(*imported.configuration),
             writeConfiguration({.name = {}, .containers = {importedContainer(members)}}));
}

void TestImports::refused_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *line, const QString &code) {
        QTest::newRow(line) << QByteArray(line) << code;
    };
    row("", u"import-not-unshare "_s);
    row("nsenter -t 1 sh", u"import-not-unshare "_s);
    row("unshare --bogus", u"import-unknown-option "_s);
    row("unshare -z", u"import-unknown-option "_s);
    row("unshare --map", u"import-unknown-option "_s); // of several
    row("unshare --fork=yes", u"import-unknown-option "_s);
    row("unshare --help", u"import-unknown-option "_s);
    row("unshare -T --monotonic", u"import-needs-value "_s);
    row("unshare --monotonic 5", u"import-needs-option "_s);
    row("unshare -T --monotonic soon", u"import-bad-value --monotonic"_s);
    row("unshare --propagation unbindable", u"import-bad-value --propagation"_s);
    row("unshare --map-users 1:2", u"import-bad-value --map-users"_s);
    row("unshare --map-user root", u"import-bad-value --map-user"_s);
    row("unshare --setgroups maybe", u"import-bad-value --setgroups"_s);
    row("unshare -w srv", u"path-not-absolute containers[0].workingDirectory"_s);
    row("unshare 'sh", u"import-quote "_s);
    row("unshare \"sh", u"import-quote "_s);
    row("unshare sh -c $HOME", u"import-expansion "_s);
    row("unshare sh | cat", u"import-expansion "_s);
    row("unshare sh > x", u"import-expansion "_s);
    row("unshare \"`id`\"", u"import-expansion "_s);
    row("{\"ociVersion\": \"2.0\"}", u"unsupported-version ociVersion"_s);
    row("{\"ociVersion\": \"1.0\", ", u"syntax "_s);
    row("{\"ociVersion\": \"1.0\", \"ociVersion\": \"1.0\"}", u"not-one-alternative "_s);
    row("{\"ociVersion\": \"1.0\", \"process\": []}", u"wrong-type process"_s);
    row("{\"ociVersion\": \"1.0\", \"process\": {\"args\": [1]}}", u"wrong-type process.args[0]"_s);
    row("{\"ociVersion\": \"1.0\", \"linux\": {\"namespaces\": [{\"type\": \"utz\"}]}}",
        u"unknown-name linux.namespaces[0].type"_s);
    row("{\"ociVersion\": \"1.0\", \"linux\": {\"namespaces\": [{\"type\": \"user\"}], "
        "\"uidMappings\": [{\"containerID\": -1, \"hostID\": 0, \"size\": 1}]}}",
        u"out-of-range linux.uidMappings[0].containerID"_s);
}

void TestImports::refused()
{
    QFETCH(const QByteArray, line);
    QFETCH(const QString, code);
    const Imported imported = importText(line, kSomebody);
    QVERIFY(!imported.configuration);
    QVERIFY2(codesIn(imported.findings).contains(code),
             qPrintable(codesIn(imported.findings).join(u'\n')));
}

void TestImports::whatIsLeftOut_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("places");
    const auto row = [](const char *text, const QStringList &places) {
        QTest::newRow(text) << QByteArray(text) << places;
    };
    row("unshare --mount=/run/m --root / --map-auto --kill-child=TERM --keep-caps -S 5 true",
        {u"--mount"_s,
         u"--root"_s,
         u"--map-auto"_s,
         u"--kill-child"_s,
         u"--keep-caps"_s,
         u"--setuid"_s});
    row("unshare -u true; reboot", {QString()});
    row(R"({"ociVersion": "1.2.0", "root": {"path": "/r"}, "hostname": "red", "hooks": {},
        "process": {"args": ["sh"], "cwd": "/", "user": {"uid": 7, "umask": 2}, "rlimits": []},
        "mounts": [{"destination": "/dev/pts", "type": "devpts", "source": "devpts"},
            {"destination": "/t", "type": "tmpfs", "source": "tmpfs", "options": ["strictatime"]}],
        "linux": {"namespaces": [{"type": "mount"}], "seccomp": {}}})",
        {u"mounts[0].type"_s,
         u"mounts[1].options[0]"_s,
         u"process.user.uid"_s,
         u"process.user.umask"_s,
         u"process.rlimits"_s,
         u"root"_s,
         u"linux.seccomp"_s,
         u"hooks"_s,
         u"hostname"_s});
}

void TestImports::whatIsLeftOut()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QStringList, places);
    const Imported imported = importText(text, kSomebody);
    QVERIFY(imported.configuration);
    QStringList told;
    for (const Finding &finding : imported.findings) {
        QCOMPARE(finding.code, FindingCode::ImportLeftOut);
        QVERIFY(!finding.found.isEmpty());
        told << finding.path;
    }
    QCOMPARE(told, places);
}

/** What an export as OCI says comes back, but for what it says that it loses. */
void TestImports::everyExampleThroughOci()
{
    const QDir directory(u"" NSW_EXAMPLES ""_s);
    ExportHost host;
    host.facts.uid = kSomebody.uid;
    host.facts.gid = kSomebody.gid;
    host.rootDirectories = {u"etc"_s, u"proc"_s, u"usr"_s};
    for (const QString &file : directory.entryList({u"*.json"_s}, QDir::Files)) {
        const auto configuration = loadConfiguration(directory.filePath(file));
        QVERIFY(configuration);
        const Exported exported = exportAs(ExportFormat::Oci, *configuration, host);
        const Imported back = importOci(exported.text.toUtf8(), kSomebody);
        QVERIFY2(back.configuration, qPrintable(codesIn(back.findings).join(u'\n')));
        Container container = back.configuration->containers.first();
        container.environment.remove(u"PATH"_s);
        container.environment.remove(u"TERM"_s);
        const Container original = asTold(configuration->containers.first(), exported.findings);
        container.name = original.name;
        if (!original.namespaces.mount) {
            container.namespaces.mount.reset(); // always new in this form
        }
        QCOMPARE(writeConfiguration({.name = {}, .containers = {withoutRecursion(container)}}),
                 writeConfiguration({.name = {}, .containers = {withoutRecursion(original)}}));
    }
}

void TestImports::everyExampleThroughAScript()
{
    const QDir directory(u"" NSW_EXAMPLES ""_s);
    for (const QString &file : directory.entryList({u"*.json"_s}, QDir::Files)) {
        const auto configuration = loadConfiguration(directory.filePath(file));
        QVERIFY(configuration);
        const Exported exported = exportAs(ExportFormat::Shell, *configuration, {});
        const Imported back = importText(exported.text.toUtf8(), kSomebody);
        if (configuration->containers.first().namespaces.newKinds().isEmpty()) {
            // Nothing is made new, so there is no unshare(1) in the script.
            QCOMPARE(codesIn(back.findings), QStringList{u"import-not-unshare "_s});
            continue;
        }
        if (test::hasCable(*configuration)) {
            // It is laid by commands outside, which are no options of unshare(1).
            QCOMPARE(codesIn(back.findings), QStringList{u"import-expansion "_s});
            continue;
        }
        QVERIFY2(back.configuration, qPrintable(codesIn(back.findings).join(u'\n')));
        const Namespaces &read = back.configuration->containers.first().namespaces;
        const Namespaces &original = configuration->containers.first().namespaces;
        QCOMPARE(read.newKinds(), original.newKinds());
        QVERIFY(read.user == original.user);
        QVERIFY(read.time == original.time);
        QVERIFY(read.pid == original.pid);
    }
}

void TestImports::ociInDetail()
{
    const Imported imported = importText(R"({"ociVersion": "1.0.2", "hostname": "red",
        "process": {"args": ["id"], "cwd": "/srv", "env": ["A=b=c"]},
        "mounts": [{"destination": "/proc", "type": "proc", "source": "proc"},
            {"destination": "/mnt", "type": "none", "source": "/etc",
             "options": ["rbind", "rro", "nosuid"]},
            {"destination": "/t", "type": "tmpfs", "source": "tmpfs",
             "options": ["size=16m", "mode=755"]}],
        "linux": {"namespaces": [{"type": "pid"}, {"type": "mount"}, {"type": "uts"},
            {"type": "network", "path": "/run/netns/blue"}, {"type": "user"}],
            "uidMappings": [{"containerID": 0, "hostID": 1000, "size": 1},
                {"containerID": 1, "hostID": 100000, "size": 65536}],
            "rootfsPropagation": "rslave"}})"_ba,
                                         kSomebody);
    QCOMPARE(codesIn(imported.findings), QStringList());
    QVERIFY(imported.configuration);
    QByteArray expected
        = writeConfiguration({.name = {}, .containers = {importedContainer(R"("namespaces": {
        "user": {"new": {"uidMap": [{"inside": 0, "outside": "self"},
            {"inside": 1, "outside": 100000, "count": 65536}], "gidMap": []}},
        "mount": {"new": {"propagation": "slave", "mounts": [
            {"type": "bind", "source": "/etc", "target": "/mnt",
             "options": ["rbind", "ro", "nosuid"]},
            {"type": "tmpfs", "target": "/t", "options": ["size=16m", "mode=755"]}]}},
        "pid": {"new": {}}, "uts": {"new": {"hostname": "red"}},
        "network": {"join": {"path": "/run/netns/blue"}}},
        "command": ["id"], "workingDirectory": "/srv", "environment": {"A": "b=c"})"_ba)}});
    expected.replace("\"method\": \"unshare\"", "\"method\": \"clone\"");
    expected.replace("\"name\": \"unshare\"", "\"name\": \"red\"");
    QCOMPARE(writeConfiguration(*imported.configuration), expected);
}

void TestImports::bounded()
{
    const QByteArray large(kMaxConfigurationSize + 1, ' ');
    QCOMPARE(codesIn(importText(large, kSomebody).findings), QStringList{u"too-large "_s});
    QCOMPARE(codesIn(importOci(large, kSomebody).findings), QStringList{u"too-large "_s});
    // Deep nesting is an error, not the end of the stack.
    const QByteArray deep = "{\"ociVersion\": \"1.0\", \"x\": " + QByteArray(200'000, '[') + "}";
    QVERIFY(!importText(deep, kSomebody).configuration);
}

QTEST_GUILESS_MAIN(TestImports)
#include "tst_imports.moc"
