// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/configuration.h"

/**
 * Steps: what the planner makes of a configuration, and what is executed, shown and exported.
 *
 * A step is one system call. Its `kTag` is the call's name, its fields are the arguments as the
 * manual page of the call names them.
 */
namespace nsw
{

/** Who makes the call. */
enum class Actor : std::uint8_t {
    Outside, ///< the supervisor, in the namespaces of whoever started it
    Inside, ///< the process that becomes the container, from the moment it exists
};
template<>
struct EnumNames<Actor> {
    static constexpr std::array<QLatin1StringView, 2> kValues{QLatin1StringView("outside"),
                                                              QLatin1StringView("inside")};
};

namespace op
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

/** The files below /proc/PID that set a namespace up. */
enum class ProcFile : std::uint8_t { Setgroups, UidMap, GidMap, TimensOffsets };

/** write(2) to such a file, of the process inside. The text is written at once, as the kernel asks.
 */
struct Write {
    static constexpr QLatin1StringView kTag{"write"};
    ProcFile file = ProcFile::UidMap;
    QString text;
    bool operator==(const Write &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("file", &Write::file), field("text", &Write::text)};
    }
};

/** mount(2). */
struct Mount {
    static constexpr QLatin1StringView kTag{"mount"};
    QString source;
    QString target;
    QString filesystem;
    QStringList flags; ///< "MS_REC", "MS_PRIVATE", …
    QString data;
    bool operator==(const Mount &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("source", &Mount::source),
                          field("target", &Mount::target),
                          field("filesystem", &Mount::filesystem),
                          field("flags", &Mount::flags),
                          field("data", &Mount::data)};
    }
};

/** mount_setattr(2), Linux 5.12: makes a mount read-only without touching what the kernel locked.
 */
struct MountSetattr {
    static constexpr QLatin1StringView kTag{"mount_setattr"};
    QString target;
    bool recursive = false;
    QStringList set; ///< "MOUNT_ATTR_RDONLY", …
    bool operator==(const MountSetattr &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("target", &MountSetattr::target),
                          field("recursive", &MountSetattr::recursive),
                          field("set", &MountSetattr::set)};
    }
};

/** mkdir(2), of a mount point on a file system that the container itself mounted before. */
struct Mkdir {
    static constexpr QLatin1StringView kTag{"mkdir"};
    QString path;
    bool operator==(const Mkdir &) const = default;
    static constexpr auto fields() { return std::tuple{field("path", &Mkdir::path)}; }
};

struct Sethostname {
    static constexpr QLatin1StringView kTag{"sethostname"};
    QString name;
    bool operator==(const Sethostname &) const = default;
    static constexpr auto fields() { return std::tuple{field("name", &Sethostname::name)}; }
};

struct Setdomainname {
    static constexpr QLatin1StringView kTag{"setdomainname"};
    QString name;
    bool operator==(const Setdomainname &) const = default;
    static constexpr auto fields() { return std::tuple{field("name", &Setdomainname::name)}; }
};

/** ioctl(SIOCSIFFLAGS) with IFF_UP (netdevice(7)). */
struct LinkUp {
    static constexpr QLatin1StringView kTag{"ioctl"};
    QString link;
    bool operator==(const LinkUp &) const = default;
    static constexpr auto fields() { return std::tuple{field("link", &LinkUp::link)}; }
};

struct Setgroups {
    static constexpr QLatin1StringView kTag{"setgroups"};
    QList<std::uint32_t> groups;
    bool operator==(const Setgroups &) const = default;
    static constexpr auto fields() { return std::tuple{field("groups", &Setgroups::groups)}; }
};

/** setresgid(2): real, effective and saved at once. */
struct Setresgid {
    static constexpr QLatin1StringView kTag{"setresgid"};
    std::uint32_t gid = 0;
    bool operator==(const Setresgid &) const = default;
    static constexpr auto fields() { return std::tuple{field("gid", &Setresgid::gid)}; }
};

/** setresuid(2): real, effective and saved at once. */
struct Setresuid {
    static constexpr QLatin1StringView kTag{"setresuid"};
    std::uint32_t uid = 0;
    bool operator==(const Setresuid &) const = default;
    static constexpr auto fields() { return std::tuple{field("uid", &Setresuid::uid)}; }
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

} // namespace op

template<>
struct EnumNames<op::ProcFile> {
    static constexpr std::array<QLatin1StringView, 4> kValues{QLatin1StringView("setgroups"),
                                                              QLatin1StringView("uid_map"),
                                                              QLatin1StringView("gid_map"),
                                                              QLatin1StringView("timens_offsets")};
};

using Operation = std::variant<op::PidfdOpen,
                               op::Open,
                               op::Clone3,
                               op::Unshare,
                               op::Setns,
                               op::Write,
                               op::Mount,
                               op::MountSetattr,
                               op::Mkdir,
                               op::Sethostname,
                               op::Setdomainname,
                               op::LinkUp,
                               op::Setgroups,
                               op::Setresgid,
                               op::Setresuid,
                               op::Chdir,
                               op::Execve>;

/** The name of the system call. */
QLatin1StringView callOf(const Operation &operation);

/** Its arguments, by name. */
QCborMap argumentsOf(const Operation &operation);

struct Step {
    std::int32_t n = 0; ///< from 1
    Actor actor = Actor::Outside;
    Operation operation;
    bool operator==(const Step &) const = default;
};

/** `{"n": 3, "actor": "inside", "call": "sethostname", "args": {…}}` */
template<>
struct CustomCodec<Step> {
    static void write(const Step &step, QCborStreamWriter &to);
    static Decoded<Step> decode(CborReader &from);
};

/** What a plan needs to be carried out. */
enum class Privilege : std::uint8_t {
    None, ///< runs as whoever starts it
    Root, ///< needs an administrator; findings say why
};
template<>
struct EnumNames<Privilege> {
    static constexpr std::array<QLatin1StringView, 2> kValues{QLatin1StringView("none"),
                                                              QLatin1StringView("root")};
};

struct Plan {
    QString container;
    QList<Step> steps;
    Findings findings;
    Privilege privilege = Privilege::None;
    bool operator==(const Plan &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("container", &Plan::container),
                          field("steps", &Plan::steps),
                          field("findings", &Plan::findings),
                          field("privilege", &Plan::privilege)};
    }
};

} // namespace nsw
