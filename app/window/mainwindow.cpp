// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/mainwindow.h"

#include "app/panels/cardspanel.h"
#include "app/panels/chartspanel.h"
#include "app/panels/configurationpanel.h"
#include "app/panels/datatable.h"
#include "app/panels/facetdetail.h"
#include "app/panels/messagebar.h"
#include "app/panels/momentstrip.h"
#include "app/panels/replaybar.h"
#include "app/panels/stepspanel.h"
#include "app/panels/terminalspanel.h"
#include "app/text/words.h"
#include "app/window/appearance.h"
#include "app/window/document.h"
#include "app/window/everybodyaction.h"
#include "app/window/expectations.h"
#include "app/window/exports.h"
#include "app/window/filecommands.h"
#include "app/window/help.h"
#include "app/window/machines.h"
#include "app/window/masking.h"
#include "app/window/projector.h"
#include "app/window/recordings.h"
#include "app/window/sessioncontroller.h"
#include "app/window/starter.h"
#include "app/window/stepping.h"
#include "app/window/windowlayout.h"
#include "app/window/windowmenus.h"
#include "app/window/zoom.h"

#include <QAbstractButton>
#include <QCloseEvent>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>
#include <QStatusBar>
#include <QToolBar>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

MainWindow::MainWindow(Mode mode, QWidget *parent)
    : QMainWindow(parent)
    , m_mode(mode)
    , m_zoom(new Zoom(mode == Mode::Live, this))
    , m_appearance(new Appearance(mode == Mode::Live, this))
    , m_masking(new Masking(mode == Mode::Live, this))
    , m_document(new Document(this))
    , m_files(new FileCommands(m_document, this))
    , m_session(new SessionController(this))
    , m_configuration(new ConfigurationPanel)
    , m_message(new MessageBar)
    , m_cards(new CardsPanel)
    , m_steps(new StepsPanel)
    , m_charts(new ChartsPanel)
    , m_terminals(new TerminalsPanel)
    , m_moments(new MomentStrip)
    , m_replay(new ReplayBar)
    , m_starter(new Starter({.document = m_document,
                             .configuration = m_configuration,
                             .session = m_session,
                             .steps = m_steps,
                             .message = m_message,
                             .masking = m_masking},
                            this))
    , m_stepping(new Stepping({.starter = m_starter,
                               .session = m_session,
                               .steps = m_steps,
                               .message = m_message,
                               .masking = m_masking},
                              this))
    , m_recordings(new Recordings({.document = m_document,
                                   .session = m_session,
                                   .configuration = m_configuration,
                                   .cards = m_cards,
                                   .steps = m_steps,
                                   .bar = m_replay,
                                   .starter = m_starter,
                                   .masking = m_masking},
                                  this))
    , m_layout(new WindowLayout({.configuration = m_configuration,
                                 .replay = m_replay,
                                 .moments = m_moments,
                                 .message = m_message,
                                 .cards = m_cards,
                                 .steps = m_steps},
                                this))
    , m_exports(new Exports(this))
    , m_machines(new Machines(m_session, this))
    , m_everybody(new EverybodyAction(m_session, m_message, this))
    , m_expectations(new Expectations({.document = m_document,
                                       .configuration = m_configuration,
                                       .session = m_session,
                                       .files = m_files,
                                       .message = m_message,
                                       .masking = m_masking},
                                      this))
    , m_phase(new QLabel)
{
    setWindowIcon(QIcon(u":/icons/nsworkbench.svg"_s));
    m_projector = new Projector({.window = this,
                                 .hidden = {m_configuration, menuBar(), statusBar()},
                                 .zoom = m_zoom,
                                 .appearance = m_appearance},
                                this);
    // NOLINTNEXTLINE(*-prefer-member-initializer)
    m_menus = new WindowMenus(this, m_files, m_recordings, m_exports);
    m_projector->alsoHide(m_menus->toolBar());
    m_phase->setObjectName(u"phase"_s);
    statusBar()->addPermanentWidget(m_phase);
    connectParts();
    connectView();
    connectFiles();
    connectTerminals();
    addTimeline();
    onReplaced();
    showPhase({});
    if (mode == Mode::Live) {
        m_layout->restore();
        m_session->lookOutside();
        m_starter->replan();
    }
}

MainWindow::~MainWindow() = default;

void MainWindow::openFile(const QString &path)
{
    m_files->openFile(path);
}

const SessionState &MainWindow::state() const
{
    return m_mode == Mode::Live ? m_session->state() : m_still;
}

SessionState MainWindow::shownState() const
{
    return m_masking->shown(state());
}

/** What the card marks is masked as what it shows. */
std::optional<StepChange> MainWindow::shownChange() const
{
    if (!isStepping(m_session->state())) {
        return std::nullopt; // without a look at all that happened
    }
    const Replay *replay = m_session->replay();
    const History &history = m_session->history();
    auto change = lastChange(history, replay != nullptr ? replay->serial() : history.lastSerial());
    if (change) {
        change->before = m_masking->shown(change->before);
    }
    return change;
}

Configuration MainWindow::shownConfiguration() const
{
    return m_masking->shown(m_configuration->configuration());
}

void MainWindow::showStill(const Configuration &configuration, const SessionState &state)
{
    m_still = state;
    m_configuration->setConfiguration(configuration);
    m_cards->setIntention(configuration.containers.isEmpty()
                              ? Namespaces{}
                              : configuration.containers.constFirst().namespaces);
    setWindowTitle(tr("%1[*] — Namespace Workbench").arg(configuration.name));
    m_starter->showStill(state.plan, state.ready.uid == 0);
    onState();
}

