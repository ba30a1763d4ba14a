// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QCoreApplication;

namespace nsw
{

/** Lets the program, and Qt's own dialogs and messages, speak the language of the desktop. */
void speakDesktopLanguage(QCoreApplication &application);

namespace words
{

/** "Start" of "S&tart", and of the "(&T)" that is appended in scripts without our letters. */
QString withoutMnemonic(QString text);

} // namespace words

} // namespace nsw
