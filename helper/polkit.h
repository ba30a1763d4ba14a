// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>

#include <cstdint>

namespace nsw
{

/** What polkit would say, as far as it can be told without asking anybody. */
enum class Verdict : std::uint8_t {
    None, ///< it is not there, or the bus is not
    Unknown, ///< it does not know the action
    No,
    Ask, ///< after a question for a password
    Yes,
};

/**
 * Polkit's verdict about an action of whoever owns this connection. KAuth does not tell an action
 * that is not known from one that is denied, and asks polkit about it for ever.
 */
Verdict polkitVerdict(const QDBusConnection &bus, const QString &action);

} // namespace nsw
