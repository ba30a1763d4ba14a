// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/configuration.h"

namespace nsw
{

/**
 * Knows, while mounts are made in their order, which directories a mount point lacks. Only below a
 * tmpfs that the container itself mounted: it was empty. Nothing is ever made on a file system that
 * was there before.
 */
class MountPoints
{
public:
    /** The directories to make, outermost first, before this mount, those of an overlay's own
     * included; then it counts as mounted. */
    QStringList missingFor(const MountEntry &mount);

private:
    struct Mounted {
        QString target;
        bool fresh = false; ///< a tmpfs, that holds nothing but `made`
        QStringList made;
    };
    [[nodiscard]] Mounted *covering(const QString &path);
    QStringList missingAt(const QString &path);

    QList<Mounted> m_visible;
};

} // namespace nsw
