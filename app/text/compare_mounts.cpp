// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/compare_mounts.h"

#include "app/text/translate.h"

namespace nsw {

using namespace Qt::StringLiterals;

namespace {

QString describe(const MountPoint &mount)
{
    QString text = mount.filesystem;
    if (mount.source.startsWith(u'/')) {
        text += u' ' + mount.source;
    }
    if (mount.root != u'/') {
        text += u' ' + translate("Compare", "from %1").arg(mount.root);
    }
    const bool readOnly = mount.options.contains(u"ro"_s) || mount.superOptions.contains(u"ro"_s);
    text += u", " + (readOnly ? translate("Compare", "read-only") : translate("Compare", "writable"));
    text += u", "
        + (mount.propagation.isEmpty() ? translate("Compare", "private")
                                       : mount.propagation.join(u' '));
    return text;
}

} // namespace

void compareMounts(const Sides<MountsFacet> &sides, Rows &rows)
{
    NamedTexts mounts;
    const auto put = [&](Side side, const MountsFacet *facet) {
        for (const MountPoint &mount : facet != nullptr ? facet->mounts : QList<MountPoint>()) {
            mounts.put(side, mount.target, describe(mount));
        }
    };
    put(Side::Outside, sides.outside);
    put(Side::Inside, sides.inside);
    mounts.addTo(rows);
    rows.sortByInterest();
}

} // namespace nsw
