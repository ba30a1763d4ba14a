// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/compare_mounts.h"

#include "app/text/translate.h"

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

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
    text += u", "
        + (readOnly ? translate("Compare", "read-only") : translate("Compare", "writable"));
    text += u", "
        + (mount.propagation.isEmpty() ? translate("Compare", "private")
                                       : mount.propagation.join(u' '));
    return text;
}

/** What is mounted at each place; the mount on top, which is the last one, comes first. */
void put(NamedTexts &mounts, Side side, const MountsFacet *facet)
{
    QStringList targets;
    QHash<QString, QString> texts;
    for (const MountPoint &mount : orNone(facet != nullptr ? &facet->mounts : nullptr)) {
        QString &text = texts[mount.target];
        if (text.isEmpty()) {
            targets << mount.target;
            text = describe(mount);
        } else {
            text = translate("Compare", "%1; it covers %2").arg(describe(mount), text);
        }
    }
    for (const QString &target : std::as_const(targets)) {
        mounts.put(side, target, texts.value(target));
    }
}

} // namespace

void compareMounts(const Sides<MountsFacet> &sides, Rows &rows)
{
    NamedTexts mounts;
    put(mounts, Side::Outside, sides.outside);
    put(mounts, Side::Inside, sides.inside);
    mounts.addTo(rows);
    rows.sortByInterest();
}

} // namespace nsw
