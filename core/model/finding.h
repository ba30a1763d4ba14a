// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/fields.h"

#include <QList>
#include <QString>

#include <cstdint>

namespace nsw
{

enum class Severity : std::uint8_t { Error, Warning, Note };
template<>
struct EnumNames<Severity> {
    static constexpr std::array<QLatin1StringView, 3> kValues{
        QLatin1StringView("error"), QLatin1StringView("warning"), QLatin1StringView("note")};
};

/** What is the matter. The interface has a sentence for each; `found` and `expected` fill it. */
enum class FindingCode : std::uint8_t {
    // Reading a file
    Unreadable,
    Syntax,
    TooLarge,
    WrongType,
    UnknownField,
    MissingField,
    OutOfRange,
    UnknownName,
    NotOneAlternative,
    UnsupportedVersion,
    NoContainer,
    SeveralContainers,
    // Planning
    EmptyName,
    NameTooLong,
    BadCharacter,
    PathNotAbsolute,
    MissingSource,
    NeedlessSource,
    BadMountOption,
    ProcNeedsMountNamespace,
    ProcNeedsPidNamespace,
    SysfsNeedsNetworkNamespace,
    EmptyIdRange,
    IdRangeOverflow,
    IdRangeOverlap,
    TooManyIdRanges,
    IdNotMapped,
    SetgroupsMustBeDenied,
    KindUnsupported,
    LimitReached,
    UserNamespacesRestricted,
    Chrooted,
    NoSuchProcess,
    NoSuchPath,
    NotANamespace,
    WrongKind,
    JoinNeedsUserNamespace,
    JoinOwnUserNamespace,
    ClockOutOfRange,
    BadEnvironmentName,
    CommandTooLong,
    // Privilege
    NeedsAdministrator,
    IdsNeedAdministrator,
    JoinNeedsAdministrator,
    // Requests to a supervisor
    AlreadyRunning,
};
template<>
struct EnumNames<FindingCode> {
    static constexpr std::array<QLatin1StringView, 45> kValues{
        QLatin1StringView("unreadable"),
        QLatin1StringView("syntax"),
        QLatin1StringView("too-large"),
        QLatin1StringView("wrong-type"),
        QLatin1StringView("unknown-field"),
        QLatin1StringView("missing-field"),
        QLatin1StringView("out-of-range"),
        QLatin1StringView("unknown-name"),
        QLatin1StringView("not-one-alternative"),
        QLatin1StringView("unsupported-version"),
        QLatin1StringView("no-container"),
        QLatin1StringView("several-containers"),
        QLatin1StringView("empty-name"),
        QLatin1StringView("name-too-long"),
        QLatin1StringView("bad-character"),
        QLatin1StringView("path-not-absolute"),
        QLatin1StringView("missing-source"),
        QLatin1StringView("needless-source"),
        QLatin1StringView("bad-mount-option"),
        QLatin1StringView("proc-needs-mount-namespace"),
        QLatin1StringView("proc-needs-pid-namespace"),
        QLatin1StringView("sysfs-needs-network-namespace"),
        QLatin1StringView("empty-id-range"),
        QLatin1StringView("id-range-overflow"),
        QLatin1StringView("id-range-overlap"),
        QLatin1StringView("too-many-id-ranges"),
        QLatin1StringView("id-not-mapped"),
        QLatin1StringView("setgroups-must-be-denied"),
        QLatin1StringView("kind-unsupported"),
        QLatin1StringView("limit-reached"),
        QLatin1StringView("user-namespaces-restricted"),
        QLatin1StringView("chrooted"),
        QLatin1StringView("no-such-process"),
        QLatin1StringView("no-such-path"),
        QLatin1StringView("not-a-namespace"),
        QLatin1StringView("wrong-kind"),
        QLatin1StringView("join-needs-user-namespace"),
        QLatin1StringView("join-own-user-namespace"),
        QLatin1StringView("clock-out-of-range"),
        QLatin1StringView("bad-environment-name"),
        QLatin1StringView("command-too-long"),
        QLatin1StringView("needs-administrator"),
        QLatin1StringView("ids-need-administrator"),
        QLatin1StringView("join-needs-administrator"),
        QLatin1StringView("already-running"),
    };
};

/** One thing to say about a configuration, with the place it is about. */
struct Finding {
    Severity severity = Severity::Error;
    FindingCode code = FindingCode::Syntax;
    QString path; ///< "containers[0].namespaces.uts.new.hostname"; empty: the whole file
    QString found;
    QString expected;
    bool operator==(const Finding &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("severity", &Finding::severity),
                          field("code", &Finding::code),
                          field("path", &Finding::path),
                          field("found", &Finding::found),
                          field("expected", &Finding::expected)};
    }
};

using Findings = QList<Finding>;

/** True when one of them is an error: such a configuration is not run. */
bool hasErrors(const Findings &findings);

} // namespace nsw
