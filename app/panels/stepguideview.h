// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/step.h"

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

    /** `pid`: the process inside, as seen from outside; 0: there is none. */
    void setStep(const Step &step, std::int32_t pid);
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
