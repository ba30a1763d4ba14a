// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panels/theme.h"

#include <QFrame>

class QHBoxLayout;

namespace nsw
{

class IconLabel;
class ToneLabel;

/** A message above the cards that stops nobody: with what can be done about it as buttons. */
class MessageBar : public QFrame
{
    Q_OBJECT
public:
    explicit MessageBar(QWidget *parent = nullptr);

    struct Choice {
        QString id;
        QString text; ///< with mnemonic
    };

    void showMessage(Tone tone, const QString &text, const QList<Choice> &choices = {});
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void chosen(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void setChoices(const QList<Choice> &choices);

    Tone m_tone = Tone::Note;
    IconLabel *m_icon;
    ToneLabel *m_text;
    QWidget *m_choices = nullptr;
    QHBoxLayout *m_buttons;
};

} // namespace nsw
