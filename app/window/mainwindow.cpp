// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/mainwindow.h"

#include "app/panels/actbar.h"
#include "app/panels/cardspanel.h"
#include "app/panels/columnmemory.h"
#include "app/panels/configurationpanel.h"
#include "app/panels/datatable.h"
#include "app/panels/facetdetail.h"
#include "app/panels/findingsview.h"
#include "app/panels/icons.h"
#include "app/panels/messagebar.h"
#include "app/panels/privilegeview.h"
#include "app/panels/stepspanel.h"
#include "app/text/language.h"
#include "app/text/words.h"
#include "app/window/actmessages.h"
#include "app/window/document.h"
#include "app/window/filecommands.h"
#include "app/window/help.h"
#include "app/window/sessioncontroller.h"
#include "app/window/zoom.h"

#include <QAbstractButton>
#include <QAction>
#include <QCloseEvent>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>
#include <QSettings>
#include <QSplitter>
#include <QStatusBar>
#include <QToolBar>
#include <QVBoxLayout>

#include <chrono>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using namespace std::chrono_literals;

namespace
{

// Long enough for a few quick keystrokes, short enough to feel immediate.
constexpr auto kReplanDelay = 40ms;
constexpr auto kStatusTime = 6s;
constexpr QSize kFirstSize(1440, 900);
constexpr int kConfigurationWidth = 420; ///< at first; the user moves it, and it is remembered
constexpr int kStepsHeight = 250;

} // namespace

MainWindow::MainWindow(Mode mode, QWidget *parent)
    : QMainWindow(parent)
    , m_mode(mode)
    , m_zoom(mode == Mode::Live ? new Zoom(this) : nullptr)
    , m_document(new Document(this))
    , m_files(new FileCommands(m_document, this))
    , m_session(new SessionController(this))
    , m_configuration(new ConfigurationPanel)
    , m_message(new MessageBar)
    , m_cards(new CardsPanel)
    , m_steps(new StepsPanel)
{
    setWindowIcon(QIcon(u":/icons/nsworkbench.svg"_s));
    m_replan.setSingleShot(true);
    m_replan.setInterval(kReplanDelay);
    makeActions();
    makeMenus();
    makeToolBar();
    makeBody();
    connectParts();
    resize(kFirstSize);
    onReplaced();
    showPhase({});
    if (mode == Mode::Live) {
        restoreLayout();
        replan();
        m_session->lookOutside();
    }
}

MainWindow::~MainWindow() = default;

void MainWindow::makeActions()
{
    m_start = new QAction(icon(u"start"_s, Tone::Isolated), tr("S&tart"), this);
    m_start->setObjectName(u"start"_s);
    m_start->setShortcut(QKeySequence(Qt::Key_F5));
    m_start->setToolTip(tr("Make the container and run the command (F5)"));
    m_stop = new QAction(icon(u"stop"_s, Tone::Error), tr("Sto&p"), this);
    m_stop->setObjectName(u"stop"_s);
    m_stop->setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F5));
    m_stop->setToolTip(tr("End the container and all that is in it (Shift+F5)"));
    connect(m_start, &QAction::triggered, this, &MainWindow::start);
    connect(m_stop, &QAction::triggered, this, &MainWindow::stop);
}

void MainWindow::makeMenus()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    m_files->fillMenu(file);
    QAction *quit = file->addAction(tr("&Quit"), this, &QWidget::close);
    quit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));
    quit->setMenuRole(QAction::QuitRole);

    QMenu *container = menuBar()->addMenu(tr("&Container"));
    container->addAction(m_start);
    container->addAction(m_stop);

    QMenu *view = menuBar()->addMenu(tr("&View"));
    view->addAction(
        tr("All &cards"), QKeySequence(Qt::ALT | Qt::Key_1), m_cards, &CardsPanel::closeCard);
    view->addAction(
        tr("&Steps"), QKeySequence(Qt::ALT | Qt::Key_2), m_steps, [this] { m_steps->showSteps(); });
    view->addAction(
        tr("&Output"), QKeySequence(Qt::ALT | Qt::Key_3), m_steps, &StepsPanel::showOutput);
    view->addSeparator();
    QAction *find
        = view->addAction(tr("&Filter the table"), QKeySequence::Find, this, &MainWindow::find);
    find->setObjectName(u"find"_s);
    if (m_zoom != nullptr) {
        view->addSeparator();
        m_zoom->fillMenu(view);
    }
    fillHelpMenu(menuBar()->addMenu(tr("&Help")), this);
}

