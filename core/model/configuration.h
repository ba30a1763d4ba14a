// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/codec.h"
#include "core/model/kind.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

/** The configuration file as a value. The names of the fields are the file format. */
namespace nsw
{

/** An id outside the user namespace: a number, or "self", the id of whoever starts the container.
 */
struct OutsideId {
    std::optional<std::uint32_t> id; ///< absent: "self"
    bool operator==(const OutsideId &) const = default;
};

/** A line of uid_map or gid_map (user_namespaces(7)): `count` ids from `inside` are those from
 * `outside`. */
struct IdRange {
    std::uint32_t inside = 0;
    OutsideId outside;
    std::uint32_t count = 1;
    bool operator==(const IdRange &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("inside", &IdRange::inside),
                          requiredField("outside", &IdRange::outside),
                          field("count", &IdRange::count)};
    }
};

enum class SetgroupsPolicy : std::uint8_t { Deny, Allow };
template<>
struct EnumNames<SetgroupsPolicy> {
    static constexpr std::array<QLatin1StringView, 2> kValues{QLatin1StringView("deny"),
                                                              QLatin1StringView("allow")};
};

struct NewUser {
    static constexpr QLatin1StringView kTag{"new"};
    QList<IdRange> uidMap{IdRange{}};
    QList<IdRange> gidMap{IdRange{}};
    SetgroupsPolicy setgroups = SetgroupsPolicy::Deny;
    bool operator==(const NewUser &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("uidMap", &NewUser::uidMap),
                          field("gidMap", &NewUser::gidMap),
                          field("setgroups", &NewUser::setgroups)};
    }
};

/** What a mount does with mounts made elsewhere (mount_namespaces(7), "Shared subtrees"). */
enum class Propagation : std::uint8_t { Private, Slave, Shared, Unbindable, Unchanged };
template<>
struct EnumNames<Propagation> {
    static constexpr std::array<QLatin1StringView, 5> kValues{QLatin1StringView("private"),
                                                              QLatin1StringView("slave"),
                                                              QLatin1StringView("shared"),
                                                              QLatin1StringView("unbindable"),
                                                              QLatin1StringView("unchanged")};
};

enum class MountType : std::uint8_t { Proc, Tmpfs, Mqueue, Bind, Sysfs };
template<>
struct EnumNames<MountType> {
    static constexpr std::array<QLatin1StringView, 5> kValues{QLatin1StringView("proc"),
                                                              QLatin1StringView("tmpfs"),
                                                              QLatin1StringView("mqueue"),
                                                              QLatin1StringView("bind"),
                                                              QLatin1StringView("sysfs")};
};

struct MountEntry {
    MountType type = MountType::Tmpfs;
    QString source; ///< for bind only
    QString target;
    QStringList options; ///< ro, nosuid, nodev, noexec, rbind; size=… and mode=… for tmpfs
    bool operator==(const MountEntry &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("type", &MountEntry::type),
                          field("source", &MountEntry::source),
                          requiredField("target", &MountEntry::target),
                          field("options", &MountEntry::options)};
    }
};

struct NewMount {
    static constexpr QLatin1StringView kTag{"new"};
    Propagation propagation = Propagation::Private;
    QList<MountEntry> mounts;
    bool operator==(const NewMount &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("propagation", &NewMount::propagation),
                          field("mounts", &NewMount::mounts)};
    }
};

struct NewPid {
    static constexpr QLatin1StringView kTag{"new"};
    bool mountProc = true; ///< has an effect only where the mount namespace is new too
    bool init = false; ///< PID 1 is an init that reaps, and the command its child; else the command
                       ///< is PID 1
    bool operator==(const NewPid &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("mountProc", &NewPid::mountProc), field("init", &NewPid::init)};
    }
};

struct NewUts {
    static constexpr QLatin1StringView kTag{"new"};
    std::optional<QString> hostname;
    std::optional<QString> domainname;
    bool operator==(const NewUts &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("hostname", &NewUts::hostname),
                          field("domainname", &NewUts::domainname)};
    }
};

struct NewIpc {
    static constexpr QLatin1StringView kTag{"new"};
    bool operator==(const NewIpc &) const = default;
    static constexpr std::tuple<> fields() { return {}; }
};

