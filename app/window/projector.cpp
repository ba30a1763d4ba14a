// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/projector.h"

#include "app/window/appearance.h"
#include "app/window/zoom.h"

#include <QAction>
#include <QKeyEvent>
#include <QMainWindow>
#include <QPushButton>
#include <QScreen>
#include <QWindow>

#include <chrono>
#include <utility>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using namespace std::chrono_literals;

namespace
{

constexpr auto kWayOutTime = 5s;
constexpr int kWayOutMargin = 12;

} // namespace

Projector::Projector(Parts parts, QObject *parent)
    : QObject(parent)
    , m_parts(std::move(parts))
    , m_action(new QAction(tr("&Projector mode"), this))
    , m_wayOut(new QPushButton(tr("Leave projector mode (Esc)"), m_parts.window))
{
    m_action->setObjectName(u"projector"_s);
    m_action->setCheckable(true);
    m_action->setShortcut(QKeySequence(Qt::Key_F11));
    m_wayOut->setObjectName(u"leave-projector"_s);
    m_wayOut->hide();
    m_wayOut->installEventFilter(this);
    m_hideWayOut.setSingleShot(true);
    m_hideWayOut.setInterval(kWayOutTime);
    connect(m_action, &QAction::toggled, this, [this](bool on) { on ? begin() : end(); });
    connect(m_wayOut, &QPushButton::clicked, this, [this] { setOn(false); });
    connect(&m_hideWayOut, &QTimer::timeout, this, [this] {
        // Whoever has come to it by the keyboard is not to lose it.
        m_wayOut->setVisible(m_wayOut->hasFocus());
    });
}

bool Projector::isOn() const
{
    return m_action->isChecked();
}

void Projector::setOn(bool on)
{
    m_action->setChecked(on);
}

void Projector::begin()
{
    QMainWindow *window = m_parts.window;
    m_before = window->windowState();
    m_shownAgain.clear();
    for (QWidget *part : std::as_const(m_parts.hidden)) {
        if (!part->isHidden()) {
            m_shownAgain << part;
            part->hide();
        }
    }
    window->installEventFilter(this);
    m_parts.appearance->setHighContrast(true);
    window->setWindowState(m_before | Qt::WindowFullScreen);
    if (QWindow *handle = window->windowHandle()) {
        handle->installEventFilter(this);
    }
    fit();
    showWayOut();
}

void Projector::end()
{
    QMainWindow *window = m_parts.window;
    window->removeEventFilter(this);
    if (QWindow *handle = window->windowHandle()) {
        handle->removeEventFilter(this);
    }
    m_hideWayOut.stop();
    m_wayOut->hide();
    m_parts.appearance->setHighContrast(false);
    m_parts.zoom->useAtDesk();
    window->setWindowState(m_before);
    for (const QPointer<QWidget> &part : std::as_const(m_shownAgain)) {
        if (part) {
            part->show();
        }
    }
}

void Projector::fit() const
{
    // Large type may ask for more room than there is; it is not to grow from that.
    const int height
        = std::min(m_parts.window->height(), m_parts.window->screen()->size().height());
    m_parts.zoom->useForHeight(height);
}

void Projector::showWayOut()
{
    placeWayOut();
    m_wayOut->show();
    m_wayOut->raise();
    m_hideWayOut.start();
}

void Projector::placeWayOut()
{
    m_wayOut->adjustSize();
    const QRect area = m_parts.window->rect();
    const int x = m_parts.window->isRightToLeft()
        ? area.left() + kWayOutMargin
        : area.right() - kWayOutMargin - m_wayOut->width();
    m_wayOut->move(x, area.top() + kWayOutMargin);
}

bool Projector::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
        // It comes to the window only where nothing inside had a use for it.
        if (watched == m_parts.window && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
            setOn(false);
            return true;
        }
        break;
    case QEvent::Resize:
        if (watched == m_parts.window) {
            fit();
            placeWayOut();
        }
        break;
    case QEvent::FontChange:
    case QEvent::StyleChange:
        if (watched == m_wayOut) {
            QMetaObject::invokeMethod(this, &Projector::placeWayOut, Qt::QueuedConnection);
        }
        break;
    case QEvent::MouseMove:
        if (watched == m_parts.window->windowHandle()) {
            showWayOut();
        }
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace nsw
