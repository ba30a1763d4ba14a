// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/hostfacts.h"

#include "core/kernel/idmap.h"
#include "core/kernel/mountinfo.h"
#include "core/kernel/procfs.h"
#include "core/kernel/status.h"
#include "core/kernel/timensoffsets.h"
#include "core/probe/joinfacts.h"
#include "core/probe/network.h"
#include "core/probe/subordinate.h"

#include <algorithm>
#include <ctime>

#include <fcntl.h>
#include <linux/capability.h>
#include <sys/stat.h>
#include <unistd.h>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;
using Qt::StringLiterals::operator""_ba;

namespace
{

QByteArray contentOf(int proc, const QByteArray &path)
{
    return readAt(proc, path).value_or(QByteArray()).trimmed();
}

bool hasCapability(std::uint64_t set, unsigned capability)
{
    return (set >> capability & 1U) != 0;
}

bool hasId(const QList<MountPlace> &mounts, std::int32_t id)
{
    return std::ranges::contains(mounts, id, &MountPlace::id);
}

/**
 * As current_chrooted() of the kernel has it: true unless the root directory is the topmost mount
 * on the root of the mount namespace.
 */
bool isChrooted(int proc)
{
    const auto own = readAt(proc, "self/mountinfo"_ba);
    if (!own) {
        return false;
    }
    QList<MountPlace> roots;
    for (const MountPlace &mount : parseMountPlaces(*own)) {
        if (mount.target == "/"_L1) {
            // Mounts over the root are shown below it, and don't become the root of who stood
            // there.
            if (hasId(roots, mount.parent)) {
                return true;
            }
            roots << mount;
        }
    }
    if (roots.isEmpty()) {
        return true;
    }
    // A chroot to a mount point looks like a root; init, in the same namespace, sees it elsewhere.
    const QByteArray outer = contentOf(proc, "1/mountinfo"_ba);
    return std::ranges::any_of(parseMountPlaces(outer), [&](const MountPlace &mount) {
        return hasId(roots, mount.id) && mount.target != "/"_L1;
    });
}

/** A setting of a distribution that denies user namespaces to those without CAP_SYS_ADMIN. */
QString restrictionAt(int proc)
{
    if (contentOf(proc, "sys/kernel/unprivileged_userns_clone"_ba) == "0") {
        return u"kernel.unprivileged_userns_clone=0"_s;
    }
    if (contentOf(proc, "sys/kernel/apparmor_restrict_unprivileged_userns"_ba) == "1") {
        return u"kernel.apparmor_restrict_unprivileged_userns=1"_s;
    }
    return {};
}

/** Seconds on a clock of the initial time namespace, to which offsets are relative. */
std::int64_t initialClock(clockid_t clock, const ClockOffset &own)
{
    timespec now{};
    static_cast<void>(::clock_gettime(clock, &now));
    return now.tv_sec - own.seconds;
}

void lookAtJoins(int proc,
                 const Configuration &configuration,
                 const std::vector<HeldTarget> &targets,
                 HostFacts &facts)
{
    for (const Container &container : configuration.containers) {
        for (const NsKind kind : container.namespaces.joinedKinds()) {
            const JoinTarget &target = container.namespaces.join(kind)->value;
            const bool known = std::ranges::any_of(facts.joins, [&](const JoinFacts &join) {
                return join.target == target && join.kind == kind;
            });
            const auto held = std::ranges::find(targets, target, &HeldTarget::target);
            if (!known && held != targets.end()) {
                facts.joins << joinFacts(proc, *held, kind);
            }
        }
    }
}

/** Who a user is by name may be asked of a directory service: only where a map has other ids. */
void lookAtSubordinates(const Configuration &configuration, HostFacts &facts)
{
    const auto isOther = [](const IdRange &range) {
        return range.outside.id || range.count != 1;
    };
    const bool wanted
        = std::ranges::any_of(configuration.containers, [&](const Container &container) {
              const NewUser *user = newOptions(container.namespaces.user);
              return user != nullptr
                  && (std::ranges::any_of(user->uidMap, isOther)
                      || std::ranges::any_of(user->gidMap, isOther));
          });
    Subordinates found = wanted ? subordinatesOf(facts.uid) : Subordinates{};
    facts.subuids = std::move(found.uids);
    facts.subgids = std::move(found.gids);
}

/** Only where a link is to be made outside: it takes as long as the machine has links and routes.
 */
std::optional<OutsideNetwork> outsideNetwork(const Configuration &configuration, int proc)
{
    const bool wanted
        = std::ranges::any_of(configuration.containers, [](const Container &container) {
              const NewNetwork *network = newOptions(container.namespaces.network);
              return network != nullptr && network->veth;
          });
    const auto facet = wanted ? takeNetwork({}) : std::unexpected(Error{});
    if (!facet || !facet->diagnostics.isEmpty()) {
        return std::nullopt;
    }
    OutsideNetwork outside;
    for (const Link &link : facet->links) {
        outside.links << link.name;
    }
    for (const InterfaceAddress &address : facet->addresses) {
        outside.networks << address.address + u'/' + QString::number(address.prefixLength);
    }
    for (const Route &route : facet->routes) {
        if (route.destination.contains(u'/')) {
            outside.networks << route.destination;
        }
    }
    outside.networks.removeDuplicates();
    outside.hasIpv6 = openAt(proc, "sys/net/ipv6/conf"_ba).has_value();
    return outside;
}

} // namespace

