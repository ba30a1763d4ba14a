// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/export.h"
#include "core/store/configurationfile.h"

#include <QTest>

using namespace nsw;
using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_ba;

namespace
{

Configuration exportedConfiguration(const QByteArray &members)
{
    const auto configuration = parseConfiguration(
        R"({"version": 1, "containers": [{"name": "red", )"_ba + members + "}]}"_ba);
    if (!configuration) {
        qFatal("%s: %s", members.constData(), qPrintable(configuration.error().path));
    }
    return *configuration;
}

ExportHost ordinaryHost()
{
    ExportHost host;
    host.facts.uid = 1000;
    host.facts.gid = 100;
    host.facts.supported = QList<NsKind>(kAllKinds.begin(), kAllKinds.end());
    host.rootDirectories = {u"etc"_s, u"proc"_s, u"usr"_s};
    return host;
}

/** "code path" of each, in order. */
QStringList codesOf(const Exported &exported)
{
    QStringList codes;
    for (const Finding &finding : exported.findings) {
        codes << nameOf(finding.code) + u' ' + finding.path.section(u'.', 1);
    }
    return codes;
}

QByteArray everything()
{
    return R"("method": "unshare", "namespaces": {
        "user": {"new": {"uidMap": [{"inside": 0, "outside": 100000, "count": 10}], "gidMap": []}},
        "mount": {"new": {"mounts": [{"type": "sysfs", "target": "/mnt"},
            {"type": "bind", "source": "/etc", "target": "/srv", "options": ["noexec"]}]}},
        "pid": {"new": {"init": true}}, "uts": {"new": {"domainname": "lab"}},
        "network": {"new": {"loopback": false}}, "time": {"new": {}}}, "command": ["sh"])"_ba;
}

} // namespace