void MainWindow::onEdited()
{
    m_document->edit(m_configuration->configuration());
    m_cards->setIntention(m_document->configuration().containers.constFirst().namespaces);
    m_starter->edited();
}

void MainWindow::onReplaced()
{
    m_recordings->close();
    m_configuration->setConfiguration(m_document->configuration());
    m_cards->setIntention(m_document->configuration().containers.constFirst().namespaces);
    showTitle();
    if (m_mode == Mode::Live) {
        if (!m_session->isRunning()) {
            m_steps->clearOutput();
            m_session->forget();
        }
        m_starter->edited();
    }
}

void MainWindow::start()
{
    m_stepping->start();
}

void MainWindow::stop()
{
    m_session->stop();
}

void MainWindow::onState()
{
    const SessionState state = shownState();
    m_cards->setChange(m_mode == Mode::Live ? shownChange() : std::nullopt);
    m_cards->setState(state);
    showTerminals(state);
    if (m_mode == Mode::Still) {
        m_charts->setSteps(state.steps);
    }
    if (!m_starter->isPreview()) {
        m_steps->setState(state);
    }
    showPhase(state);
    if (state.phase == Phase::Refused && !state.refusal.isEmpty() && !m_starter->isPreview()) {
        m_message->showMessage(Tone::Error, words::sentence(state.refusal.constFirst()));
    }
}

void MainWindow::showTerminals(SessionState shown)
{
    if (m_mode == Mode::Live && !m_recordings->isShown()) {
        m_terminals->setState(shown);
        return;
    }
    shown.terminals = state().terminals; // they are not masked, and say so
    m_terminals->showRecorded(shown);
}

void MainWindow::onFailed(const Error &error)
{
    if (m_machines->takeDismissal(error)) {
        return;
    }
    m_message->showMessage(Tone::Error, m_masking->shown(words::explain(error)));
}

void MainWindow::showTitle()
{
    if (m_mode == Mode::Still) {
        return;
    }
    const bool isRecorded = m_recordings->isShown();
    const QString title
        = isRecorded ? m_recordings->title() : m_masking->shown(m_document->title());
    const QString machine = isRecorded ? QString() : m_masking->shown(m_machines->name());
    m_machines->showName();
    setWindowTitle(machine.isEmpty() ? tr("%1[*] — Namespace Workbench").arg(title)
                                     : tr("%1[*] — %2 — Namespace Workbench").arg(title, machine));
    setWindowModified(m_document->isModified() && !isRecorded);
    setWindowFilePath(isRecorded ? QString() : m_document->path());
}

void MainWindow::showPhase(const SessionState &state)
{
    const bool running = state.phase == Phase::Connecting || state.phase == Phase::Running
        || state.phase == Phase::Stopping;
    m_stepping->show(state);
    const bool isRecorded = m_recordings->isShown();
    m_menus->setRecorded(isRecorded);
    m_menus->setRunning(running || isRecorded,
                        running && state.phase != Phase::Stopping && !isRecorded);
    const auto text = [&] {
        if (isRecorded) {
            return tr("Recording");
        }
        switch (state.phase) {
        case Phase::Idle:
            return tr("Ready");
        case Phase::Connecting:
            return tr("Starting…");
        case Phase::Running:
            return state.pausedBefore ? tr("Paused before step %1").arg(*state.pausedBefore)
                                      : tr("Running");
        case Phase::Stopping:
            return tr("Stopping…");
        case Phase::Ended:
            return tr("Ended with exit status %1").arg(state.exit.value_or(0));
        case Phase::Refused:
            return tr("Not started");
        case Phase::Lost:
            return tr("Connection lost");
        }
        Q_UNREACHABLE();
    };
    m_phase->setText(text());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_session->isRunning()) {
        QMessageBox box(QMessageBox::Question,
                        tr("A container is running"),
                        tr("Closing the window ends the container and all that is in it."),
                        QMessageBox::Close | QMessageBox::Cancel,
                        this);
        box.button(QMessageBox::Close)->setText(tr("&End it and close"));
        box.setDefaultButton(QMessageBox::Cancel);
        if (box.exec() != QMessageBox::Close) {
            event->ignore();
            return;
        }
    }
    if (!m_files->mayDiscard()) {
        event->ignore();
        return;
    }
    m_projector->setOn(false);
    if (m_mode == Mode::Live) {
        m_layout->save();
    }
    event->accept();
}

void MainWindow::find()
{
    FacetDetail *detail = m_cards->detail();
    if (detail->isVisible() && !m_steps->isAncestorOf(focusWidget())) {
        detail->currentRows()->startSearch();
    } else if (m_charts->isVisible()) {
        m_charts->startSearch();
    } else {
        m_steps->startSearch();
    }
}

void MainWindow::explain()
{
    const std::optional<FacetKind> kind = m_cards->kindLookedAt();
    const bool isHere = kind && !m_configuration->isAncestorOf(focusWidget());
    isHere ? showExplanation(this, *kind) : showNamespaces(this);
}

void MainWindow::resetLayout()
{
    m_projector->setOn(false);
    m_zoom->setPercent(Zoom::kNatural);
    m_appearance->setScheme(Appearance::Scheme::Desktop);
    m_layout->reset();
}

QWidget *MainWindow::panelLookedAt() const
{
    for (QWidget *panel :
         {static_cast<QWidget *>(m_configuration), static_cast<QWidget *>(m_steps)}) {
        if (panel->isVisible() && panel->isAncestorOf(focusWidget())) {
            return panel;
        }
    }
    return m_cards->page();
}

} // namespace nsw
