// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"
#include "core/model/fields.h"
#include "core/model/finding.h"

#include <QByteArray>
#include <QCborArray>
#include <QCborMap>
#include <QCborValue>
#include <QMap>
#include <QStringList>

#include <concepts>
#include <expected>
#include <limits>
#include <optional>

/**
 * Values ⇄ QCborValue, derived from the fields() of each struct.
 *
 * Decoding is strict: an unknown key, a wrong type or a number that does not fit is a Finding with
 * the path of the place. A QCborValue also stands for JSON here (see core/store/json.h).
 */
namespace nsw
{

template<class T>
using Decoded = std::expected<T, Finding>;

/** Specialise for a type whose written form is not derived: `encode(T)` and `decode(value, path)`.
 */
template<class T>
struct CustomCodec;

template<class T>
concept HasCustomCodec = requires(const T &t) { CustomCodec<T>::encode(t); };

namespace codec
{

std::unexpected<Finding>
wrongType(const QString &path, const QCborValue &found, const QString &expected);
std::unexpected<Finding>
fail(FindingCode code, const QString &path, const QString &found, const QString &expected);
QString member(const QString &path, QLatin1StringView name);
QString element(const QString &path, qsizetype index);

template<class T>
struct ListTraits : std::false_type {
};
template<class T>
struct ListTraits<QList<T>> : std::true_type {
    using Element = T;
};
template<class T>
struct OptionalTraits : std::false_type {
    using Value = T;
};
template<class T>
struct OptionalTraits<std::optional<T>> : std::true_type {
    using Value = T;
};

} // namespace codec

template<class T>
QCborValue encode(const T &value);

template<class T>
Decoded<T> decode(const QCborValue &value, const QString &path = {});

namespace codec
{

/** An absent optional is left out. */
template<class T, class F>
void encodeField(const T &value, const F &one, QCborMap &map)
{
    const auto &part = value.*(one.member);
    if constexpr (!OptionalTraits<std::decay_t<decltype(part)>>::value) {
        map.insert(QString(one.name), encode(part));
    } else if (part) {
        map.insert(QString(one.name), encode(*part));
    }
}

} // namespace codec

template<HasFields T>
void encodeFields(const T &value, QCborMap &map)
{
    std::apply([&](const auto &...fields) { (codec::encodeField(value, fields, map), ...); },
               T::fields());
}

template<class... Alternatives>
QCborValue encodeTagged(const std::variant<Alternatives...> &value)
{
    return std::visit(
        []<class A>(const A &alternative) -> QCborValue {
            QCborMap map;
            if constexpr (Newtype<A>) {
                map.insert(QString(A::kTag), encode(alternative.value));
            } else {
                map.insert(QString(A::kTag), encode(alternative));
            }
            return map;
        },
        value);
}

template<class T>
QCborValue encode(const T &value)
{
    if constexpr (HasCustomCodec<T>) {
        return CustomCodec<T>::encode(value);
    } else if constexpr (NamedEnum<T>) {
        return QCborValue(nameOf(value));
    } else if constexpr (std::same_as<T, bool> || std::same_as<T, QString>
                         || std::same_as<T, QByteArray>) {
        return QCborValue(value);
    } else if constexpr (std::integral<T>) {
        return QCborValue(static_cast<qint64>(value));
    } else if constexpr (codec::ListTraits<T>::value) {
        QCborArray array;
        for (const auto &item : value) {
            array.append(encode(item));
        }
        return array;
    } else if constexpr (std::same_as<T, QMap<QString, QString>>) {
        QCborMap map;
        for (auto it = value.cbegin(); it != value.cend(); ++it) {
            map.insert(it.key(), it.value());
        }
        return map;
    } else if constexpr (kIsVariant<T>) {
        return encodeTagged(value);
    } else {
        static_assert(HasFields<T>, "give the struct a fields(), or specialise CustomCodec");
        QCborMap map;
        encodeFields(value, map);
        return map;
    }
}

namespace codec
{

template<std::integral T>
Decoded<T> decodeInteger(const QCborValue &value, const QString &path)
{
    const auto range = [] {
        return QString::number(std::numeric_limits<T>::min()) + u" … "
            + QString::number(std::numeric_limits<T>::max());
    };
    if (!value.isInteger()) {
        return wrongType(path, value, QStringLiteral("integer"));
    }
    if (!std::in_range<T>(value.toInteger())) {
        return fail(FindingCode::OutOfRange, path, QString::number(value.toInteger()), range());
    }
    return static_cast<T>(value.toInteger());
}

template<class T>
Decoded<T> decodeList(const QCborValue &value, const QString &path)
{
    if (!value.isArray()) {
        return wrongType(path, value, QStringLiteral("array"));
    }
    T list;
    const QCborArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        auto item = decode<typename ListTraits<T>::Element>(array.at(i), element(path, i));
        if (!item) {
            return std::unexpected(item.error());
        }
        list.append(*std::move(item));
    }
    return list;
}

Decoded<QMap<QString, QString>> decodeStringMap(const QCborValue &value, const QString &path);

/** Every key of `map` must be among `names`. */
std::optional<Finding>
unknownKey(const QCborMap &map, const QList<QLatin1StringView> &names, const QString &path);

template<NamedEnum T>
Decoded<T> decodeEnum(const QCborValue &value, const QString &path)
{
    if (!value.isString()) {
        return wrongType(path, value, QStringLiteral("string"));
    }
    const QString text = value.toString();
    QStringList known;
    for (std::size_t i = 0; i < EnumNames<T>::kValues.size(); ++i) {
        if (text == EnumNames<T>::kValues.at(i)) {
            return static_cast<T>(i);
        }
        known << EnumNames<T>::kValues.at(i);
    }
    return fail(FindingCode::UnknownName, path, text, known.join(u", "));
}

template<class V>
struct TaggedDecoder;

template<class... Alternatives>
struct TaggedDecoder<std::variant<Alternatives...>> {
    using V = std::variant<Alternatives...>;

