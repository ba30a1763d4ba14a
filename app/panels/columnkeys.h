// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QAction;
class QTableView;

namespace nsw
{

class ColumnMemory;

/** Keys of the table that change the width and the place of the current cell's column. */
QList<QAction *> columnKeys(ColumnMemory *columns, QTableView *table);

} // namespace nsw
