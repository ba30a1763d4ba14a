// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/seen.h"

#include <QTest>

using namespace nsw;
using Qt::StringLiterals::operator""_s;

/** Whether what is joined is what was looked at. */
class TestSeen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameIsNotJudged();
    void anotherIs_data();
    void anotherIs();
    void whatIsNotKnownIsNot();
};

namespace
{

JoinFacts utsOf(std::int32_t pid, const NamespaceIdentity &identity)
{
    return {.target = JoinPid{pid}, .kind = NsKind::Uts, .identity = identity};
}

HostFacts knowing(const JoinFacts &join)
{
    HostFacts facts;
    facts.joins << join;
    return facts;
}

} // namespace

void TestSeen::theSameIsNotJudged()
{
    HostFacts facts = knowing(utsOf(7, {.inode = 1, .id = 10}));
    facts.joins << JoinFacts{.target = JoinPath{u"/run/x"_s}, .identity = {.inode = 3}};
    const QList<SeenNamespace> seen = seenIn(facts);
    QCOMPARE(seen, (QList<SeenNamespace>{{.pid = 7, .kind = NsKind::Uts, .inode = 1, .id = 10}}));
    QCOMPARE(changedSince(seen, facts), Findings{});
}

void TestSeen::anotherIs_data()
{
    QTest::addColumn<quint64>("inode");
    QTest::addColumn<quint64>("id");
    QTest::newRow("another number") << quint64{2} << quint64{0};
    QTest::newRow("another, another number") << quint64{2} << quint64{11};
    QTest::newRow("another of the same number") << quint64{1} << quint64{11};
}

void TestSeen::anotherIs()
{
    QFETCH(const quint64, inode);
    QFETCH(const quint64, id);
    const auto seen = seenIn(knowing(utsOf(7, {.inode = 1, .id = 10})));
    NamespaceIdentity now{.inode = inode};
    if (id != 0) {
        now.id = id;
    }
    QCOMPARE(changedSince(seen, knowing(utsOf(7, now))),
             (Findings{{.severity = Severity::Error,
                        .code = FindingCode::TargetChanged,
                        .path = u"containers[0].namespaces.uts.join.pid"_s,
                        .found = u"7"_s,
                        .expected = u"uts"_s}}));
}

void TestSeen::whatIsNotKnownIsNot()
{
    const auto seen = seenIn(knowing(utsOf(7, {.inode = 1})));
    QCOMPARE(changedSince(seen, knowing(utsOf(8, {.inode = 2}))), Findings{});
    QCOMPARE(changedSince(seen, knowing(utsOf(7, {}))), Findings{});
    QCOMPARE(seenIn(knowing(utsOf(7, {}))), QList<SeenNamespace>{});
}

QTEST_APPLESS_MAIN(TestSeen)
#include "tst_seen.moc"
