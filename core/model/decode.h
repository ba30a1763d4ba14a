// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/decodefields.h"
#include "core/model/decodetagged.h"

#include <QMap>

#include <algorithm>
#include <concepts>
#include <limits>

/**
 * CBOR → values, derived from the fields() of each struct.
 *
 * Strict: an unknown key, a wrong type or a number that does not fit is a Finding. Its path is put
 * together on the way out, so that only failures pay for it. After a failure the reader stands
 * somewhere inside the value.
 */
namespace nsw
{

namespace codec
{

template<std::integral T>
Decoded<T> decodeInteger(CborReader &from)
{
    const auto value = from.takeInteger();
    if (!value) {
        return wrongType(from, QStringLiteral("integer"));
    }
    if (!std::in_range<T>(*value)) {
        const QString range = QString::number(std::numeric_limits<T>::min()) + u" … "
            + QString::number(std::numeric_limits<T>::max());
        return fail(FindingCode::OutOfRange, {}, QString::number(*value), range);
    }
    return static_cast<T>(*value);
}

template<class T>
Decoded<T> decodeList(CborReader &from)
{
    using Element = typename ListTraits<T>::Element;
    auto items = from.enter(CborReader::Type::Array);
    if (!items) {
        return wrongType(from, QStringLiteral("array"));
    }
    T list;
    // The length is only a claim: never more memory for it than there are bytes to read.
    list.reserve(std::min(static_cast<qsizetype>(items->left),
                          from.bytesLeft() / static_cast<qsizetype>(sizeof(Element))));
    while (from.next(*items)) {
        auto item = decode<Element>(from);
        if (!item) {
            return within(list.size(), std::move(item).error());
        }
        list.append(*std::move(item));
    }
    return from.isMalformed() ? malformed() : Decoded<T>(std::move(list));
}

Decoded<QMap<QString, QString>> decodeStringMap(CborReader &from);

template<NamedEnum T>
Decoded<T> decodeEnum(CborReader &from)
{
    const auto text = from.takeText();
    if (!text) {
        return wrongType(from, QStringLiteral("string"));
    }
    for (std::size_t i = 0; i < EnumNames<T>::kValues.size(); ++i) {
        if (isSame(*text, EnumNames<T>::kValues.at(i))) {
            return static_cast<T>(i);
        }
    }
    QStringList known;
    for (const QLatin1StringView name : EnumNames<T>::kValues) {
        known << name;
    }
    return fail(FindingCode::UnknownName, {}, toQString(*text), known.join(u", "));
}

} // namespace codec

template<class T>
Decoded<T> decode(CborReader &from)
{
    if constexpr (HasCustomCodec<T>) {
        return CustomCodec<T>::decode(from);
    } else if constexpr (NamedEnum<T>) {
        return codec::decodeEnum<T>(from);
    } else if constexpr (std::same_as<T, bool>) {
        const auto value = from.takeBool();
        return value ? Decoded<T>(*value) : codec::wrongType(from, QStringLiteral("boolean"));
    } else if constexpr (std::integral<T>) {
        return codec::decodeInteger<T>(from);
    } else if constexpr (std::same_as<T, QString>) {
        auto text = codec::takeQString(from);
        return text ? Decoded<T>(*std::move(text))
                    : codec::wrongType(from, QStringLiteral("string"));
    } else if constexpr (std::same_as<T, QByteArray>) {
        const auto bytes = from.takeBytes();
        return bytes ? Decoded<T>(bytes->toByteArray())
                     : codec::wrongType(from, QStringLiteral("bytes"));
    } else if constexpr (std::same_as<T, codec::Undecoded>) {
        const codec::Undecoded here{from.position()};
        return from.skip() ? Decoded<T>(here) : codec::malformed();
    } else if constexpr (codec::ListTraits<T>::value) {
        return codec::decodeList<T>(from);
    } else if constexpr (std::same_as<T, QMap<QString, QString>>) {
        return codec::decodeStringMap(from);
    } else if constexpr (kIsVariant<T>) {
        return codec::TaggedDecoder<T>::decodeAny(from);
    } else {
        static_assert(HasFields<T>, "give the struct a fields(), or specialise CustomCodec");
        return decodeFields<T>(from);
    }
}

/** The value that all of `bytes` are. */
template<class T>
Decoded<T> fromCbor(QByteArrayView bytes)
{
    CborReader from(bytes);
    auto value = decode<T>(from);
    return value && !from.atEnd() ? codec::malformed() : std::move(value);
}

} // namespace nsw
