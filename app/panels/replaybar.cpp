// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/replaybar.h"

#include "app/models/moments.h"
#include "app/panels/icons.h"
#include "app/panels/tonelabel.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QToolButton>

#include <array>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

constexpr std::array kSpeeds{0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0};

} // namespace

ReplayBar::ReplayBar(QWidget *parent)
    : QWidget(parent)
    , m_title(new ToneLabel({}, {.tone = Tone::Note, .bold = true}))
    , m_details(new ToneLabel({}, {.tone = Tone::Muted}))
    , m_position(new ToneLabel)
    , m_speed(new QComboBox)
{
    setObjectName(u"replay"_s);
    makeActions();
    fillSpeeds();
    layOut();
    leave();
}

QAction *
ReplayBar::makeAction(const QString &name, const QString &iconName, const QString &text, int key)
{
    auto *action = new QAction(icon(iconName), text, this);
    action->setObjectName(name);
    if (key != 0) {
        action->setShortcut(QKeySequence(key));
    }
    m_actions << action;
    return action;
}

void ReplayBar::makeActions()
{
    m_previous = makeAction(u"replay-previous"_s,
                            u"previous"_s,
                            tr("&Previous step"),
                            QKeyCombination(Qt::SHIFT, Qt::Key_F8).toCombined());
    m_play = makeAction(u"replay-play"_s, u"start"_s, tr("P&lay"), Qt::Key_F8);
    m_next = makeAction(u"replay-next"_s,
                        u"next"_s,
                        tr("&Next step"),
                        QKeyCombination(Qt::CTRL, Qt::Key_F8).toCombined());
    m_close = makeAction(u"replay-close"_s, u"close"_s, tr("&Close recording"), 0);
    connect(m_previous, &QAction::triggered, this, [this] { m_replay->goToPreviousStep(); });
    connect(m_play, &QAction::triggered, this, &ReplayBar::toggle);
    connect(m_next, &QAction::triggered, this, [this] { m_replay->goToNextStep(); });
    connect(m_close, &QAction::triggered, this, &ReplayBar::closed);
}

void ReplayBar::fillSpeeds()
{
    for (const double speed : kSpeeds) {
        m_speed->addItem(tr("%1 ×", "speed").arg(QLocale().toString(speed)), speed);
    }
    m_speed->setCurrentIndex(m_speed->findData(1.0));
    m_speed->setObjectName(u"replay-speed"_s);
    m_speed->setAccessibleName(tr("Speed"));
    m_speed->setToolTip(tr("How fast the recording is played"));
    connect(m_speed, &QComboBox::currentIndexChanged, this, [this] {
        if (m_replay != nullptr) {
            m_replay->setSpeed(m_speed->currentData().toDouble());
        }
    });
}

QToolButton *ReplayBar::addButton(QAction *action)
{
    auto *button = new QToolButton;
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

void ReplayBar::layOut()
{
    m_title->setObjectName(u"replay-title"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_details->setTextFormat(Qt::PlainText);
    // Where there is little room the times are more to the point.
    m_details->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_position->setObjectName(u"replay-position"_s);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(12, 4, 12, 4);
    line->addWidget(new IconLabel(u"recording"_s, Tone::Note));
    line->addWidget(m_title);
    line->addWidget(m_details, 1);
    for (QAction *action : {m_previous, m_play, m_next}) {
        line->addWidget(addButton(action));
    }
    line->addWidget(m_position);
    line->addWidget(m_speed);
    auto *close = addButton(m_close);
    close->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    line->addWidget(close);
}

void ReplayBar::showReplay(Replay *replay)
{
    m_replay = replay;
    m_replay->setSpeed(m_speed->currentData().toDouble());
    connect(replay, &Replay::positionChanged, this, &ReplayBar::showState);
    connect(replay, &Replay::playingChanged, this, &ReplayBar::showState);
    for (QAction *action : std::as_const(m_actions)) {
        action->setEnabled(true);
    }
    showState();
    show();
}

void ReplayBar::setTexts(const QString &title, const QString &details)
{
    m_title->setText(title);
    m_details->setText(details);
    m_details->setToolTip(details);
}

void ReplayBar::leave()
{
    m_replay = nullptr;
    for (QAction *action : std::as_const(m_actions)) {
        action->setEnabled(false);
    }
    hide();
}

void ReplayBar::toggle()
{
    m_replay->isPlaying() ? m_replay->pause() : m_replay->play();
}

void ReplayBar::showState()
{
    if (m_replay == nullptr) {
        return;
    }
    const bool isPlaying = m_replay->isPlaying();
    m_play->setIcon(icon(isPlaying ? u"pause"_s : u"start"_s));
    m_play->setText(isPlaying ? tr("Pa&use") : tr("P&lay"));
    m_position->setText(tr("%1 of %2", "time that passed, and in all")
                            .arg(timeText(m_replay->position()), timeText(m_replay->duration())));
}

void ReplayBar::paintEvent(QPaintEvent * /*event*/)
{
    const Theme theme = Theme::current();
    QPainter painter(this);
    painter.fillRect(rect(), theme.surface(Tone::Note));
    painter.setPen(theme.text(Tone::Note));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

} // namespace nsw
