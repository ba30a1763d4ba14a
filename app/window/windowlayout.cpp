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
{
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
    settings.setValue(u"window/sides"_s, m_sides->saveState());
    settings.setValue(u"window/centre"_s, m_centre->saveState());
}

void WindowLayout::reset()
{
    for (ColumnMemory *columns : m_window->findChildren<ColumnMemory *>()) {
        columns->reset();
    }
    m_window->setWindowState(m_window->windowState()
                             & ~(Qt::WindowMaximized | Qt::WindowFullScreen));
    m_window->resize(kFirstSize);
    setNaturalSizes();
}

} // namespace nsw
