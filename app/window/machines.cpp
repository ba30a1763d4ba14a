// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/machines.h"

#include "app/text/words.h"
#include "app/window/sessioncontroller.h"

#include <QAction>
#include <QInputDialog>
#include <QLabel>
#include <QMainWindow>
#include <QMenu>
#include <QSettings>
#include <QStatusBar>

#include <cerrno>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

constexpr qsizetype kMostMachines = 8;

QString machinesKey()
{
    return u"machines"_s;
}

} // namespace

Machines::Machines(SessionController *session, QMainWindow *window)
    : QObject(window)
    , m_session(session)
    , m_window(window)
    , m_connect(new QAction(tr("Connect to &machine…"), this))
    , m_here(new QAction(tr("Back to t&his machine"), this))
    , m_label(new QLabel)
{
    m_connect->setObjectName(u"connect-to-machine"_s);
    m_here->setObjectName(u"this-machine"_s);
    m_here->setEnabled(false);
    m_label->setObjectName(u"machine"_s);
    m_label->setTextFormat(Qt::PlainText);
    m_label->hide();
    m_window->statusBar()->addPermanentWidget(m_label);
    connect(m_connect, &QAction::triggered, this, &Machines::ask);
    connect(m_here, &QAction::triggered, this, [this] { connectTo({}); });
}

void Machines::fillMenu(QMenu *menu)
{
    menu->addAction(m_connect);
    menu->addAction(m_here);
    menu->addSeparator();
}

QString Machines::name() const
{
    const auto &machine = m_session->machine();
    return machine ? machine->name() : QString();
}

void Machines::setShownText(std::function<QString(const QString &)> shown)
{
    m_shown = std::move(shown);
}

void Machines::showName()
{
    const QString shown = m_shown ? m_shown(name()) : name();
    m_label->setText(tr("On %1, by SSH").arg(shown));
    m_label->setVisible(!shown.isEmpty());
    m_here->setEnabled(!shown.isEmpty());
}

void Machines::connectTo(const QString &url)
{
    if (m_session->isRunning()) {
        Q_EMIT failed(tr("A container is running. End it before you go to another machine."));
        return;
    }
    if (url.isEmpty()) {
        m_session->setMachine({});
    } else {
        const auto machine = parseMachine(url);
        if (!machine) {
            Q_EMIT failed(words::explain(machine.error()));
            return;
        }
        remember(url);
        m_session->setMachine(*machine);
    }
    showName();
    Q_EMIT changed();
}

bool Machines::takeDismissal(const Error &error)
{
    if (error.operation != "ssh"_L1 || error.error.value != ECANCELED) {
        return false;
    }
    // Later: this is called by the session that is to go.
    QMetaObject::invokeMethod(this, [this] { connectTo({}); }, Qt::QueuedConnection);
    return true;
}

void Machines::ask()
{
    QInputDialog dialog(m_window);
    dialog.setWindowTitle(tr("Connect to a machine"));
    dialog.setLabelText(tr(
        "Everything then happens there, with the rights that you have there. Namespace Workbench "
        "has to be installed on it. An administrator's password can't be asked for over SSH: for "
        "what needs one, connect as root.\n\nAddress, such as ssh://user@host:"));
    dialog.setComboBoxEditable(true);
    dialog.setComboBoxItems(QSettings().value(machinesKey()).toStringList());
    dialog.setTextValue(dialog.comboBoxItems().value(0));
    if (dialog.exec() == QDialog::Accepted && !dialog.textValue().trimmed().isEmpty()) {
        connectTo(dialog.textValue().trimmed());
    }
}

void Machines::remember(const QString &url)
{
    QSettings settings;
    QStringList urls = settings.value(machinesKey()).toStringList();
    urls.removeAll(url);
    urls.prepend(url);
    urls.resize(std::min(urls.size(), kMostMachines));
    settings.setValue(machinesKey(), urls);
}

} // namespace nsw
