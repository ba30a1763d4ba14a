// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/mount.h"

#include "core/plan/mountpoints.h"
#include "core/plan/overlay.h"
#include "core/plan/pid.h"

#include <QDir>

#include <algorithm>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

struct MountFlag {
    QLatin1StringView option;
    QLatin1StringView flag; ///< of mount(2)
    QLatin1StringView attribute; ///< of mount_setattr(2)
};

constexpr std::array kFlags{
    MountFlag{.option = "ro"_L1, .flag = "MS_RDONLY"_L1, .attribute = "MOUNT_ATTR_RDONLY"_L1},
    MountFlag{.option = "nosuid"_L1, .flag = "MS_NOSUID"_L1, .attribute = "MOUNT_ATTR_NOSUID"_L1},
    MountFlag{.option = "nodev"_L1, .flag = "MS_NODEV"_L1, .attribute = "MOUNT_ATTR_NODEV"_L1},
    MountFlag{.option = "noexec"_L1, .flag = "MS_NOEXEC"_L1, .attribute = "MOUNT_ATTR_NOEXEC"_L1},
};

const MountFlag *flagOf(const QString &option)
{
    const auto found = std::ranges::find(kFlags, option, &MountFlag::option);
    return found == kFlags.end() ? nullptr : &*found;
}

