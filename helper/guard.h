// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace nsw
{

/**
 * Makes up for what KAuth's side of the helper lacks. It serves one action at a time; one that
 * polkit never decides would hold it for good, and all others with it: one that polkit does not
 * know, or of a caller that left before polkit could ask the bus who it was. It reads whatever it
 * is sent, and shows texts of the caller's in polkit's dialog. The helper keeps nothing, so ending
 * it costs nothing: the bus starts it anew for the next caller.
 */
class Guard : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.nsworkbench.helper.State")
public:
    Guard();

public Q_SLOTS:
    /** Over the bus. */
    [[nodiscard]] Q_SCRIPTABLE bool busy() const { return m_patience.isActive(); }

private:
    void attach();
    void checkCaller();
    Q_SLOT void onBusLost();
    // By name, as the sender's class is private to KAuth.
    Q_SLOT void onKAuthSignal(int type, const QString &action, const QByteArray &blob);

    QTimer m_patience;
    QTimer m_presence;
};

} // namespace nsw
