// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace nsw
{

/** Under a name that lupdate knows, for code outside of classes with tr(). */
inline QString
translate(const char *context, const char *text, const char *comment = nullptr, int n = -1)
{
    return QCoreApplication::translate(context, text, comment, n);
}

} // namespace nsw
