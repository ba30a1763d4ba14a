// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import.h"
#include "core/exchange/unshareoptions.h"
#include "core/plan/planner.h"

#include <QDir>

#include <limits>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

/** The options one by one, then what they come to together. */
class CallReader
{
public:
    CallReader(const ImportUser &user, Imported &imported)
        : m_caller(user)
        , m_imported(imported)
    {
        m_container.name = u"unshare"_s;
        m_container.method = Method::Unshare;
    }

    void take(const GivenOption &given)
    {
        if (!takeKind(given) && !takeMap(given)) {
            takeOther(given);
        }
    }

    Container finish(const QStringList &command)
    {
        m_container.command = command.isEmpty() ? QStringList{u"sh"_s} : command;
        Namespaces &namespaces = m_container.namespaces;
        if (m_maps) {
            m_user.setgroups = m_setgroups.value_or(m_user.setgroups);
            namespaces.user = m_user;
        }
        if (m_procAt) {
            NewPid *pid = namespaces.pid ? std::get_if<NewPid>(&*namespaces.pid) : nullptr;
            if (pid != nullptr && QDir::cleanPath(*m_procAt) == "/proc"_L1) {
                pid->mountProc = true;
            } else {
                MountEntry proc;
                proc.type = MountType::Proc;
                proc.target = *m_procAt;
                m_mount.mounts << proc;
            }
        }
        if (namespaces.isNew(NsKind::Mount)) {
            namespaces.mount = m_mount;
        }
        if (namespaces.isNew(NsKind::Time)) {
            namespaces.time = m_time;
        } else if (m_hasOffset) {
            fail(FindingCode::ImportNeedsOption, u"--monotonic, --boottime"_s, u"--time"_s, {});
        }
        return m_container;
    }

private:
    bool takeKind(const GivenOption &given)
    {
        Namespaces &namespaces = m_container.namespaces;
        switch (given.option) {
        case UnshareOption::Mount:
            namespaces.mount = NewMount{};
            break;
        case UnshareOption::Uts:
            namespaces.uts = NewUts{};
            break;
        case UnshareOption::Ipc:
            namespaces.ipc = NewIpc{};
            break;
        case UnshareOption::Net:
            namespaces.network = NewNetwork{.loopback = false}; // as unshare(1) leaves it
            break;
        case UnshareOption::Pid:
            namespaces.pid = NewPid{.mountProc = false};
            break;
        case UnshareOption::User:
            m_maps = true;
            break;
        case UnshareOption::Cgroup:
            namespaces.cgroup = NewCgroup{};
            break;
        case UnshareOption::Time:
            namespaces.time = NewTime{};
            break;
        default:
            return false;
        }
        if (given.value) {
            leaveOut(given); // the file that the namespace would be kept in
        }
        return true;
    }

    bool takeMap(const GivenOption &given)
    {
        switch (given.option) {
        case UnshareOption::MapRootUser:
            mapOne(m_user.uidMap, 0);
            mapGroup(0);
            break;
        case UnshareOption::MapCurrentUser:
            mapOne(m_user.uidMap, m_caller.uid);
            mapGroup(m_caller.gid);
            break;
        case UnshareOption::MapUser:
            if (const auto id = idOf(given)) {
                mapOne(m_user.uidMap, *id);
            }
            break;
        case UnshareOption::MapGroup:
            if (const auto id = idOf(given)) {
                mapGroup(*id);
            }
            break;
        case UnshareOption::MapUsers:
            addRange(m_user.uidMap, given);
            break;
        case UnshareOption::MapGroups:
            addRange(m_user.gidMap, given);
            break;
        default:
            return false;
        }
        m_maps = true;
        return true;
    }

    void takeOther(const GivenOption &given)
    {
        const QString value = given.value.value_or(QString());
        switch (given.option) {
        case UnshareOption::MountProc:
            m_container.namespaces.mount = NewMount{};
            m_procAt = given.value.value_or(u"/proc"_s);
            break;
        case UnshareOption::Propagation:
            takePropagation(given);
            break;
        case UnshareOption::Wd:
            m_container.workingDirectory = value;
            break;
        case UnshareOption::Setgroups:
            takeSetgroups(given);
            break;
        case UnshareOption::Monotonic:
            m_time.monotonicOffset = offsetOf(given);
            break;
        case UnshareOption::Boottime:
            m_time.boottimeOffset = offsetOf(given);
            break;
        case UnshareOption::Fork:
            break; // the command is the first process in any case
        case UnshareOption::KillChild:
            if (given.value && value != "KILL"_L1 && value != "SIGKILL"_L1) {
                leaveOut(given);
            }
            break;
        case UnshareOption::Setuid:
        case UnshareOption::Setgid:
            if (value != "0"_L1) { // root is what the process becomes where it can
                leaveOut(given);
            }
            break;
        case UnshareOption::Help:
        case UnshareOption::Version:
            fail(FindingCode::ImportUnknownOption, given.name, {}, {});
            break;
        default:
            leaveOut(given);
        }
    }

