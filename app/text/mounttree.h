// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/facets/mounts.h"

namespace nsw
{

/** A mount in its tree, depth first. */
struct MountNode {
    const MountPoint *mount = nullptr;
    int depth = 0;
    bool isHidden = false; ///< no path leads to it any more: another mount lies over it
};

/** Good while `mounts` stays as it is. */
QList<MountNode> mountTree(const QList<MountPoint> &mounts);

} // namespace nsw
