// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/hostfacts.h"

#include <QByteArrayView>

#include <sys/types.h>

namespace nsw
{

/**
 * The lines of /etc/subuid or /etc/subgid (subuid(5)) that are this user's, by name or by number.
 * Lines that make no sense count for nothing, and so does a line that begins with ID 0: root is
 * nobody's to give away.
 */
QList<SubordinateRange>
parseSubordinates(QByteArrayView file, QByteArrayView name, std::uint32_t uid);

struct Subordinates {
    QList<SubordinateRange> uids;
    QList<SubordinateRange> gids;
};

/** What /etc/subuid and /etc/subgid of this machine set aside for a user. */
Subordinates subordinatesOf(uid_t user);

} // namespace nsw
