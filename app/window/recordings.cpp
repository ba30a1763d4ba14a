// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/recordings.h"

#include "app/panels/cardspanel.h"
#include "app/panels/configurationpanel.h"
#include "app/panels/icons.h"
#include "app/panels/replaybar.h"
#include "app/panels/stepspanel.h"
#include "app/session/recorded.h"
#include "app/text/words.h"
#include "app/window/document.h"
#include "app/window/masking.h"
#include "app/window/sessioncontroller.h"
#include "app/window/starter.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QLocale>
#include <QMenu>
#include <QTableView>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

/** What a file tells of itself is as long as it likes. */
constexpr qsizetype kMostText = 100;

QString recordingFilter()
{
    return Recordings::tr("Recordings (*.nswrec);;All files (*)");
}

} // namespace

Recordings::Recordings(const Parts &parts, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_window(window)
    , m_open(new QAction(icon(u"recording"_s), tr("Open recor&ding…"), this))
    , m_save(new QAction(icon(u"save"_s), tr("Save recordin&g…"), this))
{
    m_worker.setMaxThreadCount(1);
    m_open->setObjectName(u"recording-open"_s);
    m_open->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O));
    m_save->setObjectName(u"recording-save"_s);
    m_save->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E));
    connect(m_open, &QAction::triggered, this, &Recordings::askAndOpen);
    connect(m_save, &QAction::triggered, this, &Recordings::askAndSave);
    connect(m_parts.bar, &ReplayBar::closed, this, &Recordings::close);
    connect(m_parts.session, &SessionController::stateChanged, this, &Recordings::showSavable);
    connect(m_parts.steps->table(), &QTableView::activated, this, [this] {
        Replay *replay = m_parts.session->replay();
        if (const auto step = m_parts.steps->currentStep(); step && replay != nullptr) {
            replay->goToStep(step->n);
        }
    });
    connect(m_parts.masking, &Masking::changed, this, &Recordings::showTexts);
    showSavable();
}

void Recordings::fillMenu(QMenu *menu)
{
    menu->addAction(m_open);
    menu->addAction(m_save);
    m_earlier = menu->addMenu(icon(u"restart"_s), tr("Earlier ru&ns"));
    m_earlier->setObjectName(u"earlier-runs"_s);
    connect(m_earlier, &QMenu::aboutToShow, this, &Recordings::fillEarlier);
    showSavable();
    for (QAction *action : m_parts.bar->commands()) {
        menu->addAction(action);
    }
    menu->addSeparator();
}

const Run &Recordings::savable() const
{
    return m_earlierRun ? *m_earlierRun : m_parts.session->run();
}

void Recordings::showSavable()
{
    const bool wasStarted = savable().wasStarted();
    m_save->setEnabled(wasStarted && (m_earlierRun || !isShown()));
    if (m_earlierRun) {
        m_save->setToolTip(tr("Keeps the run that is shown in a file"));
    } else {
        m_save->setToolTip(wasStarted ? tr("Keeps what happened since the last Start in a file")
                                      : tr("There is nothing to keep before the first Start."));
    }
    if (m_earlier != nullptr) {
        m_earlier->setEnabled(!m_parts.session->earlierRuns().isEmpty());
    }
}

/** "red, 21:03:15" */
QString Recordings::nameOf(const Run &run) const
{
    const Container first = run.configuration.containers.value(0);
    return tr("%1, %2", "what was started, and when")
        .arg(m_parts.masking->shown(first.name.left(kMostText)),
             QLocale().toString(run.startedAt.time(), u"HH:mm:ss"_s));
}

/** The latest first. */
void Recordings::fillEarlier()
{
    m_earlier->clear();
    for (const Run &run : m_parts.session->earlierRuns()) {
        m_earlier->addAction(
            nameOf(run).replace(u'&', u"&&"_s), this, [this, run] { showEarlier(run); });
    }
}

void Recordings::showEarlier(const Run &run)
{
    m_earlierRun = run;
    showRecording(recordingOf(run));
}

void Recordings::askAndOpen()
{
    const QString path = QFileDialog::getOpenFileName(
        m_window, tr("Open a recording"), QFileInfo(m_path).path(), recordingFilter());
    if (!path.isEmpty()) {
        openFile(path);
    }
}

void Recordings::askAndSave()
{
    const QList<Container> &containers = savable().configuration.containers;
    const QString name = containers.isEmpty() ? QString() : containers.constFirst().name;
    QFileDialog dialog(m_window, tr("Save the recording"), QString(), recordingFilter());
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(u"nswrec"_s);
    dialog.selectFile((name.isEmpty() || name.contains(u'/') ? u"session"_s : name) + u".nswrec"_s);
    if (dialog.exec() == QDialog::Accepted && !dialog.selectedFiles().isEmpty()) {
        saveTo(dialog.selectedFiles().constFirst());
    }
}

