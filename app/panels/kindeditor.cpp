// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/kindeditor.h"

#include "app/panels/icons.h"
#include "app/panels/look.h"
#include "app/panels/tonelabel.h"
#include "app/text/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

// The ways to join, in the order of the list.
constexpr int kFromProcess = 0;
constexpr int kFromFile = 1;
constexpr int kBarWidth = 3;
constexpr int kIndent = 22;

} // namespace

KindEditor::KindEditor(NsKind kind, QWidget *parent)
    : QFrame(parent)
    , m_kind(kind)
    , m_check(new QCheckBox(words::kindName(kind)))
    , m_body(new QWidget)
    , m_new(new QRadioButton(tr("New")))
    , m_join(new QRadioButton(tr("Join an existing one")))
    , m_options(new FieldForm)
    , m_joinForm(new FieldForm)
    , m_joinHow(new QComboBox)
    , m_joinFrom(new QLineEdit)
    , m_findings(new FindingsView)
{
    const KindInfo &info = infoOf(kind);
    const QString key = nameOf(kind);
    setObjectName(u"kind-"_s + key);
    m_check->setObjectName(u"tick-"_s + key);
    m_check->setIcon(icon(iconName(kind)));
    m_check->setFont(styledFont({.bold = true}));
    connect(Look::instance(), &Look::changed, this, [this] {
        m_check->setFont(styledFont({.bold = true}));
    });
    m_check->setToolTip(words::kindPurpose(kind));
    m_check->setAccessibleDescription(words::kindPurpose(kind));
    auto *flag = new ToneLabel(
        tr("%1 · Linux %2", "flag and kernel version").arg(info.flagName, info.since),
        {.tone = Tone::Muted, .scale = 0.85});
    flag->setToolTip(words::kindPurpose(kind));
    flag->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kBarWidth + 8, 5, 4, 5);
    layout->setSpacing(1);
    layout->addWidget(m_check);
    auto *under = new QHBoxLayout;
    under->setContentsMargins(kIndent, 0, 0, 0);
    under->addWidget(flag);
    layout->addLayout(under);

    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(kIndent, 4, 0, 6);
    body->setSpacing(6);
    body->addWidget(makeNewOrJoin());
    body->addWidget(m_options);
    body->addWidget(makeJoinFields());
    layout->addWidget(m_body);
    layout->addWidget(m_findings);

    connect(m_check, &QCheckBox::toggled, this, [this] {
        unfold();
        Q_EMIT changed();
    });
    connect(m_join, &QRadioButton::toggled, this, [this] {
        unfold();
        Q_EMIT changed();
    });
    unfold();
}

QWidget *KindEditor::makeNewOrJoin()
{
    m_new->setChecked(true);
    m_new->setObjectName(u"new-"_s + QString(nameOf(m_kind)));
    m_join->setObjectName(u"join-"_s + QString(nameOf(m_kind)));
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_new);
    layout->addWidget(m_join);
    layout->addStretch(1);
    return row;
}

QWidget *KindEditor::makeJoinFields()
{
    m_joinHow->addItem(tr("Process (PID)"), kFromProcess);
    m_joinHow->addItem(tr("File"), kFromFile);
    m_joinHow->setAccessibleName(tr("What to join: a process or a file"));
    m_joinFrom->setAccessibleName(tr("Process or file to join"));
    m_joinFrom->setObjectName(u"join-from-"_s + QString(nameOf(m_kind)));
    ignoreWheelUnlessFocused(m_joinHow);
    const auto hint = [this] {
        m_joinFrom->setPlaceholderText(
            m_joinHow->currentData().toInt() == kFromProcess ? u"4711"_s : u"/run/netns/blue"_s);
    };
    hint();
    connect(m_joinHow, &QComboBox::currentIndexChanged, this, [this, hint] {
        hint();
        Q_EMIT changed();
    });
    connect(m_joinFrom, &QLineEdit::textEdited, this, &KindEditor::changed);

    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_joinHow);
    layout->addWidget(m_joinFrom, 1);
    m_joinForm->addField(u"join"_s, QString(), row);
    return m_joinForm;
}

void KindEditor::showState(bool ticked, const Join *join)
{
    const QSignalBlocker block(this);
    m_check->setChecked(ticked);
    (join != nullptr ? m_join : m_new)->setChecked(true);
    if (join == nullptr) {
        m_joinFrom->clear();
    } else if (const auto *pid = std::get_if<JoinPid>(&join->value)) {
        m_joinHow->setCurrentIndex(kFromProcess);
        m_joinFrom->setText(pid->value == 0 ? QString() : QString::number(pid->value));
    } else if (const auto *path = std::get_if<JoinPath>(&join->value)) {
        m_joinHow->setCurrentIndex(kFromFile);
        m_joinFrom->setText(path->value);
    }
    unfold();
}

bool KindEditor::isTicked() const
{
    return m_check->isChecked();
}

bool KindEditor::isJoin() const
{
    return m_join->isChecked();
}

Join KindEditor::join() const
{
    const QString from = m_joinFrom->text().trimmed();
    if (m_joinHow->currentData().toInt() == kFromFile) {
        return {JoinPath{from}};
    }
    return {JoinPid{from.toInt()}};
}

void KindEditor::unfold()
{
    m_body->setVisible(isTicked());
    m_options->setVisible(!isJoin() && !m_options->isEmpty());
    m_joinForm->setVisible(isJoin());
    update();
}

void KindEditor::showFindings(const PlacedFindings &findings)
{
    // Options call their findings "new.…"; the forms call their fields as the options do.
    const PlacedFindings ofJoin = below(findings, u"join"_s);
    PlacedFindings joinFindings;
    for (const PlacedFinding &placed : ofJoin) {
        joinFindings.append({.path = u"join"_s, .finding = placed.finding});
    }
    Findings left = m_joinForm->showFindings(joinFindings);
    left += m_options->showFindings(below(findings, u"new"_s));
    for (const PlacedFinding &placed : findings) {
        if (!placed.path.startsWith(u"new"_s) && !placed.path.startsWith(u"join"_s)) {
            left.append(placed.finding);
        }
    }
    m_findings->setFindings(left);
}

void KindEditor::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    if (!isTicked()) {
        return;
    }
    // What is ticked is to be seen at a glance down the list.
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::current().surface(Tone::Isolated));
    painter.drawRoundedRect(rect().adjusted(0, 1, 0, -1), 6, 6);
    painter.setBrush(Theme::current().text(Tone::Isolated));
    const QRect bar(isRightToLeft() ? width() - kBarWidth : 0, 4, kBarWidth, height() - 8);
    painter.drawRoundedRect(bar, 1.5, 1.5);
}

} // namespace nsw
