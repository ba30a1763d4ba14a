// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/momentstrip.h"

#include "app/panels/tonelabel.h"
#include "app/text/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

/** The width that a text has before it is given one. */
constexpr int kLeastText = 40;

void showText(ToneLabel *label, const MomentSlider *slider, Tone past)
{
    label->setTone(slider->moment() ? past : Tone::Isolated);
    label->setText(label->fontMetrics().elidedText(
        slider->text(), Qt::ElideRight, std::max(label->width(), kLeastText)));
    label->setToolTip(slider->text());
}

} // namespace

MomentStrip::MomentStrip(QWidget *parent)
    : QWidget(parent)
    , m_shown(new MomentSlider)
    , m_other(new MomentSlider)
    , m_icon(new IconLabel(u"time"_s))
    , m_shownLabel(new QLabel(tr("&Moment")))
    , m_otherLabel(new QLabel(tr("&With")))
    , m_shownText(new ToneLabel({}, {.bold = true}))
    , m_otherText(new ToneLabel({}, {.bold = true}))
    , m_compare(new QCheckBox(tr("Compa&re")))
    , m_side(new QComboBox)
    , m_back(new QPushButton(tr("Back to &live")))
{
    setObjectName(u"moments"_s);
    makeParts();
    layOut();
    connect(m_shown, &MomentSlider::moved, this, &MomentStrip::onChosen);
    connect(m_other, &MomentSlider::moved, this, &MomentStrip::onChosen);
    connect(m_compare, &QCheckBox::toggled, this, &MomentStrip::onCompare);
    connect(m_side, &QComboBox::currentIndexChanged, this, &MomentStrip::onChosen);
    connect(m_back, &QPushButton::clicked, this, &MomentStrip::goLive);
    showTexts();
    hide();
}

void MomentStrip::makeParts()
{
    m_shown->setObjectName(u"moment"_s);
    m_shown->setAccessibleName(tr("Moment that is shown"));
    m_shownLabel->setBuddy(m_shown);
    m_other->setObjectName(u"moment-other"_s);
    m_other->setAccessibleName(tr("Moment to compare it with"));
    m_otherLabel->setBuddy(m_other);
    m_compare->setObjectName(u"moment-compare"_s);
    m_compare->setToolTip(tr("Shows what changed from one moment to another"));
    m_side->setObjectName(u"moment-side"_s);
    m_side->setAccessibleName(tr("Side that is compared"));
    for (const Side side : {Side::Outside, Side::Inside}) {
        m_side->addItem(words::sideName(side), static_cast<int>(side));
    }
    m_side->setCurrentIndex(1);
    m_back->setObjectName(u"moment-live"_s);
    m_back->setToolTip(tr("Shows the machine as it is now (Esc)"));
    for (ToneLabel *text : {m_shownText, m_otherText}) {
        // What changed at a moment may be a long list.
        text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        text->setTextFormat(Qt::PlainText);
    }
}

void MomentStrip::layOut()
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(12, 4, 12, 4);
    grid->setVerticalSpacing(2);
    grid->addWidget(m_icon, 0, 0);
    grid->addWidget(m_shownLabel, 0, 1);
    grid->addWidget(m_shown, 0, 2);
    grid->addWidget(m_shownText, 0, 3);
    grid->addWidget(m_compare, 0, 4);
    grid->addWidget(m_back, 0, 5);
    grid->addWidget(m_otherLabel, 1, 1);
    grid->addWidget(m_other, 1, 2);
    grid->addWidget(m_otherText, 1, 3);
    grid->addWidget(m_side, 1, 4, 1, 2);
    grid->setColumnStretch(2, 3);
    grid->setColumnStretch(3, 2);
}

void MomentStrip::setMoments(const QList<Moment> &moments)
{
    m_shown->setMoments(moments);
    m_other->setMoments(moments);
    setVisible(moments.size() > 1);
    showTexts();
}

bool MomentStrip::isLive() const
{
    return !m_shown->moment() && !isComparing();
}

bool MomentStrip::isComparing() const
{
    return m_compare->isChecked();
}

Side MomentStrip::side() const
{
    return static_cast<Side>(m_side->currentData().toInt());
}

void MomentStrip::goLive()
{
    {
        const QSignalBlocker isToldOnce(m_compare);
        m_compare->setChecked(false);
    }
    m_shown->toPresent();
    m_other->toPresent();
    onChosen();
}

void MomentStrip::setRecorded(bool isRecorded)
{
    m_isRecorded = isRecorded;
    m_shown->setRecorded(isRecorded);
    m_other->setRecorded(isRecorded);
    showTexts();
}

void MomentStrip::showSerial(qint64 serial)
{
    m_shown->showSerial(serial);
    showTexts();
}

bool MomentStrip::isPast() const
{
    return m_isRecorded ? isComparing() : !isLive();
}

void MomentStrip::setComparing(bool comparing)
{
    m_compare->setChecked(comparing);
}

void MomentStrip::onCompare(bool comparing)
{
    if (comparing && !m_shown->moment()) {
        m_shown->toFirst();
    }
    onChosen();
}

void MomentStrip::onChosen()
{
    showTexts();
    Q_EMIT chosen();
}

void MomentStrip::showTexts()
{
    m_icon->setIcon(u"time"_s, isPast() ? Tone::Warning : Tone::Muted);
    m_back->setVisible(isPast() && !m_isRecorded);
    for (QWidget *part : {static_cast<QWidget *>(m_other),
                          static_cast<QWidget *>(m_otherLabel),
                          static_cast<QWidget *>(m_otherText),
                          static_cast<QWidget *>(m_side)}) {
        part->setVisible(isComparing());
    }
    layout()->activate(); // the texts are cut to the room that they have
    const Tone past = m_isRecorded ? Tone::Normal : Tone::Warning;
    showText(m_shownText, m_shown, past);
    showText(m_otherText, m_other, past);
    update();
}

void MomentStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showTexts();
}

void MomentStrip::paintEvent(QPaintEvent * /*event*/)
{
    const Theme theme = Theme::current();
    QPainter painter(this);
    painter.fillRect(rect(), isPast() ? theme.surface(Tone::Warning) : theme.card());
    painter.setPen(isPast() ? theme.text(Tone::Warning) : theme.border());
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

void MomentStrip::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    window()->removeEventFilter(this);
    window()->installEventFilter(this);
}

bool MomentStrip::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == window() && event->type() == QEvent::KeyPress && isPast()
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        m_isRecorded ? setComparing(false) : goLive();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace nsw
