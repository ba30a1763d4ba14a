// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/detailtables.h"

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

QString valueIn(const ControllersFacet *facet, const QString &name)
{
    for (const CgroupSetting &setting : orNone(facet != nullptr ? &facet->settings : nullptr)) {
        if (setting.name == name) {
            return QString(setting.value).replace(u'\n', u"; "_s);
        }
    }
    return {};
}

QStringList namesIn(const ControllersFacet *outside, const ControllersFacet *inside)
{
    QStringList names;
    for (const ControllersFacet *facet : {outside, inside}) {
        for (const CgroupSetting &setting : orNone(facet != nullptr ? &facet->settings : nullptr)) {
            names << setting.name;
        }
    }
    names.removeDuplicates();
    return names;
}

} // namespace

QList<DetailTable> cgroupDetails(const Known &known)
{
    const auto *outside = known.facet<ControllersFacet>(Side::Outside);
    const auto *inside = known.facet<ControllersFacet>(Side::Inside);
    DetailTable table{
        .id = "controllers"_L1,
        .title = translate("Details", "Controllers and limits"),
        .note
        = translate("Details",
                    "Files of the cgroup in the unified hierarchy, as the outside has them. A "
                    "cgroup namespace changes what path is shown, not which limits hold."),
        .columns = {translate("Details", "File"),
                    translate("Details", "Outside"),
                    translate("Details", "Inside")},
        .rows = {},
        .told = Told::Values,
    };
    const QStringList names = namesIn(outside, inside);
    for (const QString &name : names) {
        const QStringList cells{name, valueIn(outside, name), valueIn(inside, name)};
        table.rows << DetailRow{.key = name,
                                .cells = cells,
                                .difference = differenceOf(outside != nullptr && inside != nullptr,
                                                           cells.at(1) == cells.at(2))};
    }
    return {table};
}

} // namespace nsw
