// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/jointargets.h"

#include "core/kernel/failure.h"
#include "core/kernel/nsfs.h"
#include "core/kernel/process.h"
#include "core/kernel/procfs.h"

#include <algorithm>
#include <cerrno>

#include <fcntl.h>

namespace nsw
{

using Qt::StringLiterals::operator""_L1;

namespace
{

Result<UniqueFd> holdPath(const QString &path, int proc, const PathOpener &open)
{
    const auto place = open(path);
    if (!place) {
        return std::unexpected(place.error());
    }
    if (!isNamespaceFile(place->get())) {
        return UniqueFd();
    }
    return openAt(proc, "self/fd/" + QByteArray::number(place->get()));
}

HeldTarget hold(const JoinTarget &target, int proc, const PathOpener &open)
{
    Result<UniqueFd> fd = UniqueFd();
    if (const auto *pid = std::get_if<JoinPid>(&target)) {
        fd = pid->value > 0 ? openPidfd(pid->value) : failure("pidfd_open"_L1, {}, ESRCH);
    } else {
        fd = holdPath(std::get<JoinPath>(target).value, proc, open);
    }
    if (!fd) {
        return {.target = target, .fd = UniqueFd(), .error = fd.error().error};
    }
    return {.target = target, .fd = *std::move(fd), .error = {}};
}

} // namespace

Result<UniqueFd> openOwnPath(const QString &path)
{
    UniqueFd place(::open(path.toUtf8().constData(), O_PATH | O_CLOEXEC));
    if (!place.isValid()) {
        return failure("open"_L1, path);
    }
    return place;
}

std::vector<HeldTarget>
holdTargets(const Configuration &configuration, int proc, const PathOpener &open)
{
    std::vector<HeldTarget> all;
    for (const Container &container : configuration.containers) {
        for (const NsKind kind : container.namespaces.joinedKinds()) {
            const JoinTarget &target = container.namespaces.join(kind)->value;
            if (!std::ranges::contains(all, target, &HeldTarget::target)) {
                all.push_back(hold(target, proc, open));
            }
        }
    }
    return all;
}

bool isSameProcess(const HeldTarget &held)
{
    // A number passes on when its process was reaped, and not before.
    return held.fd.isValid() && !hasExited(held.fd.get());
}

} // namespace nsw
