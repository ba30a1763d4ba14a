// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panels/theme.h"
#include "core/model/facets.h"

#include <QIcon>
#include <QString>

namespace nsw
{

/** An icon of resources/icons, drawn in the text colour of the palette at the time of painting. */
QIcon icon(const QString &name, Tone tone = Tone::Normal);

QString iconName(NsKind kind);
QString iconName(FacetKind facet);

/** The edge of an icon that stands beside text of this widget, in device-independent pixels. */
int iconEdge(const QWidget *widget);

} // namespace nsw
