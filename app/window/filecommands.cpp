// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/filecommands.h"

#include "app/panels/icons.h"
#include "app/session/library.h"
#include "app/text/words.h"
#include "core/store/configurationfile.h"
#include "core/store/recording.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QMenu>
#include <QMessageBox>
#include <QSettings>

#include <map>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

constexpr qsizetype kMostRecent = 8;

QString recentKey()
{
    return u"recentFiles"_s;
}

QAction *makeAction(QObject *parent,
                    const QString &iconName,
                    const QString &text,
                    const QString &name,
                    const QKeySequence &shortcut)
{
    auto *action = new QAction(icon(iconName), text, parent);
    action->setObjectName(name);
    action->setShortcut(shortcut);
    return action;
}

QString fileFilter()
{
    return FileCommands::tr("Configurations (*.json);;All files (*)");
}

} // namespace

FileCommands::FileCommands(Document *document, QWidget *window)
    : QObject(window)
    , m_document(document)
    , m_window(window)
    , m_new(makeAction(this, u"new"_s, tr("&New"), u"file-new"_s, QKeySequence::New))
    , m_open(makeAction(this, u"open"_s, tr("&Open…"), u"file-open"_s, QKeySequence::Open))
    , m_save(makeAction(this, u"save"_s, tr("&Save"), u"file-save"_s, QKeySequence::Save))
    , m_saveAs(makeAction(this,
                          u"save"_s,
                          tr("Save &As…"),
                          u"file-save-as"_s,
                          QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S)))
{
    connect(m_new, &QAction::triggered, this, &FileCommands::startNew);
    connect(m_open, &QAction::triggered, this, &FileCommands::askAndOpen);
    connect(m_save, &QAction::triggered, this, &FileCommands::save);
    connect(m_saveAs, &QAction::triggered, this, &FileCommands::saveAs);
}

void FileCommands::fillMenu(QMenu *menu)
{
    menu->addAction(m_new);
    menu->addAction(m_open);
    m_recent = menu->addMenu(tr("&Recent files"));
    connect(m_recent, &QMenu::aboutToShow, this, &FileCommands::fillRecent);
    fillLibrary(menu);
    menu->addSeparator();
    menu->addAction(m_save);
    menu->addAction(m_saveAs);
    menu->addSeparator();
}

void FileCommands::setShownPath(std::function<QString(const QString &)> shown)
{
    m_shownPath = std::move(shown);
}

void FileCommands::fillRecent()
{
    m_recent->clear();
    const QStringList paths = QSettings().value(recentKey()).toStringList();
    int number = 1;
    for (const QString &path : paths) {
        const QString native = QDir::toNativeSeparators(path);
        QString shown = m_shownPath ? m_shownPath(native) : native;
        shown.replace(u'&', u"&&"_s);
        m_recent->addAction(u"&%1 %2"_s.arg(number++).arg(shown), this, [this, path] {
            if (mayDiscard()) {
                openFile(path);
            }
        });
    }
    if (paths.isEmpty()) {
        m_recent->addAction(tr("None yet"))->setEnabled(false);
    }
}

void FileCommands::fillLibrary(QMenu *menu)
{
    QMenu *library = menu->addMenu(tr("&Library"));
    library->setObjectName(u"library"_s);
    library->setToolTipsVisible(true);
    connect(library, &QMenu::aboutToShow, this, [this, library] { fillShelves(library); });
}

/** When it is opened first: reading all of them takes as long as making the window. */
void FileCommands::fillShelves(QMenu *library)
{
    if (!library->isEmpty()) {
        return;
    }
    std::map<NsKind, QMenu *> shelves;
    for (const LibraryEntry &entry : libraryEntries()) {
        QMenu *&shelf = shelves[entry.kind];
        if (shelf == nullptr) {
            shelf = library->addMenu(words::kindName(entry.kind));
            shelf->setToolTipsVisible(true);
        }
        QString name = localName(entry.configuration);
        QAction *action = shelf->addAction(
            name.replace(u'&', u"&&"_s), this, [this, entry] { openExample(entry.path); });
        const QString description = localDescription(entry.configuration);
        action->setToolTip(u"<p>"_s + description.toHtmlEscaped() + u"</p>"_s);
        action->setStatusTip(description);
        action->setObjectName(u"library-"_s + entry.name);
    }
}

