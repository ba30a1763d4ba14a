// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/expect.h"

#include <algorithm>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

constexpr qsizetype kMostOutput = 4096; ///< bytes that are kept of what a command wrote

template<class F>
const F *facetOf(const SessionState &state, Side side)
{
    const Facet *facet = state.facet(side, F::kKind);
    return facet == nullptr ? nullptr : std::get_if<F>(facet);
}

/** Both sides of a facet. */
template<class F>
struct Sides {
    const F *outside = nullptr;
    const F *inside = nullptr;

    explicit Sides(const SessionState &state)
        : outside(facetOf<F>(state, Side::Outside))
        , inside(facetOf<F>(state, Side::Inside))
    {
    }
    explicit operator bool() const { return outside != nullptr && inside != nullptr; }
};

std::optional<Relation> relation(const Sides<NamespacesFacet> &sides, NsKind kind)
{
    const auto &outside = sides.outside->of(kind);
    const auto &inside = sides.inside->of(kind);
    if (!outside || !inside) {
        return std::nullopt;
    }
    return outside->inode == inside->inode ? Relation::Shared : Relation::Isolated;
}

void seeNamespaces(const SessionState &state, Expectation &seen)
{
    const Sides<NamespacesFacet> sides(state);
    if (!sides) {
        return;
    }
    seen.namespaces = {.user = relation(sides, NsKind::User),
                       .mount = relation(sides, NsKind::Mount),
                       .pid = relation(sides, NsKind::Pid),
                       .uts = relation(sides, NsKind::Uts),
                       .ipc = relation(sides, NsKind::Ipc),
                       .network = relation(sides, NsKind::Network),
                       .cgroup = relation(sides, NsKind::Cgroup),
                       .time = relation(sides, NsKind::Time)};
    const auto &user = sides.inside->user;
    if (!user) {
        return;
    }
    QStringList owned;
    for (const NsKind kind : kAllKinds) {
        const auto &one = sides.inside->of(kind);
        if (one && one->owner == user->inode) {
            owned << nameOf(kind);
        }
    }
    seen.owned = owned;
}

QList<IdRange> rangesOf(const QList<MappedRange> &map, std::uint32_t self)
{
    QList<IdRange> ranges;
    for (const MappedRange &line : map) {
        OutsideId outside;
        if (line.outside != self) {
            outside.id = line.outside;
        }
        ranges.append({.inside = line.inside, .outside = outside, .count = line.count});
    }
    return ranges;
}

Rights rightsOf(const CapabilitySets &sets)
{
    if (sets.effective.isEmpty()) {
        return Rights::None;
    }
    return sets.effective.size() < sets.bounding.size() ? Rights::Some : Rights::All;
}

std::optional<SetgroupsPolicy> setgroupsOf(const UsersFacet &users)
{
    for (const auto policy : {SetgroupsPolicy::Deny, SetgroupsPolicy::Allow}) {
        if (users.setgroups == nameOf(policy)) {
            return policy;
        }
    }
    return std::nullopt;
}

void seeUsers(const SessionState &state, ExpectedInside &seen)
{
    const Sides<UsersFacet> users(state);
    if (!users) {
        return;
    }
    seen.uidMap = rangesOf(users.inside->uidMap, users.outside->uid.effective);
    seen.gidMap = rangesOf(users.inside->gidMap, users.outside->gid.effective);
    seen.setgroups = setgroupsOf(*users.inside);
    seen.uid = users.inside->uid.effective;
    seen.gid = users.inside->gid.effective;
    seen.capabilities = rightsOf(users.inside->capabilities);
}

QString propagationOf(const MountPoint &mount)
{
    const auto has = [&mount](QLatin1StringView word) {
        return std::ranges::any_of(mount.propagation,
                                   [&](const QString &field) { return field.startsWith(word); });
    };
    QStringList words;
    if (has("master:"_L1)) {
        words << u"slave"_s;
    }
    if (has("shared:"_L1)) {
        words << u"shared"_s;
    }
    if (has("unbindable"_L1)) {
        words << u"unbindable"_s;
    }
    return words.isEmpty() ? u"private"_s : words.join(u' ');
}

/** What the machine's own mounts of that file system have is not the
 * container's. */
