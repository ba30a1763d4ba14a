// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/windowmenus.h"

#include "app/panels/cardspanel.h"
#include "app/panels/chartspanel.h"
#include "app/panels/icons.h"
#include "app/panels/stepspanel.h"
#include "app/panels/terminalspanel.h"
#include "app/text/language.h"
#include "app/window/appearance.h"
#include "app/window/everybodyaction.h"
#include "app/window/exchange.h"
#include "app/window/expectations.h"
#include "app/window/exports.h"
#include "app/window/filecommands.h"
#include "app/window/help.h"
#include "app/window/machines.h"
#include "app/window/mainwindow.h"
#include "app/window/masking.h"
#include "app/window/projector.h"
#include "app/window/recordings.h"
#include "app/window/stepping.h"
#include "app/window/windowlayout.h"
#include "app/window/zoom.h"

#include <QAction>
#include <QMenuBar>
#include <QToolBar>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

/** Shortcuts of a menu bar end where it is hidden; those of the window itself do not. */
void keepShortcuts(QWidget *window, const QMenu *menu)
{
    for (QAction *action : menu->actions()) {
        if (!action->shortcuts().isEmpty()) {
            window->addAction(action);
        }
        if (const QMenu *submenu = action->menu()) {
            keepShortcuts(window, submenu);
        }
    }
}

} // namespace

WindowMenus::WindowMenus(MainWindow *window,
                         FileCommands *files,
                         Recordings *recordings,
                         Exports *exports)
    : QObject(window)
    , m_window(window)
    , m_files(files)
    , m_recordings(recordings)
    , m_exports(exports)
{
    makeActions();
    makeMenus();
    makeToolBar();
}

void WindowMenus::makeActions()
{
    m_start = new QAction(icon(u"start"_s, Tone::Isolated), tr("S&tart"), this);
    m_start->setObjectName(u"start"_s);
    m_start->setShortcut(QKeySequence(Qt::Key_F5));
    showStartTip();
    m_stop = new QAction(icon(u"stop"_s, Tone::Error), tr("Sto&p"), this);
    m_stop->setObjectName(u"stop"_s);
    m_stop->setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F5));
    m_stop->setToolTip(tr("End the container and all that is in it (Shift+F5)"));
    connect(m_start, &QAction::triggered, m_window, &MainWindow::start);
    connect(m_stop, &QAction::triggered, m_window, &MainWindow::stop);
}

void WindowMenus::makeMenus()
{
    QMenuBar *bar = m_window->menuBar();
    QMenu *file = bar->addMenu(tr("&File"));
    m_files->fillMenu(file);
    (new Exchange(m_window, m_files))->fillMenu(file);
    m_recordings->fillMenu(file);
    m_window->expectations()->fillMenu(file);
    m_window->machines()->fillMenu(file);
    m_exports->fillMenu(file);
    QAction *quit = file->addAction(tr("&Quit"), m_window, &QWidget::close);
    quit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));
    quit->setMenuRole(QAction::QuitRole);

    QMenu *container = bar->addMenu(tr("&Container"));
    container->addAction(m_start);
    container->addAction(m_stop);
    container->addSeparator();
    container->addActions(m_window->stepping()->actions());
    container->addSeparator();
    container->addActions(m_window->terminals()->terminalActions());

    QMenu *view = bar->addMenu(tr("&View"));
    fillViewMenu(view);
    QMenu *help = bar->addMenu(tr("&Help"));
    QAction *explain = help->addAction(tr("What is &this?"), m_window, &MainWindow::explain);
    explain->setObjectName(u"explain"_s);
    explain->setShortcut(QKeySequence(Qt::Key_F1));
    fillHelpMenu(help, m_window);
    for (const QMenu *menu : {file, container, view, help}) {
        keepShortcuts(m_window, menu);
    }
}

