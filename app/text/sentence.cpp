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
    Template{.code=FindingCode::Unreadable, .text=QT_TRANSLATE_NOOP("Words", "“%1” can't be read or written: %2.")},
    Template{.code=FindingCode::Syntax, .text=QT_TRANSLATE_NOOP("Words", "At line:column %1 this is no longer JSON: %2. Often a comma, a quote or a bracket is missing, or one too many, just before.")},
    Template{.code=FindingCode::TooLarge, .text=QT_TRANSLATE_NOOP("Words", "There are %1 bytes; at most %2 are read. A configuration has a few hundred.")},
    Template{.code=FindingCode::WrongType, .text=QT_TRANSLATE_NOOP("Words", "Found %1, but a value of type %2 belongs here.")},
    Template{.code=FindingCode::UnknownField, .text=QT_TRANSLATE_NOOP("Words", "There is no field “%1” here. Known are: %2.")},
    Template{.code=FindingCode::MissingField, .text=QT_TRANSLATE_NOOP("Words", "The field “%2” is missing here.")},
    Template{.code=FindingCode::OutOfRange, .text=QT_TRANSLATE_NOOP("Words", "%1 is out of range; right would be %2.")},
    Template{.code=FindingCode::UnknownName, .text=QT_TRANSLATE_NOOP("Words", "“%1” is not known here. Known are: %2.")},
    Template{.code=FindingCode::NotOneAlternative, .text=QT_TRANSLATE_NOOP("Words", "Found “%1”, but exactly one of these belongs here: %2.")},
    Template{.code=FindingCode::UnsupportedVersion, .text=QT_TRANSLATE_NOOP("Words", "The file has version %1 of the format; this program reads version %2.")},
    Template{.code=FindingCode::NoContainer, .text=QT_TRANSLATE_NOOP("Words", "The list is empty; at least one container is needed.")},
    Template{.code=FindingCode::SeveralContainers, .text=QT_TRANSLATE_NOOP("Words", "There are several containers; only the first one is run for now.")},
    Template{.code=FindingCode::EmptyName, .text=QT_TRANSLATE_NOOP("Words", "This is empty; it needs at least one character.")},
    Template{.code=FindingCode::NameTooLong, .text=QT_TRANSLATE_NOOP("Words", "This name has %1 bytes; right would be at most %2.")},
    Template{.code=FindingCode::BadCharacter, .text=QT_TRANSLATE_NOOP("Words", "“%1” has a character that is not allowed here, a line break or a null; leave it out.")},
    Template{.code=FindingCode::PathNotAbsolute, .text=QT_TRANSLATE_NOOP("Words", "“%1” is no absolute path; right would be one that begins with “/”.")},
    Template{.code=FindingCode::MissingSource, .text=QT_TRANSLATE_NOOP("Words", "A bind mount shows something that exists at a second place; “source” has to say what.")},
    Template{.code=FindingCode::NeedlessSource, .text=QT_TRANSLATE_NOOP("Words", "Only a bind mount has a source; leave it out for the type “%1”.")},
    Template{.code=FindingCode::BadMountOption, .text=QT_TRANSLATE_NOOP("Words", "The mount option “%1” is not known for this type. Known are: %2.")},
    Template{.code=FindingCode::NeedlessLayers, .text=QT_TRANSLATE_NOOP("Words", "Only an overlay has “lower”, “upper” and “work”; leave them out for the type “%1”.")},
    Template{.code=FindingCode::MissingLayer, .text=QT_TRANSLATE_NOOP("Words", "An overlay needs at least one directory as “lower”; with “upper” it can be written to and needs “work” too, an empty directory on the same file system.")},
    Template{.code=FindingCode::BadLayerPath, .text=QT_TRANSLATE_NOOP("Words", "“%1” has a comma, a colon, a quote or a backslash, which stand between the layers of an overlay for the kernel. Bind that directory to a path without them.")},
    Template{.code=FindingCode::ProcNeedsMountNamespace, .text=QT_TRANSLATE_NOOP("Words", "The PID namespace is new and the mount namespace is not, so /proc still shows the processes outside. Make the mount namespace new too to see the own ones.")},
    Template{.code=FindingCode::ProcNeedsPidNamespace, .text=QT_TRANSLATE_NOOP("Words", "An ordinary user may mount a proc file system only with a new PID namespace. Make the PID namespace new too.")},
    Template{.code=FindingCode::SysfsNeedsNetworkNamespace, .text=QT_TRANSLATE_NOOP("Words", "An ordinary user may mount a sysfs only with a new network namespace. Make the network namespace new too.")},
    Template{.code=FindingCode::EmptyIdRange, .text=QT_TRANSLATE_NOOP("Words", "A range of 0 IDs maps nothing; right would be a count of at least 1.")},
    Template{.code=FindingCode::IdRangeOverflow, .text=QT_TRANSLATE_NOOP("Words", "A range of %1 IDs goes beyond the largest ID that there is, 4294967294; right would be a smaller count, or a smaller first ID.")},
    Template{.code=FindingCode::IdRangeOverlap, .text=QT_TRANSLATE_NOOP("Words", "The IDs %1 are also in %2; each ID can be mapped once only.")},
    Template{.code=FindingCode::TooManyIdRanges, .text=QT_TRANSLATE_NOOP("Words", "There are %1 ranges; the kernel takes at most %2.")},
    Template{.code=FindingCode::IdNotMapped, .text=QT_TRANSLATE_NOOP("Words", "The IDs %1 do not exist out here, in the user namespace of this program, so they cannot be mapped; right would be “self” or IDs of its own map.")},
    Template{.code=FindingCode::SetgroupsMustBeDenied, .text=QT_TRANSLATE_NOOP("Words", "An ordinary user may write a group map only after giving up setgroups(): set “setgroups” to “deny”.")},
    Template{.code=FindingCode::KindUnsupported, .text=QT_TRANSLATE_NOOP("Words", "This kernel has no namespaces of this kind; they came with Linux %2 and can be left out when a kernel is built. Leave this kind out.")},
    Template{.code=FindingCode::LimitReached, .text=QT_TRANSLATE_NOOP("Words", "This machine allows no namespaces of this kind: the limit in %1 is 0. An administrator can raise it with sysctl.")},
    Template{.code=FindingCode::UserNamespacesRestricted, .text=QT_TRANSLATE_NOOP("Words", "This machine may deny user namespaces to ordinary users: %1. An administrator can change that setting with sysctl.")},
    Template{.code=FindingCode::Chrooted, .text=QT_TRANSLATE_NOOP("Words", "This program runs in a chroot, where the kernel refuses new user namespaces. Start it outside of the chroot, or make the root by pivot_root instead.")},
    Template{.code=FindingCode::NoSuchProcess, .text=QT_TRANSLATE_NOOP("Words", "There is no process %1; right would be the PID of one that runs.")},
    Template{.code=FindingCode::NoSuchPath, .text=QT_TRANSLATE_NOOP("Words", "There is no file “%1” to join; right would be one such as /proc/PID/ns/net or /run/netns/NAME.")},
    Template{.code=FindingCode::NotANamespace, .text=QT_TRANSLATE_NOOP("Words", "“%1” does not stand for a namespace; right would be one such as /proc/PID/ns/net or /run/netns/NAME.")},
    Template{.code=FindingCode::WrongKind, .text=QT_TRANSLATE_NOOP("Words", "This stands for a namespace of the kind %1, but one of the kind %2 is to be joined.")},
    Template{.code=FindingCode::JoinNeedsUserNamespace, .text=QT_TRANSLATE_NOOP("Words", "Joining %1 takes rights in the user namespace that owns it, number %2. Join that user namespace as well: the same target under “user”.")},
    Template{.code=FindingCode::JoinOwnUserNamespace, .text=QT_TRANSLATE_NOOP("Words", "This program already is in the user namespace of %1, and the kernel lets nobody join the own one again. Leave “user” out.")},
    Template{.code=FindingCode::JoinRunsTheirFiles, .text=QT_TRANSLATE_NOOP("Words", "What runs in the mounts of %1 runs with root's rights on this machine, and it is the files there that run: whoever can write to them gets these rights. Where %1 has a user namespace of its own, join that as well.")},
    Template{.code=FindingCode::ClockOutOfRange, .text=QT_TRANSLATE_NOOP("Words", "With an offset of %1 seconds the clock would show a time that the kernel does not allow; right would be %2.")},
    Template{.code=FindingCode::BadEnvironmentName, .text=QT_TRANSLATE_NOOP("Words", "“%1” can't be the name of an environment variable: it must not be empty or have “=” in it.")},
    Template{.code=FindingCode::CommandTooLong, .text=QT_TRANSLATE_NOOP("Words", "The command has %1 words; at most %2 are taken.")},
    Template{.code=FindingCode::CommandTooLarge, .text=QT_TRANSLATE_NOOP("Words", "The command and its environment have %1 bytes together; at most %2 are taken.")},
    Template{.code=FindingCode::DangerousVariable, .text=QT_TRANSLATE_NOOP("Words", "“%1” changes what programs load or run before they begin, so a session with an administrator's rights does not take it. Leave it out, or set it inside with env(1).")},
    Template{.code=FindingCode::UserNamespacesDenied, .text=QT_TRANSLATE_NOOP("Words", "This machine denies user namespaces to ordinary users: an attempt came to %1. Causes are the settings kernel.apparmor_restrict_unprivileged_userns=1 and kernel.unprivileged_userns_clone=0, or a seccomp filter around this program. An administrator can change that, or start this.")},
    Template{.code=FindingCode::CallMissing, .text=QT_TRANSLATE_NOOP("Words", "The call %1 is not to be had here (%2): the kernel is too old for it, or a seccomp filter around this program hides it. What needs it is done in another way, or not at all.")},
    Template{.code=FindingCode::KernelTooOld, .text=QT_TRANSLATE_NOOP("Words", "What is started here could not be ended again: the call %1 came to %2. Linux 5.4 or later is needed; where it runs already, a seccomp filter around this program hides the call.")},
    Template{.code=FindingCode::LinkExists, .text=QT_TRANSLATE_NOOP("Words", "There is an interface “%1” already; choose another name.")},
    Template{.code=FindingCode::NetworkInUse, .text=QT_TRANSLATE_NOOP("Words", "The network of %1 overlaps with %2, which this machine has already: what is meant for that would go into the cable. Choose another network.")},
    Template{.code=FindingCode::NetworkNotReserved, .text=QT_TRANSLATE_NOOP("Words", "All that this machine sends to the network of %1 would go into the cable, whoever sends it. With an administrator's rights on your behalf only networks are taken in which nobody is: %2.")},
    Template{.code=FindingCode::NeedsAdministrator, .text=QT_TRANSLATE_NOOP("Words", "This needs an administrator, because these are new without a new user namespace: %1. Make the user namespace new too, and it runs as you.")},
    Template{.code=FindingCode::IdsNeedAdministrator, .text=QT_TRANSLATE_NOOP("Words", "This needs an administrator: an ordinary user may map the own ID, %1, and no other.")},
    Template{.code=FindingCode::SubordinateIdsNeedAdministrator, .text=QT_TRANSLATE_NOOP("Words", "This needs an administrator: the IDs are set aside for you in /etc/subuid and /etc/subgid, but an ordinary user may not put them into a map.")},
    Template{.code=FindingCode::JoinNeedsAdministrator, .text=QT_TRANSLATE_NOOP("Words", "This needs an administrator, because you have no rights over the namespaces of %1.")},
    Template{.code=FindingCode::VethNeedsAdministrator, .text=QT_TRANSLATE_NOOP("Words", "This needs an administrator, because the end outside, %1, is made in the network of this machine (CAP_NET_ADMIN). Without the cable it runs with the rights that the rest takes.")},
    Template{.code=FindingCode::AlreadyRunning, .text=QT_TRANSLATE_NOOP("Words", "A container is running already; it has to end first.")},
    Template{.code=FindingCode::TargetChanged, .text=QT_TRANSLATE_NOOP("Words", "Process %1 is not the one that was looked at, or it has moved: its namespace of the kind %2 is another by now. Nothing was done. Look at process %1 again; if it is the right one, start this again.")},
    Template{.code=FindingCode::BeyondGrant, .text=QT_TRANSLATE_NOOP("Words", "This goes beyond what an administrator agreed to for this session (%1). Start it anew: then it is asked for.")},
    Template{.code=FindingCode::InputWaits, .text=QT_TRANSLATE_NOOP("Words", "The command does not read: %1 bytes of input wait for it already, and more than %2 are not kept. What came last was not taken.")},
    Template{.code=FindingCode::TooOften, .text=QT_TRANSLATE_NOOP("Words", "There were %1 such requests within a minute; a session with an administrator's rights takes at most %2. Wait a little.")},
    Template{.code=FindingCode::NotPaused, .text=QT_TRANSLATE_NOOP("Words", "Nothing waits between two steps: begin with Step, or with a breakpoint.")},
    Template{.code=FindingCode::StepMade, .text=QT_TRANSLATE_NOOP("Words", "Step %1 has been made already. Start again to make it in another way.")},
    Template{.code=FindingCode::StepCallDiffers, .text=QT_TRANSLATE_NOOP("Words", "Step %1 is the call %2, made by the same process; only its arguments can be changed.")},
    Template{.code=FindingCode::StepNeeded, .text=QT_TRANSLATE_NOOP("Words", "Step %1 makes the process that carries on, so it is made as it was planned. Change the configuration instead.")},
    Template{.code=FindingCode::EditNotAllowed, .text=QT_TRANSLATE_NOOP("Words", "Step %1 can't be changed: a session with an administrator's rights makes what its configuration says, and nothing else. Change the configuration instead.")},
    Template{.code=FindingCode::StepChanged, .text=QT_TRANSLATE_NOOP("Words", "Step %1 is not what the configuration says any more.")},
    Template{.code=FindingCode::IdsStayUnmapped, .text=QT_TRANSLATE_NOOP("Words", "Without step %1 there is no %2: the IDs inside stay unmapped and show as 65534, and becoming another user or group fails with EINVAL.")},
    Template{.code=FindingCode::GroupMapRefused, .text=QT_TRANSLATE_NOOP("Words", "Without step %1 an ordinary user may not write the group map: that fails with EPERM, since Linux 3.19.")},
    Template{.code=FindingCode::MountsPropagate, .text=QT_TRANSLATE_NOOP("Words", "Without step %1 mounts keep the propagation that they had: where they are shared, what is mounted inside shows outside as well, unless a user namespace makes them slaves.")},
    Template{.code=FindingCode::ProcShowsOutside, .text=QT_TRANSLATE_NOOP("Words", "Without step %1 %2 goes on showing the processes of the outside, and “ps” with it.")},
    Template{.code=FindingCode::MountPointMissing, .text=QT_TRANSLATE_NOOP("Words", "Without step %1 there is no directory %2: mounting there fails with ENOENT.")},
    Template{.code=FindingCode::TargetNotOpened, .text=QT_TRANSLATE_NOOP("Words", "Without step %1 nobody holds %2 from outside: setns() looks for it from inside, where it may be another one, or none.")},
    Template{.code=FindingCode::KindStaysShared, .text=QT_TRANSLATE_NOOP("Words", "Without step %1 these namespaces stay those of the outside: %2. What later steps change there may fail with EPERM, or change the outside.")},
    Template{.code=FindingCode::NameStays, .text=QT_TRANSLATE_NOOP("Words", "Without step %1 the name inside stays a copy of that outside.")},
    Template{.code=FindingCode::LinkStays, .text=QT_TRANSLATE_NOOP("Words", "Without step %1 the interface %2 stays as it is: a new network namespace has its loopback switched off.")},
    Template{.code=FindingCode::IdentityStays, .text=QT_TRANSLATE_NOOP("Words", "Without step %1 the command keeps the IDs that the process inside has.")},
    Template{.code=FindingCode::NoCommand, .text=QT_TRANSLATE_NOOP("Words", "Without step %1 no command starts: the process inside stays as an init.")},
    Template{.code=FindingCode::StepLeftOut, .text=QT_TRANSLATE_NOOP("Words", "Step %1 is left out.")},
    Template{.code=FindingCode::NothingRuns, .text=QT_TRANSLATE_NOOP("Words", "There is no container to do this to: start one first.")},
    Template{.code=FindingCode::ActsWait, .text=QT_TRANSLATE_NOOP("Words", "There are %1 such requests waiting already; wait until some of them are done.")},
    Template{.code=FindingCode::NothingInside, .text=QT_TRANSLATE_NOOP("Words", "There is nobody inside yet: the process inside comes about with step %1.")},
    Template{.code=FindingCode::RightsNotSet, .text=QT_TRANSLATE_NOOP("Words", "In a session with an administrator's rights the inside opens after step %1: until then a shell in it could do more than was agreed to.")},
    Template{.code=FindingCode::TooManyTerminals, .text=QT_TRANSLATE_NOOP("Words", "There are %1 terminals already, and a session has at most %2. Close one first.")},
    Template{.code=FindingCode::OnlyInside, .text=QT_TRANSLATE_NOOP("Words", "This is done inside only: outside it would change the machine for everybody.")},
    Template{.code=FindingCode::SharedWithOutside, .text=QT_TRANSLATE_NOOP("Words", "The container has no namespace of its own of the kind %1, so this would change the machine. Make that kind new, or do it outside on purpose.")},
    Template{.code=FindingCode::OutsideNotAllowed, .text=QT_TRANSLATE_NOOP("Words", "This session has an administrator's rights for the container only. To change the machine itself, use your own rights outside of this program.")},
    Template{.code=FindingCode::NotYourProcess, .text=QT_TRANSLATE_NOOP("Words", "The process %1 is neither of this container nor yours.")},
    Template{.code=FindingCode::NotInside, .text=QT_TRANSLATE_NOOP("Words", "The process %1 does not exist inside: there it has no PID. Send the signal from outside.")},
    Template{.code=FindingCode::UnknownSignal, .text=QT_TRANSLATE_NOOP("Words", "There is no signal “%1”; right would be a name or a number, such as %2.")},
    Template{.code=FindingCode::BadAddress, .text=QT_TRANSLATE_NOOP("Words", "“%1” is no IP address; right would be one such as %2.")},
    Template{.code=FindingCode::BadLinkName, .text=QT_TRANSLATE_NOOP("Words", "“%1” can't be the name of an interface here; right would be %2.")},
    Template{.code=FindingCode::BadQueueName, .text=QT_TRANSLATE_NOOP("Words", "“%1” can't be the name of a POSIX queue; right would be a slash and then a name without any, such as %2.")},
    Template{.code=FindingCode::IgnoredByInit, .text=QT_TRANSLATE_NOOP("Words", "%1 was delivered and ignored: the process is PID 1 of its namespace and has no handler for it. The kernel protects such a process even from SIGKILL, unless that comes from outside.")},
    Template{.code=FindingCode::IgnoredByProcess, .text=QT_TRANSLATE_NOOP("Words", "%1 was delivered, and the process ignores it.")},
    Template{.code=FindingCode::ExportLeftOut, .text=QT_TRANSLATE_NOOP("Words", "%2 has no means for this, so it is left out: %1.")},
    Template{.code=FindingCode::ExportAlwaysNew, .text=QT_TRANSLATE_NOOP("Words", "%2 always makes a new namespace of the kind %1, asked for or not.")},
    Template{.code=FindingCode::ExportOtherMethod, .text=QT_TRANSLATE_NOOP("Words", "%2 makes namespaces in its own way; that they are to be made by %1 is lost.")},
    Template{.code=FindingCode::ExportFixedId, .text=QT_TRANSLATE_NOOP("Words", "“self” is written as %1, the ID of whoever exports it. Write another one there when somebody else is to run it.")},
    Template{.code=FindingCode::ExportLoopbackUp, .text=QT_TRANSLATE_NOOP("Words", "%2 always brings the loopback up.")},
    Template{.code=FindingCode::ExportLinksDown, .text=QT_TRANSLATE_NOOP("Words", "%2 makes the pair of links and leaves both ends down: switch %1 on inside, and the other one outside.")},
    Template{.code=FindingCode::ExportNeedsRoot, .text=QT_TRANSLATE_NOOP("Words", "%2 needs root's rights for this: run it as root.")},
    Template{.code=FindingCode::ExportNeedsRootInside, .text=QT_TRANSLATE_NOOP("Words", "What is set up inside is done by programs such as mount(8), and they have the rights for it only as root inside: map the ID 0.")},
    Template{.code=FindingCode::ExportOwnEnvironment, .text=QT_TRANSLATE_NOOP("Words", "%2 gives the command only the variables that stand in it, not those of whoever starts it.")},
    Template{.code=FindingCode::ExportOwnDirectory, .text=QT_TRANSLATE_NOOP("Words", "%2 begins in %1, not in the directory of whoever starts it.")},
    Template{.code=FindingCode::ExportAddsOptions, .text=QT_TRANSLATE_NOOP("Words", "%2 mounts everything with the option %1, too.")},
    Template{.code=FindingCode::ExportOwnPropagation, .text=QT_TRANSLATE_NOOP("Words", "%2 has a propagation of its own: %1.")},
    Template{.code=FindingCode::ExportTopMountOnly, .text=QT_TRANSLATE_NOOP("Words", "The options of “%1” are set by mount(8) on that mount alone, not on those below it.")},
    Template{.code=FindingCode::ExportNoReaper, .text=QT_TRANSLATE_NOOP("Words", "Without a new PID namespace nothing ends what the command leaves behind.")},
    Template{.code=FindingCode::ExportOtherRoot, .text=QT_TRANSLATE_NOOP("Words", "%2 does not take the root directory of the machine as it is: the container gets an empty one, with /usr of the machine in it, read-only.")},
    Template{.code=FindingCode::ExportRootMounts, .text=QT_TRANSLATE_NOOP("Words", "%2 needs a root directory of its own: an empty directory “rootfs” beside the file, in which the directories of this machine's root are mounted.")},
    Template{.code=FindingCode::ExportRuntimeDecides, .text=QT_TRANSLATE_NOOP("Words", "%2 leaves this to the program that runs it: %1.")},
    Template{.code=FindingCode::ImportLeftOut, .text=QT_TRANSLATE_NOOP("Words", "This is not carried over, since a configuration has no means for it: %1.")},
    Template{.code=FindingCode::ImportNotUnshare, .text=QT_TRANSLATE_NOOP("Words", "This is neither JSON nor a command that begins with “unshare”: “%1”.")},
    Template{.code=FindingCode::ImportUnknownOption, .text=QT_TRANSLATE_NOOP("Words", "unshare has no option “%1” that describes a container.")},
    Template{.code=FindingCode::ImportNeedsValue, .text=QT_TRANSLATE_NOOP("Words", "“%1” needs a value after it.")},
    Template{.code=FindingCode::ImportBadValue, .text=QT_TRANSLATE_NOOP("Words", "“%1” is not right here; right would be %2.")},
    Template{.code=FindingCode::ImportNeedsOption, .text=QT_TRANSLATE_NOOP("Words", "%1 takes the option %2 as well.")},
    Template{.code=FindingCode::ImportQuote, .text=QT_TRANSLATE_NOOP("Words", "A quote is opened by %1 and not closed.")},
    Template{.code=FindingCode::ImportExpansion, .text=QT_TRANSLATE_NOOP("Words", "“%1” is for a shell to work out; write what it stands for, or put it in single quotes.")},
    Template{.code=FindingCode::NoRecording, .text=QT_TRANSLATE_NOOP("Words", "This is no recording, or its first line is damaged, without which nothing of it can be read.")},
    Template{.code=FindingCode::RecordingDamaged, .text=QT_TRANSLATE_NOOP("Words", "The recording is damaged. What came before the damage is shown, %1 events; what came after is lost.")},
    Template{.code=FindingCode::RecordingCutShort, .text=QT_TRANSLATE_NOOP("Words", "The recording breaks off: its end is missing. What is there is shown, %1 events.")},
    Template{.code=FindingCode::RecordingTooLarge, .text=QT_TRANSLATE_NOOP("Words", "The recording is larger than this program reads. Its beginning is shown, %1 events.")},
    Template{.code=FindingCode::EventsNotKnown, .text=QT_TRANSLATE_NOOP("Words", "The recording was made by a later version of this program: %1 events of it are not known here and are left out.")},
    Template{.code=FindingCode::Diverges, .text=QT_TRANSLATE_NOOP("Words", "It is “%1”; expected was “%2”.")},
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
