// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/seen.h"

#include "core/plan/draft.h"

#include <algorithm>

namespace nsw
{

using Qt::StringLiterals::operator""_L1;

namespace
{

bool isAnother(const SeenNamespace &seen, const NamespaceIdentity &now)
{
    return seen.id && now.id ? *seen.id != *now.id : seen.inode != now.inode;
}

} // namespace

QList<SeenNamespace> seenIn(const HostFacts &facts)
{
    QList<SeenNamespace> seen;
    for (const JoinFacts &join : facts.joins) {
        const auto *pid = std::get_if<JoinPid>(&join.target);
        if (pid != nullptr && join.identity.inode != 0) {
            seen << SeenNamespace{.pid = pid->value,
                                  .kind = join.kind,
                                  .inode = join.identity.inode,
                                  .id = join.identity.id};
        }
    }
    return seen;
}

Findings changedSince(const QList<SeenNamespace> &seen, const HostFacts &facts)
{
    Findings findings;
    for (const JoinFacts &join : facts.joins) {
        const auto *pid = std::get_if<JoinPid>(&join.target);
        if (pid == nullptr || join.identity.inode == 0) {
            continue;
        }
        const bool changed = std::ranges::any_of(seen, [&](const SeenNamespace &one) {
            return one.pid == pid->value && one.kind == join.kind && isAnother(one, join.identity);
        });
        if (changed) {
            Checker(QStringLiteral("containers[0].namespaces"), findings)
                .at(nameOf(join.kind))
                .at("join"_L1)
                .at(JoinPid::kTag)
                .error(FindingCode::TargetChanged, QString::number(pid->value), nameOf(join.kind));
        }
    }
    return findings;
}

} // namespace nsw
