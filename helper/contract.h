// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/privilege.h"

#include <QString>

#include <chrono>

/** What the helper, nsworkbench-authorize and the window agree on. */
namespace nsw::contract
{

inline constexpr QLatin1StringView kHelper{"org.nsworkbench.helper"};
inline constexpr QLatin1StringView kPolkit{"org.freedesktop.PolicyKit1"};

/** What an administrator can be asked for: each is an action of polkit. */
inline constexpr std::array kGrants{
    Privilege::Inspect, Privilege::Assisted, Privilege::Attach, Privilege::Root};

/** Polkit's action, "org.nsworkbench.helper.session.root". KAuth makes a slot of what differs. */
inline QString actionOf(Privilege grant)
{
    return kHelper + QLatin1StringView(".") + nameOf(grant);
}

/** The arguments of each action: exactly these. */
inline constexpr QLatin1StringView kNonce{"nonce"}; ///< QString
inline constexpr QLatin1StringView kSocket{"socket"}; ///< QDBusUnixFileDescriptor
inline constexpr qsizetype kMaxNonceLength = 64;
inline constexpr qsizetype kMaxBlob = qsizetype{64} << 10; ///< of all arguments but descriptors

/** `busy() → b`: whether the helper is about an action now. KAuth's own answer to that gets lost.
 */
inline constexpr QLatin1StringView kStatePath{"/state"};
inline constexpr QLatin1StringView kStateInterface{"org.nsworkbench.helper.State"};

/** More than any window waits for the person who is asked. Then nobody waits for an answer any
 * more. */
inline constexpr auto kPatience = std::chrono::minutes(11);

/** Errors of a reply when the helper refused; KAuth's own are small numbers. */
inline constexpr int kRefused = 100;
inline constexpr int kTooManyOfUser = 101;
inline constexpr int kTooManyInAll = 102;
inline constexpr int kTooFast = 103;
inline constexpr int kFailed = 104; ///< nothing was wrong with the request

/** Sessions with an administrator's agreement that there may be: of a user, in all, a minute. */
inline constexpr int kMostSessionsOfUser = 8;
inline constexpr int kMostSessions = 32;
inline constexpr int kMostCreations = 10; ///< of a user

/** What a session has at most, where the machine hands out controllers of control groups. */
inline constexpr qint64 kMostProcesses = 4096;
inline constexpr qint64 kMostMemory = qint64{4} << 30;

/** What nsworkbench-authorize writes to its standard output when a part of the way is behind it. */
enum class Milestone : char {
    BusAnswered = 'b',
    PolkitAnswered = 'p',
    Asked = 'a', ///< the helper answered, and the question is put
};

/** Exit status of nsworkbench-authorize. */
enum class Outcome : unsigned char {
    Granted = 0,
    Denied = 10,
    Dismissed = 11,
    NoBus = 12,
    NoPolkit = 13,
    UnknownAction = 14,
    NoHelper = 15,
    Busy = 16,
    Refused = 17,
    HelperEnded = 18,
    TooManyOfUser = 19,
    TooManyInAll = 20,
    TooFast = 21,
    Failed = 22,
};

} // namespace nsw::contract
