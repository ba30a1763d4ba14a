// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/forms.h"
#include "core/store/json.h"

#include <QCborArray>
#include <QCborMap>

/** A config.json of the OCI runtime specification, 1.2. */
namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

// All that Linux 5.9 and later have, by number (capabilities(7)); root inside has them without a
// runtime too.
constexpr std::array kCapabilities{"CAP_CHOWN"_L1,
                                   "CAP_DAC_OVERRIDE"_L1,
                                   "CAP_DAC_READ_SEARCH"_L1,
                                   "CAP_FOWNER"_L1,
                                   "CAP_FSETID"_L1,
                                   "CAP_KILL"_L1,
                                   "CAP_SETGID"_L1,
                                   "CAP_SETUID"_L1,
                                   "CAP_SETPCAP"_L1,
                                   "CAP_LINUX_IMMUTABLE"_L1,
                                   "CAP_NET_BIND_SERVICE"_L1,
                                   "CAP_NET_BROADCAST"_L1,
                                   "CAP_NET_ADMIN"_L1,
                                   "CAP_NET_RAW"_L1,
                                   "CAP_IPC_LOCK"_L1,
                                   "CAP_IPC_OWNER"_L1,
                                   "CAP_SYS_MODULE"_L1,
                                   "CAP_SYS_RAWIO"_L1,
                                   "CAP_SYS_CHROOT"_L1,
                                   "CAP_SYS_PTRACE"_L1,
                                   "CAP_SYS_PACCT"_L1,
                                   "CAP_SYS_ADMIN"_L1,
                                   "CAP_SYS_BOOT"_L1,
                                   "CAP_SYS_NICE"_L1,
                                   "CAP_SYS_RESOURCE"_L1,
                                   "CAP_SYS_TIME"_L1,
                                   "CAP_SYS_TTY_CONFIG"_L1,
                                   "CAP_MKNOD"_L1,
                                   "CAP_LEASE"_L1,
                                   "CAP_AUDIT_WRITE"_L1,
                                   "CAP_AUDIT_CONTROL"_L1,
                                   "CAP_SETFCAP"_L1,
                                   "CAP_MAC_OVERRIDE"_L1,
                                   "CAP_MAC_ADMIN"_L1,
                                   "CAP_SYSLOG"_L1,
                                   "CAP_WAKE_ALARM"_L1,
                                   "CAP_BLOCK_SUSPEND"_L1,
                                   "CAP_AUDIT_READ"_L1,
                                   "CAP_PERFMON"_L1,
                                   "CAP_BPF"_L1,
                                   "CAP_CHECKPOINT_RESTORE"_L1};

QCborArray arrayOf(const QStringList &texts)
{
    QCborArray array;
    for (const QString &text : texts) {
        array << text;
    }
    return array;
}

std::uint32_t idOf(const Choice<NewUser> &choice,
                   QList<IdRange> NewUser::*map,
                   std::uint32_t self,
                   const Checker &place,
                   const Losses &losses)
{
    const NewUser *user = newOptions(choice);
    if (user == nullptr) {
        return choice ? 0 : self; // who joins a user namespace is its root
    }
    const auto id = idInside(user->*map, self);
    if (!id) {
        losses.leftOut(place, QString::number(self));
    }
    return id.value_or(0);
}

QCborMap userOf(const ExportSource &source, const Losses &losses)
{
    const Choice<NewUser> &user = source.container.namespaces.user;
    const Checker place = losses.ofNew(NsKind::User);
    return {{u"uid"_s,
             idOf(user, &NewUser::uidMap, source.host.facts.uid, place.at("uidMap"_L1), losses)},
            {u"gid"_s,
             idOf(user, &NewUser::gidMap, source.host.facts.gid, place.at("gidMap"_L1), losses)}};
}

QCborMap capabilitiesOf(const ExportSource &source)
{
    QCborArray all;
    // In a user namespace of its own the container has them all, elsewhere those of its caller.
    const bool isOwner = source.container.namespaces.user.has_value();
    for (std::size_t i = 0; i < kCapabilities.size(); ++i) {
        if (isOwner || ((source.host.capabilityBound >> i) & 1U) != 0) {
            all << QString(kCapabilities.at(i));
        }
    }
    QCborMap map{{u"bounding"_s, all}};
    if (isRootInside(source.container, source.host.facts)) {
        map.insert(u"effective"_s, all);
        map.insert(u"permitted"_s, all);
    }
    return map;
}

