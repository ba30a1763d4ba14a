// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/message.h"

#include <QObject>

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
    ActMessages(SessionController *session, MessageBar *bar, QStatusBar *status, QObject *parent);

private:
    void show(const ActDoneEvent &done);

    SessionController *m_session;
    MessageBar *m_bar;
    QStatusBar *m_status;
};

} // namespace nsw
