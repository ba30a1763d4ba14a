// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/codec.h"
#include "core/model/facets/kind.h"

namespace nsw
{

struct Process {
    QList<std::int32_t> pids; ///< NSpid: from the reader's PID namespace to the process's own
    std::int32_t parent = 0; ///< pid of the parent in the reader's PID namespace; 0: none in it
    QString name; ///< comm, at most 15 bytes
    QString command; ///< the command line; empty for kernel threads and zombies
    QString state; ///< one letter, proc_pid_stat(5)
    std::uint32_t uid = 0; ///< effective, in the reader's user namespace
    std::int32_t threads = 1;
    /** Inodes of its namespaces in the order of kAllKinds; 0: can't be read. Empty: none can be. */
    QList<std::uint64_t> namespaces;
    bool operator==(const Process &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("pids", &Process::pids),
                          field("parent", &Process::parent),
                          field("name", &Process::name),
                          field("command", &Process::command),
                          field("state", &Process::state),
                          field("uid", &Process::uid),
                          field("threads", &Process::threads),
                          field("namespaces", &Process::namespaces)};
    }
};

/**
 * The processes of a PID namespace and of its descendants. Inside and outside are both read through
 * the outer /proc, so that each row has the PID at every level.
 */
struct ProcessesFacet {
    static constexpr FacetKind kKind = FacetKind::Processes;
    std::int32_t level = 0; ///< the index in Process::pids of the PID that this side itself uses
    QList<Process> processes;
    QList<Error> diagnostics;
    bool operator==(const ProcessesFacet &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("level", &ProcessesFacet::level),
                          field("processes", &ProcessesFacet::processes),
                          field("diagnostics", &ProcessesFacet::diagnostics)};
    }
};

} // namespace nsw
