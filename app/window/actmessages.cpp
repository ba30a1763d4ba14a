// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/actmessages.h"

#include "app/panels/findingsview.h"
#include "app/panels/messagebar.h"
#include "app/text/words.h"
#include "app/window/sessioncontroller.h"

#include <QStatusBar>

#include <chrono>

namespace nsw
{

using namespace std::chrono_literals;

namespace
{

constexpr auto kShown = 8s;

} // namespace

ActMessages::ActMessages(SessionController *session,
                         MessageBar *bar,
                         QStatusBar *status,
                         std::function<QString(const QString &)> shown,
                         QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_bar(bar)
    , m_status(status)
    , m_shown(std::move(shown))
{
    connect(session, &SessionController::actDone, this, &ActMessages::show);
}

void ActMessages::show(const ActDoneEvent &done)
{
    const SessionState &state = m_session->state();
    if (!done.findings.isEmpty()) {
        m_bar->showMessage(hasErrors(done.findings) ? Tone::Error : Tone::Note,
                           m_shown(sentenceInPlace(done.findings.constFirst())));
    } else if (const StepState *step = state.failure(); done.error && step != nullptr
               && step->outcome && done.error->operation == callOf(step->step.operation)) {
        m_bar->showMessage(Tone::Error, m_shown(words::explain(step->step, step->outcome->error)));
    } else if (done.error) {
        m_bar->showMessage(Tone::Error, m_shown(words::explain(*done.error)));
    } else {
        m_bar->hide();
        m_status->showMessage(state.steps.isEmpty()
                                  ? QString()
                                  : m_shown(words::narrate(state.steps.constLast().step)),
                              std::chrono::milliseconds(kShown).count());
    }
}

} // namespace nsw
