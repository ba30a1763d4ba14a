// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/actfacts.h"

#include "core/kernel/procfs.h"
#include "core/kernel/status.h"
#include "core/probe/pidmembership.h"

#include <fcntl.h>
#include <sys/stat.h>

namespace nsw
{

namespace
{

QByteArray linkOf(const QByteArray &process, NsKind kind)
{
    return process + "/ns/" + infoOf(kind).procName.data();
}

bool isShared(const ActSite &site, NsKind kind)
{
    struct stat ours{};
    struct stat theirs{};
    // Where it can't be told, it counts as shared: what is changed must not be the machine.
    return ::fstatat(site.proc, linkOf("self", kind).constData(), &ours, 0) != 0
        || ::fstatat(
               site.proc, linkOf(QByteArray::number(site.inside), kind).constData(), &theirs, 0)
        != 0
        || (ours.st_dev == theirs.st_dev && ours.st_ino == theirs.st_ino);
}

std::optional<ProcessStatus> statusIn(int directory, const QByteArray &path)
{
    const auto bytes = readAt(directory, path);
    return bytes ? parseStatus(*bytes) : std::nullopt;
}

bool isOnly(const IdSet &ids, uid_t uid)
{
    return ids.real == uid && ids.effective == uid && ids.saved == uid;
}

} // namespace

bool HeldProcess::isAlive() const
{
    const auto status = statusIn(directory.get(), "status");
    return status && status->state != u"Z" && status->state != u"X";
}

std::optional<Finding> refusalAt(const ActSite &site, Side side)
{
    return refusalInPause(
        side, {.inside = site.inside, .onBehalf = site.onBehalfOf.has_value(), .left = site.left});
}

QList<NsKind> sharedKinds(const ActSite &site)
{
    QList<NsKind> shared;
    for (const NsKind kind : kAllKinds) {
        if (isShared(site, kind)) {
            shared << kind;
        }
    }
    return shared;
}

HeldProcess holdProcess(const ActSite &site, const Act &act)
{
    HeldProcess held;
    const auto *signal = std::get_if<act::SendSignal>(&act);
    if (signal == nullptr || signal->pid < 1) {
        return held;
    }
    const QByteArray entry = QByteArray::number(signal->pid);
    auto directory = openAt(site.proc, entry, O_DIRECTORY);
    const auto status
        = directory ? readAt(directory->get(), "status") : std::unexpected(directory.error());
    if (!status) {
        return held;
    }
    held.directory = *std::move(directory);
    held.masks = parseSignalMasks(*status);
    const auto parsed = parseStatus(*status);
    held.isInit = parsed && parsed->pids.value(parsed->pids.size() - 1) == 1;
    return held;
}

ActFacts gatherActFacts(const ActSite &site, const Act &act, const HeldProcess &held)
{
    ActFacts facts;
    facts.container = site.container;
    facts.onBehalf = site.onBehalfOf.has_value();
    facts.shared = sharedKinds(site);
    const auto *signal = std::get_if<act::SendSignal>(&act);
    const auto status = signal != nullptr && held.directory.isValid()
        ? statusIn(held.directory.get(), "status")
        : std::nullopt;
    const QByteArray inside = QByteArray::number(site.inside);
    const auto first = statusIn(site.proc, inside + "/status");
    if (!status || !first) {
        return facts;
    }
    PidMembership membership({.proc = site.proc, .pid = QString::fromLatin1(inside)});
    const qsizetype level = first->pids.size() - 1;
    const bool isMember = level == 0
        || (status->pids.size() > level
            && membership.of(signal->pid) == PidMembership::Verdict::Member);
    facts.target
        = SignalTarget{.innerPid = isMember ? status->pids.value(level) : 0,
                       .isOfContainer = isMember && !facts.shared.contains(NsKind::Pid),
                       .isOfCaller = site.onBehalfOf && isOnly(status->uid, site.onBehalfOf->uid)};
    return facts;
}

} // namespace nsw
