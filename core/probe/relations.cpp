// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/relations.h"

#include "core/kernel/nsfs.h"
#include "core/probe/reading.h"

#include <algorithm>
#include <map>

namespace nsw
{

RelationsFacet takeRelations(const Vantage &vantage, const QList<Process> &processes)
{
    std::map<std::pair<NsKind, std::uint64_t>, NamespaceIdentity> known;
    for (const Process &process : processes) {
        const auto count = std::min<qsizetype>(process.namespaces.size(), kAllKinds.size());
        for (qsizetype i = 0; i < count; ++i) {
            const NsKind kind = kAllKinds.at(static_cast<std::size_t>(i));
            const std::uint64_t inode = process.namespaces.at(i);
            if (inode == 0 || known.contains({kind, inode})) {
                continue;
            }
            const QByteArray path
                = QByteArray::number(process.pids.value(0)) + "/ns/" + infoOf(kind).procName.data();
            // Gone, or in others by now: then another process may lead to it.
            const auto identity = openAt(vantage.proc, path).and_then([kind](const UniqueFd &file) {
                return identityOf(file.get(), kind);
            });
            if (identity && identity->inode == inode) {
                known.emplace(std::pair(kind, inode), *identity);
            }
        }
    }
    RelationsFacet facet;
    facet.namespaces.reserve(static_cast<qsizetype>(known.size()));
    for (const auto &[key, identity] : known) {
        facet.namespaces << RelatedNamespace{.kind = key.first, .identity = identity};
    }
    return facet;
}

Result<RelationsFacet> takeRelations(const Vantage &vantage)
{
    return readProcessTable(vantage.proc).transform([&](const ProcessTable &table) {
        return takeRelations(vantage, table.processes);
    });
}

} // namespace nsw
