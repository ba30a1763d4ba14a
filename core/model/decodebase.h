// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/cborreader.h"
#include "core/model/codecbase.h"

#include <QStringList>

/** What decoding is made of; core/model/decode.h puts it together. */
namespace nsw
{

template<class T>
Decoded<T> decode(CborReader &from);

namespace codec
{

/** A value that is read once it is known what it is. */
struct Undecoded {
    CborReader::Position at;
};

inline bool isSame(QByteArrayView text, QLatin1StringView name)
{
    return text == QByteArrayView(name.data(), name.size());
}

QString toQString(QByteArrayView text);
std::optional<QString> takeQString(CborReader &from);

/**
 * A failure of the value that comes next. Its path is empty; whoever holds the value adds where it
 * is.
 */
std::unexpected<Finding> wrongType(CborReader &from, const QString &expected);

/** The bytes are no CBOR. */
std::unexpected<Finding> malformed();

/** The Finding for the key that comes next, which is not among `names`, or stands there again. */
Finding strangeKey(CborReader &from, const QStringList &names);

/** The keys of the map that comes next. */
QStringList keysOf(CborReader &from);

} // namespace codec

} // namespace nsw