    static Decoded<V> decodeAny(const QCborValue &value, const QString &path)
    {
        const QStringList tags{QString(Alternatives::kTag)...};
        if (!value.isMap()) {
            return wrongType(path, value, QStringLiteral("object"));
        }
        const QCborMap map = value.toMap();
        if (map.size() != 1 || !map.cbegin().key().isString()
            || !tags.contains(map.cbegin().key().toString())) {
            QStringList keys;
            for (const auto &entry : map) {
                keys << entry.first.toString();
            }
            return fail(FindingCode::NotOneAlternative, path, keys.join(u", "), tags.join(u", "));
        }
        return decodeAs(map.cbegin().key().toString(), map.cbegin().value(), path);
    }

    static Decoded<V> decodeAs(const QString &tag, const QCborValue &value, const QString &path)
    {
        Decoded<V> result = fail(FindingCode::UnknownName,
                                 path,
                                 tag,
                                 QStringList{QString(Alternatives::kTag)...}.join(u", "));
        const auto attempt = [&]<class A>(std::type_identity<A>) {
            if (tag != A::kTag) {
                return;
            }
            if constexpr (Newtype<A>) {
                auto inner = decode<decltype(A::value)>(value, member(path, A::kTag));
                result = inner ? Decoded<V>(A{*std::move(inner)}) : std::unexpected(inner.error());
            } else {
                auto inner = decode<A>(value, member(path, A::kTag));
                result = inner ? Decoded<V>(*std::move(inner)) : std::unexpected(inner.error());
            }
        };
        (attempt(std::type_identity<Alternatives>{}), ...);
        return result;
    }
};

} // namespace codec

/**
 * Reads the fields of T out of a map. `alsoKnown` are keys that stand in the same map and belong to
 * the caller, such as the name of an event.
 */
template<HasFields T>
Decoded<T> decodeFields(const QCborMap &map,
                        const QString &path,
                        const QList<QLatin1StringView> &alsoKnown = {})
{
    T result{};
    std::optional<Finding> problem;
    QList<QLatin1StringView> names = alsoKnown;
    [[maybe_unused]] const auto take = [&]<class F>(const F &f) {
        names << f.name;
        if (problem) {
            return;
        }
        const auto at = map.constFind(f.name);
        if (at == map.cend()) {
            if (f.required) {
                problem = Finding{Severity::Error, FindingCode::MissingField, path, {}, f.name};
            }
            return;
        }
        auto &part = result.*(f.member);
        using Part = std::decay_t<decltype(part)>;
        using Value = typename codec::OptionalTraits<Part>::Value;
        if (auto value = decode<Value>(at.value(), codec::member(path, f.name))) {
            part = *std::move(value);
        } else {
            problem = value.error();
        }
    };
    std::apply([&](const auto &...fields) { (take(fields), ...); }, T::fields());
    // An unknown key is told first: a misspelt name is more often the cause than a missing one.
    if (const auto unknown = codec::unknownKey(map, names, path)) {
        return std::unexpected(*unknown);
    }
    if (problem) {
        return std::unexpected(*problem);
    }
    return result;
}

template<class T>
Decoded<T> decode(const QCborValue &value, const QString &path)
{
    if constexpr (HasCustomCodec<T>) {
        return CustomCodec<T>::decode(value, path);
    } else if constexpr (NamedEnum<T>) {
        return codec::decodeEnum<T>(value, path);
    } else if constexpr (std::same_as<T, bool>) {
        return value.isBool() ? Decoded<T>(value.toBool())
                              : codec::wrongType(path, value, QStringLiteral("boolean"));
    } else if constexpr (std::integral<T>) {
        return codec::decodeInteger<T>(value, path);
    } else if constexpr (std::same_as<T, QString>) {
        return value.isString() ? Decoded<T>(value.toString())
                                : codec::wrongType(path, value, QStringLiteral("string"));
    } else if constexpr (std::same_as<T, QByteArray>) {
        return value.isByteArray() ? Decoded<T>(value.toByteArray())
                                   : codec::wrongType(path, value, QStringLiteral("bytes"));
    } else if constexpr (codec::ListTraits<T>::value) {
        return codec::decodeList<T>(value, path);
    } else if constexpr (std::same_as<T, QMap<QString, QString>>) {
        return codec::decodeStringMap(value, path);
    } else if constexpr (kIsVariant<T>) {
        return codec::TaggedDecoder<T>::decodeAny(value, path);
    } else {
        static_assert(HasFields<T>, "give the struct a fields(), or specialise CustomCodec");
        if (!value.isMap()) {
            return codec::wrongType(path, value, QStringLiteral("object"));
        }
        return decodeFields<T>(value.toMap(), path);
    }
}

template<>
struct CustomCodec<Errno> {
    static QCborValue encode(const Errno &error);
    static Decoded<Errno> decode(const QCborValue &value, const QString &path);
};

/** Any object. */
template<>
struct CustomCodec<QCborMap> {
    static QCborValue encode(const QCborMap &map) { return map; }
    static Decoded<QCborMap> decode(const QCborValue &value, const QString &path)
    {
        return value.isMap() ? Decoded<QCborMap>(value.toMap())
                             : codec::wrongType(path, value, QStringLiteral("object"));
    }
};

/** A QCborValue inside a struct goes through as it is. */
template<>
struct CustomCodec<QCborValue> {
    static QCborValue encode(const QCborValue &value) { return value; }
    static Decoded<QCborValue> decode(const QCborValue &value, const QString &) { return value; }
};

} // namespace nsw
