// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QCborValue>

namespace nsw
{

enum class JsonStyle : bool { Compact, Indented };

/**
 * JSON text with the keys in the order of the value; QJsonDocument would sort them, and a file
 * would no longer read top down. Bytes become text (UTF-8, what is not valid replaced).
 */
QByteArray toJson(const QCborValue &value, JsonStyle style);

} // namespace nsw
