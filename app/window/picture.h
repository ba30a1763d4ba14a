// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;

namespace nsw
{

struct Configuration;
struct SessionState;

/** A PNG of the window as it looks with this configuration and state. Needs a QApplication. */
bool saveWindowPicture(const Configuration &configuration,
                       const SessionState &state,
                       const QString &path);

} // namespace nsw
