// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/actbar.h"

#include "app/panels/actdialog.h"
#include "app/panels/acts_ipc.h"
#include "app/panels/acts_mounts.h"
#include "app/panels/acts_network.h"
#include "app/panels/acts_processes.h"
#include "app/panels/acts_uts.h"
#include "app/panels/icons.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

QList<ActOffer> offersFor(FacetKind kind)
{
    switch (kind) {
    case FacetKind::Uts:
        return utsActs();
    case FacetKind::Ipc:
        return ipcActs();
    case FacetKind::Processes:
        return processActs();
    case FacetKind::Mounts:
        return mountActs();
    case FacetKind::Network:
        return networkActs();
    case FacetKind::Namespaces:
    case FacetKind::Users:
    case FacetKind::Cgroup:
    case FacetKind::Time:
    case FacetKind::Limits:
    case FacetKind::Traffic:
    case FacetKind::Sockets:
    case FacetKind::Proc:
    case FacetKind::Controllers:
    case FacetKind::Firewall:
    case FacetKind::Space:
    case FacetKind::Watched:
    case FacetKind::Routing:
    case FacetKind::Semaphores:
    case FacetKind::Relations:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace

ActBar::ActBar(std::function<ComparisonRow()> row, QWidget *parent)
    : QWidget(parent)
    , m_row(std::move(row))
    , m_layout(new QHBoxLayout(this))
{
    setObjectName(u"acts"_s);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(4);
    m_layout->addStretch(1);
}

void ActBar::setKind(FacetKind kind)
{
    if (m_kind == kind) {
        return;
    }
    m_kind = kind;
    qDeleteAll(m_buttons);
    m_buttons.clear();
    m_offers = offersFor(kind);
    for (const ActOffer &offer : std::as_const(m_offers)) {
        auto *button = new QToolButton;
        button->setObjectName(offer.id);
        button->setText(offer.text);
        button->setIcon(icon(offer.icon));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        connect(button, &QToolButton::clicked, this, [this, offer] { open(offer); });
        m_layout->insertWidget(static_cast<int>(m_buttons.size()), button);
        m_buttons << button;
    }
    setVisible(!m_isBare && !m_offers.isEmpty());
    showAvailable();
}

void ActBar::setBare(bool bare)
{
    m_isBare = bare;
    setVisible(!m_isBare && !m_offers.isEmpty());
}

void ActBar::setState(const SessionState &state)
{
    m_state = state;
    showAvailable();
}

void ActBar::setPast(bool isPast)
{
    m_isPast = isPast;
    showAvailable();
}

void ActBar::setRecorded(bool isRecorded)
{
    m_isRecorded = isRecorded;
    showAvailable();
}

QString ActBar::reasonNot() const
{
    if (m_isRecorded) {
        return tr("A recording is shown. Close it to change something.");
    }
    if (m_isPast) {
        return tr("A moment of the past is shown. Go back to the present to change something.");
    }
    // While an act is done the next one can be asked for already.
    const bool isThere
        = m_state.phase == Phase::Running && (m_state.areStepsMade() || m_state.pausedBefore);
    return isThere ? QString() : tr("Start a container first (F5): this is done to one that runs.");
}

void ActBar::showAvailable()
{
    m_reason = reasonNot();
    for (QToolButton *button : std::as_const(m_buttons)) {
        button->setEnabled(m_reason.isEmpty());
        button->setToolTip(m_reason);
    }
}

void ActBar::fillMenu(QMenu *menu)
{
    for (const ActOffer &offer : std::as_const(m_offers)) {
        QAction *action = menu->addAction(icon(offer.icon), offer.text);
        action->setObjectName(u"menu-"_s + offer.id);
        action->setEnabled(m_reason.isEmpty());
        action->setToolTip(m_reason);
        connect(action, &QAction::triggered, this, [this, offer] { open(offer); });
    }
    if (!m_offers.isEmpty()) {
        menu->setToolTipsVisible(true);
        menu->addSeparator();
    }
}

void ActBar::open(const ActOffer &offer)
{
    auto *dialog = new ActDialog(offer, {.state = m_state, .row = m_row()}, this);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        Q_EMIT wanted(dialog->side(), dialog->act());
    });
    dialog->open();
}

} // namespace nsw
