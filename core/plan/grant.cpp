// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/grant.h"

#include <algorithm>

namespace nsw
{

namespace
{

/** All of it is made inside a new user namespace, with the user's own rights over the rest. */
bool isAssisted(Privilege needed, const Namespaces &namespaces)
{
    return (needed == Privilege::None || needed == Privilege::Assisted)
        && newOptions(namespaces.user) != nullptr && namespaces.joinedKinds().isEmpty();
}

} // namespace

Privilege together(Privilege one, Privilege other)
{
    if (one == Privilege::None || one == other) {
        return other;
    }
    return other == Privilege::None ? one : Privilege::Root;
}

bool onlyAttaches(const Namespaces &namespaces)
{
    const QList<NsKind> joined = namespaces.joinedKinds();
    return !joined.isEmpty() && namespaces.newKinds().isEmpty()
        && std::ranges::all_of(joined, [&](NsKind kind) {
               return std::holds_alternative<JoinPid>(namespaces.join(kind)->value);
           });
}

bool covers(Privilege grant, Privilege needed, const Namespaces &namespaces)
{
    switch (grant) {
    case Privilege::None: // the kernel decides about the user's own rights
    case Privilege::Root:
        return true;
    case Privilege::Inspect:
        return false;
    case Privilege::Assisted:
        return isAssisted(needed, namespaces);
    case Privilege::Attach:
        return onlyAttaches(namespaces);
    }
    Q_UNREACHABLE();
}

} // namespace nsw