QStringList ownOptions(const MountPoint &mount, const QList<MountPoint> &outside)
{
    QStringList options;
    for (const QLatin1StringView option : {"noexec"_L1, "ro"_L1}) {
        const bool isInherited = std::ranges::any_of(outside, [&](const MountPoint &other) {
            return other.device == mount.device && other.options.contains(option);
        });
        if (mount.options.contains(option) && !isInherited) {
            options << option;
        }
    }
    return options;
}

void seeMounts(const SessionState &state, ExpectedInside &seen)
{
    const Sides<MountsFacet> mounts(state);
    if (!mounts) {
        return;
    }
    const auto placeOf = [](const MountPoint &mount) {
        // The root of a cgroup mount is told as the reader's cgroup namespace has it.
        const bool isRelative = mount.filesystem.startsWith("cgroup"_L1);
        return QStringList{mount.target, mount.filesystem, isRelative ? QString() : mount.root};
    };
    QList<QStringList> outside;
    for (const MountPoint &mount : mounts.outside->mounts) {
        outside << placeOf(mount);
    }
    QList<ExpectedMount> list;
    for (const MountPoint &mount : mounts.inside->mounts) {
        const bool isRoot = mount.target == "/"_L1;
        const bool isOutside = outside.removeOne(placeOf(mount));
        if (isRoot || !isOutside) {
            // What the root is made of is the machine's own.
            list.append({.target = mount.target,
                         .filesystem = isRoot ? QString() : mount.filesystem,
                         .propagation = propagationOf(mount),
                         .options = isRoot
                             ? std::nullopt
                             : std::optional(ownOptions(mount, mounts.outside->mounts))});
        }
    }
    std::ranges::stable_sort(list, {}, &ExpectedMount::target);
    seen.mounts = list;
}

void seeAddresses(const NetworkFacet &network, ExpectedInside &seen)
{
    QList<ExpectedAddress> addresses;
    for (const InterfaceAddress &one : network.addresses) {
        if (one.family == "inet"_L1) {
            addresses.append({.link = one.link,
                              .address = one.address + u'/' + QString::number(one.prefixLength)});
        }
    }
    std::ranges::sort(
        addresses, {}, [](const ExpectedAddress &one) { return std::pair(one.link, one.address); });
    seen.addresses = addresses;
    QList<ExpectedRoute> routes;
    for (const Route &one : network.routes) {
        if (one.family == "inet"_L1) {
            routes.append(
                {.destination = one.destination, .link = one.link, .gateway = one.gateway});
        }
    }
    std::ranges::sort(routes, {}, [](const ExpectedRoute &one) {
        return std::tuple(one.destination, one.link, one.gateway);
    });
    seen.routes = routes;
}

/** The smallest PID that the inside has is that of its first process. */
void seeFirstPid(const SessionState &state, ExpectedInside &seen)
{
    const auto *processes = facetOf<ProcessesFacet>(state, Side::Inside);
    if (processes == nullptr) {
        return;
    }
    for (const Process &process : processes->processes) {
        const std::int32_t pid = process.pids.value(processes->level);
        if (pid > 0) {
            seen.pid = std::min(seen.pid.value_or(pid), pid);
        }
    }
}

void seeRest(const SessionState &state, ExpectedInside &seen)
{
    if (const auto *uts = facetOf<UtsFacet>(state, Side::Inside)) {
        seen.hostname = uts->nodename;
        seen.domainname = uts->domainname;
    }
    if (const auto *ipc = facetOf<IpcFacet>(state, Side::Inside)) {
        seen.ipcObjects = ipc->messageQueues.size() + ipc->semaphoreSets.size()
            + ipc->sharedMemory.size() + ipc->posixQueues.size();
    }
    if (const auto *network = facetOf<NetworkFacet>(state, Side::Inside)) {
        QList<ExpectedLink> links;
        for (const Link &link : network->links) {
            links.append({.name = link.name, .up = link.flags.contains("UP"_L1)});
        }
        std::ranges::stable_sort(links, {}, &ExpectedLink::name);
        seen.links = links;
        seeAddresses(*network, seen);
    }
    if (const auto *cgroup = facetOf<CgroupFacet>(state, Side::Inside)) {
        seen.cgroup = cgroup->path;
    }
    if (const auto *time = facetOf<TimeFacet>(state, Side::Inside)) {
        seen.monotonicOffset = time->monotonicOffset;
        seen.boottimeOffset = time->boottimeOffset;
    }
}

