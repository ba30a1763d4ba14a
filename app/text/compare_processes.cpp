// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/compare_processes.h"

#include "app/text/translate.h"

namespace nsw
{

namespace
{

/** The PID that this side itself uses; nothing where the process has none at that level. */
QString pidText(const ProcessesFacet &facet, const Process &process)
{
    const std::int32_t pid = process.pids.value(facet.level, 0);
    return pid > 0 ? translate("Compare", "PID %1").arg(pid) : translate("Compare", "no PID here");
}

const Process *
find(const ProcessesFacet *facet, const QHash<std::int32_t, qsizetype> &places, std::int32_t pid)
{
    const qsizetype place = places.value(pid, -1);
    return facet == nullptr || place < 0 ? nullptr : &facet->processes.at(place);
}

/** By the outermost PID, which is the same process on both sides. */
QHash<std::int32_t, qsizetype> placesOf(const ProcessesFacet *facet)
{
    QHash<std::int32_t, qsizetype> places;
    for (qsizetype i = 0; facet != nullptr && i < facet->processes.size(); ++i) {
        places.insert(facet->processes.at(i).pids.value(0), i);
    }
    return places;
}

QString labelOf(const Process &process)
{
    return process.command.isEmpty() ? process.name : process.command;
}

} // namespace

void compareProcesses(const Sides<ProcessesFacet> &sides, Rows &rows)
{
    const auto inside = placesOf(sides.inside);
    const auto outside = placesOf(sides.outside);
    const auto add = [&](const Process &process) {
        const std::int32_t pid = process.pids.value(0);
        const Process *out = find(sides.outside, outside, pid);
        const Process *in = find(sides.inside, inside, pid);
        rows.add(labelOf(process),
                 out != nullptr ? std::optional(pidText(*sides.outside, *out)) : std::nullopt,
                 in != nullptr ? std::optional(pidText(*sides.inside, *in)) : std::nullopt,
                 pid);
    };
    // The container's own first: outside there may be thousands.
    for (const Process &process :
         orNone(sides.inside != nullptr ? &sides.inside->processes : nullptr)) {
        add(process);
    }
    for (const Process &process :
         orNone(sides.outside != nullptr ? &sides.outside->processes : nullptr)) {
        if (!inside.contains(process.pids.value(0))) {
            add(process);
        }
    }
}

} // namespace nsw
