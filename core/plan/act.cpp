// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/act.h"

#include "core/model/signalname.h"
#include "core/plan/behalf.h"
#include "core/plan/mount.h"
#include "core/plan/network.h"

#include <QDir>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

/** Which namespace an act changes; nothing for processes, which have rules of their own. */
struct ChangedKind {
    std::optional<NsKind> operator()(const act::SetHostname &) const { return NsKind::Uts; }
    std::optional<NsKind> operator()(const act::SetDomainname &) const { return NsKind::Uts; }
    std::optional<NsKind> operator()(const act::CreateIpc &) const { return NsKind::Ipc; }
    std::optional<NsKind> operator()(const act::RemoveIpc &) const { return NsKind::Ipc; }
    std::optional<NsKind> operator()(const act::SendSignal &) const { return std::nullopt; }
    std::optional<NsKind> operator()(const act::Start &) const { return std::nullopt; }
    std::optional<NsKind> operator()(const act::MountAt &) const { return NsKind::Mount; }
    std::optional<NsKind> operator()(const act::Unmount &) const { return NsKind::Mount; }
    std::optional<NsKind> operator()(const act::SwitchLink &) const { return NsKind::Network; }
    std::optional<NsKind> operator()(const act::AddAddress &) const { return NsKind::Network; }
};

/** Names, IPC and signals have two sides; the rest would change the machine for good. */
bool hasOutside(const Act &act)
{
    const std::optional<NsKind> kind = std::visit(ChangedKind{}, act);
    return kind == NsKind::Uts || kind == NsKind::Ipc
        || std::holds_alternative<act::SendSignal>(act);
}

void judgeSide(Side side, const Act &act, const ActFacts &facts, const Checker &checker)
{
    if (side == Side::Outside && !hasOutside(act)) {
        checker.error(FindingCode::OnlyInside);
        return;
    }
    const std::optional<NsKind> kind = std::visit(ChangedKind{}, act);
    if (!kind) {
        return;
    }
    if (side == Side::Outside && facts.onBehalf) {
        checker.error(FindingCode::OutsideNotAllowed);
    } else if (side == Side::Inside && facts.shared.contains(*kind)) {
        checker.error(FindingCode::SharedWithOutside, QString(nameOf(*kind)));
    }
}

void judgeSignal(Side side,
                 const act::SendSignal &signal,
                 const ActFacts &facts,
                 const Checker &checker)
{
    const QString pid = QString::number(signal.pid);
    if (!facts.target) {
        checker.at("pid"_L1).error(FindingCode::NoSuchProcess, pid);
    } else if (side == Side::Inside && facts.target->innerPid == 0) {
        checker.at("pid"_L1).error(FindingCode::NotInside, pid);
    } else if (facts.onBehalf && !facts.target->isOfContainer && !facts.target->isOfCaller) {
        checker.at("pid"_L1).error(FindingCode::NotYourProcess, pid);
    }
}

void judgeMountAct(const act::MountAt &mount, const ActFacts &facts, const Checker &checker)
{
    const Namespaces &namespaces = facts.container.namespaces;
    if (!namespaces.user) {
        return;
    }
    if (mount.type == MountType::Proc && !namespaces.pid) {
        checker.at("type"_L1).error(FindingCode::ProcNeedsPidNamespace);
    }
    if (mount.type == MountType::Sysfs && !namespaces.network) {
        checker.at("type"_L1).error(FindingCode::SysfsNeedsNetworkNamespace);
    }
}

/** Whoever asks has fewer rights than the supervisor. */
void judgeActOnBehalf(const Act &act, const Checker &checker)
{
    if (const auto *start = std::get_if<act::Start>(&act)) {
        checkCommandOnBehalf(start->command, start->environment, checker);
    } else if (const auto *link = std::get_if<act::SwitchLink>(&act)) {
        checkLinkName(link->link, checker.at("link"_L1));
    } else if (const auto *address = std::get_if<act::AddAddress>(&act)) {
        checkLinkName(address->link, checker.at("link"_L1));
    }
}