QCborMap processOf(const ExportSource &source, const Losses &losses)
{
    const Container &container = source.container;
    QMap<QString, QString> environment = container.environment;
    if (!environment.contains(u"PATH"_s)) {
        environment.insert(u"PATH"_s,
                           u"/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"_s);
    }
    if (!environment.contains(u"TERM"_s)) {
        environment.insert(u"TERM"_s, u"xterm"_s);
    }
    losses.differs(losses.at("environment"_L1), FindingCode::ExportOwnEnvironment);
    QStringList variables;
    for (auto it = environment.cbegin(); it != environment.cend(); ++it) {
        variables << it.key() + u'=' + it.value();
    }
    if (container.workingDirectory.isEmpty()) {
        losses.differs(losses.at("workingDirectory"_L1), FindingCode::ExportOwnDirectory, u"/"_s);
    }
    return {{u"terminal"_s, false},
            {u"user"_s, userOf(source, losses)},
            {u"args"_s, arrayOf(commandOf(container))},
            {u"env"_s, arrayOf(variables)},
            {u"cwd"_s, container.workingDirectory.isEmpty() ? u"/"_s : container.workingDirectory},
            {u"capabilities"_s, capabilitiesOf(source)}};
}

QCborMap mountOf(const QString &destination,
                 const QString &type,
                 const QString &source,
                 const QStringList &options)
{
    return {{u"destination"_s, destination},
            {u"type"_s, type},
            {u"source"_s, source},
            {u"options"_s, arrayOf(options)}};
}

QCborMap mountOf(const MountEntry &entry, bool inUserNamespace)
{
    if (entry.type != MountType::Bind) {
        const QString type = nameOf(entry.type);
        return mountOf(entry.target, type, type, entry.options);
    }
    const bool recursive = inUserNamespace || entry.options.contains("rbind"_L1);
    QStringList options{recursive ? u"rbind"_s : u"bind"_s};
    for (const QString &option : entry.options) {
        if (option != "rbind"_L1 && option != "rw"_L1) {
            options << (recursive ? u'r' + option : option); // "rro": of all that is below, too
        }
    }
    return mountOf(entry.target, u"bind"_s, entry.source, options);
}

/**
 * A runtime mounts the root directory at a place of its own and pivots there, which can't be done
 * with the root that it runs in. So the root is an empty directory, in which all that stands in the
 * root of the machine is mounted.
 */
QCborArray mountsOf(const ExportSource &source)
{
    const Namespaces &namespaces = source.container.namespaces;
    const NewMount *mount = newOptions(namespaces.mount);
    const NewPid *pid = newOptions(namespaces.pid);
    const bool ownProc = mount != nullptr && pid != nullptr && pid->mountProc;
    QCborArray mounts;
    for (const QString &name : source.host.rootDirectories) {
        const QString path = u'/' + name;
        if (!(ownProc && name == "proc"_L1)) {
            mounts << mountOf(path, u"bind"_s, path, {u"rbind"_s});
        }
    }
    if (ownProc) {
        mounts << mountOf(u"/proc"_s, u"proc"_s, u"proc"_s, {u"nosuid"_s, u"nodev"_s, u"noexec"_s});
    }
    if (mount != nullptr) {
        for (const MountEntry &entry : mount->mounts) {
            // A runtime looks the layers up outside, where what the container mounted is not.
            if (entry.type != MountType::Overlay) {
                mounts << mountOf(entry, namespaces.user.has_value());
            }
        }
    }
    return mounts;
}

QString typeOf(NsKind kind)
{
    return nameOf(kind); // the specification has the same names
}

QCborArray namespacesOf(const Namespaces &namespaces)
{
    QCborArray list;
    for (const NsKind kind : kAllKinds) {
        // Without one of its own a runtime would mount over the machine.
        if (namespaces.isNew(kind) || (kind == NsKind::Mount && !namespaces.mount)) {
            list << QCborMap{{u"type"_s, typeOf(kind)}};
        } else if (const Join *join = namespaces.join(kind)) {
            const auto *pid = std::get_if<JoinPid>(&join->value);
            const QString path = pid != nullptr
                ? u"/proc/%1/ns/%2"_s.arg(pid->value).arg(infoOf(kind).procName)
                : std::get<JoinPath>(join->value).value;
            list << QCborMap{{u"type"_s, typeOf(kind)}, {u"path"_s, path}};
        }
    }
    return list;
}

QCborArray
mapOf(const QList<IdRange> &map, std::uint32_t self, const Checker &place, const Losses &losses)
{
    QCborArray list;
    if (map.isEmpty()) {
        losses.leftOut(place, QString()); // a runtime that finds none makes one up
    }
    for (const IdRange &range : map) {
        if (!range.outside.id) {
            losses.differs(place, FindingCode::ExportFixedId, QString::number(self));
        }
        list << QCborMap{{u"containerID"_s, range.inside},
                         {u"hostID"_s, range.outside.id.value_or(self)},
                         {u"size"_s, range.count}};
    }
    return list;
}