class TestExchange : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void losses_data()
    {
        QTest::addColumn<int>("format");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](ExportFormat format, const QStringList &expected) {
            QTest::newRow(nameOf(format).data()) << static_cast<int>(format) << expected;
        };
        row(ExportFormat::Shell,
            {u"export-top-mount-only namespaces.mount.new.mounts[1].options"_s});
        row(ExportFormat::C, {});
        row(ExportFormat::Go, {u"export-other-method method"_s});
        row(ExportFormat::Oci,
            {u"export-other-method method"_s,
             u"export-left-out namespaces.pid.new.init"_s,
             u"export-loopback-up namespaces.network.new.loopback"_s,
             u"export-left-out namespaces.user.new.gidMap"_s});
        row(ExportFormat::Bwrap,
            {u"export-other-method method"_s,
             u"export-left-out namespaces.user.new.uidMap"_s,
             u"export-left-out namespaces.user.new.gidMap"_s,
             u"export-left-out namespaces.uts.new.domainname"_s,
             u"export-loopback-up namespaces.network.new.loopback"_s,
             u"export-left-out namespaces.time.new"_s,
             u"export-left-out namespaces.mount.new.mounts[0]"_s,
             u"export-left-out namespaces.mount.new.mounts[1].options"_s});
        row(ExportFormat::Nspawn,
            {u"export-always-new namespaces.ipc"_s,
             u"export-always-new namespaces.cgroup"_s,
             u"export-needs-root namespaces"_s,
             u"export-left-out namespaces.user.new.uidMap"_s,
             u"export-left-out namespaces.uts.new.domainname"_s,
             u"export-left-out namespaces.time.new"_s,
             u"export-left-out namespaces.mount.new.mounts[0]"_s,
             u"export-left-out namespaces.mount.new.mounts[1].options"_s});
    }

    /** Each is told of, with the place of the field. */
    void losses()
    {
        QFETCH(const int, format);
        QFETCH(const QStringList, expected);
        const Exported exported = exportAs(
            static_cast<ExportFormat>(format), exportedConfiguration(everything()), ordinaryHost());
        QVERIFY(!exported.text.isEmpty());
        const QStringList told = codesOf(exported);
        for (const QString &one : expected) {
            QVERIFY2(told.contains(one), qPrintable(one + u" not in "_s + told.join(u'\n')));
        }
        if (expected.isEmpty()) {
            QCOMPARE(told, expected);
        }
    }

    void nothingIsExportedOfWhatIsWrong()
    {
        const Configuration wrong
            = exportedConfiguration(R"("namespaces": {"uts": {"new": {"hostname": "a\nb"}}})"_ba);
        for (const ExportFormat format : kExportFormats) {
            const Exported exported = exportAs(format, wrong, ordinaryHost());
            QVERIFY(exported.text.isEmpty());
            QVERIFY(hasErrors(exported.findings));
        }
    }

    /** What can't be done on this machine may be meant for another one. */
    void aMachineThatCannotDoIt()
    {
        ExportHost host = ordinaryHost();
        host.facts.supported = {};
        const Configuration configuration
            = exportedConfiguration(R"("namespaces": {"uts": {"new": {"hostname": "red"}}})"_ba);
        for (const ExportFormat format : kExportFormats) {
            QVERIFY(exportAs(format, configuration, host).text.contains(u"red"_s));
        }
    }

    void theIdOfWhoeverRunsIt()
    {
        const Configuration configuration
            = exportedConfiguration(R"("namespaces": {"user": {"new": {}}})"_ba);
        const ExportHost host = ordinaryHost();
        QVERIFY(exportAs(ExportFormat::C, configuration, host).text.contains(u"geteuid()"_s));
        QVERIFY(exportAs(ExportFormat::Go, configuration, host).text.contains(u"os.Geteuid()"_s));
        const Exported oci = exportAs(ExportFormat::Oci, configuration, host);
        QVERIFY(oci.text.contains(u"\"hostID\": 1000"_s));
        QVERIFY(codesOf(oci).contains(u"export-fixed-id namespaces.user.new.uidMap"_s));
    }

    void setgroupsWithoutAMap()
    {
        const Configuration none = exportedConfiguration(
            R"("namespaces": {"user": {"new": {"uidMap": [], "gidMap": []}}})"_ba);
        const ExportHost host = ordinaryHost();
        QVERIFY(exportAs(ExportFormat::Shell, none, host).text.contains(u"--setgroups deny"_s));
        QVERIFY(exportAs(ExportFormat::Go, none, host).text.contains(u"/proc/self/setgroups"_s));
        const QStringList told = codesOf(exportAs(ExportFormat::Oci, none, host));
        QVERIFY(told.contains(u"export-left-out namespaces.user.new.uidMap"_s));
        QVERIFY(told.contains(u"export-left-out namespaces.user.new.gidMap"_s));
        // With a range it is too late for unshare(1) to deny it.
        const Configuration range = exportedConfiguration(R"("namespaces": {"user": {"new": {
            "gidMap": [{"inside": 0, "outside": 100000, "count": 10}]}}})"_ba);
        QVERIFY(codesOf(exportAs(ExportFormat::Shell, range, host))
                    .contains(u"export-left-out namespaces.user.new.setgroups"_s));
    }

    /** A runtime fails when it is to give what root does not have. */
    void capabilitiesOfTheMachine()
    {
        ExportHost host = ordinaryHost();
        host.facts.uid = 0;
        host.capabilityBound = ~(std::uint64_t{1} << 24U);
        const QString resource = u"CAP_SYS_RESOURCE"_s;
        const Configuration plain = exportedConfiguration(R"("namespaces": {})"_ba);
        const QString text = exportAs(ExportFormat::Oci, plain, host).text;
        QVERIFY(!text.contains(resource));
        QVERIFY(text.contains(u"CAP_SYS_TIME"_s));
        const Configuration owner
            = exportedConfiguration(R"("namespaces": {"user": {"new": {}}})"_ba);
        QVERIFY(exportAs(ExportFormat::Oci, owner, host).text.contains(resource));
    }

    void namesOfFiles()
    {
        Configuration configuration = exportedConfiguration(R"("namespaces": {})"_ba);
        QCOMPARE(fileNameFor(ExportFormat::C, configuration), u"red.c"_s);
        QCOMPARE(fileNameFor(ExportFormat::Oci, configuration), u"config.json"_s);
        configuration.containers.first().name = u"../../etc/passwd"_s;
        QCOMPARE(fileNameFor(ExportFormat::Shell, configuration), u"container.sh"_s);
    }

    void namesEndNoComment()
    {
        Configuration configuration = exportedConfiguration(R"("namespaces": {})"_ba);
        configuration.containers.first().name = u"a */ b\nrm -rf x"_s;
        for (const ExportFormat format : kExportFormats) {
            const QString text = exportAs(format, configuration, ordinaryHost()).text;
            QVERIFY(!text.contains(u"a */ b"_s));
            QVERIFY(!text.contains(u"\nrm"_s));
        }
    }
};

QTEST_GUILESS_MAIN(TestExchange)
#include "tst_exchange.moc"