void judgeAct(Side side, const Act &act, const ActFacts &facts, const Checker &checker)
{
    judgeSide(side, act, facts, checker);
    if (facts.onBehalf) {
        judgeActOnBehalf(act, checker);
    }
    if (const auto *signal = std::get_if<act::SendSignal>(&act)) {
        judgeSignal(side, *signal, facts, checker);
    } else if (const auto *mount = std::get_if<act::MountAt>(&act)) {
        judgeMountAct(*mount, facts, checker);
    }
}

/** The calls of an act. */
struct ActSteps {
    Side side;
    const ActFacts &facts;
    Draft &draft;

    void add(Operation operation) const
    {
        draft.add(side == Side::Inside ? Actor::Inside : Actor::Outside, std::move(operation));
    }

    void operator()(const act::SetHostname &act) const { add(op::Sethostname{act.name}); }
    void operator()(const act::SetDomainname &act) const { add(op::Setdomainname{act.name}); }

    void operator()(const act::CreateIpc &act) const
    {
        switch (act.kind) {
        case IpcKind::Queue:
            add(op::Msgget{.key = act.key, .mode = act.mode});
            return;
        case IpcKind::Semaphores:
            add(op::Semget{.key = act.key, .count = act.semaphores, .mode = act.mode});
            return;
        case IpcKind::Memory:
            add(op::Shmget{.key = act.key, .size = act.bytes, .mode = act.mode});
            return;
        case IpcKind::PosixQueue:
            add(op::MqOpen{.name = act.name, .mode = act.mode});
            return;
        }
        Q_UNREACHABLE();
    }

    void operator()(const act::RemoveIpc &act) const
    {
        switch (act.kind) {
        case IpcKind::Queue:
            add(op::Msgctl{act.id});
            return;
        case IpcKind::Semaphores:
            add(op::Semctl{act.id});
            return;
        case IpcKind::Memory:
            add(op::Shmctl{act.id});
            return;
        case IpcKind::PosixQueue:
            add(op::MqUnlink{act.name});
            return;
        }
        Q_UNREACHABLE();
    }

    void operator()(const act::SendSignal &act) const
    {
        const QString signal = signalName(signalOfName(act.signal).value_or(0));
        if (side == Side::Inside) {
            add(op::Kill{.pid = facts.target ? facts.target->innerPid : 0, .signal = signal});
        } else {
            add(op::PidfdSendSignal{.pid = act.pid, .signal = signal});
        }
    }

    void operator()(const act::Start &act) const
    {
        if (const QString &directory = facts.container.workingDirectory; !directory.isEmpty()) {
            add(op::Chdir{directory});
        }
        QMap<QString, QString> environment = facts.container.environment;
        environment.insert(act.environment);
        add(op::Execve{.argv = act.command, .environment = environment, .inChild = true});
    }

    void operator()(const act::MountAt &act) const
    {
        addMount(entryOf(act), QDir::cleanPath(act.target), draft);
    }

    void operator()(const act::Unmount &act) const { add(op::Umount{QDir::cleanPath(act.target)}); }

    void operator()(const act::SwitchLink &act) const
    {
        add(op::LinkFlags{.link = act.link, .up = act.up});
    }

    void operator()(const act::AddAddress &act) const
    {
        add(op::NewAddress{
            .link = act.link, .address = act.address, .prefixLength = act.prefixLength});
    }
};

} // namespace

Plan planAct(Side side, const Act &act, const ActFacts &facts)
{
    Plan plan;
    plan.container = facts.container.name;
    plan.findings = checkAct(act);
    judgeAct(side, act, facts, Checker(u"act."_s + nameOf(act), plan.findings));
    if (hasErrors(plan.findings)) {
        return plan;
    }
    HostFacts machine; // an act needs no more of it than its own facts
    machine.onBehalf = facts.onBehalf;
    Draft draft(facts.container, machine, plan);
    std::visit(ActSteps{.side = side, .facts = facts, .draft = draft}, act);
    for (Step &step : plan.steps) {
        step.n += facts.stepsBefore;
    }
    return plan;
}

} // namespace nsw
