// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/document.h"

#include <functional>

class QAction;
class QMenu;

namespace nsw
{

/** New, Open, Save and what belongs to them, with the guard for unsaved changes. */
class FileCommands : public QObject
{
    Q_OBJECT
public:
    FileCommands(Document *document, QWidget *window);

    [[nodiscard]] QAction *newAction() const { return m_new; }
    [[nodiscard]] QAction *openAction() const { return m_open; }
    [[nodiscard]] QAction *saveAction() const { return m_save; }
    void fillMenu(QMenu *menu);

    /** How the paths of recent files are shown. */
    void setShownPath(std::function<QString(const QString &)> shown);

    void openFile(const QString &path);
    /** The same, unless the user wants to go on with what is there. */
    void offerFile(const QString &path);
    bool save();
    bool saveAs();
    /** False when the user wants to go on with what is there. */
    bool mayDiscard();

Q_SIGNALS:
    void failed(const QString &sentence);
    void succeeded(const QString &sentence);
    /** The file to open is no configuration but a recording. */
    void recordingChosen(const QString &path);
    /** What was opened says this of itself. */
    void described(const QString &name, const QString &description);

private:
    void startNew();
    void askAndOpen();
    void openExample(const QString &path);
    void fillRecent();
    void fillLibrary(QMenu *menu);
    void fillShelves(QMenu *library);
    bool saveTo(const QString &path);
    void remember(const QString &path);

    Document *m_document;
    QWidget *m_window;
    QAction *m_new;
    QAction *m_open;
    QAction *m_save;
    QAction *m_saveAs;
    QMenu *m_recent = nullptr;
    std::function<QString(const QString &)> m_shownPath;
};

} // namespace nsw
