// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/joinfacts.h"

#include "core/kernel/failure.h"
#include "core/kernel/nsfs.h"
#include "core/kernel/procfs.h"

#include <cerrno>

namespace nsw
{

using Qt::StringLiterals::operator""_L1;

namespace
{

/** The namespace of a process. The pidfd makes sure that the number did not change hands meanwhile.
 */
Result<UniqueFd> openOfProcess(int proc, const HeldTarget &held, std::int32_t pid, NsKind kind)
{
    auto fd = openAt(proc, QByteArray::number(pid) + "/ns/" + QByteArray(infoOf(kind).procName));
    if (!isSameProcess(held)) {
        return failure("open"_L1, {}, ESRCH);
    }
    return fd;
}

} // namespace

JoinFacts joinFacts(int proc, const HeldTarget &held, NsKind kind)
{
    JoinFacts facts;
    facts.target = held.target;
    facts.kind = kind;
    facts.error = held.error;
    if (!held.fd.isValid()) {
        return facts;
    }
    const auto *byPid = std::get_if<JoinPid>(&held.target);
    Result<UniqueFd> ofProcess = UniqueFd();
    if (byPid != nullptr) {
        ofProcess = openOfProcess(proc, held, byPid->value, kind);
        if (!ofProcess) {
            facts.error = ofProcess.error().error;
            return facts;
        }
    }
    const int fd = byPid != nullptr ? ofProcess->get() : held.fd.get();
    NsKind actual = kind;
    if (byPid == nullptr) {
        const auto found = namespaceKind(fd);
        if (!found) {
            return facts;
        }
        actual = *found;
        facts.actualKind = actual;
    }
    if (const auto identity = identityOf(fd, actual)) {
        facts.identity = *identity;
    }
    return facts;
}

} // namespace nsw
