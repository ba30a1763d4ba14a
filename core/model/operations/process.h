// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/configuration.h"

/** Making, entering and becoming: the calls on processes and their namespaces. */
namespace nsw::op
{

/** pidfd_open(2): hold the process whose namespaces are joined. Result: a file descriptor. */
struct PidfdOpen {
    static constexpr QLatin1StringView kTag{"pidfd_open"};
    std::int32_t pid = 0;
    bool operator==(const PidfdOpen &) const = default;
    static constexpr auto fields() { return std::tuple{field("pid", &PidfdOpen::pid)}; }
};

/** open(2): hold the namespace that a file stands for. Result: a file descriptor. */
struct Open {
    static constexpr QLatin1StringView kTag{"open"};
    QString path;
    bool operator==(const Open &) const = default;
    static constexpr auto fields() { return std::tuple{field("path", &Open::path)}; }
};

/** clone3(2). Result: the pid of the new process, as the caller sees it. */
struct Clone3 {
    static constexpr QLatin1StringView kTag{"clone3"};
    QList<NsKind> namespaces;
    bool asSibling = false; ///< CLONE_PARENT: the new process is a child of the caller's parent
    bool operator==(const Clone3 &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("namespaces", &Clone3::namespaces),
                          field("asSibling", &Clone3::asSibling)};
    }
};

/** unshare(2). */
struct Unshare {
    static constexpr QLatin1StringView kTag{"unshare"};
    QList<NsKind> namespaces;
    bool operator==(const Unshare &) const = default;
    static constexpr auto fields() { return std::tuple{field("namespaces", &Unshare::namespaces)}; }
};

/** setns(2), with a pidfd for several kinds at once (Linux 5.8), or with a namespace file for one.
 */
struct Setns {
    static constexpr QLatin1StringView kTag{"setns"};
    JoinTarget target;
    QList<NsKind> namespaces;
    bool operator==(const Setns &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("target", &Setns::target), field("namespaces", &Setns::namespaces)};
    }
};

struct Chdir {
    static constexpr QLatin1StringView kTag{"chdir"};
    QString path;
    bool operator==(const Chdir &) const = default;
    static constexpr auto fields() { return std::tuple{field("path", &Chdir::path)}; }
};

/** execve(2), after a search of PATH: in place of the process inside, or in a child of it. */
struct Execve {
    static constexpr QLatin1StringView kTag{"execve"};
    QStringList argv;
    QMap<QString, QString> environment; ///< added to what is inherited
    bool inChild = false; ///< the process inside stays as an init that reaps
    bool operator==(const Execve &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("argv", &Execve::argv),
                          field("environment", &Execve::environment),
                          field("inChild", &Execve::inChild)};
    }
};

/** kill(2), by the PID that the process has in the PID namespace of the container. */
struct Kill {
    static constexpr QLatin1StringView kTag{"kill"};
    std::int32_t pid = 0;
    QString signal; ///< "SIGTERM"
    bool operator==(const Kill &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("pid", &Kill::pid), field("signal", &Kill::signal)};
    }
};

/** pidfd_send_signal(2), to a process that is held: its number cannot have passed to another. */
struct PidfdSendSignal {
    static constexpr QLatin1StringView kTag{"pidfd_send_signal"};
    std::int32_t pid = 0;
    QString signal;
    bool operator==(const PidfdSendSignal &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("pid", &PidfdSendSignal::pid),
                          field("signal", &PidfdSendSignal::signal)};
    }
};

} // namespace nsw::op
