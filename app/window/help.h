// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/facets/kind.h"

class QMenu;
class QWidget;

namespace nsw
{

/** What is a namespace, keyboard shortcuts, about. */
void fillHelpMenu(QMenu *menu, QWidget *window);

/** What a panel is about: what this kind isolates, what not, since when, and where to read on. */
void showExplanation(QWidget *window, FacetKind kind);
void showNamespaces(QWidget *window);

} // namespace nsw