/** size=… and mode=… of tmpfs: digits, for sizes with a unit or a percent sign. */
bool isTmpfsData(const QString &option)
{
    const qsizetype equals = option.indexOf(u'=');
    const QStringView name = QStringView(option).first(std::max(equals, qsizetype{0}));
    QStringView value = QStringView(option).sliced(equals + 1);
    if (name != u"size" && name != u"mode") {
        return false;
    }
    if (name == u"size" && !value.isEmpty() && QStringView(u"kmgKMG%").contains(value.back())) {
        value.chop(1);
    }
    return !value.isEmpty()
        && std::ranges::all_of(value, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool isKnownOption(const MountEntry &mount, const QString &option)
{
    return flagOf(option) != nullptr || option == u"rw"
        || (mount.type == MountType::Bind && option == u"rbind")
        || (mount.type == MountType::Tmpfs && isTmpfsData(option));
}

QString knownOptions(MountType type)
{
    QString common = u"ro, rw, nosuid, nodev, noexec"_s;
    switch (type) {
    case MountType::Bind:
        return common + u", rbind"_s;
    case MountType::Tmpfs:
        return common + u", size=…, mode=…"_s;
    case MountType::Proc:
    case MountType::Mqueue:
    case MountType::Sysfs:
    case MountType::Overlay:
        return common;
    }
    Q_UNREACHABLE();
}

QStringList propagationFlags(Propagation propagation)
{
    switch (propagation) {
    case Propagation::Private:
        return {u"MS_REC"_s, u"MS_PRIVATE"_s};
    case Propagation::Slave:
        return {u"MS_REC"_s, u"MS_SLAVE"_s};
    case Propagation::Shared:
        return {u"MS_REC"_s, u"MS_SHARED"_s};
    case Propagation::Unbindable:
        return {u"MS_REC"_s, u"MS_UNBINDABLE"_s};
    case Propagation::Unchanged:
        return {};
    }
    Q_UNREACHABLE();
}

void addBind(const MountEntry &mount,
             const QString &target,
             const QStringList &attributes,
             Draft &draft)
{
    // In a user namespace the mounts below are locked: the kernel refuses to bind a directory
    // without them (EINVAL), since that would uncover what they hide.
    const bool recursive = mount.options.contains("rbind"_L1) || draft.inUserNamespace();
    QStringList flags{u"MS_BIND"_s};
    if (recursive) {
        flags << u"MS_REC"_s;
    }
    draft.add(Actor::Inside,
              op::Mount{.source = mount.source,
                        .target = target,
                        .filesystem = {},
                        .flags = flags,
                        .data = {}});
    if (!attributes.isEmpty()) {
        draft.add(Actor::Inside,
                  op::MountSetattr{.target = target, .recursive = recursive, .set = attributes});
    }
}

} // namespace

void checkMountPath(const QString &path, const Checker &checker)
{
    if (!path.startsWith(u'/')) {
        checker.error(FindingCode::PathNotAbsolute, path);
    } else if (path.contains(QChar::Null)) {
        checker.error(FindingCode::BadCharacter, path);
    }
}

void checkMountEntry(const MountEntry &mount, const Checker &checker)
{
    checkMountPath(mount.target, checker.at("target"_L1));
    if (mount.type == MountType::Bind) {
        if (mount.source.isEmpty()) {
            checker.at("source"_L1).error(FindingCode::MissingSource);
        } else {
            checkMountPath(mount.source, checker.at("source"_L1));
        }
    } else if (!mount.source.isEmpty()) {
        checker.at("source"_L1).error(FindingCode::NeedlessSource, QString(nameOf(mount.type)));
    }
    checkLayers(mount, checker);
    for (qsizetype i = 0; i < mount.options.size(); ++i) {
        if (!isKnownOption(mount, mount.options.at(i))) {
            checker.at("options"_L1, i)
                .error(FindingCode::BadMountOption, mount.options.at(i), knownOptions(mount.type));
        }
    }
}

void addMount(const MountEntry &mount, const QString &target, Draft &draft)
{
    QStringList flags;
    QStringList attributes;
    QStringList data;
    for (const QString &option : mount.options) {
        if (const MountFlag *flag = flagOf(option)) {
            flags << flag->flag;
            attributes << flag->attribute;
        } else if (option.contains(u'=')) {
            data << option;
        }
    }
    if (mount.type == MountType::Bind) {
        addBind(mount, target, attributes, draft);
        return;
    }
    if (mount.type == MountType::Overlay) {
        data << overlayData(mount, draft.inUserNamespace());
    }
    if (draft.facts.onBehalf) {
        // What is made in it gives nobody rights, nor a device. A bind shows what is there already.
        for (const QLatin1StringView flag : {"MS_NOSUID"_L1, "MS_NODEV"_L1}) {
            if (!flags.contains(flag)) {
                flags << flag;
            }
        }
    }
    const QString filesystem = nameOf(mount.type);
    draft.add(Actor::Inside,
              op::Mount{.source = filesystem,
                        .target = target,
                        .filesystem = filesystem,
                        .flags = flags,
                        .data = data.join(u',')});
}

void checkMount(const NewMount &choice, const Checker &checker)
{
    for (qsizetype i = 0; i < choice.mounts.size(); ++i) {
        checkMountEntry(choice.mounts.at(i), checker.at("mounts"_L1, i));
    }
}

void judgeMount(const NewMount &choice, Draft &draft)
{
    if (!draft.inUserNamespace()) {
        return;
    }
    for (qsizetype i = 0; i < choice.mounts.size(); ++i) {
        const Checker checker = draft.checkerOfNew(NsKind::Mount).at("mounts"_L1, i);
        if (choice.mounts.at(i).type == MountType::Proc && !draft.container.namespaces.pid) {
            checker.error(FindingCode::ProcNeedsPidNamespace);
        }
        if (choice.mounts.at(i).type == MountType::Sysfs && !draft.container.namespaces.network) {
            checker.error(FindingCode::SysfsNeedsNetworkNamespace);
        }
    }
}

void setUpMount(const NewMount &choice, Draft &draft)
{
    if (const QStringList flags = propagationFlags(choice.propagation); !flags.isEmpty()) {
        draft.add(Actor::Inside,
                  op::Mount{.source = u"none"_s,
                            .target = u"/"_s,
                            .filesystem = {},
                            .flags = flags,
                            .data = {}});
    }
    if (const NewPid *pid = newOptions(draft.container.namespaces.pid)) {
        setUpPid(*pid, draft);
    }
    MountPoints points;
    for (const MountEntry &mount : choice.mounts) {
        for (const QString &path : points.missingFor(mount)) {
            draft.add(Actor::Inside, op::Mkdir{path});
        }
        addMount(mount, QDir::cleanPath(mount.target), draft);
    }
}

} // namespace nsw
