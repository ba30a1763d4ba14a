// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

class QString;
class QWidget;

namespace nsw
{

struct Configuration;
struct SessionState;

/** A PNG of the window as it looks with this configuration and state. Needs a QApplication. */
bool saveWindowPicture(const Configuration &configuration,
                       const SessionState &state,
                       const QString &path);

/** A widget with all that is in it, as it looks now. */
QByteArray pngOf(QWidget *widget);
QByteArray svgOf(QWidget *widget);

} // namespace nsw