void addUser(const NewUser &user, const HostFacts &facts, QCborMap &linux, const Losses &losses)
{
    const Checker place = losses.ofNew(NsKind::User);
    linux.insert(u"uidMappings"_s, mapOf(user.uidMap, facts.uid, place.at("uidMap"_L1), losses));
    linux.insert(u"gidMappings"_s, mapOf(user.gidMap, facts.gid, place.at("gidMap"_L1), losses));
    losses.differs(place.at("setgroups"_L1), FindingCode::ExportRuntimeDecides, u"setgroups"_s);
}

QCborMap linuxOf(const ExportSource &source, const Losses &losses)
{
    const Namespaces &namespaces = source.container.namespaces;
    QCborMap linux{{u"namespaces"_s, namespacesOf(namespaces)}};
    if (const NewUser *user = newOptions(namespaces.user)) {
        addUser(*user, source.host.facts, linux, losses);
    }
    if (const NewTime *time = newOptions(namespaces.time)) {
        const auto offset = [](qint64 seconds) {
            return QCborMap{{u"secs"_s, seconds}, {u"nanosecs"_s, 0}};
        };
        linux.insert(u"timeOffsets"_s,
                     QCborMap{{u"monotonic"_s, offset(time->monotonicOffset)},
                              {u"boottime"_s, offset(time->boottimeOffset)}});
    }
    const NewMount *mount = newOptions(namespaces.mount);
    if (mount != nullptr && mount->propagation == Propagation::Unbindable
        && !mount->mounts.isEmpty()) {
        // Some runtimes do so before they mount, others when all is mounted.
        losses.differs(losses.ofNew(NsKind::Mount).at("propagation"_L1),
                       FindingCode::ExportRuntimeDecides,
                       u"unbindable"_s);
    }
    if (mount != nullptr && mount->propagation == Propagation::Unchanged) {
        losses.differs(losses.ofNew(NsKind::Mount).at("propagation"_L1),
                       FindingCode::ExportOwnPropagation,
                       u"private"_s);
    } else {
        linux.insert(u"rootfsPropagation"_s,
                     QString(nameOf(mount == nullptr ? Propagation::Slave : mount->propagation)));
    }
    return linux;
}

void tellOciLosses(const ExportSource &source, const Losses &losses)
{
    const Namespaces &namespaces = source.container.namespaces;
    tellAlwaysNew(namespaces, {NsKind::Mount}, losses);
    tellMethod(source.container, Method::Clone, losses);
    losses.differs(losses.of(NsKind::Mount), FindingCode::ExportRootMounts);
    if (const NewPid *pid = newOptions(namespaces.pid); pid != nullptr && pid->init) {
        losses.leftOut(losses.ofNew(NsKind::Pid).at("init"_L1), u"init"_s);
    }
    if (namespaces.isNew(NsKind::Time) && !namespaces.pid) {
        // A time namespace is for children, and for the one that it makes crun(1) makes this too.
        losses.differs(losses.of(NsKind::Pid), FindingCode::ExportRuntimeDecides, u"pid"_s);
    }
    if (const NewMount *mount = newOptions(namespaces.mount)) {
        tellOverlays(*mount, losses);
    }
    if (const NewNetwork *network = newOptions(namespaces.network)) {
        tellNetwork(*network, losses);
    }
    if (!namespaces.user) {
        losses.differs(losses.of(NsKind::User), FindingCode::ExportNeedsRoot);
    }
}

} // namespace

QString ociConfiguration(const ExportSource &source, const Losses &losses)
{
    tellOciLosses(source, losses);
    QCborMap bundle{{u"ociVersion"_s, u"1.2.0"_s},
                    {u"process"_s, processOf(source, losses)},
                    {u"root"_s, QCborMap{{u"path"_s, u"rootfs"_s}, {u"readonly"_s, false}}}};
    if (const NewUts *uts = newOptions(source.container.namespaces.uts)) {
        if (uts->hostname) {
            bundle.insert(u"hostname"_s, *uts->hostname);
        }
        if (uts->domainname) {
            bundle.insert(u"domainname"_s, *uts->domainname);
        }
    }
    bundle.insert(u"mounts"_s, mountsOf(source));
    bundle.insert(u"linux"_s, linuxOf(source, losses));
    return QString::fromUtf8(toJson(bundle.toCborValue(), JsonStyle::Indented)) + u'\n';
}

} // namespace nsw
