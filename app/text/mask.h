// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QRegularExpression>
#include <QString>

namespace nsw
{

/**
 * Placeholders for what an audience need not read: user names, host names, addresses. The same name
 * always gets the same placeholder, so that inside and outside still compare. Addresses become
 * those that are set aside for documentation (RFC 5737, RFC 3849, RFC 7042); what says nothing of a
 * machine (loopback, "any", broadcast and multicast) stays.
 */
class Mask
{
public:
    /** Short, general or system names ("root", "localhost") are not private and not taken. */
    void addUser(const QString &name);
    void addHost(const QString &name);

    /** Depends on what was added and asked before, and on nothing else. */
    [[nodiscard]] QString text(const QString &text);
    /** With what the placeholders stand for, as far as they were handed out. */
    [[nodiscard]] QString original(const QString &text) const;

private:
    struct Kind {
        QHash<QString, QString> placeholders;
        qint64 count = 0;
    };

    void add(Kind &kind, const QString &name, const QString &placeholder);
    void rebuild();
    [[nodiscard]] QString replacement(const QRegularExpressionMatch &match);
    [[nodiscard]] QString replaced(const QString &text);

    QHash<QString, QString> m_names;
    Kind m_users;
    Kind m_hosts;
    Kind m_ethernet;
    Kind m_ipv4;
    Kind m_ipv6;
    QRegularExpression m_search;
    QHash<QString, QString> m_originals; ///< by their placeholders
    QHash<QString, QString> m_done; ///< texts come again and again
};

} // namespace nsw