    void takePropagation(const GivenOption &given)
    {
        for (std::size_t i = 0; i < EnumNames<Propagation>::kValues.size(); ++i) {
            const auto one = static_cast<Propagation>(i);
            if (given.value == nameOf(one) && one != Propagation::Unbindable) {
                m_mount.propagation = one;
                return;
            }
        }
        badValue(given, u"slave, shared, private, unchanged"_s);
    }

    void takeSetgroups(const GivenOption &given)
    {
        if (given.value == "allow"_L1) {
            m_setgroups = SetgroupsPolicy::Allow;
        } else if (given.value == "deny"_L1) {
            m_setgroups = SetgroupsPolicy::Deny;
        } else {
            badValue(given, u"allow, deny"_s);
        }
    }

    static void mapOne(QList<IdRange> &map, std::uint32_t inside)
    {
        map << IdRange{.inside = inside, .outside = {}, .count = 1};
    }

    /** unshare(1) gives setgroups(2) up where it writes a map of groups itself. */
    void mapGroup(std::uint32_t inside)
    {
        mapOne(m_user.gidMap, inside);
        m_user.setgroups = SetgroupsPolicy::Deny;
    }

    std::optional<std::uint32_t> idOf(const GivenOption &given)
    {
        bool isNumber = false;
        const std::uint32_t id = given.value.value_or(QString()).toUInt(&isNumber);
        if (!isNumber) {
            badValue(given, u"a number"_s);
            return std::nullopt;
        }
        return id;
    }

    /** INSIDE:OUTSIDE:COUNT; OUTSIDE,INSIDE,COUNT as before 2.39. */
    void addRange(QList<IdRange> &map, const GivenOption &given)
    {
        const QString value = given.value.value_or(QString());
        if (value == "auto"_L1 || value == "subids"_L1 || value == "all"_L1) {
            leaveOut(given);
            return;
        }
        QStringList parts = value.split(u':');
        if (parts.size() == 1) {
            parts = value.split(u',');
            if (parts.size() == 3) {
                parts.swapItemsAt(0, 1);
            }
        }
        bool isRight = parts.size() == 3;
        const auto number = [&](qsizetype i) {
            bool isNumber = false;
            const std::uint32_t id = parts.value(i).toUInt(&isNumber);
            isRight = isRight && isNumber;
            return id;
        };
        IdRange range{.inside = number(0), .outside = {}, .count = number(2)};
        if (parts.value(1) != "self"_L1) {
            const std::uint32_t outside = number(1);
            const std::uint32_t own = &map == &m_user.uidMap ? m_caller.uid : m_caller.gid;
            if (outside != own || range.count != 1) {
                range.outside.id = outside;
            }
        }
        if (isRight) {
            map << range;
        } else {
            badValue(given, u"INSIDE:OUTSIDE:COUNT"_s);
        }
    }

    std::int64_t offsetOf(const GivenOption &given)
    {
        bool isNumber = false;
        const std::int64_t seconds = given.value.value_or(QString()).toLongLong(&isNumber);
        if (!isNumber) {
            badValue(given, u"a number"_s);
        }
        m_hasOffset = true;
        return seconds;
    }

    void leaveOut(const GivenOption &given)
    {
        m_imported.findings << Finding{.severity = Severity::Warning,
                                       .code = FindingCode::ImportLeftOut,
                                       .path = given.name,
                                       .found = given.value.value_or(given.name),
                                       .expected = {}};
    }

    void badValue(const GivenOption &given, const QString &right)
    {
        fail(FindingCode::ImportBadValue, given.value.value_or(QString()), right, given.name);
    }

    void fail(FindingCode code, const QString &found, const QString &expected, const QString &path)
    {
        m_imported.findings << Finding{.severity = Severity::Error,
                                       .code = code,
                                       .path = path,
                                       .found = found,
                                       .expected = expected};
    }

    const ImportUser &m_caller;
    Imported &m_imported;
    Container m_container;
    NewMount m_mount;
    NewTime m_time;
    bool m_hasOffset = false;
    bool m_maps = false; ///< there is a user namespace
    /** No maps, and setgroups(2) is not given up: as unshare(1) leaves it without other options. */
    NewUser m_user{.uidMap = {}, .gidMap = {}, .setgroups = SetgroupsPolicy::Allow};
    std::optional<SetgroupsPolicy> m_setgroups;
    std::optional<QString> m_procAt;
};

} // namespace

Imported importUnshare(const QStringList &words, const ImportUser &user)
{
    Imported imported;
    const QString program = words.value(0).section(u'/', -1);
    if (program != "unshare"_L1) {
        imported.findings << Finding{.severity = Severity::Error,
                                     .code = FindingCode::ImportNotUnshare,
                                     .path = {},
                                     .found = words.value(0),
                                     .expected = {}};
        return imported;
    }
    const auto call = parseUnshare(words.sliced(1));
    if (!call) {
        imported.findings << call.error();
        return imported;
    }
    CallReader reader(user, imported);
    for (const GivenOption &given : call->options) {
        reader.take(given);
    }
    Configuration configuration;
    configuration.containers << reader.finish(call->command);
    imported.findings << validate(configuration);
    if (!hasErrors(imported.findings)) {
        imported.configuration = configuration;
    }
    return imported;
}

} // namespace nsw
