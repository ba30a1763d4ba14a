// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/codecbase.h"

#include <QByteArray>
#include <QCborStreamWriter>
#include <QMap>

#include <concepts>

/** Values → CBOR, derived from the fields() of each struct. */
namespace nsw
{

template<class T>
void writeCbor(const T &value, QCborStreamWriter &to);

namespace codec
{

/** An absent optional is left out. */
template<class T>
constexpr bool isPresent(const T &part)
{
    if constexpr (OptionalTraits<T>::value) {
        return part.has_value();
    } else {
        return true;
    }
}

template<class T>
void writePart(QLatin1StringView name, const T &part, QCborStreamWriter &to)
{
    if constexpr (OptionalTraits<T>::value) {
        if (part) {
            to.append(name);
            writeCbor(*part, to);
        }
    } else {
        to.append(name);
        writeCbor(part, to);
    }
}

template<class... Alternatives>
void writeTagged(const std::variant<Alternatives...> &value, QCborStreamWriter &to)
{
    std::visit(
        [&]<class A>(const A &alternative) {
            to.startMap(1);
            to.append(A::kTag);
            if constexpr (Newtype<A>) {
                writeCbor(alternative.value, to);
            } else {
                writeCbor(alternative, to);
            }
            to.endMap();
        },
        value);
}

} // namespace codec

/** A map of the fields, with `key` and `name` before them where a key is given. */
template<HasFields T>
void writeFields(const T &value,
                 QCborStreamWriter &to,
                 QLatin1StringView key = {},
                 QLatin1StringView name = {})
{
    const auto count = [&](const auto &...fields) {
        return (quint64{0} + ... + (codec::isPresent(value.*(fields.member)) ? 1U : 0U));
    };
    to.startMap(std::apply(count, T::fields()) + (key.isEmpty() ? 0U : 1U));
    if (!key.isEmpty()) {
        to.append(key);
        to.append(name);
    }
    const auto each = [&](const auto &...fields) {
        (codec::writePart(fields.name, value.*(fields.member), to), ...);
    };
    std::apply(each, T::fields());
    to.endMap();
}

template<class T>
void writeCbor(const T &value, QCborStreamWriter &to)
{
    if constexpr (HasCustomCodec<T>) {
        CustomCodec<T>::write(value, to);
    } else if constexpr (NamedEnum<T>) {
        to.append(nameOf(value));
    } else if constexpr (std::same_as<T, QString>) {
        to.append(QStringView(value));
    } else if constexpr (std::same_as<T, bool> || std::same_as<T, QByteArray>) {
        to.append(value);
    } else if constexpr (std::integral<T>) {
        to.append(static_cast<qint64>(value));
    } else if constexpr (codec::ListTraits<T>::value) {
        to.startArray(static_cast<quint64>(value.size()));
        for (const auto &item : value) {
            writeCbor(item, to);
        }
        to.endArray();
    } else if constexpr (std::same_as<T, QMap<QString, QString>>) {
        to.startMap(static_cast<quint64>(value.size()));
        for (auto it = value.cbegin(); it != value.cend(); ++it) {
            to.append(QStringView(it.key()));
            to.append(QStringView(it.value()));
        }
        to.endMap();
    } else if constexpr (kIsVariant<T>) {
        codec::writeTagged(value, to);
    } else {
        static_assert(HasFields<T>, "give the struct a fields(), or specialise CustomCodec");
        writeFields(value, to);
    }
}

template<class T>
QByteArray toCbor(const T &value)
{
    QByteArray bytes;
    QCborStreamWriter to(&bytes);
    writeCbor(value, to);
    return bytes;
}

/** The same as a tree, for JSON. */
template<class T>
QCborValue encode(const T &value)
{
    return QCborValue::fromCbor(toCbor(value));
}

} // namespace nsw
