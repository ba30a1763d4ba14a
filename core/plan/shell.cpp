// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/shell.h"

#include "core/model/shellword.h"
#include "core/plan/mountpoints.h"
#include "core/plan/overlay.h"

#include <QStringList>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

QString shellQuoted(const QStringList &words)
{
    QStringList result;
    for (const QString &word : words) {
        result << shellWord(word);
    }
    return result.join(u' ');
}

namespace
{

/** A word that no program takes for an option. */
QString operand(const QString &word)
{
    return (word.startsWith(u'-') ? u"-- "_s : QString()) + shellWord(word);
}

/** The options of unshare(1) for one of the two maps. */
struct MapOptions {
    QLatin1StringView one; ///< maps the caller's own id alone, which takes no other program
    QLatin1StringView range;
    QLatin1StringView become;
    QLatin1StringView self;
};

void addMap(const QList<IdRange> &map, const MapOptions &options, QStringList &words)
{
    if (map.size() == 1 && !map.first().outside.id && map.first().count == 1) {
        words << u"%1=%2"_s.arg(options.one).arg(map.first().inside);
        return;
    }
    bool becomesRoot = false;
    for (const IdRange &range : map) {
        const QString outside
            = range.outside.id ? QString::number(*range.outside.id) : QString(options.self);
        words
            << u"%1=%2:%3:%4"_s.arg(options.range).arg(range.inside).arg(outside).arg(range.count);
        becomesRoot = becomesRoot || (range.inside == 0 && range.outside.id);
    }
    if (becomesRoot) {
        words << u"%1=0"_s.arg(options.become);
    }
}

void addUser(const NewUser &user, QStringList &words)
{
    words << u"--user"_s;
    const QList<IdRange> root{IdRange{}};
    if (user.uidMap == root && user.gidMap == root) {
        words << u"--map-root-user"_s;
    } else {
        addMap(user.uidMap,
               {.one = "--map-user"_L1,
                .range = "--map-users"_L1,
                .become = "--setuid"_L1,
                .self = "$(id -u)"_L1},
               words);
        addMap(user.gidMap,
               {.one = "--map-group"_L1,
                .range = "--map-groups"_L1,
                .become = "--setgid"_L1,
                .self = "$(id -g)"_L1},
               words);
    }
    if (user.setgroups == SetgroupsPolicy::Allow) {
        words << u"--setgroups"_s << u"allow"_s;
    } else if (user.gidMap.isEmpty()) {
        words << u"--setgroups"_s << u"deny"_s; // what comes with --map-group otherwise
    }
}

void addOptions(const Container &container, QStringList &words)
{
    const Namespaces &namespaces = container.namespaces;
    for (const NsKind kind : namespaces.newKinds()) {
        if (kind == NsKind::User) {
            addUser(*newOptions(namespaces.user), words);
        } else {
            words << infoOf(kind).unshareOption;
        }
    }
    if (const NewMount *mount = newOptions(namespaces.mount); mount != nullptr
        && mount->propagation != Propagation::Private
        && mount->propagation != Propagation::Unbindable) {
        words << u"--propagation"_s << nameOf(mount->propagation);
    }
    if (const NewTime *time = newOptions(namespaces.time)) {
        if (time->monotonicOffset != 0) {
            words << u"--monotonic=%1"_s.arg(time->monotonicOffset);
        }
        if (time->boottimeOffset != 0) {
            words << u"--boottime=%1"_s.arg(time->boottimeOffset);
        }
    }
    // A PID namespace takes in only the children of whoever made it, and so does a time namespace.
    if (namespaces.isNew(NsKind::Pid) || namespaces.isNew(NsKind::Time)) {
        words << u"--fork"_s << u"--kill-child"_s;
    }
    if (const NewPid *pid = newOptions(namespaces.pid);
        pid && pid->mountProc && namespaces.isNew(NsKind::Mount)) {
        words << u"--mount-proc"_s;
    }
}

QString mountCommand(const MountEntry &mount, bool inUserNamespace)
{
    QStringList options = mount.options;
    options.removeAll("rbind"_L1);
    if (mount.type == MountType::Overlay) {
        options << overlayData(mount, inUserNamespace);
    }
    const QString extra = options.isEmpty() ? QString() : u" -o "_s + shellWord(options.join(u','));
    if (mount.type == MountType::Bind) {
        const bool recursive = inUserNamespace || mount.options.contains("rbind"_L1);
        return u"mount "_s + (recursive ? u"--rbind "_s : u"--bind "_s) + shellWord(mount.source)
            + u' ' + shellWord(mount.target) + extra;
    }
    const QString type = nameOf(mount.type);
    return u"mount -t "_s + type + u' ' + type + u' ' + shellWord(mount.target) + extra;
}

/** What has to be done inside, after unshare(1), and before the command. */
QStringList addressAndUp(const QString &link, const std::optional<QString> &address)
{
    const QString dev = u" dev "_s + operand(link);
    QStringList commands;
    if (address) {
        commands << u"ip address add "_s + shellWord(*address) + dev;
    }
    commands << u"ip link set"_s + dev + u" up"_s;
    return commands;
}

/** What is done outside when the network namespace is there. `$$` is its process by then. */
QStringList cable(const Veth &veth)
{
    const auto set = [&](const QString &value, const QString &file) {
        return u"echo "_s + value + u" > "_s
            + shellWord(u"/proc/sys/net/"_s + QString(file).arg(veth.peer));
    };
    return QStringList{
               u"while [ \"$(readlink /proc/$$/ns/net)\" = \"$outside\" ]; do sleep 0.1; done"_s,
               u"ip link add dev "_s + operand(veth.peer) + u" type veth peer name "_s
                   + operand(veth.name) + u" netns $$"_s,
               u"if [ -e /proc/sys/net/ipv6/conf ]; then "_s
                   + set(u"0"_s, u"ipv6/conf/%1/accept_ra"_s) + u"; fi"_s,
               set(u"1"_s, u"ipv4/conf/%1/rp_filter"_s),
               set(u"0"_s, u"ipv4/conf/%1/forwarding"_s)}
    + addressAndUp(veth.peer, veth.peerAddress);
}

QStringList setUp(const Container &container)
{
    const Namespaces &namespaces = container.namespaces;
    QStringList commands;
    if (const NewMount *mount = newOptions(namespaces.mount)) {
        if (mount->propagation == Propagation::Unbindable) {
            commands << u"mount --make-runbindable /"_s;
        }
        MountPoints points;
        for (const MountEntry &entry : mount->mounts) {
            if (const QStringList missing = points.missingFor(entry); !missing.isEmpty()) {
                commands << u"mkdir "_s + shellQuoted(missing);
            }
            commands << mountCommand(entry, namespaces.user.has_value());
        }
    }
    if (const NewUts *uts = newOptions(namespaces.uts)) {
        if (const QString name = uts->hostname.value_or(QString()); !name.isEmpty()) {
            commands << u"hostname "_s + operand(name);
        }
        if (const QString name = uts->domainname.value_or(QString()); !name.isEmpty()) {
            commands << u"domainname "_s + operand(name);
        }
    }
    if (const NewNetwork *network = newOptions(namespaces.network)) {
        if (const auto &veth = network->veth) {
            commands << u"until ip link show dev "_s + operand(veth->name)
                    + u" >/dev/null 2>&1; do sleep 0.1; done"_s
                     << addressAndUp(veth->name, veth->address);
        }
        if (network->loopback) {
            commands << u"ip link set lo up"_s;
        }
    }
    return commands;
}

QString environment(const Container &container)
{
    QStringList words;
    for (auto it = container.environment.cbegin(); it != container.environment.cend(); ++it) {
        words << it.key() + u'=' + shellWord(it.value());
    }
    return words.isEmpty() ? QString() : u"env "_s + words.join(u' ') + u' ';
}

bool hasInit(const Container &container)
{
    const NewPid *pid = newOptions(container.namespaces.pid);
    return pid != nullptr && pid->init;
}

} // namespace