HostFacts gatherHostFacts(const Configuration &configuration)
{
    const UniqueFd proc(::open("/proc", O_PATH | O_DIRECTORY | O_CLOEXEC));
    return gatherHostFacts(configuration, proc.get());
}

HostFacts gatherHostFacts(const Configuration &configuration, int proc)
{
    HostFacts facts = gatherStandingFacts(proc);
    gatherMomentaryFacts(configuration, holdTargets(configuration, proc), proc, facts);
    return facts;
}

HostFacts gatherStandingFacts(int proc)
{
    HostFacts facts;
    facts.uid = ::geteuid();
    facts.gid = ::getegid();
    if (const auto status = parseStatus(contentOf(proc, "self/status"_ba))) {
        facts.sysAdmin = hasCapability(status->effective, CAP_SYS_ADMIN);
        facts.netAdmin = hasCapability(status->permitted, CAP_NET_ADMIN);
    }
    facts.chrooted = isChrooted(proc);
    if (const auto link = readLinkAt(proc, "self/ns/user"_ba)) {
        facts.userNamespace = namespaceInodeOf(*link);
    }
    facts.uidMap = parseIdMap(contentOf(proc, "self/uid_map"_ba)).rows;
    facts.gidMap = parseIdMap(contentOf(proc, "self/gid_map"_ba)).rows;
    facts.setgroupsDenied = contentOf(proc, "self/setgroups"_ba) == "deny";
    for (const NsKind kind : kAllKinds) {
        if (readLinkAt(proc, "self/ns/" + QByteArray(infoOf(kind).procName))) {
            facts.supported << kind;
        }
    }
    return facts;
}

void gatherMomentaryFacts(const Configuration &configuration,
                          const std::vector<HeldTarget> &targets,
                          int proc,
                          HostFacts &facts)
{
    facts.exhausted.clear();
    for (const NsKind kind : kAllKinds) {
        if (contentOf(proc, "sys/user/" + QByteArray(infoOf(kind).limitFile)) == "0") {
            facts.exhausted << kind;
        }
    }
    facts.restriction = facts.sysAdmin ? QString() : restrictionAt(proc);
    const auto own = parseClockOffsets(contentOf(proc, "self/timens_offsets"_ba));
    facts.monotonicNow = initialClock(CLOCK_MONOTONIC, own.value_or(ClockOffsets{}).monotonic);
    facts.boottimeNow = initialClock(CLOCK_BOOTTIME, own.value_or(ClockOffsets{}).boottime);
    lookAtSubordinates(configuration, facts);
    facts.network = outsideNetwork(configuration, proc);
    facts.joins.clear();
    lookAtJoins(proc, configuration, targets, facts);
}

} // namespace nsw
