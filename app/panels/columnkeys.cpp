// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/columnkeys.h"

#include "app/panels/columnmemory.h"

#include <QAction>
#include <QTableView>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

struct ColumnKey {
    QString text;
    QString name;
    QKeySequence keys;
    void (ColumnMemory::*change)(int direction);
    int direction = 0;
};

} // namespace

QList<QAction *> columnKeys(ColumnMemory *columns, QTableView *table)
{
    const Qt::KeyboardModifiers moves = Qt::AltModifier | Qt::ShiftModifier;
    const QList<ColumnKey> keys{
        {.text = ColumnMemory::tr("&Wider column"),
         .name = u"wider-column"_s,
         .keys = Qt::ALT | Qt::Key_Right,
         .change = &ColumnMemory::widen,
         .direction = 1},
        {.text = ColumnMemory::tr("&Narrower column"),
         .name = u"narrower-column"_s,
         .keys = Qt::ALT | Qt::Key_Left,
         .change = &ColumnMemory::widen,
         .direction = -1},
        {.text = ColumnMemory::tr("Move column ri&ght"),
         .name = u"move-column-right"_s,
         .keys = QKeyCombination(moves, Qt::Key_Right),
         .change = &ColumnMemory::move,
         .direction = 1},
        {.text = ColumnMemory::tr("Move column le&ft"),
         .name = u"move-column-left"_s,
         .keys = QKeyCombination(moves, Qt::Key_Left),
         .change = &ColumnMemory::move,
         .direction = -1},
    };
    QList<QAction *> actions;
    for (const ColumnKey &key : keys) {
        auto *action = new QAction(key.text, columns);
        action->setObjectName(key.name);
        action->setShortcut(key.keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        table->addAction(action);
        QObject::connect(action, &QAction::triggered, columns, [columns, key] {
            (columns->*key.change)(key.direction);
        });
        actions << action;
    }
    return actions;
}

} // namespace nsw