QStringList enteringWords(const Namespaces &namespaces)
{
    QStringList words;
    for (const NsKind kind : namespaces.joinedKinds()) {
        const JoinTarget &target = namespaces.join(kind)->value;
        const QString path = std::holds_alternative<JoinPid>(target)
            ? u"/proc/%1/ns/%2"_s.arg(std::get<JoinPid>(target).value).arg(infoOf(kind).procName)
            : std::get<JoinPath>(target).value;
        words << infoOf(kind).nsenterOption + u'=' + shellWord(path);
        if (kind == NsKind::User) {
            // nsenter(1) drops all groups on the way to root. Where setgroups(2) is denied that
            // fails for whoever is not root, whose own ID is the one that is mapped there.
            words.prepend(u"$(nsenter "_s + words.last()
                          + u" true 2>/dev/null || echo --preserve-credentials)"_s);
        }
    }
    if (!words.isEmpty()) {
        words.prepend(u"nsenter"_s);
    }
    return words;
}

ShellParts shellParts(const Container &container)
{
    ShellParts parts{
        .outside = {},
        .words = enteringWords(container.namespaces),
        .setUp = setUp(container),
        .command = environment(container)
            + (container.command.isEmpty() ? u"sleep infinity"_s : shellQuoted(container.command))};
    const NewNetwork *network = newOptions(container.namespaces.network);
    if (network != nullptr && network->veth) {
        parts.outside = cable(*network->veth);
    }
    const bool unshares = !container.namespaces.newKinds().isEmpty();
    if (unshares) {
        parts.words << u"unshare"_s;
        addOptions(container, parts.words);
    }
    if (!container.workingDirectory.isEmpty()) {
        // What is mounted may cover the directory, so it is gone to when all is mounted.
        if (parts.setUp.isEmpty() && unshares) {
            parts.words << u"--wd=%1"_s.arg(shellWord(container.workingDirectory));
        } else {
            parts.setUp << u"cd "_s + shellWord(container.workingDirectory);
        }
    }
    if (hasInit(container)) {
        // Not the last thing that the shell does: it stays, and is the init.
        parts.command += u"; exit $?"_s;
    } else if (!parts.setUp.isEmpty()) {
        parts.command.prepend(u"exec "_s);
    } else if (container.command.value(0).startsWith(u'-') && !parts.words.isEmpty()) {
        parts.command.prepend(u"-- "_s);
    }
    return parts;
}

QString shellCommand(const Container &container)
{
    const ShellParts parts = shellParts(container);
    QStringList words = parts.words;
    if (parts.setUp.isEmpty() && !hasInit(container)) {
        words << parts.command;
    } else {
        QStringList script = parts.setUp;
        script << (hasInit(container) ? u"{ "_s + parts.command + u"; }"_s : parts.command);
        words << u"sh"_s << u"-c"_s << shellWord(script.join(u" && "_s));
    }
    if (!parts.outside.isEmpty()) {
        // A shell of its own, that becomes what makes the namespaces.
        return u"sh -c "_s
            + shellWord(u"outside=$(readlink /proc/$$/ns/net); { "_s + parts.outside.join(u" && "_s)
                        + u" || kill $$; } & exec "_s + words.join(u' '));
    }
    return words.join(u' ');
}

} // namespace nsw
