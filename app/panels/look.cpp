// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/look.h"

#include <QCoreApplication>
#include <QEvent>

namespace nsw
{

Look::Look(QObject *parent)
    : QObject(parent)
{
    parent->installEventFilter(this);
}

Look *Look::instance()
{
    // One for each application object: tests make several.
    auto *look = QCoreApplication::instance()->findChild<Look *>();
    return look != nullptr ? look : new Look(QCoreApplication::instance());
}

bool Look::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent()
        && (event->type() == QEvent::ApplicationFontChange
            || event->type() == QEvent::ApplicationPaletteChange)) {
        Q_EMIT changed();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace nsw
