// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

#include <chrono>

/** What the helper, nsworkbench-authorize and the window agree on. */
namespace nsw::contract
{

inline constexpr QLatin1StringView kHelper{"org.nsworkbench.helper"};
inline constexpr QLatin1StringView kPolkit{"org.freedesktop.PolicyKit1"};

/** Polkit's action. KAuth makes the slot session_root(QVariantMap) of it. */
inline constexpr QLatin1StringView kSessionRoot{"org.nsworkbench.helper.session.root"};

/** The arguments of the action: exactly these. */
inline constexpr QLatin1StringView kNonce{"nonce"}; ///< QString
inline constexpr QLatin1StringView kSocket{"socket"}; ///< QDBusUnixFileDescriptor
inline constexpr qsizetype kMaxNonceLength = 64;

/** `busy() → b`: whether the helper is about an action now. KAuth's own answer to that gets lost.
 */
inline constexpr QLatin1StringView kStatePath{"/state"};
inline constexpr QLatin1StringView kStateInterface{"org.nsworkbench.helper.State"};

/** More than any window waits for the person who is asked. Then nobody waits for an answer any
 * more. */
inline constexpr auto kPatience = std::chrono::minutes(11);

/** Error of a reply when the helper refused; KAuth's own errors are small numbers. */
inline constexpr int kRefused = 100;

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
};

} // namespace nsw::contract
