// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/actpaths.h"

#include "core/kernel/procfs.h"
#include "core/run/performpaths.h"

namespace nsw
{

Result<std::vector<std::optional<std::vector<UniqueFd>>>>
openStepPaths(const QList<Step> &steps, Side side, const ActSite &site)
{
    std::vector<std::optional<std::vector<UniqueFd>>> paths(static_cast<std::size_t>(steps.size()));
    if (!site.onBehalfOf || !site.onBehalfOf->isOther || side == Side::Outside) {
        return paths;
    }
    const auto mounts = openAt(site.proc, QByteArray::number(site.inside) + "/ns/mnt");
    if (!mounts) {
        return std::unexpected(mounts.error());
    }
    for (std::size_t i = 0; i < paths.size(); ++i) {
        const StepPaths wanted = pathsOf(steps.at(static_cast<qsizetype>(i)).operation);
        if (wanted.paths.isEmpty()) {
            continue;
        }
        auto opened = openAs(*site.onBehalfOf, mounts->get(), wanted.paths, wanted.last);
        if (!opened) {
            return std::unexpected(opened.error());
        }
        paths.at(i) = *std::move(opened);
    }
    return paths;
}

} // namespace nsw
