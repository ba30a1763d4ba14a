// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/privilege.h"

#include <KAuth/ActionReply>

#include <QObject>
#include <QVariantMap>

namespace nsw
{

/** Runs as root, for whom polkit authorised. Does three things: check, learn the uid, start. */
class Helper : public QObject
{
    Q_OBJECT
public Q_SLOTS:
    // NOLINTBEGIN(readability-identifier-naming): KAuth makes them of the names of the actions
    KAuth::ActionReply inspect(const QVariantMap &arguments);
    KAuth::ActionReply session_assisted(const QVariantMap &arguments);
    KAuth::ActionReply attach_other(const QVariantMap &arguments);
    KAuth::ActionReply session_root(const QVariantMap &arguments);
    // NOLINTEND(readability-identifier-naming)

private:
    /**
     * Starts a supervisor that does what was granted, and returns at once. Replies go to every user
     * of the machine, so they hold nothing.
     */
    static KAuth::ActionReply start(Privilege grant, const QVariantMap &arguments);
};

} // namespace nsw
