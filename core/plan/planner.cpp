// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/planner.h"

#include "core/plan/behalf.h"
#include "core/plan/command.h"
#include "core/plan/join.h"
#include "core/plan/missing.h"
#include "core/plan/mount.h"
#include "core/plan/network.h"
#include "core/plan/pid.h"
#include "core/plan/time.h"
#include "core/plan/user.h"
#include "core/plan/uts.h"

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

void judgeKinds(Draft &draft)
{
    const Namespaces &namespaces = draft.container.namespaces;
    const QList<NsKind> fresh = namespaces.newKinds();
    QStringList privileged;
    for (const NsKind kind : fresh + namespaces.joinedKinds()) {
        if (!draft.facts.supported.contains(kind)) {
            draft.checker(kind).error(FindingCode::KindUnsupported, {}, infoOf(kind).since);
        }
    }
    for (const NsKind kind : fresh) {
        if (draft.facts.exhausted.contains(kind)) {
            draft.checker(kind).error(FindingCode::LimitReached,
                                      u"/proc/sys/user/"_s + infoOf(kind).limitFile);
        }
        privileged << nameOf(kind);
    }
    if (!privileged.isEmpty() && !draft.inUserNamespace() && !draft.facts.sysAdmin) {
        draft.need(Privilege::Root,
                   draft.checker().at("namespaces"_L1),
                   FindingCode::NeedsAdministrator,
                   privileged.join(u", "));
    }
}

void judge(Draft &draft)
{
    const Namespaces &namespaces = draft.container.namespaces;
    judgeKinds(draft);
    judgeJoins(draft);
    if (const NewUser *user = newOptions(namespaces.user)) {
        judgeUser(*user, draft);
    }
    if (const NewMount *mount = newOptions(namespaces.mount)) {
        judgeMount(*mount, draft);
    }
    if (const NewPid *pid = newOptions(namespaces.pid)) {
        judgePid(*pid, draft);
    }
    if (const NewTime *time = newOptions(namespaces.time)) {
        judgeTime(*time, draft);
    }
    if (const NewNetwork *network = newOptions(namespaces.network)) {
        judgeNetwork(*network, draft);
    }
    judgeMissing(draft);
    judgeOnBehalf(draft);
    draft.settlePrivilege();
}

/** True when the time namespace is made by the process inside, and then entered by it. */
bool isTimeApart(const Draft &draft)
{
    const NewTime *time = newOptions(draft.container.namespaces.time);
    // Only clone3(2) has a flag for it: clone(2) has the signal of the end in that bit.
    return time != nullptr && (!canBeCloned(*time) || !hasCall(draft.facts, "clone3"_L1));
}

/**
 * The process inside comes about, in its namespaces.
 *
 * clone: one clone3(2) makes the process and its namespaces. unshare: a process is made first and
 * moves itself; PID and time namespaces take in only its children, so it forks once more. Joining
 * also needs a process that moves itself, since the supervisor stays where it is.
 */
void create(Draft &draft)
{
    const Namespaces &namespaces = draft.container.namespaces;
    const bool timeApart = isTimeApart(draft);
    const bool joins = !namespaces.joinedKinds().isEmpty();
    QList<NsKind> fresh = namespaces.newKinds();

    openJoinTargets(draft);
    if (draft.container.method == Method::Clone) {
        if (timeApart) {
            fresh.removeOne(NsKind::Time);
        }
        if (joins) {
            draft.add(Actor::Outside, op::Clone3{});
            enterJoinTargets(draft);
            if (!fresh.isEmpty() || namespaces.join(NsKind::Pid) != nullptr) {
                draft.add(Actor::Inside, op::Clone3{.namespaces = fresh, .asSibling = true});
            }
        } else {
            draft.add(Actor::Outside, op::Clone3{.namespaces = fresh, .asSibling = false});
        }
    } else {
        draft.add(Actor::Outside, op::Clone3{});
        enterJoinTargets(draft);
        if (!fresh.isEmpty()) {
            draft.add(Actor::Inside, op::Unshare{fresh});
        }
    }
}

