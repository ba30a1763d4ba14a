// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/configuration.h"

namespace nsw::test
{

/** A container with a new namespace of each kind, named like its host. */
inline Container allEight(const QString &name)
{
    Container container;
    container.name = name;
    container.namespaces.user = NewUser{};
    container.namespaces.mount = NewMount{};
    container.namespaces.pid = NewPid{};
    container.namespaces.uts = NewUts{.hostname = name, .domainname = {}};
    container.namespaces.ipc = NewIpc{};
    container.namespaces.network = NewNetwork{};
    container.namespaces.cgroup = NewCgroup{};
    container.namespaces.time = NewTime{};
    return container;
}

/** Its end outside is in the machine's network, where only an administrator may make it. */
inline bool hasCable(const Configuration &configuration)
{
    const Container container = configuration.containers.value(0);
    const NewNetwork *network = newOptions(container.namespaces.network);
    return network != nullptr && network->veth;
}

/** A configuration of it alone. */
inline Configuration configurationOf(const Container &container)
{
    return {.version = Configuration::kVersion, .name = {}, .containers = {container}};
}

} // namespace nsw::test
