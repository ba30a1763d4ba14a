// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/codec.h"
#include "core/model/facets/kind.h"
#include "core/model/kind.h"

namespace nsw
{

/** A namespace and what the kernel tells of its relations (ioctl_ns(2)). */
struct NamespaceIdentity {
    std::uint64_t inode = 0; ///< of nsfs; numbers are reused at once after a namespace is gone
    std::optional<std::uint64_t> id; ///< NS_GET_ID, never reused (Linux 6.18)
    std::optional<std::uint64_t> owner; ///< inode of the user namespace that owns it
    std::optional<std::uint64_t> parent; ///< inode of its parent, for user and PID namespaces
    std::optional<std::uint32_t> ownerUid; ///< of a user namespace: NS_GET_OWNER_UID
    bool operator==(const NamespaceIdentity &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("inode", &NamespaceIdentity::inode),
                          field("id", &NamespaceIdentity::id),
                          field("owner", &NamespaceIdentity::owner),
                          field("parent", &NamespaceIdentity::parent),
                          field("ownerUid", &NamespaceIdentity::ownerUid)};
    }
};

/** A kind is absent where the kernel does not know it or does not let us look; diagnostics say
 * which. */
struct NamespacesFacet {
    static constexpr FacetKind kKind = FacetKind::Namespaces;
    std::optional<NamespaceIdentity> mount;
    std::optional<NamespaceIdentity> uts;
    std::optional<NamespaceIdentity> ipc;
    std::optional<NamespaceIdentity> pid;
    std::optional<NamespaceIdentity> network;
    std::optional<NamespaceIdentity> user;
    std::optional<NamespaceIdentity> cgroup;
    std::optional<NamespaceIdentity> time;
    QList<Error> diagnostics;
    bool operator==(const NamespacesFacet &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("mount", &NamespacesFacet::mount),
                          field("uts", &NamespacesFacet::uts),
                          field("ipc", &NamespacesFacet::ipc),
                          field("pid", &NamespacesFacet::pid),
                          field("network", &NamespacesFacet::network),
                          field("user", &NamespacesFacet::user),
                          field("cgroup", &NamespacesFacet::cgroup),
                          field("time", &NamespacesFacet::time),
                          field("diagnostics", &NamespacesFacet::diagnostics)};
    }
    [[nodiscard]] const std::optional<NamespaceIdentity> &of(NsKind kind) const;
    [[nodiscard]] std::optional<NamespaceIdentity> &of(NsKind kind);
};

} // namespace nsw
