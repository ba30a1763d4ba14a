// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/user.h"

#include <algorithm>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

/** 4294967295 is (uid_t) -1, "no change", and never an id. */
constexpr std::uint64_t kIdLimit = 0xffffffff;

/** The user ids, or the group ids, of whoever asks. */
struct Ids {
    std::uint32_t self = 0;
    const QList<MappedRange> &own; ///< the map of the caller's user namespace
    const QList<SubordinateRange> &subordinate;
};

bool overlaps(std::uint64_t a, std::uint64_t b, std::uint64_t countA, std::uint64_t countB)
{
    return a < b + countB && b < a + countA;
}

QString rangeText(std::uint64_t first, std::uint64_t count)
{
    return QString::number(first) + u'-' + QString::number(first + count - 1);
}

/** What two lines of a map have in common, as text; empty when nothing. */
QString sharedIds(const IdRange &range, const IdRange &other)
{
    if (overlaps(range.inside, other.inside, range.count, other.count)) {
        return rangeText(range.inside, range.count);
    }
    if (!range.outside.id || !other.outside.id) {
        return range.outside == other.outside ? u"self"_s : QString();
    }
    return overlaps(*range.outside.id, *other.outside.id, range.count, other.count)
        ? rangeText(*range.outside.id, range.count)
        : QString();
}

void checkRange(const QList<IdRange> &map,
                qsizetype i,
                QLatin1StringView name,
                const Checker &checker)
{
    const IdRange &range = map.at(i);
    if (range.count == 0) {
        checker.at("count"_L1).error(FindingCode::EmptyIdRange);
        return;
    }
    const std::uint64_t outside = range.outside.id.value_or(0);
    if (std::uint64_t{range.inside} + range.count > kIdLimit || outside + range.count > kIdLimit) {
        checker.error(FindingCode::IdRangeOverflow, QString::number(range.count));
    }
    for (qsizetype j = 0; j < i; ++j) {
        if (const QString shared = sharedIds(range, map.at(j)); !shared.isEmpty()) {
            checker.error(FindingCode::IdRangeOverlap, shared, codec::element(QString(name), j));
        }
    }
}

void checkMap(const QList<IdRange> &map, QLatin1StringView name, const Checker &checker)
{
    if (map.size() > kMaxIdRanges) {
        checker.at(name, kMaxIdRanges)
            .error(FindingCode::TooManyIdRanges,
                   QString::number(map.size()),
                   QString::number(kMaxIdRanges));
        return;
    }
    for (qsizetype i = 0; i < map.size(); ++i) {
        checkRange(map, i, name, checker.at(name, i));
    }
}

QList<MappedRange> resolved(const QList<IdRange> &map, std::uint32_t self)
{
    QList<MappedRange> result;
    for (const IdRange &range : map) {
        result << MappedRange{.inside = range.inside,
                              .outside = range.outside.id.value_or(self),
                              .count = range.count};
    }
    return result;
}

/** True when every id of the range outside is in one of these. */
bool liesWithin(const MappedRange &range, const QList<SubordinateRange> &ids)
{
    std::uint64_t next = range.outside;
    const std::uint64_t end = std::uint64_t{range.outside} + range.count;
    // Neighbours may cover the range together.
    for (bool progress = true; next < end && progress;) {
        progress = false;
        for (const SubordinateRange &some : ids) {
            if (next >= some.first && next < std::uint64_t{some.first} + some.count) {
                next = std::uint64_t{some.first} + some.count;
                progress = true;
            }
        }
    }
    return next >= end;
}

/** The ids that have a meaning in the caller's own user namespace. */
QList<SubordinateRange> meaningfulIds(const QList<MappedRange> &own)
{
    QList<SubordinateRange> ids;
    for (const MappedRange &line : own) {
        ids << SubordinateRange{.first = line.inside, .count = line.count};
    }
    return ids;
}

/** Overlaps that show only once it is known which id "self" is. */
void checkSelf(const QList<IdRange> &map,
               std::uint32_t self,
               QLatin1StringView name,
               const Checker &checker)
{
    for (qsizetype i = 0; i < map.size(); ++i) {
        for (qsizetype j = 0; j < i; ++j) {
            const IdRange &range = map.at(i);
            const IdRange &other = map.at(j);
            if (range.outside.id.has_value() != other.outside.id.has_value()
                && overlaps(range.outside.id.value_or(self),
                            other.outside.id.value_or(self),
                            range.count,
                            other.count)) {
                checker.at(name, i).error(FindingCode::IdRangeOverlap,
                                          rangeText(range.outside.id.value_or(self), range.count),
                                          codec::element(QString(name), j));
            }
        }
    }
}

