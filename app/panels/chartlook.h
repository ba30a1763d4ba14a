// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/facets/kind.h"

#include <QPen>

class QChart;

namespace nsw
{

/** Fonts and colours of the application, on a chart and its axes. To be called again when they
 * change. */
void applyLook(QChart &chart);

/** The height of a line of text, as of now: widgets hear of a new size later than charts. */
int lineHeight();

/** Of the n-th thing in a chart: told apart by lightness too, and seen on cards with a contrast of
 * at least 3 (WCAG 2). */
QColor chartColor(qsizetype n);

/** Outside is a whole line, inside a dashed one, a limit a dotted one. */
QPen chartPen(qsizetype n, Side side, bool isLimit);

} // namespace nsw
