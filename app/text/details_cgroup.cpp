// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/detailtables.h"

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

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
    };
    const auto valueIn = [](const ControllersFacet *facet, const QString &name) {
        for (const CgroupSetting &setting : orNone(facet != nullptr ? &facet->settings : nullptr)) {
            if (setting.name == name) {
                return QString(setting.value).replace(u'\n', u"; "_s);
            }
        }
        return QString();
    };
    QStringList names;
    for (const ControllersFacet *facet : {outside, inside}) {
        for (const CgroupSetting &setting : orNone(facet != nullptr ? &facet->settings : nullptr)) {
            if (!names.contains(setting.name)) {
                names << setting.name;
            }
        }
    }
    for (const QString &name : std::as_const(names)) {
        const QStringList cells{name, valueIn(outside, name), valueIn(inside, name)};
        const bool isCompared = outside != nullptr && inside != nullptr;
        table.rows << DetailRow{.key = name,
                                .cells = cells,
                                .difference = !isCompared        ? Difference::Unknown
                                    : cells.at(1) == cells.at(2) ? Difference::Same
                                                                 : Difference::Different};
    }
    return {table};
}

} // namespace nsw
