// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCoreApplication;

namespace nsw
{

/** Lets the program, and Qt's own dialogs and messages, speak the language of the desktop. */
void speakDesktopLanguage(QCoreApplication &application);

} // namespace nsw
