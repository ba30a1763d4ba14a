// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/message.h"

#include <QObject>

#include <functional>

class QStatusBar;

namespace nsw
{

class MessageBar;
class SessionController;

/** Says what an act came to: in passing when it was done, and in full when it was not. */
class ActMessages : public QObject
{
    Q_OBJECT
public:
    /** `shown`: how a text is shown, which may have names in it. */
    ActMessages(SessionController *session,
                MessageBar *bar,
                QStatusBar *status,
                std::function<QString(const QString &)> shown,
                QObject *parent);

private:
    void show(const ActDoneEvent &done);

    SessionController *m_session;
    MessageBar *m_bar;
    QStatusBar *m_status;
    std::function<QString(const QString &)> m_shown;
};

} // namespace nsw
