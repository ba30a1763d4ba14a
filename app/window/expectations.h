// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/expect.h"

#include <QObject>

class QAction;
class QMenu;

namespace nsw
{

class ConfigurationPanel;
class Document;
class FileCommands;
class Masking;
class MessageBar;
class SessionController;

/** Holds each run against what the configuration expects of it, and saves what was seen as what is
 * expected from then on. */
class Expectations : public QObject
{
    Q_OBJECT
public:
    struct Parts {
        Document *document = nullptr;
        ConfigurationPanel *configuration = nullptr;
        SessionController *session = nullptr;
        FileCommands *files = nullptr;
        MessageBar *message = nullptr;
        Masking *masking = nullptr;
    };
    Expectations(const Parts &parts, QObject *parent);

    void fillMenu(QMenu *menu);

private:
    void onState();
    void judge();
    void saveWithWhatWasSeen();

    Parts m_parts;
    QAction *m_save;
    FirstSight m_first;
    bool m_isJudged = false; ///< this run
    bool m_isSeen = false; ///< there is something to save
};

} // namespace nsw
