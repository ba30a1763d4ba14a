// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/facetsummary.h"

#include <algorithm>

namespace nsw
{

namespace
{

const FacetOrError *find(const SessionState &state, Side side, FacetKind kind)
{
    const auto found = state.facets.find({side, kind});
    return found == state.facets.end() ? nullptr : &found->second;
}

const NamespacesFacet *namespacesOf(const SessionState &state, Side side)
{
    const Facet *facet = state.facet(side, FacetKind::Namespaces);
    return facet != nullptr ? std::get_if<NamespacesFacet>(facet) : nullptr;
}

std::optional<NamespaceIdentity> identityOf(const NamespacesFacet *facet, NsKind kind)
{
    return facet != nullptr ? facet->of(kind) : std::nullopt;
}

/** Inodes are reused once a namespace is gone; the id of newer kernels is not. */
Isolation isolationOf(const std::optional<NamespaceIdentity> &outside,
                      const std::optional<NamespaceIdentity> &inside)
{
    if (!outside || !inside) {
        return Isolation::Unknown;
    }
    const bool same
        = outside->id && inside->id ? outside->id == inside->id : outside->inode == inside->inode;
    return same ? Isolation::Shared : Isolation::Isolated;
}

QString numberOf(const std::optional<NamespaceIdentity> &identity)
{
    return identity ? QString::number(identity->inode) : QString();
}

void summariseAllKinds(FacetSummary &summary,
                       const NamespacesFacet *outside,
                       const NamespacesFacet *inside)
{
    int known = 0;
    for (const NsKind kind : kAllKinds) {
        const Isolation isolation
            = isolationOf(identityOf(outside, kind), identityOf(inside, kind));
        known += isolation == Isolation::Unknown ? 0 : 1;
        summary.isolatedKinds += isolation == Isolation::Isolated ? 1 : 0;
    }
    if (known == 0) {
        return;
    }
    if (summary.isolatedKinds == 0) {
        summary.isolation = Isolation::Shared;
    } else {
        summary.isolation
            = summary.isolatedKinds == known ? Isolation::Isolated : Isolation::Partly;
    }
}

QString numberOf(const SessionState &state, Side side, FacetKind kind)
{
    const std::optional<NsKind> isolating = kindOf(kind);
    return isolating ? numberOf(identityOf(namespacesOf(state, side), *isolating)) : QString();
}

bool isChange(const ComparisonRow &row)
{
    return row.difference != Difference::Same;
}

} // namespace

bool FacetSummary::operator==(const FacetSummary &other) const
{
    return comparison.kind == other.comparison.kind && comparison.versus == other.comparison.versus
        && comparison.rows == other.comparison.rows
        && comparison.unreadable == other.comparison.unreadable && hasInside == other.hasInside
        && isolation == other.isolation && outsideNumber == other.outsideNumber
        && insideNumber == other.insideNumber && isolatedKinds == other.isolatedKinds
        && changedBy == other.changedBy && isElsewhere == other.isElsewhere;
}

FacetSummary summarise(FacetKind kind, const SessionState &state)
{
    const FacetOrError *outside = find(state, Side::Outside, kind);
    const FacetOrError *inside = find(state, Side::Inside, kind);
    FacetSummary summary;
    summary.comparison = compare(kind, outside, inside);
    summary.hasInside = inside != nullptr;

    const NamespacesFacet *outsideNamespaces = namespacesOf(state, Side::Outside);
    const NamespacesFacet *insideNamespaces = namespacesOf(state, Side::Inside);
    if (const std::optional<NsKind> isolating = kindOf(kind)) {
        const auto out = identityOf(outsideNamespaces, *isolating);
        const auto in = identityOf(insideNamespaces, *isolating);
        summary.isolation = isolationOf(out, in);
        summary.outsideNumber = numberOf(out);
        summary.insideNumber = numberOf(in);
    } else {
        summariseAllKinds(summary, outsideNamespaces, insideNamespaces);
    }
    return summary;
}

FacetSummary summariseMoments(FacetKind kind, const TwoMoments &moments)
{
    const FacetOrError *then = find(moments.then, moments.side, kind);
    const FacetOrError *now = find(moments.now, moments.side, kind);
    FacetSummary summary;
    summary.comparison = compareMoments(kind, then, now);
    summary.hasInside = true;
    summary.outsideNumber = numberOf(moments.then, moments.side, kind);
    summary.insideNumber = numberOf(moments.now, moments.side, kind);
    if (then != nullptr && now != nullptr) {
        summary.isolation = std::ranges::any_of(summary.comparison.rows, isChange)
            ? Isolation::Changed
            : Isolation::Unchanged;
    }
    return summary;
}

} // namespace nsw
