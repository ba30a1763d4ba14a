// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/joinfacts.h"

#include "core/kernel/failure.h"
#include "core/kernel/nsfs.h"
#include "core/kernel/procfs.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace nsw
{

using Qt::StringLiterals::operator""_L1;

namespace
{

bool hasEnded(int pidfd)
{
    pollfd waiting{.fd = pidfd, .events = POLLIN, .revents = 0};
    return ::poll(&waiting, 1, 0) > 0;
}

/** The namespace of a process. The pidfd makes sure that the number did not change hands meanwhile.
 */
Result<UniqueFd> openOfProcess(int proc, std::int32_t pid, NsKind kind)
{
    if (pid <= 0) {
        return failure("pidfd_open"_L1, {}, ESRCH);
    }
    const UniqueFd pidfd(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)));
    if (!pidfd.isValid()) {
        return failure("pidfd_open"_L1);
    }
    auto fd = openAt(proc, QByteArray::number(pid) + "/ns/" + QByteArray(infoOf(kind).procName));
    if (hasEnded(pidfd.get())) {
        return failure("open"_L1, {}, ESRCH);
    }
    return fd;
}

/** The namespace file at a path. What is not one is never really opened: that may have effects. */
Result<UniqueFd> openOfPath(int proc, const QString &path)
{
    const UniqueFd place(::open(path.toUtf8().constData(), O_PATH | O_CLOEXEC));
    if (!place.isValid()) {
        return failure("open"_L1, path);
    }
    if (!isNamespaceFile(place.get())) {
        return UniqueFd();
    }
    return openAt(proc, "self/fd/" + QByteArray::number(place.get()));
}

} // namespace

JoinFacts joinFacts(int proc, const JoinTarget &target, NsKind kind)
{
    JoinFacts facts;
    facts.target = target;
    facts.kind = kind;
    const auto *byPid = std::get_if<JoinPid>(&target);
    const auto fd = byPid != nullptr ? openOfProcess(proc, byPid->value, kind)
                                     : openOfPath(proc, std::get<JoinPath>(target).value);
    if (!fd) {
        facts.error = fd.error().error;
        return facts;
    }
    if (!fd->isValid()) {
        return facts;
    }
    NsKind actual = kind;
    if (byPid == nullptr) {
        const auto found = namespaceKind(fd->get());
        if (!found) {
            return facts;
        }
        actual = *found;
        facts.actualKind = actual;
    }
    if (const auto identity = identityOf(fd->get(), actual)) {
        facts.identity = *identity;
    }
    return facts;
}

} // namespace nsw
