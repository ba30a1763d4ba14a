// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/translate.h"
#include "app/text/words.h"

#include <algorithm>

namespace nsw::words {

using namespace Qt::StringLiterals;

namespace {

/** %1 is what was found, %2 what would be right. */
struct Template {
    FindingCode code;
    const char *text;
};

// clang-format off
constexpr std::array kTemplates{
    Template{FindingCode::Unreadable, QT_TRANSLATE_NOOP("Words", "“%1” can't be read or written: %2.")},
    Template{FindingCode::Syntax, QT_TRANSLATE_NOOP("Words", "At line:column %1 this is no longer JSON: %2. Often a comma, a quote or a bracket is missing, or one too many, just before.")},
    Template{FindingCode::TooLarge, QT_TRANSLATE_NOOP("Words", "There are %1 bytes; at most %2 are read. A configuration has a few hundred.")},
    Template{FindingCode::WrongType, QT_TRANSLATE_NOOP("Words", "Found %1, but a value of type %2 belongs here.")},
    Template{FindingCode::UnknownField, QT_TRANSLATE_NOOP("Words", "There is no field “%1” here. Known are: %2.")},
    Template{FindingCode::MissingField, QT_TRANSLATE_NOOP("Words", "The field “%2” is missing here.")},
    Template{FindingCode::OutOfRange, QT_TRANSLATE_NOOP("Words", "%1 is out of range; right would be %2.")},
    Template{FindingCode::UnknownName, QT_TRANSLATE_NOOP("Words", "“%1” is not known here. Known are: %2.")},
    Template{FindingCode::NotOneAlternative, QT_TRANSLATE_NOOP("Words", "Found “%1”, but exactly one of these belongs here: %2.")},
    Template{FindingCode::UnsupportedVersion, QT_TRANSLATE_NOOP("Words", "The file has version %1 of the format; this program reads version %2.")},
    Template{FindingCode::NoContainer, QT_TRANSLATE_NOOP("Words", "The list is empty; at least one container is needed.")},
    Template{FindingCode::SeveralContainers, QT_TRANSLATE_NOOP("Words", "There are several containers; only the first one is run for now.")},
    Template{FindingCode::EmptyName, QT_TRANSLATE_NOOP("Words", "This is empty; it needs at least one character.")},
    Template{FindingCode::NameTooLong, QT_TRANSLATE_NOOP("Words", "“%1” is too long; right would be %2.")},
    Template{FindingCode::BadCharacter, QT_TRANSLATE_NOOP("Words", "“%1” has a character that is not allowed here; right would be %2.")},
    Template{FindingCode::PathNotAbsolute, QT_TRANSLATE_NOOP("Words", "“%1” is no absolute path; right would be one that begins with “/”.")},
    Template{FindingCode::MissingSource, QT_TRANSLATE_NOOP("Words", "A bind mount shows something that exists at a second place; “source” has to say what.")},
    Template{FindingCode::NeedlessSource, QT_TRANSLATE_NOOP("Words", "Only a bind mount has a source; leave “%1” out.")},
    Template{FindingCode::BadMountOption, QT_TRANSLATE_NOOP("Words", "The mount option “%1” is not known for this type. Known are: %2.")},
    Template{FindingCode::MountsNeedMountNamespace, QT_TRANSLATE_NOOP("Words", "To mount something inside only, the mount namespace has to be new too; otherwise the whole machine would see it.")},
    Template{FindingCode::ProcNeedsMountNamespace, QT_TRANSLATE_NOOP("Words", "The PID namespace is new and the mount namespace is not, so /proc still shows the processes outside. Make the mount namespace new too to see the own ones.")},
    Template{FindingCode::ProcNeedsPidNamespace, QT_TRANSLATE_NOOP("Words", "An ordinary user may mount a proc file system only with a new PID namespace. Make the PID namespace new too.")},
    Template{FindingCode::SysfsNeedsNetworkNamespace, QT_TRANSLATE_NOOP("Words", "An ordinary user may mount a sysfs only with a new network namespace. Make the network namespace new too.")},
    Template{FindingCode::EmptyIdRange, QT_TRANSLATE_NOOP("Words", "A range of %1 IDs maps nothing; “count” has to be at least 1.")},
    Template{FindingCode::IdRangeOverflow, QT_TRANSLATE_NOOP("Words", "The range goes beyond the largest ID: it ends at %1; right would be at most %2.")},
    Template{FindingCode::IdRangeOverlap, QT_TRANSLATE_NOOP("Words", "This range overlaps another one (%1); each ID can be mapped once only.")},
    Template{FindingCode::TooManyIdRanges, QT_TRANSLATE_NOOP("Words", "There are %1 ranges; the kernel takes at most %2.")},
    Template{FindingCode::IdNotMapped, QT_TRANSLATE_NOOP("Words", "The ID %1 is not mapped outside, so the kernel refuses it; right would be %2.")},
    Template{FindingCode::SetgroupsMustBeDenied, QT_TRANSLATE_NOOP("Words", "An ordinary user may write a group map only after giving up setgroups(): set “setgroups” to “deny”.")},
    Template{FindingCode::KindUnsupported, QT_TRANSLATE_NOOP("Words", "This kernel has no namespaces of the kind %1; right would be a kernel built with them, or to leave it out.")},
    Template{FindingCode::LimitReached, QT_TRANSLATE_NOOP("Words", "This machine allows no more namespaces of this kind: %1. An administrator can raise that limit with sysctl.")},
    Template{FindingCode::UserNamespacesRestricted, QT_TRANSLATE_NOOP("Words", "This machine denies user namespaces to ordinary users: %1. An administrator can change that setting with sysctl, or start this configuration.")},
    Template{FindingCode::Chrooted, QT_TRANSLATE_NOOP("Words", "This program runs in a chroot, where the kernel refuses new user namespaces. Start it outside of the chroot, or make the root by pivot_root instead.")},
    Template{FindingCode::NoSuchProcess, QT_TRANSLATE_NOOP("Words", "There is no process %1 to join; right would be the PID of one that runs.")},
    Template{FindingCode::NoSuchPath, QT_TRANSLATE_NOOP("Words", "There is no file “%1” to join; right would be one such as /proc/PID/ns/net or /run/netns/NAME.")},
    Template{FindingCode::NotANamespace, QT_TRANSLATE_NOOP("Words", "“%1” does not stand for a namespace; right would be one such as /proc/PID/ns/net or /run/netns/NAME.")},
    Template{FindingCode::WrongKind, QT_TRANSLATE_NOOP("Words", "This stands for a namespace of the kind %1, but one of the kind %2 is to be joined.")},
    Template{FindingCode::JoinDenied, QT_TRANSLATE_NOOP("Words", "The namespaces of “%1” can't be looked at: that takes rights over the process they belong to (%2).")},
    Template{FindingCode::JoinNeedsUserNamespace, QT_TRANSLATE_NOOP("Words", "Joining this takes rights in the user namespace that owns it. Join that user namespace as well: add {\"user\": {\"join\": …}} with the same target.")},
    Template{FindingCode::JoinBeforeNewUser, QT_TRANSLATE_NOOP("Words", "After a new user namespace is entered there are no rights over what was there before, so this could not be joined. Join the user namespace of the target instead of making a new one.")},
    Template{FindingCode::ClockBeforeZero, QT_TRANSLATE_NOOP("Words", "With an offset of %1 seconds the clock would show a time before zero; right would be %2.")},
    Template{FindingCode::BadEnvironmentName, QT_TRANSLATE_NOOP("Words", "“%1” can't be the name of an environment variable: it must not be empty or have “=” in it.")},
    Template{FindingCode::CommandTooLong, QT_TRANSLATE_NOOP("Words", "The command is too long (%1); right would be %2.")},
    Template{FindingCode::NeedsAdministrator, QT_TRANSLATE_NOOP("Words", "This needs an administrator, because it is new without a new user namespace. Make the user namespace new too, and it runs as you.")},
    Template{FindingCode::IdsNeedAdministrator, QT_TRANSLATE_NOOP("Words", "This needs an administrator, because it maps IDs that are not yours (%1). An ordinary user may map the own ID only.")},
    Template{FindingCode::JoinNeedsAdministrator, QT_TRANSLATE_NOOP("Words", "This needs an administrator, because it joins namespaces over which you have no rights.")},
};
// clang-format on

static_assert(kTemplates.size() == EnumNames<FindingCode>::values.size());
static_assert(std::ranges::all_of(kTemplates, [](const Template &one) {
    return &one - kTemplates.data() == static_cast<std::ptrdiff_t>(one.code);
}));

/** Not every sentence uses both, and what is filled in may itself have a percent sign. */
QString filled(const QString &text, const QString &found, const QString &expected)
{
    const bool first = text.contains("%1"_L1);
    const bool second = text.contains("%2"_L1);
    if (first && second) {
        return text.arg(found, expected);
    }
    if (first) {
        return text.arg(found);
    }
    return second ? text.arg(expected) : text;
}

} // namespace

QString sentence(const Finding &finding)
{
    const char *text = kTemplates.at(static_cast<std::size_t>(finding.code)).text;
    const QString words = filled(translate("Words", text), finding.found, finding.expected);
    return finding.path.isEmpty() ? words : finding.path + u": " + words;
}

} // namespace nsw::words
