// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/about.h"

#include "app/text/translate.h"
#include "app/text/words.h"

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

/** The card whose panel shows it. */
FacetKind cardOf(FacetKind kind)
{
    switch (kind) {
    case FacetKind::Limits:
    case FacetKind::Relations:
        return FacetKind::Namespaces;
    case FacetKind::Semaphores:
        return FacetKind::Ipc;
    case FacetKind::Traffic:
    case FacetKind::Sockets:
    case FacetKind::Firewall:
    case FacetKind::Routing:
        return FacetKind::Network;
    case FacetKind::Proc:
    case FacetKind::Watched:
        return FacetKind::Processes;
    case FacetKind::Space:
        return FacetKind::Mounts;
    case FacetKind::Controllers:
        return FacetKind::Cgroup;
    default:
        return kind;
    }
}

QString isolates(FacetKind kind)
{
    const std::optional<NsKind> isolating = kindOf(kind);
    return isolating ? words::kindPurpose(*isolating)
                     : translate("About",
                                 "Every process is in one namespace of each of the eight kinds. "
                                 "Processes with the same number share that part of the machine; "
                                 "another number is another view of it.");
}

QString keeps(FacetKind kind)
{
    switch (kind) {
    case FacetKind::Namespaces:
        return translate("About",
                         "Namespaces change what a process sees, not how much it may use: memory, "
                         "processor time and the number of processes are limited by control "
                         "groups, and system calls by seccomp. The kernel itself stays one and "
                         "the same for all.");
    case FacetKind::Uts:
        return translate("About",
                         "The kernel's name, release and version stay the machine's own: they are "
                         "shown by uname as well, but are not isolated. Nor is the name by which "
                         "others reach the machine, which is a matter of the network.");
    case FacetKind::Ipc:
        return translate("About",
                         "Pipes, sockets, signals and memory that is shared through files are not "
                         "isolated by it. What /dev/mqueue and /proc show is that of the namespace "
                         "in which they were mounted.");
    case FacetKind::Processes:
        return translate(
            "About",
            "From outside the processes inside stay visible, under other numbers, and "
            "can be sent signals. A /proc that was mounted outside still shows the "
            "processes outside, until a new one is mounted. Users and their rights are "
            "not isolated by it.");
    case FacetKind::Mounts:
        return translate("About",
                         "The files themselves are not copied: what is changed in a file system "
                         "that both sides mount is changed for both. Mounts that are shared still "
                         "pass from one side to the other; only private ones stay where they are "
                         "made.");
    case FacetKind::Users:
        return translate("About",
                         "Capabilities inside count only for what this user namespace owns. Files "
                         "and processes outside are still judged by the IDs outside, and an ID "
                         "that is not mapped shows as nobody (65534).");
    case FacetKind::Network:
        return translate(
            "About",
            "A new one has nothing but a loopback that is down: it reaches nobody until "
            "an interface is moved or made in it. Sockets that have a file as their "
            "name are found through the file system, and are not isolated by it.");
    case FacetKind::Cgroup:
        return translate("About",
                         "It hides the path, and limits nothing: the limits are those of the "
                         "control group in which the process is. A /sys/fs/cgroup that was mounted "
                         "outside still shows the whole tree.");
    case FacetKind::Time:
        return translate(
            "About",
            "Only the clocks since boot (monotonic and boottime) are shifted. The time "
            "of day is the same for all. The offsets can be set only before the first "
            "process is in it.");
    default:
        return {};
    }
    Q_UNREACHABLE();
}

QStringList manPages(FacetKind kind)
{
    switch (kind) {
    case FacetKind::Namespaces:
        return {u"namespaces(7)"_s, u"clone(2)"_s, u"unshare(2)"_s, u"setns(2)"_s};
    case FacetKind::Uts:
        return {u"uname(2)"_s, u"sethostname(2)"_s};
    case FacetKind::Ipc:
        return {u"sysvipc(7)"_s, u"mq_overview(7)"_s};
    case FacetKind::Processes:
        return {u"proc(5)"_s, u"signal(7)"_s};
    case FacetKind::Mounts:
        return {u"mount(2)"_s, u"pivot_root(2)"_s};
    case FacetKind::Users:
        return {u"capabilities(7)"_s, u"credentials(7)"_s};
    case FacetKind::Network:
        return {u"netdevice(7)"_s, u"veth(4)"_s};
    case FacetKind::Cgroup:
        return {u"cgroups(7)"_s};
    case FacetKind::Time:
        return {u"clock_gettime(2)"_s};
    default:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace

FacetExplanation explanationOf(FacetKind kind)
{
    const FacetKind card = cardOf(kind);
    FacetExplanation about{
        .isolates = isolates(card), .keeps = keeps(card), .since = {}, .manPages = manPages(card)};
    if (const std::optional<NsKind> isolating = kindOf(card)) {
        const KindInfo &info = infoOf(*isolating);
        about.since = translate("About", "Since Linux %1 (%2).").arg(info.since, info.flagName);
        about.manPages.prepend(info.manPage);
    } else {
        about.since = translate("About", "From Linux %1 (%2) to Linux %3 (%4).")
                          .arg(infoOf(NsKind::Mount).since,
                               infoOf(NsKind::Mount).flagName,
                               infoOf(NsKind::Time).since,
                               infoOf(NsKind::Time).flagName);
    }
    return about;
}

} // namespace nsw
