// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/limits.h"

#include "core/probe/reading.h"

#include <array>
#include <cerrno>

namespace nsw
{

namespace
{

/** Directories below /proc/sys whose files all belong here, and single files. */
constexpr std::array kLimitDirectories{"user", "fs/mqueue"};
constexpr std::array kLimitFiles{"kernel/msgmax",
                                 "kernel/msgmnb",
                                 "kernel/msgmni",
                                 "kernel/sem",
                                 "kernel/shmall",
                                 "kernel/shmmax",
                                 "kernel/shmmni",
                                 "kernel/pid_max",
                                 "kernel/threads-max"};
constexpr qsizetype kLongestLimit = 256;

void take(const Vantage &vantage, const QByteArray &name, LimitsFacet &facet)
{
    const auto bytes = readProc(vantage.proc, "sys/" + name, kLongestLimit);
    if (bytes) {
        facet.limits << Limit{.name = QString::fromUtf8(name),
                              .value = QString::fromUtf8(bytes->simplified())};
    } else if (bytes.error().error != Errno{ENOENT}) { // a kernel without it
        addOnce(facet.diagnostics, bytes.error());
    }
}

} // namespace

Result<LimitsFacet> takeLimits(const Vantage &vantage)
{
    // Whichever /proc they are read through, these files are those of their reader's namespaces.
    LimitsFacet facet;
    for (const char *directory : kLimitDirectories) {
        const QByteArray path(directory);
        const auto names = entriesAt(vantage.proc, "sys/" + path);
        if (!names) {
            if (names.error().error != Errno{ENOENT}) {
                addOnce(facet.diagnostics, inProc(names.error(), "sys/" + path));
            }
            continue;
        }
        for (const QByteArray &name : *names) {
            take(vantage, path + '/' + name, facet);
        }
    }
    for (const char *file : kLimitFiles) {
        take(vantage, file, facet);
    }
    return facet;
}

} // namespace nsw