QStringList codesOf(const Findings &findings)
{
    QStringList codes;
    for (const Finding &finding : findings) {
        if (finding.severity == Severity::Error) {
            codes << nameOf(finding.code);
        }
    }
    codes.sort();
    codes.removeDuplicates();
    return codes;
}

void seeOutcome(const SessionState &state, Expectation &seen)
{
    seen.refused = state.phase == Phase::Refused ? codesOf(state.refusal) : QStringList();
    // An act that failed is no failure of what was started.
    if (const StepState *failed = state.failure();
        failed != nullptr && failed->step.n <= state.plan.steps.size()) {
        if (const auto &outcome = failed->outcome; outcome) {
            seen.failure = ExpectedFailure{.call = outcome->call, .error = outcome->error};
        }
    }
    seen.exit = state.exit;
    if (state.outputDropped == 0) {
        QByteArray text;
        for (const OutputEvent &event : state.output) {
            text += event.stream == Stream::Stdout ? event.text : QByteArray();
        }
        seen.output = QString::fromUtf8(text);
    }
}

/** A name that a new namespace only has from the old one is the machine's own. */
void forgetSameNames(const SessionState &state, ExpectedInside &inside)
{
    const auto *outside = facetOf<UtsFacet>(state, Side::Outside);
    if (outside == nullptr || inside.hostname == outside->nodename) {
        inside.hostname.reset();
    }
    if (outside == nullptr || inside.domainname == outside->domainname) {
        inside.domainname.reset();
    }
}

/** What is shared is the machine's own. */
void forgetShared(const Relations &relations, Expectation &kept)
{
    ExpectedInside &inside = kept.inside;
    const auto forget = [](const std::optional<Relation> &one, auto &...members) {
        if (one != Relation::Isolated) {
            (members.reset(), ...);
        }
    };
    forget(relations.user,
           kept.owned,
           inside.uidMap,
           inside.gidMap,
           inside.setgroups,
           inside.uid,
           inside.gid,
           inside.capabilities);
    forget(relations.mount, inside.mounts);
    forget(relations.pid, inside.pid);
    forget(relations.uts, inside.hostname, inside.domainname);
    forget(relations.ipc, inside.ipcObjects);
    forget(relations.network, inside.links, inside.addresses, inside.routes);
    forget(relations.cgroup, inside.cgroup);
    forget(relations.time, inside.monotonicOffset, inside.boottimeOffset);
}

} // namespace

Expectation seenIn(const SessionState &state)
{
    Expectation seen;
    seeNamespaces(state, seen);
    seeUsers(state, seen.inside);
    seeMounts(state, seen.inside);
    seeFirstPid(state, seen.inside);
    seeRest(state, seen.inside);
    seeOutcome(state, seen);
    return seen;
}

Expectation expectationOf(const SessionState &state)
{
    Expectation kept = seenIn(state);
    forgetShared(kept.namespaces, kept);
    forgetSameNames(state, kept.inside);
    if (kept.refused && kept.refused->isEmpty()) {
        kept.refused.reset();
    }
    const auto &output = kept.output;
    if (!kept.exit || (output && output->size() > kMostOutput)) {
        kept.output.reset();
    }
    return kept;
}

Expectation expectationOf(const Findings &refusal)
{
    Expectation expectation;
    expectation.refused = codesOf(refusal);
    return expectation;
}

bool isMade(const SessionState &state)
{
    const auto isKnown = [&state](FacetKind kind) {
        return state.facets.contains({Side::Outside, kind})
            && state.facets.contains({Side::Inside, kind});
    };
    // A step that fails while somebody steps may yet be put right.
    const bool hasFailed = state.failure() != nullptr && state.exit.has_value();
    return hasFailed || (state.areStepsMade() && std::ranges::all_of(kCardFacets, isKnown));
}

void FirstSight::follow(const SessionState &state)
{
    if (!isMade(state)) {
        m_facets.reset(); // another run
    } else if (!m_facets) {
        m_facets = state.facets;
    }
}

SessionState FirstSight::of(const SessionState &state) const
{
    SessionState seen = state;
    if (m_facets) {
        seen.facets = *m_facets;
    }
    return seen;
}

} // namespace nsw
