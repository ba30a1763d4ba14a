// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/translate.h"
#include "app/text/words.h"

#include <algorithm>

namespace nsw::words
{

using Qt::StringLiterals::operator""_L1;

namespace
{

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
    Template{FindingCode::NameTooLong, QT_TRANSLATE_NOOP("Words", "This name has %1 bytes; right would be at most %2.")},
    Template{FindingCode::BadCharacter, QT_TRANSLATE_NOOP("Words", "“%1” has a character that is not allowed here, a line break or a null; leave it out.")},
    Template{FindingCode::PathNotAbsolute, QT_TRANSLATE_NOOP("Words", "“%1” is no absolute path; right would be one that begins with “/”.")},
    Template{FindingCode::MissingSource, QT_TRANSLATE_NOOP("Words", "A bind mount shows something that exists at a second place; “source” has to say what.")},
    Template{FindingCode::NeedlessSource, QT_TRANSLATE_NOOP("Words", "Only a bind mount has a source; leave it out for the type “%1”.")},
    Template{FindingCode::BadMountOption, QT_TRANSLATE_NOOP("Words", "The mount option “%1” is not known for this type. Known are: %2.")},
    Template{FindingCode::ProcNeedsMountNamespace, QT_TRANSLATE_NOOP("Words", "The PID namespace is new and the mount namespace is not, so /proc still shows the processes outside. Make the mount namespace new too to see the own ones.")},
    Template{FindingCode::ProcNeedsPidNamespace, QT_TRANSLATE_NOOP("Words", "An ordinary user may mount a proc file system only with a new PID namespace. Make the PID namespace new too.")},
    Template{FindingCode::SysfsNeedsNetworkNamespace, QT_TRANSLATE_NOOP("Words", "An ordinary user may mount a sysfs only with a new network namespace. Make the network namespace new too.")},
    Template{FindingCode::EmptyIdRange, QT_TRANSLATE_NOOP("Words", "A range of 0 IDs maps nothing; right would be a count of at least 1.")},
    Template{FindingCode::IdRangeOverflow, QT_TRANSLATE_NOOP("Words", "A range of %1 IDs goes beyond the largest ID that there is, 4294967294; right would be a smaller count, or a smaller first ID.")},
    Template{FindingCode::IdRangeOverlap, QT_TRANSLATE_NOOP("Words", "The IDs %1 are also in %2; each ID can be mapped once only.")},
    Template{FindingCode::TooManyIdRanges, QT_TRANSLATE_NOOP("Words", "There are %1 ranges; the kernel takes at most %2.")},
    Template{FindingCode::IdNotMapped, QT_TRANSLATE_NOOP("Words", "The IDs %1 do not exist out here, in the user namespace of this program, so they cannot be mapped; right would be “self” or IDs of its own map.")},
    Template{FindingCode::SetgroupsMustBeDenied, QT_TRANSLATE_NOOP("Words", "An ordinary user may write a group map only after giving up setgroups(): set “setgroups” to “deny”.")},
    Template{FindingCode::KindUnsupported, QT_TRANSLATE_NOOP("Words", "This kernel has no namespaces of this kind; they came with Linux %2 and can be left out when a kernel is built. Leave this kind out.")},
    Template{FindingCode::LimitReached, QT_TRANSLATE_NOOP("Words", "This machine allows no namespaces of this kind: the limit in %1 is 0. An administrator can raise it with sysctl.")},
    Template{FindingCode::UserNamespacesRestricted, QT_TRANSLATE_NOOP("Words", "This machine may deny user namespaces to ordinary users: %1. An administrator can change that setting with sysctl.")},
    Template{FindingCode::Chrooted, QT_TRANSLATE_NOOP("Words", "This program runs in a chroot, where the kernel refuses new user namespaces. Start it outside of the chroot, or make the root by pivot_root instead.")},
    Template{FindingCode::NoSuchProcess, QT_TRANSLATE_NOOP("Words", "There is no process %1 to join; right would be the PID of one that runs.")},
    Template{FindingCode::NoSuchPath, QT_TRANSLATE_NOOP("Words", "There is no file “%1” to join; right would be one such as /proc/PID/ns/net or /run/netns/NAME.")},
    Template{FindingCode::NotANamespace, QT_TRANSLATE_NOOP("Words", "“%1” does not stand for a namespace; right would be one such as /proc/PID/ns/net or /run/netns/NAME.")},
    Template{FindingCode::WrongKind, QT_TRANSLATE_NOOP("Words", "This stands for a namespace of the kind %1, but one of the kind %2 is to be joined.")},
    Template{FindingCode::JoinNeedsUserNamespace, QT_TRANSLATE_NOOP("Words", "Joining %1 takes rights in the user namespace that owns it, number %2. Join that user namespace as well: the same target under “user”.")},
    Template{FindingCode::JoinOwnUserNamespace, QT_TRANSLATE_NOOP("Words", "This program already is in the user namespace of %1, and the kernel lets nobody join the own one again. Leave “user” out.")},
    Template{FindingCode::ClockBeforeZero, QT_TRANSLATE_NOOP("Words", "With an offset of %1 seconds the clock would show a time before zero; right would be %2.")},
    Template{FindingCode::BadEnvironmentName, QT_TRANSLATE_NOOP("Words", "“%1” can't be the name of an environment variable: it must not be empty or have “=” in it.")},
    Template{FindingCode::CommandTooLong, QT_TRANSLATE_NOOP("Words", "The command has %1 words; at most %2 are taken.")},
    Template{FindingCode::NeedsAdministrator, QT_TRANSLATE_NOOP("Words", "This needs an administrator, because these are new without a new user namespace: %1. Make the user namespace new too, and it runs as you.")},
    Template{FindingCode::IdsNeedAdministrator, QT_TRANSLATE_NOOP("Words", "This needs an administrator: an ordinary user may map the own ID, %1, and no other.")},
    Template{FindingCode::JoinNeedsAdministrator, QT_TRANSLATE_NOOP("Words", "This needs an administrator, because you have no rights over the namespaces of %1.")},
};
// clang-format on

static_assert(kTemplates.size() == EnumNames<FindingCode>::kValues.size());
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
