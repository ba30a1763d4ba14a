// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMenu;
class QWidget;

namespace nsw
{

/** What is a namespace, keyboard shortcuts, about. */
void fillHelpMenu(QMenu *menu, QWidget *window);

} // namespace nsw