void Recordings::saveTo(const QString &path)
{
    m_worker.start([this, path, recording = recordingOf(savable())] {
        const auto saved = saveRecording(path, recording);
        QMetaObject::invokeMethod(this, [this, path, saved] { onSaved(path, saved); });
    });
}

void Recordings::onSaved(const QString &path, const std::expected<void, Finding> &saved)
{
    const QString native = QDir::toNativeSeparators(path);
    if (!saved) {
        Q_EMIT failed(
            tr("The recording “%1” was not saved. %2").arg(native, words::sentence(saved.error())));
        return;
    }
    Q_EMIT succeeded((m_parts.masking->isOn()
                          ? tr("Saved %1, with the names as they are: masking is for the screen.")
                          : tr("Saved %1"))
                         .arg(QFileInfo(path).fileName()));
}

void Recordings::openFile(const QString &path)
{
    m_worker.start([this, path] {
        auto opened = loadRecording(path);
        QMetaObject::invokeMethod(
            this, [this, path, opened = std::move(opened)] { onOpened(path, opened); });
    });
}

void Recordings::onOpened(const QString &path,
                          const std::expected<OpenedRecording, Finding> &opened)
{
    if (!opened) {
        Q_EMIT failed(tr("“%1” was not opened. %2\nThe file was left as it is.")
                          .arg(QDir::toNativeSeparators(path), words::sentence(opened.error())));
        return;
    }
    m_path = QFileInfo(path).absoluteFilePath();
    m_earlierRun.reset();
    showRecording(opened->recording);
    if (opened->findings.isEmpty()) {
        Q_EMIT succeeded(tr("Opened %1").arg(QFileInfo(path).fileName()));
        return;
    }
    QStringList sentences;
    for (const Finding &finding : opened->findings) {
        sentences << words::sentence(finding);
    }
    Q_EMIT failed(sentences.join(u'\n'));
}

void Recordings::showRecording(const Recording &recording)
{
    auto replay = std::make_unique<Replay>(historyOf(recording));
    Replay *shown = replay.get();
    m_parts.steps->clearOutput();
    m_parts.steps->setFacts(std::nullopt);
    showConfiguration(recording.header.configuration);
    m_parts.configuration->setReadOnly(tr("A recording is shown. Close it to change something."));
    m_parts.cards->setRecorded(true);
    m_parts.steps->setRecorded(true);
    m_parts.starter->showStill(shown->state().plan, shown->state().ready.uid == 0);
    m_parts.session->showRecording(std::move(replay));
    m_parts.bar->showReplay(shown);
    m_header = recording.header;
    showTexts();
    showSavable();
    Q_EMIT changed();
}

void Recordings::showConfiguration(const Configuration &configuration) const
{
    Configuration shown = configuration;
    if (shown.containers.isEmpty()) {
        shown.containers.append(Container{});
    }
    m_parts.configuration->setConfiguration(shown);
    m_parts.cards->setIntention(shown.containers.constFirst().namespaces);
}

void Recordings::showTexts()
{
    const QDateTime date = QDateTime::fromString(m_header.date, Qt::ISODate);
    QStringList details{tr("recorded %1 on %2, %3", "date, name of the machine, its kernel")
                            .arg(QLocale().toString(date, QLocale::ShortFormat),
                                 m_parts.masking->shown(m_header.host.left(kMostText)),
                                 m_header.kernel.left(kMostText))};
    if (m_header.thinned > 0) {
        details << tr("%1 of its older pictures are left out").arg(m_header.thinned);
    }
    m_parts.bar->setTexts(
        m_earlierRun
            ? tr("Earlier run: %1").arg(nameOf(*m_earlierRun))
            : tr("Recording: %1").arg(m_parts.masking->shown(QFileInfo(m_path).fileName())),
        details.join(tr("; ")));
}

void Recordings::close()
{
    if (!isShown()) {
        return;
    }
    m_parts.bar->leave();
    m_parts.steps->clearOutput();
    m_parts.configuration->setReadOnly({});
    m_parts.cards->setRecorded(false);
    m_parts.steps->setRecorded(false);
    showConfiguration(m_parts.document->configuration());
    m_earlierRun.reset();
    m_parts.session->closeRecording();
    m_parts.starter->showLive();
    showSavable();
    Q_EMIT changed();
}

bool Recordings::isShown() const
{
    return m_parts.session->replay() != nullptr;
}

QString Recordings::title() const
{
    return m_earlierRun
        ? tr("%1 (earlier run)").arg(nameOf(*m_earlierRun))
        : tr("%1 (recording)").arg(m_parts.masking->shown(QFileInfo(m_path).fileName()));
}

} // namespace nsw
