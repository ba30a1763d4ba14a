// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/namespaces.h"

#include "core/kernel/nsfs.h"
#include "core/probe/reading.h"

#include <fcntl.h>

namespace nsw
{

namespace
{

Result<NamespaceIdentity> identityAt(int proc, const QByteArray &path, NsKind kind)
{
    const auto fd = openAt(proc, path);
    if (fd) {
        return identityOf(fd->get(), kind);
    }
    // In a recorded tree the links lead nowhere; their text has the number all the same.
    const auto text = readLinkAt(proc, path);
    const std::uint64_t inode = text ? namespaceInodeOf(*text) : 0;
    if (inode == 0) {
        return std::unexpected(fd.error());
    }
    NamespaceIdentity identity;
    identity.inode = inode;
    return identity;
}

} // namespace

Result<NamespacesFacet> takeNamespaces(const Vantage &vantage)
{
    NamespacesFacet facet;
    for (const NsKind kind : kAllKinds) {
        const QByteArray path = entryOf(vantage, "ns/" + QByteArray(infoOf(kind).procName));
        if (auto identity = identityAt(vantage.proc, path, kind)) {
            facet.of(kind) = *identity;
        } else {
            facet.diagnostics << inProc(identity.error(), path);
        }
    }
    if (facet.diagnostics.size() == static_cast<qsizetype>(kAllKinds.size())) {
        return std::unexpected(facet.diagnostics.first());
    }
    return facet;
}

} // namespace nsw
