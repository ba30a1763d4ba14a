// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/recording.h"

#include <QObject>

class QAction;
class QMenu;
class QWidget;

namespace nsw
{

class CardsPanel;
class ConfigurationPanel;
class Document;
class Masking;
class ReplayBar;
class SessionController;
class Starter;
class StepsPanel;

/** Saves what was recorded, and shows a recording in place of the present until it is closed. */
class Recordings : public QObject
{
    Q_OBJECT
public:
    struct Parts {
        Document *document = nullptr;
        SessionController *session = nullptr;
        ConfigurationPanel *configuration = nullptr;
        CardsPanel *cards = nullptr;
        StepsPanel *steps = nullptr;
        ReplayBar *bar = nullptr;
        Starter *starter = nullptr;
        Masking *masking = nullptr;
    };
    Recordings(const Parts &parts, QWidget *window);

    void fillMenu(QMenu *menu);
    void openFile(const QString &path);
    void saveTo(const QString &path);
    /** Back to the present; nothing where it is shown already. */
    void close();

    [[nodiscard]] bool isShown() const;
    /** "red.nswrec (recording)" */
    [[nodiscard]] QString title() const;

Q_SIGNALS:
    void failed(const QString &sentence);
    void succeeded(const QString &sentence);
    /** Another recording, or the present again. */
    void changed();

private:
    void askAndOpen();
    void askAndSave();
    void showRecording(const Recording &recording);
    void showConfiguration(const Configuration &configuration);
    void showBar(const RecordingHeader &header);
    void showSavable();

    Parts m_parts;
    QWidget *m_window;
    QAction *m_open;
    QAction *m_save;
    QString m_path; ///< of the recording that is shown
};

} // namespace nsw
