// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/missing.h"

#include "core/plan/time.h"

#include <algorithm>

namespace nsw
{

using Qt::StringLiterals::operator""_L1;

namespace
{

const MissingCall *missing(const HostFacts &facts, QLatin1StringView call)
{
    const auto found = std::ranges::find(facts.missing, call, &MissingCall::call);
    return found == facts.missing.end() ? nullptr : &*found;
}

void say(Draft &draft, const Checker &checker, Severity severity, QLatin1StringView call)
{
    if (const MissingCall *one = missing(draft.facts, call)) {
        checker.say(severity, FindingCode::CallMissing, one->call, errnoName(one->error));
    }
}

bool joinsByPid(const Namespaces &namespaces)
{
    return std::ranges::any_of(namespaces.joinedKinds(), [&](NsKind kind) {
        return std::holds_alternative<JoinPid>(namespaces.join(kind)->value);
    });
}

bool hasBind(const NewMount &mount)
{
    return std::ranges::contains(mount.mounts, MountType::Bind, &MountEntry::type);
}

bool namesPaths(const Container &container)
{
    const NewMount *mount = newOptions(container.namespaces.mount);
    return !container.workingDirectory.isEmpty() || (mount != nullptr && !mount->mounts.isEmpty());
}

} // namespace

bool hasCall(const HostFacts &facts, QLatin1StringView call)
{
    return missing(facts, call) == nullptr;
}

void judgeMissing(Draft &draft)
{
    const Namespaces &namespaces = draft.container.namespaces;
    const Checker place = draft.checker().at("namespaces"_L1);
    const bool joins = !namespaces.joinedKinds().isEmpty();
    const NewTime *time = newOptions(namespaces.time);
    const bool unshares
        = draft.container.method == Method::Unshare && !namespaces.newKinds().isEmpty();
    const bool timeApart
        = time != nullptr && (!canBeCloned(*time) || !hasCall(draft.facts, "clone3"_L1));
    if (newOptions(namespaces.user) != nullptr && draft.facts.userNamespaceError
        && !draft.facts.chrooted) {
        draft.checker(NsKind::User)
            .error(FindingCode::UserNamespacesDenied, errnoName(draft.facts.userNamespaceError));
    }
    for (const QLatin1StringView call : {"pidfd_send_signal"_L1, "waitid"_L1}) {
        if (const MissingCall *one = missing(draft.facts, call)) {
            place.error(FindingCode::KernelTooOld, one->call, errnoName(one->error));
        }
    }
    say(draft, place, Severity::Note, "clone3"_L1); // clone(2) does the same, but for time
    say(draft, place, joins || timeApart ? Severity::Error : Severity::Warning, "setns"_L1);
    if (unshares || timeApart) {
        say(draft, place, Severity::Error, "unshare"_L1);
    }
    if (joinsByPid(namespaces)) {
        say(draft, place, Severity::Error, "pidfd_open"_L1);
    }
    if (draft.facts.onBehalf && namesPaths(draft.container)) {
        // open(2) does the same, but for refusing links of /proc to what a process has open.
        say(draft, place, Severity::Note, "openat2"_L1);
    }
    const NewMount *mount = newOptions(namespaces.mount);
    if (mount != nullptr && draft.facts.onBehalf && hasBind(*mount)) {
        // Looked up with other rights than ours, a path becomes a descriptor: mount(2) takes none.
        say(draft, draft.checker(NsKind::Mount), Severity::Error, "open_tree"_L1);
        say(draft, draft.checker(NsKind::Mount), Severity::Error, "move_mount"_L1);
    }
}

} // namespace nsw
