// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/translate.h"
#include "app/text/words.h"

namespace nsw::words
{

QString kindName(NsKind kind)
{
    switch (kind) {
    case NsKind::Mount:
        return translate("Words", "Mounts");
    case NsKind::Uts:
        return translate("Words", "Hostname (UTS)");
    case NsKind::Ipc:
        return translate("Words", "Message queues (IPC)");
    case NsKind::Pid:
        return translate("Words", "Process IDs (PID)");
    case NsKind::Network:
        return translate("Words", "Network");
    case NsKind::User:
        return translate("Words", "Users and rights");
    case NsKind::Cgroup:
        return translate("Words", "Control groups");
    case NsKind::Time:
        return translate("Words", "Clocks");
    }
    Q_UNREACHABLE();
}

QString kindPurpose(NsKind kind)
{
    switch (kind) {
    case NsKind::Mount:
        return translate("Words",
                         "Has its own list of mounts: what is mounted inside is not seen outside.");
    case NsKind::Uts:
        return translate("Words", "Has its own hostname and NIS domain name.");
    case NsKind::Ipc:
        return translate("Words",
                         "Has its own System V queues, semaphores and shared memory, and its own "
                         "POSIX message queues.");
    case NsKind::Pid:
        return translate("Words",
                         "Numbers its processes from 1, and does not see the processes outside.");
    case NsKind::Network:
        return translate("Words",
                         "Has its own interfaces, addresses, routes, firewall rules and ports.");
    case NsKind::User:
        return translate("Words",
                         "Has its own user and group IDs, mapped to those outside: one can be root "
                         "inside and nobody special outside.");
    case NsKind::Cgroup:
        return translate(
            "Words", "Sees its own control group as the root of the tree, and nothing above it.");
    case NsKind::Time:
        return translate("Words",
                         "Has clocks of its own for the time since boot: a machine that seems to "
                         "have started earlier or later.");
    }
    Q_UNREACHABLE();
}

QString facetName(FacetKind facet)
{
    switch (facet) {
    case FacetKind::Namespaces:
        return translate("Words", "Namespaces");
    case FacetKind::Uts:
        return translate("Words", "Hostname");
    case FacetKind::Ipc:
        return translate("Words", "Message queues and shared memory");
    case FacetKind::Processes:
        return translate("Words", "Processes");
    case FacetKind::Mounts:
        return translate("Words", "Mounts");
    case FacetKind::Users:
        return translate("Words", "Users and rights");
    case FacetKind::Network:
        return translate("Words", "Network");
    case FacetKind::Cgroup:
        return translate("Words", "Control group");
    case FacetKind::Time:
        return translate("Words", "Clocks");
    case FacetKind::Limits:
        return translate("Words", "Limits");
    case FacetKind::Traffic:
        return translate("Words", "Traffic");
    case FacetKind::Sockets:
        return translate("Words", "Sockets");
    case FacetKind::Proc:
        return translate("Words", "Its own /proc");
    case FacetKind::Controllers:
        return translate("Words", "Controllers");
    case FacetKind::Firewall:
        return translate("Words", "Firewall");
    case FacetKind::Space:
        return translate("Words", "Space in use");
    case FacetKind::Watched:
        return translate("Words", "Looked at closely");
    case FacetKind::Routing:
        return translate("Words", "Routing");
    case FacetKind::Semaphores:
        return translate("Words", "Semaphores");
    case FacetKind::Relations:
        return translate("Words", "Owners of namespaces");
    }
    Q_UNREACHABLE();
}

QString sideName(Side side)
{
    switch (side) {
    case Side::Outside:
        return translate("Words", "Outside");
    case Side::Inside:
        return translate("Words", "Inside");
    }
    Q_UNREACHABLE();
}

QString actorName(Actor actor)
{
    switch (actor) {
    case Actor::Outside:
        return translate("Words", "outside");
    case Actor::Inside:
        return translate("Words", "inside");
    }
    Q_UNREACHABLE();
}

} // namespace nsw::words
