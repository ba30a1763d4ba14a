// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernel/fd.h"
#include "core/model/facets.h"

/** What the kernel tells of a namespace by an fd of it (ioctl_ns(2)). */
namespace nsw
{

/** True for an fd in nsfs: only to such an fd may the requests below be put, a device has others.
 */
bool isNamespaceFile(int fd);

Result<NsKind> namespaceKind(int fd);

/** The user namespace that owns it. EPERM when that is not the caller's own or one inside of it. */
Result<UniqueFd> ownerOf(int fd);

/** EINVAL for the kinds that have no parents, EPERM at the edge of what the caller may see. */
Result<UniqueFd> parentOf(int fd);

Result<std::uint64_t> inodeOf(int fd);

/** Inode, owner and parent, as far as the kernel tells. */
Result<NamespaceIdentity> identityOf(int fd, NsKind kind);

} // namespace nsw
