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
            outside.of(kind) = NamespaceIdentity{1, {}, {}, {}, {}};
            inside.of(kind) = NamespaceIdentity{kind == NsKind::Uts ? 2U : 1U, {}, {}, {}, {}};
        }
        const Comparison comparison = compared(outside, inside);
        QCOMPARE(comparison.rows.size(), 8);
        QCOMPARE(comparison.rows.at(0).difference, Difference::Same);
        QCOMPARE(comparison.rows.at(1).difference, Difference::Different);
        QCOMPARE(comparison.rows.at(1).inside, u"2"_s);
    }

    void aProcessByItsPidOnEitherSide()
    {
        const Process self{{4711, 1}, 1, u"sh"_s, u"sh -c x"_s, u"S"_s, 0, 1};
        const Process other{{12}, 1, u"cron"_s, {}, u"S"_s, 0, 1};
        const Comparison comparison
            = compared(ProcessesFacet{0, {other, self}, {}}, ProcessesFacet{1, {self}, {}});
        QCOMPARE(comparison.rows.size(), 2);
        QCOMPARE(comparison.rows.at(0),
                 (ComparisonRow{u"sh -c x"_s, u"PID 4711"_s, u"PID 1"_s, Difference::Different}));
        QCOMPARE(comparison.rows.at(1),
                 (ComparisonRow{u"cron"_s, u"PID 12"_s, {}, Difference::OnlyOutside}));
    }

    void whatIsMountedInsideComesFirst()
    {
        const MountPoint root{
            1, 0, u"8:1"_s, u"/"_s, u"/"_s, {}, {}, u"ext4"_s, u"/dev/sda1"_s, {}};
        const MountPoint tmp{2, 1, u"0:9"_s, u"/"_s, u"/mnt"_s, {}, {}, u"tmpfs"_s, u"tmpfs"_s, {}};
        const Comparison comparison
            = compared(MountsFacet{{root}, {}}, MountsFacet{{root, tmp}, {}});
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
        outside.links = {{1, u"lo"_s, {}, u"unknown"_s, {u"UP"_s}, 65536, {}, {}},
                         {2, u"eth0"_s, {}, u"up"_s, {u"UP"_s}, 1500, {}, {}}};
        outside.addresses = {{1, u"lo"_s, u"inet"_s, u"127.0.0.1"_s, 8, u"host"_s}};
        NetworkFacet inside;
        inside.links = {{1, u"lo"_s, {}, u"down"_s, {u"LOOPBACK"_s}, 65536, {}, {}}};
        const Comparison comparison = compared(outside, inside);
        QCOMPARE(rowCalled(comparison, u"lo"_s),
                 (ComparisonRow{u"lo"_s, u"up, 127.0.0.1/8"_s, u"down"_s, Difference::Different}));
        QCOMPARE(rowCalled(comparison, u"eth0"_s).difference, Difference::OnlyOutside);
    }

    void whatIsNotKnownDoesNotDiffer()
    {
        const FacetOrError outside = Facet(UtsFacet());
        const FacetOrError inside = std::unexpected(Error{u"setns"_s, {1}, u"4711"_s});
        const Comparison comparison = compare(FacetKind::Uts, &outside, &inside);
        QCOMPARE(comparison.rows.size(), 6);
        QCOMPARE(comparison.rows.first().difference, Difference::Unknown);
        QCOMPARE(comparison.unreadable.size(), 1);
        QVERIFY(compare(FacetKind::Uts, nullptr, nullptr).rows.isEmpty());
    }

    void diagnosticsAreTold()
    {
        UtsFacet inside;
        inside.diagnostics = {{u"open"_s, {13}, u"/proc/1"_s}};
        QCOMPARE(compared(UtsFacet(), inside).unreadable.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestCompare)
#include "tst_compare.moc"
