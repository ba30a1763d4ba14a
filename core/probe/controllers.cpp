// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/controllers.h"

#include "core/probe/cgroup.h"
#include "core/probe/reading.h"

#include <algorithm>
#include <array>
#include <cerrno>

#include <fcntl.h>
#include <linux/magic.h>
#include <sys/vfs.h>

namespace nsw
{

namespace
{

constexpr auto kCgroupRoot = "/sys/fs/cgroup";
constexpr std::array kSettings{"cgroup.controllers",
                               "cgroup.subtree_control",
                               "cgroup.type",
                               "cgroup.freeze",
                               "cpu.max",
                               "cpu.weight",
                               "cpuset.cpus.effective",
                               "io.max",
                               "memory.high",
                               "memory.max",
                               "memory.min",
                               "memory.swap.max",
                               "pids.max",
                               "pids.peak"};
constexpr qsizetype kLongestSetting = 4096;

bool isUnified(int directory)
{
    struct statfs filesystem{};
    return ::fstatfs(directory, &filesystem) == 0 && filesystem.f_type == CGROUP2_SUPER_MAGIC;
}

/** The unified hierarchy is mounted there, or beside those of version 1. */
Result<UniqueFd> openHierarchy()
{
    auto directory = openAt(AT_FDCWD, QByteArray(kCgroupRoot), O_DIRECTORY);
    if (directory && isUnified(directory->get())) {
        return directory;
    }
    return openAt(AT_FDCWD, QByteArray(kCgroupRoot) + "/unified", O_DIRECTORY);
}

} // namespace

Result<ControllersFacet> takeControllers(const Vantage &vantage)
{
    const auto cgroup = takeCgroup(vantage);
    if (!cgroup) {
        return std::unexpected(cgroup.error());
    }
    ControllersFacet facet;
    const auto unified = std::ranges::find(cgroup->hierarchies, 0, &CgroupPath::hierarchy);
    if (unified == cgroup->hierarchies.end()) {
        return facet;
    }
    facet.path = unified->path;
    const auto hierarchy = openHierarchy();
    if (!hierarchy) {
        facet.diagnostics << hierarchy.error();
        return facet;
    }
    const auto directory = openAt(hierarchy->get(), '.' + unified->path.toUtf8(), O_DIRECTORY);
    if (!directory) {
        facet.diagnostics << directory.error();
        return facet;
    }
    for (const char *file : kSettings) {
        const auto bytes = readAt(directory->get(), file, kLongestSetting);
        if (bytes) {
            facet.settings << CgroupSetting{.name = QString::fromLatin1(file),
                                            .value = QString::fromUtf8(bytes->trimmed())};
        } else if (bytes.error().error != Errno{ENOENT}) { // its controller is not on
            addOnce(facet.diagnostics, bytes.error());
        }
    }
    return facet;
}

} // namespace nsw
