// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"

#include <QVariantMap>

#include <sys/types.h>

namespace nsw
{

/** A request whose form was checked. */
struct SessionRequest {
    QByteArray nonce;
    int socket = -1; ///< borrowed from the arguments
};

/**
 * Whether KAuth may read these bytes, which it does before anybody is authorised, by a reader that
 * recurses: a QVariantMap of at most the nonce, as a QString. The socket is not in it.
 */
bool isHarmless(const QByteArray &blob);

/** Refuses anything but the keys of the contract with exactly their types, the socket connected. */
Result<SessionRequest> readRequest(const QVariantMap &arguments);

/** Who made the socket that the other end belongs to (SO_PEERCRED): can't be feigned, nor reused.
 */
Result<uid_t> peerOf(int socket);

/** Who asks, as two tell it. */
struct Asking {
    uid_t socket = 0; ///< peerOf() the socket
    int call = -1; ///< KAuth's word of the caller: 0 or -1 when it has left
};

/**
 * The user for whom a session is, who must be the one whom polkit was asked about: else a session
 * could be had for somebody else. Root is nobody here: who has left would pass for it.
 */
Result<uid_t> userOf(const Asking &asking);

} // namespace nsw
