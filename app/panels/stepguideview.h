// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/text/stepguide.h"

#include <QScrollArea>

class QGridLayout;

namespace nsw
{

class ToneLabel;

/** What there is to learn from the step that is looked at. */
class StepGuideView : public QScrollArea
{
    Q_OBJECT
public:
    explicit StepGuideView(QWidget *parent = nullptr);

    /** `inside`: the process inside, as seen from outside, for what is to be looked at. */
    void setStep(const Step &step, const InsideProcess &inside);
    void clear();

protected:
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    ToneLabel *addLine(QGridLayout *grid, const QString &title, bool isCode);

    QWidget *m_focusMark;
    ToneLabel *m_title;
    ToneLabel *m_sentence;
    ToneLabel *m_meaning;
    ToneLabel *m_shell;
    ToneLabel *m_look;
    ToneLabel *m_manual;
};

} // namespace nsw
