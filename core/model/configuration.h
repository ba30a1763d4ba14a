// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/expectation.h"
#include "core/model/kind.h"
#include "core/model/options/cgroup.h"
#include "core/model/options/ipc.h"
#include "core/model/options/join.h"
#include "core/model/options/mount.h"
#include "core/model/options/network.h"
#include "core/model/options/pid.h"
#include "core/model/options/time.h"
#include "core/model/options/user.h"
#include "core/model/options/uts.h"

#include <QMap>
#include <QStringList>

#include <optional>
#include <variant>

/** The configuration file as a value. The names of the fields are the file format. */
namespace nsw
{

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
    std::optional<QString> description = std::nullopt; ///< a paragraph
    /** By language, "zh_CN". */
    std::optional<QMap<QString, QString>> nameIn = std::nullopt;
    std::optional<QMap<QString, QString>> descriptionIn = std::nullopt;
    std::optional<Expectation> expectation = std::nullopt; ///< what a run came to
    bool operator==(const Configuration &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("version", &Configuration::version),
                          field("name", &Configuration::name),
                          field("nameIn", &Configuration::nameIn),
                          field("description", &Configuration::description),
                          field("descriptionIn", &Configuration::descriptionIn),
                          requiredField("containers", &Configuration::containers),
                          field("expectation", &Configuration::expectation)};
    }
};

} // namespace nsw