/** The process inside enters what unshare(2) made for its children only. */
void enterForChildren(Draft &draft)
{
    const Namespaces &namespaces = draft.container.namespaces;
    const NewTime *time = newOptions(namespaces.time);
    if (draft.container.method == Method::Clone) {
        if (isTimeApart(draft)) {
            draft.add(Actor::Inside, op::Unshare{{NsKind::Time}});
            setUpTime(*time, draft);
            draft.add(Actor::Inside,
                      op::Setns{.target = JoinPath{u"/proc/self/ns/time_for_children"_s},
                                .namespaces = {NsKind::Time}});
        }
        return;
    }
    if (time != nullptr) {
        setUpTime(*time, draft);
    }
    if (time != nullptr || namespaces.pid) {
        draft.add(Actor::Inside, op::Clone3{.namespaces = {}, .asSibling = true});
    }
}

/** The order that the kernel demands; each line says why it stands where it does. */
void order(Draft &draft)
{
    const Namespaces &namespaces = draft.container.namespaces;
    create(draft);
    // The user namespace comes first: until its maps are written, from outside, nobody inside is
    // anybody, and the capabilities that everything below needs come from being its root.
    if (const NewUser *user = newOptions(namespaces.user)) {
        setUpUser(*user, draft);
    } else if (namespaces.join(NsKind::User) != nullptr) {
        setUpJoinedUser(draft);
    }
    enterForChildren(draft);
    // Propagation, then /proc, then the mounts as listed: a later one may stand on an earlier one.
    if (const NewMount *mount = newOptions(namespaces.mount)) {
        setUpMount(*mount, draft);
    }
    if (const NewUts *uts = newOptions(namespaces.uts)) {
        setUpUts(*uts, draft);
    }
    if (const NewNetwork *network = newOptions(namespaces.network)) {
        setUpNetwork(*network, draft);
    }
    // IPC and cgroup namespaces need nothing: they are empty, and rooted, from the start.
    startCommand(draft);
}

} // namespace

Findings validate(const Configuration &configuration)
{
    Findings findings;
    if (configuration.containers.isEmpty()) {
        findings << Finding{.severity = Severity::Error,
                            .code = FindingCode::NoContainer,
                            .path = u"containers"_s,
                            .found = {},
                            .expected = {}};
        return findings;
    }
    if (configuration.containers.size() > 1) {
        findings << Finding{.severity = Severity::Warning,
                            .code = FindingCode::SeveralContainers,
                            .path = u"containers"_s,
                            .found = QString::number(configuration.containers.size()),
                            .expected = u"1"_s};
    }
    const Container &container = configuration.containers.first();
    const Checker checker(u"containers[0]"_s, findings);
    const auto at = [&](NsKind kind) {
        return checker.at("namespaces"_L1).at(nameOf(kind)).at("new"_L1);
    };
    checkCommand(container, checker);
    checkJoins(container.namespaces, checker.at("namespaces"_L1));
    if (const NewUser *user = newOptions(container.namespaces.user)) {
        checkUser(*user, at(NsKind::User));
    }
    if (const NewMount *mount = newOptions(container.namespaces.mount)) {
        checkMount(*mount, at(NsKind::Mount));
    }
    if (const NewUts *uts = newOptions(container.namespaces.uts)) {
        checkUts(*uts, at(NsKind::Uts));
    }
    if (const NewNetwork *network = newOptions(container.namespaces.network)) {
        checkNetwork(*network, at(NsKind::Network));
    }
    return findings;
}

Plan plan(const Configuration &configuration, const HostFacts &facts)
{
    Plan plan;
    plan.findings = validate(configuration);
    if (configuration.containers.isEmpty()) {
        return plan;
    }
    const Container &container = configuration.containers.first();
    plan.container = container.name;
    Draft draft(container, facts, plan);
    judge(draft);
    if (!hasErrors(plan.findings)) {
        order(draft);
    }
    return plan;
}

} // namespace nsw