void MainWindow::makeToolBar()
{
    QToolBar *bar = addToolBar(tr("Main tools"));
    bar->setObjectName(u"main-tools"_s);
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->addAction(m_start);
    bar->addAction(m_stop);
    bar->addSeparator();
    bar->addAction(m_files->newAction());
    bar->addAction(m_files->openAction());
    bar->addAction(m_files->saveAction());
    for (QAction *action : bar->actions()) {
        action->setIconText(words::withoutMnemonic(action->text()));
    }
    for (QAction *action : bar->actions()) {
        if (QWidget *button = bar->widgetForAction(action);
            button != nullptr && !action->isSeparator()) {
            button->setFocusPolicy(Qt::TabFocus);
        }
    }
    m_phase = new QLabel;
    m_phase->setObjectName(u"phase"_s);
    statusBar()->addPermanentWidget(m_phase);
    setContextMenuPolicy(Qt::NoContextMenu);
}

void MainWindow::makeBody()
{
    auto *upper = new QWidget;
    auto *column = new QVBoxLayout(upper);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *messageBox = new QVBoxLayout;
    messageBox->setContentsMargins(12, 8, 12, 0);
    messageBox->addWidget(m_message);
    column->addLayout(messageBox);
    column->addWidget(m_cards, 1);

    m_centre = new QSplitter(Qt::Vertical);
    m_centre->addWidget(upper);
    m_centre->addWidget(m_steps);
    m_centre->setStretchFactor(0, 1);
    m_centre->setStretchFactor(1, 0);
    m_centre->setChildrenCollapsible(false);
    m_centre->setSizes({kFirstSize.height() - kStepsHeight, kStepsHeight});
    m_sides = new QSplitter(Qt::Horizontal);
    m_sides->addWidget(m_configuration);
    m_sides->addWidget(m_centre);
    m_sides->setStretchFactor(0, 0);
    m_sides->setStretchFactor(1, 1);
    m_sides->setChildrenCollapsible(false);
    m_sides->setSizes({kConfigurationWidth, kFirstSize.width() - kConfigurationWidth});
    setCentralWidget(m_sides);
}

void MainWindow::connectParts()
{
    connect(m_configuration, &ConfigurationPanel::edited, this, &MainWindow::onEdited);
    connect(m_configuration,
            &ConfigurationPanel::userNamespaceWanted,
            this,
            &MainWindow::addUserNamespace);
    connect(m_document, &Document::replaced, this, &MainWindow::onReplaced);
    connect(m_document, &Document::statusChanged, this, &MainWindow::showTitle);
    connect(m_files, &FileCommands::failed, this, [this](const QString &sentence) {
        m_message->showMessage(Tone::Error, sentence);
    });
    connect(m_files, &FileCommands::succeeded, this, [this](const QString &sentence) {
        m_message->hide();
        statusBar()->showMessage(sentence, std::chrono::milliseconds(kStatusTime).count());
    });
    connect(m_session, &SessionController::stateChanged, this, &MainWindow::onState);
    connect(m_session, &SessionController::failed, this, &MainWindow::onFailed);
    connect(m_message, &MessageBar::chosen, this, &MainWindow::onChosen);
    connect(m_steps, &StepsPanel::inputGiven, m_session, &SessionController::sendInput);
    connect(m_cards->detail()->acts(), &ActBar::wanted, m_session, &SessionController::act);
    new ActMessages(m_session, m_message, statusBar(), this);
    connect(&m_replan, &QTimer::timeout, this, &MainWindow::replan);
}

void MainWindow::openFile(const QString &path)
{
    m_files->openFile(path);
}

const SessionState &MainWindow::state() const
{
    return m_session->state();
}

void MainWindow::showStill(const Configuration &configuration, const SessionState &state)
{
    m_configuration->setConfiguration(configuration);
    m_configuration->setPlan(state.plan, state.ready.uid == 0);
    m_cards->setIntention(configuration.containers.isEmpty()
                              ? Namespaces{}
                              : configuration.containers.constFirst().namespaces);
    m_cards->setState(state);
    m_steps->setState(state);
    setWindowTitle(tr("%1[*] — Namespace Workbench").arg(configuration.name));
    showPhase(state);
}

void MainWindow::onEdited()
{
    m_document->edit(m_configuration->configuration());
    m_cards->setIntention(m_document->configuration().containers.constFirst().namespaces);
    m_preview = !m_session->isRunning();
    m_replan.start();
}

void MainWindow::onReplaced()
{
    m_configuration->setConfiguration(m_document->configuration());
    m_cards->setIntention(m_document->configuration().containers.constFirst().namespaces);
    showTitle();
    if (m_mode == Mode::Live) {
        if (!m_session->isRunning()) {
            m_preview = true;
            m_steps->clearOutput();
            m_session->forget();
        }
        m_replan.start();
    }
}

