// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/replay.h"

#include <QWidget>

class QAction;
class QComboBox;
class QToolButton;

namespace nsw
{

class ToneLabel;

/** Says that a recording is shown, and which; plays it. Not there while the present is shown. */
class ReplayBar : public QWidget
{
    Q_OBJECT
public:
    explicit ReplayBar(QWidget *parent = nullptr);

    void showReplay(Replay *replay);
    /** `details`: when and where it was made. */
    void setTexts(const QString &title, const QString &details);
    void leave();

    /** What the bar does, for a menu; they have shortcuts. */
    [[nodiscard]] const QList<QAction *> &commands() const { return m_actions; }

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    static QToolButton *addButton(QAction *action);
    QAction *makeAction(const QString &name, const QString &iconName, const QString &text, int key);
    void makeActions();
    void fillSpeeds();
    void layOut();
    void showState();
    void toggle();

    Replay *m_replay = nullptr;
    QList<QAction *> m_actions;
    QAction *m_play = nullptr;
    QAction *m_previous = nullptr;
    QAction *m_next = nullptr;
    QAction *m_close = nullptr;
    ToneLabel *m_title;
    ToneLabel *m_details;
    ToneLabel *m_position;
    QComboBox *m_speed;
};

} // namespace nsw
