// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/codec.h"
#include "core/model/error.h"
#include "core/model/options/user.h"

#include <optional>

/**
 * What a run of a configuration came to, as far as it comes to the same on every machine: no
 * numbers of namespaces, no PIDs outside, no times. A member that is absent, or a list that is, is
 * not compared.
 */
namespace nsw
{

enum class Relation : std::uint8_t { Isolated, Shared };
template<>
struct EnumNames<Relation> {
    static constexpr std::array<QLatin1StringView, 2> kValues{QLatin1StringView("isolated"),
                                                              QLatin1StringView("shared")};
};

/** Of the namespace inside to the one outside, for each kind. */
struct Relations {
    std::optional<Relation> user;
    std::optional<Relation> mount;
    std::optional<Relation> pid;
    std::optional<Relation> uts;
    std::optional<Relation> ipc;
    std::optional<Relation> network;
    std::optional<Relation> cgroup;
    std::optional<Relation> time;
    bool operator==(const Relations &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("user", &Relations::user),
                          field("mount", &Relations::mount),
                          field("pid", &Relations::pid),
                          field("uts", &Relations::uts),
                          field("ipc", &Relations::ipc),
                          field("network", &Relations::network),
                          field("cgroup", &Relations::cgroup),
                          field("time", &Relations::time)};
    }
};

/** How much of the bounding set is effective. */
enum class Rights : std::uint8_t { All, Some, None };
template<>
struct EnumNames<Rights> {
    static constexpr std::array<QLatin1StringView, 3> kValues{
        QLatin1StringView("all"), QLatin1StringView("some"), QLatin1StringView("none")};
};

/** A mount that is inside and not outside, or the root. */
struct ExpectedMount {
    QString target;
    QString filesystem; ///< empty: any
    QString propagation; ///< "private", "shared", "slave", "slave shared", "unbindable"; empty: any
    /** "noexec" and "ro", where it has them and the machine's own mounts of the same file system
     * have not. Whether set-user-ID bits and devices count is also a matter of who runs it. */
    std::optional<QStringList> options = std::nullopt;
    bool operator==(const ExpectedMount &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("target", &ExpectedMount::target),
                          field("filesystem", &ExpectedMount::filesystem),
                          field("propagation", &ExpectedMount::propagation),
                          field("options", &ExpectedMount::options)};
    }
};

struct ExpectedLink {
    QString name;
    bool up = false;
    bool operator==(const ExpectedLink &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("name", &ExpectedLink::name),
                          field("up", &ExpectedLink::up)};
    }
};

/** Of IPv4: whether there is IPv6 at all is the machine's own. */
struct ExpectedAddress {
    QString link;
    QString address; ///< "127.0.0.1/8"
    bool operator==(const ExpectedAddress &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("link", &ExpectedAddress::link),
                          requiredField("address", &ExpectedAddress::address)};
    }
};

/** Of IPv4, in the table main. */
struct ExpectedRoute {
    QString destination; ///< "default", "10.0.0.0/8"
    QString link;
    QString gateway; ///< empty: on the link
    bool operator==(const ExpectedRoute &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("destination", &ExpectedRoute::destination),
                          requiredField("link", &ExpectedRoute::link),
                          field("gateway", &ExpectedRoute::gateway)};
    }
};

/** The step that failed, and how. */
struct ExpectedFailure {
    QString call;
    Errno error;
    bool operator==(const ExpectedFailure &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("call", &ExpectedFailure::call),
                          requiredField("errno", &ExpectedFailure::error)};
    }
};

/** What is seen inside before the command begins. */
struct ExpectedInside {
    std::optional<QString> hostname;
    std::optional<QString> domainname;
    std::optional<QList<IdRange>> uidMap;
    std::optional<QList<IdRange>> gidMap;
    std::optional<SetgroupsPolicy> setgroups;
    std::optional<std::uint32_t> uid;
    std::optional<std::uint32_t> gid;
    std::optional<Rights> capabilities;
    std::optional<std::int32_t> pid; ///< of the first process
    std::optional<QList<ExpectedMount>> mounts;
    std::optional<std::int64_t> ipcObjects; ///< of all kinds
    std::optional<QList<ExpectedLink>> links;
    std::optional<QList<ExpectedAddress>> addresses;
    std::optional<QList<ExpectedRoute>> routes;
    std::optional<QString> cgroup;
    std::optional<std::int64_t> monotonicOffset; ///< seconds
    std::optional<std::int64_t> boottimeOffset;
    bool operator==(const ExpectedInside &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("hostname", &ExpectedInside::hostname),
                          field("domainname", &ExpectedInside::domainname),
                          field("uidMap", &ExpectedInside::uidMap),
                          field("gidMap", &ExpectedInside::gidMap),
                          field("setgroups", &ExpectedInside::setgroups),
                          field("uid", &ExpectedInside::uid),
                          field("gid", &ExpectedInside::gid),
                          field("capabilities", &ExpectedInside::capabilities),
                          field("pid", &ExpectedInside::pid),
                          field("mounts", &ExpectedInside::mounts),
                          field("ipcObjects", &ExpectedInside::ipcObjects),
                          field("links", &ExpectedInside::links),
                          field("addresses", &ExpectedInside::addresses),
                          field("routes", &ExpectedInside::routes),
                          field("cgroup", &ExpectedInside::cgroup),
                          field("monotonicOffset", &ExpectedInside::monotonicOffset),
                          field("boottimeOffset", &ExpectedInside::boottimeOffset)};
    }
};

struct Expectation {
    Relations namespaces;
    std::optional<QStringList> owned; ///< kinds whose namespace the user namespace inside owns
    ExpectedInside inside;
    std::optional<QStringList> refused; ///< errors of the plan (Finding::code): nothing is run
    std::optional<ExpectedFailure> failure;
    std::optional<std::int32_t> exit; ///< of the command
    std::optional<QString> output; ///< what the command wrote to its standard output
    bool operator==(const Expectation &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("namespaces", &Expectation::namespaces),
                          field("owned", &Expectation::owned),
                          field("inside", &Expectation::inside),
                          field("refused", &Expectation::refused),
                          field("failure", &Expectation::failure),
                          field("exit", &Expectation::exit),
                          field("output", &Expectation::output)};
    }
};

} // namespace nsw
