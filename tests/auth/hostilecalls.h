// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/contract.h"

#include <QByteArray>
#include <QDBusUnixFileDescriptor>
#include <QMap>
#include <QVariantMap>

#include <optional>

/** What KAuth's client would send, but for one thing. */
using Files = QMap<QString, QDBusUnixFileDescriptor>;

struct Call {
    QString action = nsw::contract::actionOf(nsw::Privilege::Root);
    QByteArray caller; ///< empty: the name of the connection
    QVariantMap details;
    QVariantMap values{{QString(nsw::contract::kNonce), QStringLiteral("hostile")}};
    Files files;
    std::optional<QByteArray> blob; ///< in place of `values`
};

/** A socket of a pair whose other end stays open; `type` as of socket(2). */
QDBusUnixFileDescriptor endOfPair(int type);

/** The call of this name; an honest one where there is none. Descriptor 3 is somebody else's. */
Call callNamed(const QString &name);
