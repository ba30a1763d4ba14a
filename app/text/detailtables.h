// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/text/details.h"
#include "app/text/ornone.h"
#include "app/text/translate.h"

/** What the makers of detail tables share; one maker for each kind, in a file of its own. */
namespace nsw
{

/** 0 where it is not known. */
std::uint64_t inodeIn(const NamespacesFacet *facet, NsKind kind);

/** Of two values of which it is known whether they are the same. */
Difference differenceOf(bool areKnown, bool areSame);

/** What is known, by type. */
class Known
{
public:
    explicit Known(const FacetSource &source)
        : m_source(source)
    {
    }

    template<class F>
    [[nodiscard]] const F *facet(Side side) const
    {
        const FacetOrError *found = m_source(side, F::kKind);
        return found != nullptr && *found ? std::get_if<F>(&**found) : nullptr;
    }

    /** Why it is not known; null: it is, or nobody looked. */
    [[nodiscard]] const Error *error(Side side, FacetKind kind) const
    {
        const FacetOrError *found = m_source(side, kind);
        return found != nullptr && !*found ? &found->error() : nullptr;
    }

    /** True when both sides are in one namespace of the kind, and so have the same things. */
    [[nodiscard]] bool areShared(NsKind kind) const;

    /**
     * The sides whose things are to be shown: both, unless they are the same; then the outside, for
     * both.
     */
    [[nodiscard]] QList<Side> sidesOf(NsKind kind) const;

    /** How a thing of `side` stands to the other side. */
    [[nodiscard]] Difference differenceOf(Side side, NsKind kind) const;

private:
    const FacetSource &m_source;
};

/** The uid or gid `id` of the outside as the inside has it: "0", or that it is not mapped. */
QString mappedInside(const QList<MappedRange> &map, std::uint32_t id);

/** The files of the limits facet that `wanted` takes, outside and inside. */
DetailTable
limitsTable(const Known &known, QLatin1StringView id, bool (*wanted)(const QString &name));

/** Those of namespaces and processes, with how much of each is in use. */
DetailTable namespaceLimitsTable(const Known &known);

/** What somebody asked to see more closely. */
DetailTable threadsTable(const Known &known);
DetailTable filesTable(const Known &known);

/** Beside the table "main". */
DetailTable otherRoutesTable(const Known &known);
DetailTable routingRulesTable(const Known &known);

DetailTable socketsTable(const Known &known);
DetailTable unixSocketsTable(const Known &known);

/** "S sleeping": the letter of a process's or thread's state with its word, proc_pid_stat(5). */
QString stateText(const QString &letter);
/** "4711 → 7 → 1": the number of a process or thread at every level. */
QString levelsText(const QList<std::int32_t> &ids);

/** The tables as their makers have them, with no column yet for what Told stands for. */
QList<DetailTable> untoldDetails(FacetKind kind, const FacetSource &known);

QList<DetailTable> namespaceDetails(const Known &known);
QList<DetailTable> ipcDetails(const Known &known);
QList<DetailTable> processDetails(const Known &known);
QList<DetailTable> mountDetails(const Known &known);
QList<DetailTable> userDetails(const Known &known);
QList<DetailTable> networkDetails(const Known &known);
QList<DetailTable> cgroupDetails(const Known &known);

} // namespace nsw
