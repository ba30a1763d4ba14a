// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/runs.h"
#include "core/store/recording.h"

#include <QObject>
#include <QThreadPool>

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
    /** Both take their time elsewhere, while the window goes on; the signals tell when it is done.
     */
    void openFile(const QString &path);
    void saveTo(const QString &path);
    /** Back to the present; nothing where it is shown already. */
    void close();
    /** What was run in this window before, in the same way. */
    void showEarlier(const Run &run);

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
    void onSaved(const QString &path, const std::expected<void, Finding> &saved);
    void onOpened(const QString &path, const std::expected<OpenedRecording, Finding> &opened);
    void showRecording(const Recording &recording);
    void showConfiguration(const Configuration &configuration) const;
    void showTexts();
    void showSavable();
    void fillEarlier();
    [[nodiscard]] QString nameOf(const Run &run) const;
    /** What would be saved. */
    [[nodiscard]] const Run &savable() const;

    Parts m_parts;
    QWidget *m_window;
    QAction *m_open;
    QAction *m_save;
    RecordingHeader m_header;
    QMenu *m_earlier = nullptr;
    std::optional<Run> m_earlierRun; ///< that is shown; else it is a file
    QString m_path; ///< of the recording that is shown
    QThreadPool m_worker; ///< one thing after the other; before the rest goes, it is done
};

} // namespace nsw
