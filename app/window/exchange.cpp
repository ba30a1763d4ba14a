// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/exchange.h"

#include "app/panels/configurationpanel.h"
#include "app/window/document.h"
#include "app/window/exportdialog.h"
#include "app/window/filecommands.h"
#include "app/window/importdialog.h"
#include "app/window/mainwindow.h"
#include "app/window/starter.h"

#include <QAction>
#include <QMenu>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

Exchange::Exchange(MainWindow *window, FileCommands *files)
    : QObject(window)
    , m_window(window)
    , m_files(files)
{
}

void Exchange::fillMenu(QMenu *menu)
{
    QAction *exporting = menu->addAction(tr("E&xport…"), this, &Exchange::askForExport);
    exporting->setObjectName(u"export-configuration"_s);
    exporting->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_E));
    QAction *importing = menu->addAction(tr("I&mport…"), this, &Exchange::askForImport);
    importing->setObjectName(u"import-configuration"_s);
    importing->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_I));
    menu->addSeparator();
}

void Exchange::askForExport()
{
    const Starter *starter = m_window->starter();
    auto *dialog = new ExportDialog(m_window->configurationPanel()->configuration(),
                                    m_window->shownConfiguration(),
                                    starter->facts(),
                                    m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(starter, &Starter::factsChanged, dialog, &ExportDialog::setFacts);
    dialog->open();
}

void Exchange::askForImport()
{
    if (!m_files->mayDiscard()) {
        return;
    }
    auto *dialog = new ImportDialog(m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (const auto &configuration = dialog->configuration()) {
            m_window->document()->take(*configuration);
        }
    });
    dialog->open();
}

} // namespace nsw
