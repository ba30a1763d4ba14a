// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/compare.h"

#include "app/text/compare_cgroup.h"
#include "app/text/compare_deep.h"
#include "app/text/compare_ipc.h"
#include "app/text/compare_mounts.h"
#include "app/text/compare_namespaces.h"
#include "app/text/compare_network.h"
#include "app/text/compare_processes.h"
#include "app/text/compare_time.h"
#include "app/text/compare_users.h"
#include "app/text/compare_uts.h"
#include "app/text/translate.h"
#include "app/text/words.h"

namespace nsw
{

namespace
{

template<class F>
const F *valueOf(const FacetOrError *facet)
{
    return facet != nullptr && *facet ? std::get_if<F>(&**facet) : nullptr;
}

template<class F>
QList<ComparisonRow> rowsOf(const FacetOrError *outside,
                            const FacetOrError *inside,
                            void (*compareFacet)(const Sides<F> &, Rows &))
{
    const Sides<F> sides{valueOf<F>(outside), valueOf<F>(inside)};
    Rows rows(sides.outside != nullptr, sides.inside != nullptr);
    if (sides.outside != nullptr || sides.inside != nullptr) {
        compareFacet(sides, rows);
    }
    return rows.take();
}

QString unreadable(const QString &where, const Error &error)
{
    return where + QLatin1StringView(": ") + words::explain(error);
}

QStringList unreadableOf(const QString &where, const FacetOrError *facet)
{
    if (facet == nullptr) {
        return {};
    }
    if (!*facet) {
        return {unreadable(where, facet->error())};
    }
    QStringList sentences;
    for (const Error &error : diagnosticsOf(**facet)) {
        sentences << unreadable(where, error);
    }
    return sentences;
}

QList<ComparisonRow> rowsOf(FacetKind kind, const FacetOrError *outside, const FacetOrError *inside)
{
    switch (kind) {
    case FacetKind::Namespaces:
        return rowsOf(outside, inside, compareNamespaces);
    case FacetKind::Uts:
        return rowsOf(outside, inside, compareUts);
    case FacetKind::Ipc:
        return rowsOf(outside, inside, compareIpc);
    case FacetKind::Processes:
        return rowsOf(outside, inside, compareProcesses);
    case FacetKind::Mounts:
        return rowsOf(outside, inside, compareMounts);
    case FacetKind::Users:
        return rowsOf(outside, inside, compareUsers);
    case FacetKind::Network:
        return rowsOf(outside, inside, compareNetwork);
    case FacetKind::Cgroup:
        return rowsOf(outside, inside, compareCgroup);
    case FacetKind::Time:
        return rowsOf(outside, inside, compareTime);
    case FacetKind::Limits:
        return rowsOf(outside, inside, compareLimits);
    case FacetKind::Traffic:
        return rowsOf(outside, inside, compareTraffic);
    case FacetKind::Sockets:
        return rowsOf(outside, inside, compareSockets);
    case FacetKind::Proc:
        return rowsOf(outside, inside, compareProc);
    case FacetKind::Controllers:
        return rowsOf(outside, inside, compareControllers);
    case FacetKind::Firewall:
        return rowsOf(outside, inside, compareFirewall);
    case FacetKind::Space:
        return rowsOf(outside, inside, compareSpace);
    case FacetKind::Watched:
        return rowsOf(outside, inside, compareWatched);
    case FacetKind::Routing:
        return rowsOf(outside, inside, compareRouting);
    case FacetKind::Semaphores:
        return rowsOf(outside, inside, compareSemaphores);
    case FacetKind::Relations:
        return rowsOf(outside, inside, compareRelations);
    }
    Q_UNREACHABLE();
}

Comparison
compareAs(Versus versus, FacetKind kind, const FacetOrError *first, const FacetOrError *second)
{
    return {.kind = kind,
            .rows = rowsOf(kind, first, second),
            .unreadable = unreadableOf(words::firstName(versus), first)
                + unreadableOf(words::secondName(versus), second),
            .versus = versus};
}

} // namespace

Comparison compare(FacetKind kind, const FacetOrError *outside, const FacetOrError *inside)
{
    return compareAs(Versus::Sides, kind, outside, inside);
}

Comparison compareMoments(FacetKind kind, const FacetOrError *then, const FacetOrError *now)
{
    return compareAs(Versus::Moments, kind, then, now);
}

} // namespace nsw