void MainWindow::replan()
{
    m_replan.stop();
    m_prepared = prepare(m_document->configuration());
    m_configuration->setPlan(m_prepared.plan,
                             m_prepared.launch == Launch::Direct
                                 && m_prepared.plan.privilege == Privilege::Root);
    m_steps->setFacts(m_prepared.facts);
    if (m_preview) {
        m_steps->setPreview(m_prepared.plan);
    }
}

void MainWindow::start()
{
    if (m_session->isRunning()) {
        return;
    }
    replan();
    if (hasErrors(m_prepared.plan.findings)) {
        const Finding &first
            = *std::ranges::find(m_prepared.plan.findings, Severity::Error, &Finding::severity);
        m_message->showMessage(Tone::Error,
                               tr("It can't be started like this. %1").arg(words::sentence(first)));
        return;
    }
    if (m_prepared.launch == Launch::Privileged) {
        askForRights();
        return;
    }
    onChosen(u"start"_s);
}

void MainWindow::askForRights()
{
    QStringList reasons;
    for (const Finding &finding : privilegeFindings(m_prepared.plan.findings)) {
        reasons << sentenceInPlace(finding);
    }
    QList<MessageBar::Choice> choices{
        {.id = u"administrator"_s, .text = tr("Start as &administrator…")}};
    if (hasRootlessWay(m_prepared.plan.findings)) {
        choices.prepend({.id = u"rootless"_s, .text = tr("Add a &user namespace and start")});
    }
    m_message->showMessage(
        Tone::Warning,
        tr("%1\nIf you start it as administrator, your system asks for a password.")
            .arg(reasons.join(u' ')),
        choices);
    m_message->setFocus();
}

void MainWindow::onChosen(const QString &id)
{
    if (id == u"rootless"_s) {
        addUserNamespace();
        start();
        return;
    }
    m_message->hide();
    m_preview = false;
    m_steps->clearOutput();
    m_session->start(m_document->configuration(),
                     id == u"administrator"_s ? Launch::Privileged : Launch::Direct);
}

void MainWindow::stop()
{
    m_session->stop();
}

void MainWindow::addUserNamespace()
{
    Configuration configuration = m_document->configuration();
    configuration.containers.first().namespaces.user = NewUser{};
    m_configuration->setConfiguration(configuration);
    onEdited();
}

void MainWindow::onState()
{
    const SessionState &state = m_session->state();
    m_cards->setState(state);
    if (!m_preview) {
        m_steps->setState(state);
    }
    showPhase(state);
    if (state.phase == Phase::Refused && !state.refusal.isEmpty() && !m_preview) {
        m_message->showMessage(Tone::Error, words::sentence(state.refusal.constFirst()));
    }
}

void MainWindow::onFailed(const Error &error)
{
    m_message->showMessage(Tone::Error, words::explain(error));
}

void MainWindow::showTitle()
{
    setWindowTitle(tr("%1[*] — Namespace Workbench").arg(m_document->title()));
    setWindowModified(m_document->isModified());
    setWindowFilePath(m_document->path());
}

void MainWindow::showPhase(const SessionState &state)
{
    const bool running = state.phase == Phase::Connecting || state.phase == Phase::Running
        || state.phase == Phase::Stopping;
    m_start->setEnabled(!running);
    m_stop->setEnabled(running && state.phase != Phase::Stopping);
    const auto text = [&state] {
        switch (state.phase) {
        case Phase::Idle:
            return tr("Ready");
        case Phase::Connecting:
            return tr("Starting…");
        case Phase::Running:
            return tr("Running");
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
    if (m_mode == Mode::Live) {
        saveLayout();
    }
    event->accept();
}

void MainWindow::find()
{
    FacetDetail *detail = m_cards->detail();
    if (detail->isVisible() && !m_steps->isAncestorOf(focusWidget())) {
        detail->rows()->startSearch();
    } else {
        m_steps->startSearch();
    }
}

void MainWindow::restoreLayout()
{
    for (ColumnMemory *columns : findChildren<ColumnMemory *>()) {
        columns->start();
    }
    const QSettings settings;
    restoreGeometry(settings.value(u"window/geometry"_s).toByteArray());
    m_sides->restoreState(settings.value(u"window/sides"_s).toByteArray());
    m_centre->restoreState(settings.value(u"window/centre"_s).toByteArray());
}

void MainWindow::saveLayout() const
{
    QSettings settings;
    settings.setValue(u"window/geometry"_s, saveGeometry());
    settings.setValue(u"window/sides"_s, m_sides->saveState());
    settings.setValue(u"window/centre"_s, m_centre->saveState());
}

} // namespace nsw
