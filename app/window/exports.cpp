// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/exports.h"

#include "app/models/report.h"
#include "app/panels/icons.h"
#include "app/window/mainwindow.h"
#include "app/window/picture.h"

#include <QAction>
#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QMenu>
#include <QSaveFile>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

QString pictureFilter()
{
    return Exports::tr("Pictures (*.png);;Drawings (*.svg)");
}

QString reportFilter()
{
    return Exports::tr("Web pages (*.html);;Markdown (*.md)");
}

/** The first ending of the filter that was chosen. */
QString endingOf(const QString &nameFilter)
{
    const qsizetype dot = nameFilter.lastIndexOf(u'.');
    return nameFilter.sliced(dot + 1).chopped(1);
}

bool endsAs(const QString &path, const QString &ending)
{
    return QFileInfo(path).suffix().compare(ending, Qt::CaseInsensitive) == 0;
}

} // namespace

Exports::Exports(MainWindow *window)
    : QObject(window)
    , m_window(window)
{
}

void Exports::fillMenu(QMenu *menu)
{
    QMenu *picture = menu->addMenu(tr("Save p&icture"));
    QAction *whole = picture->addAction(tr("Of the &window…"), this, [this] {
        ask(tr("Save a picture of the window"), pictureFilter(), u"png"_s, &Exports::saveWindow);
    });
    whole->setObjectName(u"save-window-picture"_s);
    whole->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P));
    QAction *panel = picture->addAction(tr("Of the &panel that is looked at…"), this, [this] {
        ask(tr("Save a picture of the panel"), pictureFilter(), u"png"_s, &Exports::savePanel);
    });
    panel->setObjectName(u"save-panel-picture"_s);
    QAction *report = menu->addAction(tr("Save &report…"), this, [this] {
        ask(tr("Save a report of the comparison"), reportFilter(), u"html"_s, &Exports::saveReport);
    });
    report->setObjectName(u"save-report"_s);
    report->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_R));
    menu->addSeparator();
}

QString Exports::suggestion() const
{
    const Configuration configuration = m_window->shownConfiguration();
    const QString name = configuration.containers.isEmpty()
        ? QString()
        : configuration.containers.constFirst().name;
    return name.isEmpty() || name.contains(u'/') ? u"container"_s : name;
}

void Exports::ask(const QString &title,
                  const QString &filter,
                  const QString &suffix,
                  bool (Exports::*save)(const QString &))
{
    QFileDialog dialog(m_window, title, QString(), filter);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(suffix);
    dialog.selectFile(suggestion() + u'.' + suffix);
    connect(&dialog, &QFileDialog::filterSelected, &dialog, [&dialog](const QString &chosen) {
        dialog.setDefaultSuffix(endingOf(chosen));
    });
    if (dialog.exec() == QDialog::Accepted && !dialog.selectedFiles().isEmpty()) {
        (this->*save)(dialog.selectedFiles().constFirst());
    }
}

bool Exports::saveWindow(const QString &path)
{
    return write(path, endsAs(path, u"svg"_s) ? svgOf(m_window) : pngOf(m_window));
}

bool Exports::savePanel(const QString &path)
{
    QWidget *panel = m_window->panelLookedAt();
    return write(path, endsAs(path, u"svg"_s) ? svgOf(panel) : pngOf(panel));
}

bool Exports::saveReport(const QString &path)
{
    const Report report = reportOf(
        m_window->shownConfiguration(), m_window->shownState(), QDateTime::currentDateTime());
    const bool isMarkdown = endsAs(path, u"md"_s) || endsAs(path, u"markdown"_s);
    return write(path, (isMarkdown ? toMarkdown(report) : toHtml(report)).toUtf8());
}

bool Exports::write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    const bool isWritten
        = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    if (isWritten) {
        Q_EMIT succeeded(tr("Saved %1").arg(QFileInfo(path).fileName()));
    } else {
        Q_EMIT failed(
            tr("“%1” was not saved. %2").arg(QDir::toNativeSeparators(path), file.errorString()));
    }
    return isWritten;
}

} // namespace nsw
