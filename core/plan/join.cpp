// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/join.h"

#include <algorithm>
#include <cerrno>

namespace nsw
{

using Qt::StringLiterals::operator""_L1;

namespace
{

const JoinFacts *factsOf(const HostFacts &facts, const JoinTarget &target, NsKind kind)
{
    const auto found = std::ranges::find_if(facts.joins, [&](const JoinFacts &one) {
        return one.target == target && one.kind == kind;
    });
    return found == facts.joins.end() ? nullptr : &*found;
}

QString targetText(const JoinTarget &target)
{
    return std::visit(
        []<class T>(const T &one) -> QString {
            if constexpr (std::same_as<T, JoinPid>) {
                return QString::number(one.value);
            } else {
                return one.value;
            }
        },
        target);
}

QLatin1StringView tagOf(const JoinTarget &target)
{
    return std::visit([]<class T>(const T &) { return T::kTag; }, target);
}

/** The inode of the user namespace that is joined; 0 when none is, or it is not known. */
std::uint64_t joinedUserNamespace(const Draft &draft)
{
    const Join *user = draft.container.namespaces.join(NsKind::User);
    const JoinFacts *facts
        = user == nullptr ? nullptr : factsOf(draft.facts, user->value, NsKind::User);
    return facts == nullptr ? 0 : facts->identity.inode;
}

void judgeOpening(const JoinFacts &facts, const Checker &checker, Draft &draft)
{
    const QString text = targetText(facts.target);
    switch (facts.error.value) {
    case ESRCH:
        checker.error(FindingCode::NoSuchProcess, text);
        break;
    case ENOENT:
    case ENOTDIR:
        checker.error(std::holds_alternative<JoinPid>(facts.target) ? FindingCode::NoSuchProcess
                                                                    : FindingCode::NoSuchPath,
                      text);
        break;
    case EACCES:
    case EPERM:
        if (draft.facts.sysAdmin) {
            checker.error(FindingCode::Unreadable, text, errnoName(facts.error));
        } else {
            draft.need(Privilege::Attach, checker, FindingCode::JoinNeedsAdministrator, text);
        }
        break;
    default:
        checker.error(FindingCode::Unreadable, text, errnoName(facts.error));
    }
}

/** setns(2) asks for CAP_SYS_ADMIN in the user namespace that owns the target. */
void judgeOwner(const JoinFacts &facts, const Checker &checker, Draft &draft)
{
    if (draft.facts.sysAdmin || facts.kind == NsKind::User) {
        return;
    }
    const std::uint64_t user = joinedUserNamespace(draft);
    const auto owner = facts.identity.owner;
    if (user != 0 && owner == user) {
        return;
    }
    if (owner && *owner != draft.facts.userNamespace) {
        checker.error(
            FindingCode::JoinNeedsUserNamespace, targetText(facts.target), QString::number(*owner));
        return;
    }
    draft.need(
        Privilege::Attach, checker, FindingCode::JoinNeedsAdministrator, targetText(facts.target));
}

/** After the join whoever runs there has the ids of that process's owner, and rights there alone.
 */
bool entersUserNamespaceToo(const JoinFacts &mount, const Draft &draft)
{
    const Join *user = draft.container.namespaces.join(NsKind::User);
    return user != nullptr
        && (user->value == mount.target || mount.identity.owner == joinedUserNamespace(draft));
}

/**
 * The files in a mount namespace are its owner's, /bin/sh included, and root would run them. Where
 * the owner is an ordinary user, a user namespace was needed to make it, and can be joined too.
 */
void judgeForeignFiles(const JoinFacts &facts, const Checker &checker, Draft &draft)
{
    if (facts.kind != NsKind::Mount || !draft.facts.sysAdmin
        || entersUserNamespaceToo(facts, draft)) {
        return;
    }
    const QString text = targetText(facts.target);
    if (draft.facts.onBehalf && facts.identity.owner != draft.facts.userNamespace) {
        checker.error(FindingCode::JoinNeedsUserNamespace,
                      text,
                      QString::number(facts.identity.owner.value_or(0)));
    } else {
        checker.say(Severity::Warning, FindingCode::JoinRunsTheirFiles, text);
    }
}

void judgeJoin(NsKind kind, const Join &join, Draft &draft)
{
    const Checker checker = draft.checker(kind).at("join"_L1).at(tagOf(join.value));
    const JoinFacts *facts = factsOf(draft.facts, join.value, kind);
    const auto *pid = std::get_if<JoinPid>(&join.value);
    if (facts == nullptr || (pid != nullptr && pid->value <= 0)) {
        return; // a plan without a look at the machine, or nothing to look at
    }
    if (facts->error) {
        judgeOpening(*facts, checker, draft);
        return;
    }
    if (std::holds_alternative<JoinPath>(join.value)) {
        if (!facts->actualKind) {
            checker.error(FindingCode::NotANamespace, targetText(join.value));
            return;
        }
        if (*facts->actualKind != kind) {
            checker.error(FindingCode::WrongKind, nameOf(*facts->actualKind), nameOf(kind));
            return;
        }
    }
    if (kind == NsKind::User && facts->identity.inode == draft.facts.userNamespace) {
        checker.error(FindingCode::JoinOwnUserNamespace, targetText(join.value));
        return;
    }
    judgeOwner(*facts, checker, draft);
    judgeForeignFiles(*facts, checker, draft);
}

struct Target {
    JoinTarget target;
    QList<NsKind> kinds;
};

/** Targets in the order in which they are entered. */
QList<Target> targets(const Draft &draft)
{
    const std::uint64_t user = joinedUserNamespace(draft);
    QList<NsKind> before;
    QList<NsKind> after;
    for (const NsKind kind : draft.container.namespaces.joinedKinds()) {
        const Join *join = draft.container.namespaces.join(kind);
        const JoinFacts *facts = factsOf(draft.facts, join->value, kind);
        const bool foreign = user != 0 && facts != nullptr && facts->identity.owner
            && *facts->identity.owner != user;
        if (kind == NsKind::User) {
            after.prepend(kind);
        } else if (foreign) {
            before << kind;
        } else {
            after << kind;
        }
    }
    QList<Target> result;
    for (const NsKind kind : before + after) {
        const JoinTarget &target = draft.container.namespaces.join(kind)->value;
        const bool together = !result.isEmpty() && result.last().target == target
            && std::holds_alternative<JoinPid>(target)
            && before.contains(result.last().kinds.last()) == before.contains(kind);
        if (together) {
            result.last().kinds << kind;
        } else {
            result << Target{.target = target, .kinds = {kind}};
        }
    }
    return result;
}

} // namespace

void checkJoins(const Namespaces &namespaces, const Checker &checker)
{
    for (const NsKind kind : namespaces.joinedKinds()) {
        const JoinTarget &target = namespaces.join(kind)->value;
        const Checker place = checker.at(nameOf(kind)).at("join"_L1).at(tagOf(target));
        if (const auto *pid = std::get_if<JoinPid>(&target); pid != nullptr && pid->value <= 0) {
            place.error(FindingCode::NoSuchProcess, targetText(target));
        }
        if (const auto *path = std::get_if<JoinPath>(&target)) {
            if (!path->value.startsWith(u'/')) {
                place.error(FindingCode::PathNotAbsolute, path->value);
            } else if (path->value.contains(QChar::Null)) {
                place.error(FindingCode::BadCharacter, path->value);
            }
        }
    }
}

void judgeJoins(Draft &draft)
{
    for (const NsKind kind : draft.container.namespaces.joinedKinds()) {
        judgeJoin(kind, *draft.container.namespaces.join(kind), draft);
    }
}

void openJoinTargets(Draft &draft)
{
    QList<JoinTarget> opened;
    for (const Target &one : targets(draft)) {
        if (opened.contains(one.target)) {
            continue;
        }
        opened << one.target;
        if (const auto *pid = std::get_if<JoinPid>(&one.target)) {
            draft.add(Actor::Outside, op::PidfdOpen{pid->value});
        } else {
            draft.add(Actor::Outside, op::Open{std::get<JoinPath>(one.target).value});
        }
    }
}

void enterJoinTargets(Draft &draft)
{
    for (const Target &one : targets(draft)) {
        draft.add(Actor::Inside, op::Setns{.target = one.target, .namespaces = one.kinds});
    }
}

} // namespace nsw