void WindowMenus::fillViewMenu(QMenu *menu)
{
    CardsPanel *cards = m_window->cards();
    StepsPanel *steps = m_window->steps();
    menu->addAction(
        tr("All &cards"), QKeySequence(Qt::ALT | Qt::Key_1), cards, &CardsPanel::closeCard);
    menu->addAction(
        tr("&Steps"), QKeySequence(Qt::ALT | Qt::Key_2), steps, [steps] { steps->showSteps(); });
    menu->addAction(
        tr("&Output"), QKeySequence(Qt::ALT | Qt::Key_3), steps, &StepsPanel::showOutput);
    ChartsPanel *charts = m_window->charts();
    menu->addAction(tr("Chart&s"), QKeySequence(Qt::ALT | Qt::Key_4), charts, [steps, charts] {
        steps->showPage(charts);
    });
    TerminalsPanel *terminals = m_window->terminals();
    menu->addAction(tr("Termin&als"),
                    QKeySequence(Qt::ALT | Qt::Key_5),
                    terminals,
                    [steps, terminals] { steps->showPage(terminals); });
    menu->addSeparator();
    QAction *find
        = menu->addAction(tr("&Filter the table"), QKeySequence::Find, m_window, &MainWindow::find);
    find->setObjectName(u"find"_s);
    menu->addAction(m_window->everybody()->action());
    menu->addSeparator();
    menu->addAction(m_window->arrangement()->lowerAlone());
    menu->addAction(m_window->projector()->action());
    menu->addAction(m_window->masking()->action());
    menu->addSeparator();
    m_window->zoom()->fillMenu(menu);
    m_window->appearance()->fillMenu(menu->addMenu(tr("&Theme")));
    menu->addSeparator();
    QAction *reset = menu->addAction(tr("&Reset layout"), m_window, &MainWindow::resetLayout);
    reset->setObjectName(u"reset-layout"_s);
}

void WindowMenus::makeToolBar()
{
    m_toolBar = m_window->addToolBar(tr("Main tools"));
    m_toolBar->setObjectName(u"main-tools"_s);
    m_toolBar->setMovable(false);
    m_toolBar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toolBar->addAction(m_start);
    m_toolBar->addAction(m_window->stepping()->stepAction());
    m_toolBar->addAction(m_stop);
    m_toolBar->addSeparator();
    m_toolBar->addAction(m_files->newAction());
    m_toolBar->addAction(m_files->openAction());
    m_toolBar->addAction(m_files->saveAction());
    for (QAction *action : m_toolBar->actions()) {
        action->setIconText(words::withoutMnemonic(action->text()));
        if (QWidget *button = m_toolBar->widgetForAction(action);
            button != nullptr && !action->isSeparator()) {
            button->setFocusPolicy(Qt::TabFocus);
        }
    }
    m_window->setContextMenuPolicy(Qt::NoContextMenu);
}

void WindowMenus::setRecorded(bool isRecorded)
{
    if (isRecorded != m_isRecorded) {
        m_isRecorded = isRecorded;
        showStartTip();
    }
}

void WindowMenus::showStartTip()
{
    if (m_isRecorded) {
        m_start->setToolTip(tr("A recording is shown. Close it to start a container."));
    } else if (m_showsContinue) {
        m_start->setToolTip(tr("Make all steps up to the next breakpoint (F5)"));
    } else {
        m_start->setToolTip(tr("Make the container and run the command (F5)"));
    }
}

void WindowMenus::setRunning(bool isRunning, bool mayStop)
{
    const bool isPaused = m_window->stepping()->isPaused();
    m_start->setEnabled(!isRunning || isPaused);
    m_stop->setEnabled(mayStop);
    if (isPaused == m_showsContinue) {
        return;
    }
    m_showsContinue = isPaused;
    m_start->setText(isPaused ? tr("Con&tinue") : tr("S&tart"));
    m_start->setIcon(icon(isPaused ? u"continue"_s : u"start"_s, Tone::Isolated));
    m_start->setIconText(words::withoutMnemonic(m_start->text()));
    showStartTip();
}

} // namespace nsw
