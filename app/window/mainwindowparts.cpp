// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/actbar.h"
#include "app/panels/cardspanel.h"
#include "app/panels/chartspanel.h"
#include "app/panels/configurationpanel.h"
#include "app/panels/facetdetail.h"
#include "app/panels/messagebar.h"
#include "app/panels/momentstrip.h"
#include "app/panels/stepspanel.h"
#include "app/panels/terminalspanel.h"
#include "app/window/actmessages.h"
#include "app/window/document.h"
#include "app/window/exports.h"
#include "app/window/filecommands.h"
#include "app/window/filedrops.h"
#include "app/window/help.h"
#include "app/window/machines.h"
#include "app/window/mainwindow.h"
#include "app/window/masking.h"
#include "app/window/projector.h"
#include "app/window/recordings.h"
#include "app/window/sessioncontroller.h"
#include "app/window/starter.h"
#include "app/window/timeline.h"

#include <QAction>
#include <QStatusBar>

/** How the parts of the window hear of each other. */
namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

constexpr int kStatusTime = 6000; // milliseconds

} // namespace

void MainWindow::addTimeline()
{
    m_steps->addPage(m_charts, u"charts"_s, tr("Chart&s"));
    new Timeline({.session = m_session,
                  .masking = m_masking,
                  .strip = m_moments,
                  .cards = m_cards,
                  .steps = m_steps,
                  .charts = m_charts},
                 this);
    if (m_mode == Mode::Still) {
        connect(m_charts, &ChartsPanel::made, this, &MainWindow::onState);
    }
    connect(m_charts, &ChartsPanel::failed, m_files, &FileCommands::failed);
    connect(m_charts, &ChartsPanel::saved, m_files, &FileCommands::succeeded);
}

void MainWindow::connectParts()
{
    connect(m_configuration, &ConfigurationPanel::edited, this, &MainWindow::onEdited);
    connect(m_configuration,
            &ConfigurationPanel::userNamespaceWanted,
            m_starter,
            &Starter::addUserNamespace);
    connect(m_starter, &Starter::changed, this, &MainWindow::onEdited);
    connect(m_document, &Document::replaced, this, &MainWindow::onReplaced);
    connect(m_document, &Document::statusChanged, this, &MainWindow::showTitle);
    const auto failed = [this](const QString &sentence) {
        m_message->showMessage(Tone::Error, m_masking->shown(sentence));
    };
    const auto succeeded = [this](const QString &sentence) {
        m_message->hide();
        statusBar()->showMessage(m_masking->shown(sentence), kStatusTime);
    };
    connect(m_files, &FileCommands::failed, this, failed);
    connect(m_files, &FileCommands::succeeded, this, succeeded);
    connect(m_recordings, &Recordings::failed, this, failed);
    connect(m_recordings, &Recordings::succeeded, this, succeeded);
    connect(m_recordings, &Recordings::changed, this, [this] {
        m_message->hide();
        onState();
        showTitle();
    });
    connect(m_files, &FileCommands::recordingChosen, m_recordings, &Recordings::openFile);
    connect(m_exports, &Exports::failed, this, failed);
    connect(m_exports, &Exports::succeeded, this, succeeded);
    connect(m_session, &SessionController::stateChanged, this, &MainWindow::onState);
    connect(m_session, &SessionController::failed, this, &MainWindow::onFailed);
    // It is no failure of the session: a Start that waits goes on.
    connect(m_session->everybody(), &Everybody::failed, this, &MainWindow::onFailed);
    connect(m_steps, &StepsPanel::inputGiven, m_session, &SessionController::sendInput);
    const FacetDetail *detail = m_cards->detail();
    connect(detail->acts(), &ActBar::wanted, this, [this](Side side, const Act &act) {
        m_session->act(side, m_masking->meant(act));
    });
    connect(detail, &FacetDetail::watchWanted, this, [this](const Watched &watch) {
        m_session->watch(m_masking->meant(watch));
    });
    new ActMessages(
        m_session,
        m_message,
        statusBar(),
        [this](const QString &text) { return m_masking->shown(text); },
        this);
}

void MainWindow::connectTerminals()
{
    m_steps->addPage(m_terminals, u"terminal"_s, tr("Termin&als"));
    connect(m_terminals, &TerminalsPanel::requested, m_session, &SessionController::send);
    connect(m_session, &SessionController::eventReceived, m_terminals, &TerminalsPanel::take);
    connect(m_terminals, &TerminalsPanel::opened, this, [this] { m_steps->showPage(m_terminals); });
    connect(m_masking, &Masking::changed, m_terminals, &TerminalsPanel::setMasked);
    m_terminals->setMasked(m_masking->isOn());
}

void MainWindow::connectView()
{
    m_files->setShownPath([this](const QString &path) { return m_masking->shown(path); });
    m_steps->setOutputText([this](const QString &text) { return m_masking->shown(text); });
    connect(m_cards, &CardsPanel::explanationWanted, this, [this](FacetKind kind) {
        showExplanation(this, kind);
    });
    connect(m_projector->action(), &QAction::toggled, this, [this](bool isRoom) {
        m_steps->setBare(isRoom);
        m_cards->detail()->acts()->setBare(isRoom);
    });
    connect(m_masking, &Masking::changed, this, [this] {
        m_steps->clearOutput();
        onState();
        m_starter->showPlan();
        showTitle();
    });
}

void MainWindow::connectFiles()
{
    connect(
        m_files, &FileCommands::described, this, [this](const QString &name, const QString &text) {
            m_message->showMessage(Tone::Note, name + u'\n' + text);
        });
    connect(new FileDrops(this), &FileDrops::dropped, m_files, &FileCommands::offerFile);
    m_machines->setShownText([this](const QString &text) { return m_masking->shown(text); });
    connect(m_machines, &Machines::failed, m_files, &FileCommands::failed);
    connect(m_machines, &Machines::changed, this, [this] {
        m_message->hide();
        m_steps->clearOutput();
        showTitle();
        m_starter->replan();
    });
}

} // namespace nsw