void FileCommands::startNew()
{
    if (mayDiscard()) {
        m_document->startNew();
    }
}

void FileCommands::askAndOpen()
{
    if (!mayDiscard()) {
        return;
    }
    const QString path = QFileDialog::getOpenFileName(
        m_window,
        tr("Open a configuration or a recording"),
        QFileInfo(m_document->path()).path(),
        tr("Configurations and recordings (*.json *.nswrec);;All files (*)"));
    if (!path.isEmpty()) {
        openFile(path);
    }
}

void FileCommands::openFile(const QString &path)
{
    // Where even its beginning is damaged, its name tells what it was.
    if (isRecordingFile(path) || path.endsWith(".nswrec"_L1)) {
        remember(QFileInfo(path).absoluteFilePath());
        Q_EMIT recordingChosen(path);
        return;
    }
    if (const auto example = libraryPath(path)) {
        openExample(*example);
        return;
    }
    const auto opened = m_document->open(path);
    if (!opened) {
        Q_EMIT failed(tr("“%1” was not opened. %2\nThe file was left as it is.")
                          .arg(QDir::toNativeSeparators(path), words::sentence(opened.error())));
        return;
    }
    remember(m_document->path());
    Q_EMIT succeeded(tr("Opened %1").arg(m_document->title()));
}

void FileCommands::offerFile(const QString &path)
{
    if (mayDiscard()) {
        openFile(path);
    }
}

void FileCommands::openExample(const QString &path)
{
    if (!mayDiscard()) {
        return;
    }
    const auto opened = m_document->openCopy(path);
    if (!opened) {
        Q_EMIT failed(words::sentence(opened.error()));
        return;
    }
    const Configuration &example = m_document->configuration();
    Q_EMIT described(localName(example), localDescription(example));
}

bool FileCommands::save()
{
    return m_document->path().isEmpty() ? saveAs() : saveTo(m_document->path());
}

bool FileCommands::saveAs()
{
    QString suggestion = m_document->path();
    if (suggestion.isEmpty()) {
        const QString name = m_document->configuration().containers.constFirst().name;
        suggestion
            = (name.isEmpty() || name.contains(u'/') ? u"container"_s : name) + u".nsw.json"_s;
    }
    QFileDialog dialog(
        m_window, tr("Save the configuration"), QFileInfo(suggestion).path(), fileFilter());
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(u"nsw.json"_s);
    dialog.selectFile(suggestion);
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty()) {
        return false;
    }
    return saveTo(dialog.selectedFiles().constFirst());
}

bool FileCommands::saveTo(const QString &path)
{
    const auto saved = m_document->save(path);
    if (!saved) {
        Q_EMIT failed(tr("“%1” was not saved. %2")
                          .arg(QDir::toNativeSeparators(path), words::sentence(saved.error())));
        return false;
    }
    remember(m_document->path());
    Q_EMIT succeeded(tr("Saved %1").arg(m_document->title()));
    return true;
}

bool FileCommands::mayDiscard()
{
    if (!m_document->isModified()) {
        return true;
    }
    QMessageBox box(QMessageBox::Question,
                    tr("Unsaved changes"),
                    tr("“%1” has changes that are not saved.").arg(m_document->title()),
                    QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel,
                    m_window);
    box.setInformativeText(tr("Save them first?"));
    box.setDefaultButton(QMessageBox::Save);
    box.setWindowModality(Qt::WindowModal);
    switch (box.exec()) {
    case QMessageBox::Save:
        return save();
    case QMessageBox::Discard:
        return true;
    default:
        return false;
    }
}

void FileCommands::remember(const QString &path)
{
    QSettings settings;
    QStringList paths = settings.value(recentKey()).toStringList();
    paths.removeAll(path);
    paths.prepend(path);
    paths.resize(std::min(paths.size(), kMostRecent));
    settings.setValue(recentKey(), paths);
}

} // namespace nsw
