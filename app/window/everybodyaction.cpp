// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/everybodyaction.h"

#include "app/panels/messagebar.h"
#include "app/window/sessioncontroller.h"

#include <QAction>
#include <QLabel>
#include <QMainWindow>
#include <QStatusBar>

#include <unistd.h>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

const QString kChoice = u"everybody"_s;

} // namespace

EverybodyAction::EverybodyAction(SessionController *session,
                                 MessageBar *message,
                                 QMainWindow *window)
    : QObject(window)
    , m_session(session)
    , m_message(message)
    , m_action(new QAction(tr("Look at &everybody's processes…"), this))
    , m_label(new QLabel(tr("Everybody's processes, as administrator")))
{
    m_action->setObjectName(u"look-at-everybody"_s);
    m_action->setCheckable(true);
    m_label->setObjectName(u"everybody"_s);
    m_label->hide();
    window->statusBar()->addPermanentWidget(m_label);
    Everybody *everybody = session->everybody();
    connect(m_action, &QAction::triggered, this, [this, everybody](bool on) {
        on ? ask() : everybody->end();
    });
    connect(message, &MessageBar::chosen, this, [this](const QString &id) {
        if (id == kChoice) {
            m_session->lookAtEverybody();
        }
    });
    connect(everybody, &Everybody::began, this, [this] { show(true); });
    connect(everybody, &Everybody::ended, this, [this] { show(false); });
}

void EverybodyAction::show(bool isOn)
{
    m_action->setChecked(isOn);
    m_label->setVisible(isOn);
}

void EverybodyAction::ask()
{
    show(false); // until it is granted
    if (m_session->machine()) {
        m_message->showMessage(Tone::Error,
                               tr("An administrator can't be asked on another machine. Connect to "
                                  "it as root, and everybody's processes are seen."));
        return;
    }
    if (::geteuid() == 0) {
        m_message->showMessage(Tone::Note, tr("You are root: everybody's processes are seen."));
        return;
    }
    m_message->showMessage(
        Tone::Warning,
        tr("Which namespaces and sockets the processes of other users have, the kernel shows to an "
           "administrator only: here they are blank.\nIf you look at everybody's, your system asks "
           "for a password. Nothing can be changed by it, and it lasts until you untick it or "
           "close "
           "the window."),
        {{.id = kChoice, .text = tr("Look as &administrator…")}});
    m_message->setFocus();
}

} // namespace nsw
