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
    void showSavable();
    [[nodiscard]] bool isOwnRun() const;
    void judge(const Expectation &expected, Extent extent);
    void saveWithWhatWasSeen();

    Parts m_parts;
    QAction *m_save;
    FirstSight m_first;
    std::optional<Extent> m_judged; ///< of this run
    bool m_isSeen = false; ///< there is something to save
    bool m_wasStopped = false; ///< this run: how it ended says nothing of the configuration
};

} // namespace nsw
