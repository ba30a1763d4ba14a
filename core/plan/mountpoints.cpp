// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/mountpoints.h"

#include <QDir>

namespace nsw
{

namespace
{

bool isBelow(const QString &path, const QString &directory)
{
    return path.startsWith(directory + u'/');
}

} // namespace

MountPoints::Mounted *MountPoints::covering(const QString &path)
{
    Mounted *deepest = nullptr;
    for (Mounted &one : m_visible) {
        if (isBelow(path, one.target)
            && (deepest == nullptr || one.target.size() > deepest->target.size())) {
            deepest = &one;
        }
    }
    return deepest;
}

QStringList MountPoints::missingAt(const QString &path)
{
    QStringList missing;
    if (Mounted *on = covering(path); on != nullptr && on->fresh) {
        QString above = on->target;
        for (const QString &part : path.sliced(on->target.size()).split(u'/', Qt::SkipEmptyParts)) {
            above += u'/' + part;
            if (!on->made.contains(above)) {
                missing << above;
            }
        }
        on->made << missing;
    }
    return missing;
}

QStringList MountPoints::missingFor(const MountEntry &mount)
{
    const QString target = QDir::cleanPath(mount.target);
    QStringList missing;
    for (const QString &layer : {mount.upper, mount.work}) {
        missing << missingAt(QDir::cleanPath(layer));
    }
    missing << missingAt(target);
    // A mount on "/" is no ground to make anything on: a process keeps the root that it had below
    // it.
    if (target != u'/') {
        m_visible.removeIf([&](const Mounted &one) {
            return one.target == target || isBelow(one.target, target);
        });
        m_visible << Mounted{.target = target, .fresh = mount.type == MountType::Tmpfs, .made = {}};
    }
    return missing;
}

} // namespace nsw
