// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/draft.h"

/** File systems that lay one directory over others (overlayfs, "Overlay Filesystem" of the kernel's
 * documentation). Options are made of fields; no text of a user's is one. */
namespace nsw
{

void checkLayers(const MountEntry &mount, const Checker &checker);

/** The data of mount(2). In a user namespace (Linux 5.11) marks are kept where a user may. */
QString overlayData(const MountEntry &mount, bool inUserNamespace);

/** The paths in such data, in their order. */
QStringList layersOf(const QString &data);

/** The same data with other paths in their places. */
QString withLayers(const QString &data, const QStringList &layers);

} // namespace nsw
