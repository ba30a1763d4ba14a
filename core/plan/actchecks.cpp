// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/signalname.h"
#include "core/plan/act.h"
#include "core/plan/command.h"
#include "core/plan/ipnetwork.h"
#include "core/plan/mount.h"
#include "core/plan/uts.h"

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

constexpr std::uint32_t kMaxMode = 0777;
constexpr std::int32_t kMaxSemaphores = 32000; // SEMMSL as kernels have it
constexpr std::int64_t kMaxMemory = std::int64_t{1} << 40;
constexpr qsizetype kMaxQueueName = 255; // NAME_MAX
constexpr qsizetype kMaxLinkName = 15; // IFNAMSIZ without its null

void checkRange(std::int64_t value, std::int64_t most, const Checker &checker)
{
    if (value < 1 || value > most) {
        checker.error(FindingCode::OutOfRange, QString::number(value), u"1 … %1"_s.arg(most));
    }
}

void checkQueueName(const QString &name, const Checker &checker)
{
    if (name.toUtf8().size() > kMaxQueueName) {
        checker.error(FindingCode::NameTooLong,
                      QString::number(name.toUtf8().size()),
                      QString::number(kMaxQueueName));
    } else if (!name.startsWith(u'/') || name.size() < 2 || name.indexOf(u'/', 1) >= 0
               || name == "/."_L1 || name == "/.."_L1 || name.contains(QChar::Null)) {
        checker.error(FindingCode::BadQueueName, name, u"/queue"_s);
    }
}

void checkLink(const QString &link, const Checker &checker)
{
    if (link.isEmpty()) {
        checker.error(FindingCode::EmptyName);
    } else if (link.toUtf8().size() > kMaxLinkName) {
        checker.error(FindingCode::NameTooLong,
                      QString::number(link.toUtf8().size()),
                      QString::number(kMaxLinkName));
    } else if (link.contains(QChar::Null) || link.contains(u'\n')) {
        checker.error(FindingCode::BadCharacter, link);
    }
}

struct ActChecks {
    const Checker &checker;

    void operator()(const act::SetHostname &act) const
    {
        checkUtsName(act.name, checker.at("name"_L1));
    }

    void operator()(const act::SetDomainname &act) const
    {
        checkUtsName(act.name, checker.at("name"_L1));
    }

    void operator()(const act::CreateIpc &act) const
    {
        if (act.mode > kMaxMode) {
            checker.at("mode"_L1).error(FindingCode::OutOfRange,
                                        QString::number(act.mode, 8),
                                        u"0 … %1"_s.arg(QString::number(kMaxMode, 8)));
        }
        switch (act.kind) {
        case IpcKind::Queue:
            return;
        case IpcKind::Semaphores:
            checkRange(act.semaphores, kMaxSemaphores, checker.at("semaphores"_L1));
            return;
        case IpcKind::Memory:
            checkRange(act.bytes, kMaxMemory, checker.at("bytes"_L1));
            return;
        case IpcKind::PosixQueue:
            checkQueueName(act.name, checker.at("name"_L1));
            return;
        }
        Q_UNREACHABLE();
    }

    void operator()(const act::RemoveIpc &act) const
    {
        if (act.kind == IpcKind::PosixQueue) {
            checkQueueName(act.name, checker.at("name"_L1));
        } else if (act.id < 0) {
            checker.at("id"_L1).error(
                FindingCode::OutOfRange, QString::number(act.id), u"0 … 2147483647"_s);
        }
    }

    void operator()(const act::SendSignal &act) const
    {
        if (act.pid < 1) {
            checker.at("pid"_L1).error(
                FindingCode::OutOfRange, QString::number(act.pid), u"1 … 2147483647"_s);
        }
        if (!signalOfName(act.signal)) {
            checker.at("signal"_L1)
                .error(FindingCode::UnknownSignal, act.signal, u"SIGTERM, TERM, 15"_s);
        }
    }

    void operator()(const act::Start &act) const
    {
        if (act.command.isEmpty()) {
            checker.at("command"_L1).error(FindingCode::EmptyName);
        }
        Container asContainer;
        asContainer.name = u"act"_s;
        asContainer.command = act.command;
        asContainer.environment = act.environment;
        checkCommand(asContainer, checker);
    }

    void operator()(const act::MountAt &act) const { checkMountEntry(entryOf(act), checker); }

    void operator()(const act::Unmount &act) const
    {
        checkMountPath(act.target, checker.at("target"_L1));
    }

    void operator()(const act::SwitchLink &act) const
    {
        checkLink(act.link, checker.at("link"_L1));
    }

    void operator()(const act::AddAddress &act) const
    {
        checkLink(act.link, checker.at("link"_L1));
        const auto address = parseAddress(act.address);
        if (!address) {
            checker.at("address"_L1)
                .error(FindingCode::BadAddress, act.address, u"192.0.2.1, 2001:db8::1"_s);
            return;
        }
        const std::int32_t most = address->bits();
        if (act.prefixLength < 0 || act.prefixLength > most) {
            checker.at("prefixLength"_L1)
                .error(FindingCode::OutOfRange,
                       QString::number(act.prefixLength),
                       u"0 … %1"_s.arg(most));
        }
    }
};

} // namespace

MountEntry entryOf(const act::MountAt &mount)
{
    MountEntry entry;
    entry.type = mount.type;
    entry.source = mount.source;
    entry.target = mount.target;
    entry.options = mount.options;
    return entry;
}

Findings checkAct(const Act &act)
{
    Findings findings;
    const Checker checker(u"act."_s + nameOf(act), findings);
    std::visit(ActChecks{checker}, act);
    return findings;
}

} // namespace nsw
