// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    /**
     * Starts a supervisor with an administrator's rights and returns at once. Replies go to every
     * user of the machine, so they hold nothing.
     */
    // NOLINTNEXTLINE(readability-identifier-naming): KAuth makes it of the action's name
    KAuth::ActionReply session_root(const QVariantMap &arguments);
};

} // namespace nsw
