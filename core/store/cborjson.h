// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

/**
 * CBOR ⇄ JSON without loss, in one pass over the text. QJsonDocument would sort the keys, and JSON
 * has no bytes: here `{"$text": "…"}` are bytes that are UTF-8, `{"$base64": "…"}` any others, and
 * a key of an object that begins with a dollar sign has one more before it.
 */
namespace nsw
{

inline constexpr QByteArrayView kJsonTextKey{"$text"};
inline constexpr QByteArrayView kJsonBase64Key{"$base64"};

/** One value as compact JSON; nothing where it is malformed or of a type that JSON has not. */
std::optional<QByteArray> jsonOfCbor(QByteArrayView cbor);

/** The reverse; nothing where it is no JSON, nests too deep, or has bytes that are none. */
std::optional<QByteArray> cborOfJson(QByteArrayView json);

} // namespace nsw