struct NewNetwork {
    static constexpr QLatin1StringView kTag{"new"};
    bool loopback = true;
    bool operator==(const NewNetwork &) const = default;
    static constexpr auto fields() { return std::tuple{field("loopback", &NewNetwork::loopback)}; }
};

struct NewCgroup {
    static constexpr QLatin1StringView kTag{"new"};
    bool operator==(const NewCgroup &) const = default;
    static constexpr std::tuple<> fields() { return {}; }
};

/** Seconds by which the clocks inside are ahead (time_namespaces(7)). */
struct NewTime {
    static constexpr QLatin1StringView kTag{"new"};
    std::int64_t monotonicOffset = 0;
    std::int64_t boottimeOffset = 0;
    bool operator==(const NewTime &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("monotonicOffset", &NewTime::monotonicOffset),
                          field("boottimeOffset", &NewTime::boottimeOffset)};
    }
};

struct JoinPid {
    static constexpr QLatin1StringView kTag{"pid"};
    std::int32_t value = 0;
    bool operator==(const JoinPid &) const = default;
};

struct JoinPath {
    static constexpr QLatin1StringView kTag{"path"};
    QString value;
    bool operator==(const JoinPath &) const = default;
};

using JoinTarget = std::variant<JoinPid, JoinPath>;

/** Enter a namespace that exists: that of a process, or the one a file stands for. */
struct Join {
    static constexpr QLatin1StringView kTag{"join"};
    JoinTarget value;
    bool operator==(const Join &) const = default;
};

template<class New>
using Choice = std::optional<std::variant<New, Join>>;

/** Each namespace absent (the host's own), new, or joined. */
struct Namespaces {
    Choice<NewUser> user;
    Choice<NewMount> mount;
    Choice<NewPid> pid;
    Choice<NewUts> uts;
    Choice<NewIpc> ipc;
    Choice<NewNetwork> network;
    Choice<NewCgroup> cgroup;
    Choice<NewTime> time;
    bool operator==(const Namespaces &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("user", &Namespaces::user),
                          field("mount", &Namespaces::mount),
                          field("pid", &Namespaces::pid),
                          field("uts", &Namespaces::uts),
                          field("ipc", &Namespaces::ipc),
                          field("network", &Namespaces::network),
                          field("cgroup", &Namespaces::cgroup),
                          field("time", &Namespaces::time)};
    }

    [[nodiscard]] bool isNew(NsKind kind) const;
    /** Where the namespace of this kind is joined from, or null. */
    [[nodiscard]] const Join *join(NsKind kind) const;
    [[nodiscard]] QList<NsKind> newKinds() const;
    [[nodiscard]] QList<NsKind> joinedKinds() const;
};

/** What was chosen for a new namespace of kind `New`, or null when it is absent or joined. */
template<class New>
const New *newOptions(const Choice<New> &choice)
{
    return choice ? std::get_if<New>(&*choice) : nullptr;
}

/** How the namespaces come about: by clone3(2) at once, or by unshare(2) in a process that is
 * there. */
enum class Method : std::uint8_t { Clone, Unshare };
template<>
struct EnumNames<Method> {
    static constexpr std::array<QLatin1StringView, 2> kValues{QLatin1StringView("clone"),
                                                              QLatin1StringView("unshare")};
};

struct Container {
    QString name = QStringLiteral("container");
    Method method = Method::Clone;
    Namespaces namespaces;
    QStringList command; ///< empty: the container stays until it is stopped
    QString workingDirectory;
    QMap<QString, QString> environment; ///< added to the environment of whoever starts it
    bool operator==(const Container &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("name", &Container::name),
                          field("method", &Container::method),
                          requiredField("namespaces", &Container::namespaces),
                          field("command", &Container::command),
                          field("workingDirectory", &Container::workingDirectory),
                          field("environment", &Container::environment)};
    }
};

struct Configuration {
    static constexpr std::int32_t kVersion = 1;
    std::int32_t version = kVersion;
    QString name;
    QList<Container> containers;
    bool operator==(const Configuration &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("version", &Configuration::version),
                          field("name", &Configuration::name),
                          requiredField("containers", &Configuration::containers)};
    }
};

template<>
struct CustomCodec<OutsideId> {
    static void write(const OutsideId &id, QCborStreamWriter &to);
    static Decoded<OutsideId> decode(CborReader &from);
};

} // namespace nsw
