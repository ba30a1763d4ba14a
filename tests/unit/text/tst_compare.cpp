// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/compare.h"

#include <QTest>

using namespace nsw;
using Qt::StringLiterals::operator""_s;

namespace
{

ComparisonRow rowCalled(const Comparison &comparison, const QString &label)
{
    for (const ComparisonRow &row : comparison.rows) {
        if (row.label == label) {
            return row;
        }
    }
    return {};
}

Comparison compared(const Facet &outside, const Facet &inside)
{
    const FacetOrError out = outside;
    const FacetOrError in = inside;
    return compare(kindOf(outside), &out, &in);
}

} // namespace

class TestCompare : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namespacesInTheirOrder()
    {
        NamespacesFacet outside;
        NamespacesFacet inside;
        for (const NsKind kind : kAllKinds) {
            outside.of(kind) = NamespaceIdentity{
                .inode = 1, .id = {}, .owner = {}, .parent = {}, .ownerUid = {}};
            inside.of(kind) = NamespaceIdentity{.inode = kind == NsKind::Uts ? 2U : 1U,
                                                .id = {},
                                                .owner = {},
                                                .parent = {},
                                                .ownerUid = {}};
        }
        const Comparison comparison = compared(outside, inside);
        QCOMPARE(comparison.rows.size(), 8);
        QCOMPARE(comparison.rows.at(0).difference, Difference::Same);
        QCOMPARE(comparison.rows.at(1).difference, Difference::Different);
        QCOMPARE(comparison.rows.at(1).inside, u"2"_s);
    }

    void aProcessByItsPidOnEitherSide()
    {
        const Process self{.pids = {4711, 1},
                           .parent = 1,
                           .name = u"sh"_s,
                           .command = u"sh -c x"_s,
                           .state = u"S"_s,
                           .uid = 0,
                           .threads = 1};
        const Process other{.pids = {12},
                            .parent = 1,
                            .name = u"cron"_s,
                            .command = {},
                            .state = u"S"_s,
                            .uid = 0,
                            .threads = 1};
        const Comparison comparison
            = compared(ProcessesFacet{.level = 0, .processes = {other, self}, .diagnostics = {}},
                       ProcessesFacet{.level = 1, .processes = {self}, .diagnostics = {}});
        QCOMPARE(comparison.rows.size(), 2);
        QCOMPARE(
            comparison.rows.at(0),
            (ComparisonRow{u"sh -c x"_s, u"PID 4711"_s, u"PID 1"_s, Difference::Different, 4711}));
        QCOMPARE(comparison.rows.at(1),
                 (ComparisonRow{u"cron"_s, u"PID 12"_s, {}, Difference::OnlyOutside, 12}));
    }

    void whatIsMountedInsideComesFirst()
    {
        const MountPoint root{.id = 1,
                              .parent = 0,
                              .device = u"8:1"_s,
                              .root = u"/"_s,
                              .target = u"/"_s,
                              .options = {},
                              .propagation = {},
                              .filesystem = u"ext4"_s,
                              .source = u"/dev/sda1"_s,
                              .superOptions = {}};
        const MountPoint tmp{.id = 2,
                             .parent = 1,
                             .device = u"0:9"_s,
                             .root = u"/"_s,
                             .target = u"/mnt"_s,
                             .options = {},
                             .propagation = {},
                             .filesystem = u"tmpfs"_s,
                             .source = u"tmpfs"_s,
                             .superOptions = {}};
        const Comparison comparison
            = compared(MountsFacet{.mounts = {root}, .diagnostics = {}},
                       MountsFacet{.mounts = {root, tmp}, .diagnostics = {}});
        QCOMPARE(comparison.rows.at(0).label, u"/mnt"_s);
        QCOMPARE(comparison.rows.at(0).difference, Difference::OnlyInside);
        QCOMPARE(comparison.rows.at(1).difference, Difference::Same);
    }

    void clocksInWords()
    {
        TimeFacet inside;
        inside.monotonicOffset = 86400 + 3600;
        inside.boottimeOffset = -5;
        const Comparison comparison = compared(TimeFacet(), inside);
        QVERIFY(comparison.rows.at(0).inside.endsWith(u"ahead"_s));
        QVERIFY(comparison.rows.at(1).inside.endsWith(u"behind"_s));
        QCOMPARE(comparison.rows.at(0).outside, u"not shifted"_s);
    }

    void addressesBelongToTheirLink()
    {
        NetworkFacet outside;
        outside.links = {{.index = 1,
                          .name = u"lo"_s,
                          .kind = {},
                          .state = u"unknown"_s,
                          .flags = {u"UP"_s},
                          .mtu = 65536,
                          .address = {},
                          .peerIndex = {}},
                         {.index = 2,
                          .name = u"eth0"_s,
                          .kind = {},
                          .state = u"up"_s,
                          .flags = {u"UP"_s},
                          .mtu = 1500,
                          .address = {},
                          .peerIndex = {}}};
        outside.addresses = {{.index = 1,
                              .link = u"lo"_s,
                              .family = u"inet"_s,
                              .address = u"127.0.0.1"_s,
                              .prefixLength = 8,
                              .scope = u"host"_s}};
        NetworkFacet inside;
        inside.links = {{.index = 1,
                         .name = u"lo"_s,
                         .kind = {},
                         .state = u"down"_s,
                         .flags = {u"LOOPBACK"_s},
                         .mtu = 65536,
                         .address = {},
                         .peerIndex = {}}};
        const Comparison comparison = compared(outside, inside);
        QCOMPARE(rowCalled(comparison, u"lo"_s),
                 (ComparisonRow{u"lo"_s, u"up, 127.0.0.1/8"_s, u"down"_s, Difference::Different}));
        QCOMPARE(rowCalled(comparison, u"eth0"_s).difference, Difference::OnlyOutside);
    }

    void whatIsNotKnownDoesNotDiffer()
    {
        const FacetOrError outside = Facet(UtsFacet());
        const FacetOrError inside
            = std::unexpected(Error{.operation = u"setns"_s, .error = {1}, .subject = u"4711"_s});
        const Comparison comparison = compare(FacetKind::Uts, &outside, &inside);
        QCOMPARE(comparison.rows.size(), 6);
        QCOMPARE(comparison.rows.first().difference, Difference::Unknown);
        QCOMPARE(comparison.unreadable.size(), 1);
        QVERIFY(compare(FacetKind::Uts, nullptr, nullptr).rows.isEmpty());
    }

    void diagnosticsAreTold()
    {
        UtsFacet inside;
        inside.diagnostics = {{.operation = u"open"_s, .error = {13}, .subject = u"/proc/1"_s}};
        QCOMPARE(compared(UtsFacet(), inside).unreadable.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestCompare)
#include "tst_compare.moc"
