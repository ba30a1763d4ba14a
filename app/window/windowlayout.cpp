// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/windowlayout.h"

#include "app/panels/cardspanel.h"
#include "app/panels/columnmemory.h"
#include "app/panels/configurationpanel.h"
#include "app/panels/messagebar.h"
#include "app/panels/momentstrip.h"
#include "app/panels/replaybar.h"
#include "app/panels/stepspanel.h"

#include <QAction>
#include <QMainWindow>
#include <QSettings>
#include <QSplitter>
#include <QVBoxLayout>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

constexpr QSize kFirstSize(1440, 900);
constexpr int kConfigurationWidth = 420; ///< at first; the user moves it, and it is remembered
constexpr int kStepsHeight = 250;

QSplitter *splitterOf(Qt::Orientation direction, QWidget *first, QWidget *second, int growing)
{
    auto *splitter = new QSplitter(direction);
    splitter->addWidget(first);
    splitter->addWidget(second);
    splitter->setStretchFactor(0, growing == 0 ? 1 : 0);
    splitter->setStretchFactor(1, growing == 1 ? 1 : 0);
    splitter->setChildrenCollapsible(false);
    return splitter;
}

} // namespace

WindowLayout::WindowLayout(const Parts &parts, QMainWindow *window)
    : QObject(window)
    , m_window(window)
    , m_lowerAlone(new QAction(tr("Lower part a&lone"), this))
    , m_others{parts.configuration, parts.cards}
{
    m_lowerAlone->setObjectName(u"lower-alone"_s);
    m_lowerAlone->setCheckable(true);
    m_lowerAlone->setShortcut(QKeySequence(Qt::Key_F12));
    m_lowerAlone->setToolTip(
        tr("Gives all the room to steps, output or terminals, and back (F12)"));
    connect(m_lowerAlone, &QAction::toggled, this, &WindowLayout::setLowerAlone);
    auto *upper = new QWidget;
    auto *column = new QVBoxLayout(upper);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(parts.replay);
    column->addWidget(parts.moments);
    auto *messageBox = new QVBoxLayout;
    messageBox->setContentsMargins(12, 8, 12, 0);
    messageBox->addWidget(parts.message);
    column->addLayout(messageBox);
    column->addWidget(parts.cards, 1);

    m_centre = splitterOf(Qt::Vertical, upper, parts.steps, 0);
    m_sides = splitterOf(Qt::Horizontal, parts.configuration, m_centre, 1);
    window->setCentralWidget(m_sides);
    window->resize(kFirstSize);
    setNaturalSizes();
}

void WindowLayout::setNaturalSizes()
{
    m_centre->setSizes({kFirstSize.height() - kStepsHeight, kStepsHeight});
    m_sides->setSizes({kConfigurationWidth, kFirstSize.width() - kConfigurationWidth});
}

void WindowLayout::setLowerAlone(bool isAlone)
{
    if (!isAlone) {
        for (const QPointer<QWidget> &part : std::exchange(m_shownAgain, {})) {
            if (part) {
                part->show();
            }
        }
        m_centre->setSizes(m_heights);
        return;
    }
    m_heights = m_centre->sizes();
    for (QWidget *part : std::as_const(m_others)) {
        if (!part->isHidden()) {
            m_shownAgain << part;
            part->hide();
        }
    }
    // What is above is as small as it can be: messages are still to be seen there.
    m_centre->setSizes({0, m_centre->height()});
}

void WindowLayout::restore()
{
    for (ColumnMemory *columns : m_window->findChildren<ColumnMemory *>()) {
        columns->start();
    }
    const QSettings settings;
    m_window->restoreGeometry(settings.value(u"window/geometry"_s).toByteArray());
    m_sides->restoreState(settings.value(u"window/sides"_s).toByteArray());
    m_centre->restoreState(settings.value(u"window/centre"_s).toByteArray());
}

void WindowLayout::save() const
{
    QSettings settings;
    settings.setValue(u"window/geometry"_s, m_window->saveGeometry());
    m_lowerAlone->setChecked(false);
    settings.setValue(u"window/sides"_s, m_sides->saveState());
    settings.setValue(u"window/centre"_s, m_centre->saveState());
}

void WindowLayout::reset()
{
    for (ColumnMemory *columns : m_window->findChildren<ColumnMemory *>()) {
        columns->reset();
    }
    m_lowerAlone->setChecked(false);
    m_window->setWindowState(m_window->windowState()
                             & ~(Qt::WindowMaximized | Qt::WindowFullScreen));
    m_window->resize(kFirstSize);
    setNaturalSizes();
}

} // namespace nsw