/** Whose ids a map takes, and what of it needs an administrator. */
void judgeOwnership(const QList<MappedRange> &ranges,
                    const Ids &ids,
                    const Checker &checker,
                    Draft &draft)
{
    const bool ownIdOnly = ranges.isEmpty()
        || (ranges.size() == 1 && ranges.first().count == 1 && ranges.first().outside == ids.self);
    if (ownIdOnly || draft.facts.sysAdmin) {
        return;
    }
    const QList<SubordinateRange> theirs
        = ids.subordinate + QList{SubordinateRange{.first = ids.self, .count = 1}};
    if (std::ranges::all_of(ranges,
                            [&](const MappedRange &range) { return liesWithin(range, theirs); })) {
        draft.need(Privilege::Assisted, checker, FindingCode::SubordinateIdsNeedAdministrator);
    } else {
        draft.need(
            Privilege::Root, checker, FindingCode::IdsNeedAdministrator, QString::number(ids.self));
    }
}

void judgeMap(const QList<IdRange> &map, QLatin1StringView name, const Ids &ids, Draft &draft)
{
    const QList<MappedRange> ranges = resolved(map, ids.self);
    const QList<SubordinateRange> meaningful = meaningfulIds(ids.own);
    const Checker checker = draft.checkerOfNew(NsKind::User);
    for (qsizetype i = 0; i < ranges.size(); ++i) {
        if (!liesWithin(ranges.at(i), meaningful)) {
            checker.at(name, i).error(FindingCode::IdNotMapped,
                                      rangeText(ranges.at(i).outside, ranges.at(i).count));
        }
    }
    checkSelf(map, ids.self, name, checker);
    judgeOwnership(ranges, ids, checker.at(name), draft);
}

QString mapText(const QList<MappedRange> &map)
{
    QString text;
    for (const MappedRange &range : map) {
        text += QString::number(range.inside) + u' ' + QString::number(range.outside) + u' '
            + QString::number(range.count) + u'\n';
    }
    return text;
}

/** True when the process has to change its id to be 0 inside: 0 is mapped, but not to what it is.
 */
bool mustBecomeRoot(const QList<MappedRange> &map, std::uint32_t self)
{
    return std::ranges::any_of(map, [self](const MappedRange &range) {
        return range.inside == 0 && range.outside != self;
    });
}

} // namespace

void checkUser(const NewUser &choice, const Checker &checker)
{
    checkMap(choice.uidMap, "uidMap"_L1, checker);
    checkMap(choice.gidMap, "gidMap"_L1, checker);
}

void judgeUser(const NewUser &choice, Draft &draft)
{
    const HostFacts &facts = draft.facts;
    judgeMap(choice.uidMap,
             "uidMap"_L1,
             Ids{.self = facts.uid, .own = facts.uidMap, .subordinate = facts.subuids},
             draft);
    judgeMap(choice.gidMap,
             "gidMap"_L1,
             Ids{.self = facts.gid, .own = facts.gidMap, .subordinate = facts.subgids},
             draft);
    const bool denied = draft.facts.setgroupsDenied || !draft.facts.sysAdmin;
    if (choice.setgroups == SetgroupsPolicy::Allow && denied && !choice.gidMap.isEmpty()) {
        draft.checkerOfNew(NsKind::User)
            .at("setgroups"_L1)
            .error(FindingCode::SetgroupsMustBeDenied, u"allow"_s, u"deny"_s);
    }
    const Checker checker = draft.checker(NsKind::User);
    if (draft.facts.chrooted) {
        checker.error(FindingCode::Chrooted);
    }
    if (!draft.facts.restriction.isEmpty() && !draft.facts.sysAdmin) {
        checker.say(
            Severity::Warning, FindingCode::UserNamespacesRestricted, draft.facts.restriction);
    }
}

void setUpUser(const NewUser &choice, Draft &draft)
{
    const QList<MappedRange> uids = resolved(choice.uidMap, draft.facts.uid);
    const QList<MappedRange> gids = resolved(choice.gidMap, draft.facts.gid);
    // Before the gid map: without CAP_SETGID outside, the kernel takes a gid map only once
    // setgroups is denied, and afterwards it can't be denied any more.
    if (choice.setgroups == SetgroupsPolicy::Deny) {
        draft.add(Actor::Outside, op::Write{.file = op::ProcFile::Setgroups, .text = u"deny"_s});
    }
    if (!uids.isEmpty()) {
        draft.add(Actor::Outside, op::Write{.file = op::ProcFile::UidMap, .text = mapText(uids)});
    }
    if (!gids.isEmpty()) {
        draft.add(Actor::Outside, op::Write{.file = op::ProcFile::GidMap, .text = mapText(gids)});
    }
    if (mustBecomeRoot(gids, draft.facts.gid)) {
        if (choice.setgroups == SetgroupsPolicy::Allow) {
            draft.add(Actor::Inside, op::Setgroups{});
        }
        draft.add(Actor::Inside, op::Setresgid{0});
    }
    if (mustBecomeRoot(uids, draft.facts.uid)) {
        draft.add(Actor::Inside, op::Setresuid{0});
    }
}

void setUpJoinedUser(Draft &draft)
{
    draft.add(Actor::Inside, op::Setresgid{0});
    draft.add(Actor::Inside, op::Setresuid{0});
}

} // namespace nsw
