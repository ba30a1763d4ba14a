// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/codecbase.h"

#include <QByteArray>
#include <QCborArray>
#include <QCborMap>
#include <QMap>
#include <QStringList>

#include <concepts>
#include <limits>

/**
 * QCborValue → values, derived from the fields() of each struct.
 *
 * Strict: an unknown key, a wrong type or a number that does not fit is a Finding. Its path is put
 * together on the way out, so that only failures pay for it.
 */
namespace nsw
{

template<class T>
Decoded<T> decode(const QCborValue &value);

namespace codec
{

template<std::integral T>
Decoded<T> decodeInteger(const QCborValue &value)
{
    if (!value.isInteger()) {
        return wrongType(value, QStringLiteral("integer"));
    }
    if (!std::in_range<T>(value.toInteger())) {
        const QString range = QString::number(std::numeric_limits<T>::min()) + u" … "
            + QString::number(std::numeric_limits<T>::max());
        return fail(FindingCode::OutOfRange, {}, QString::number(value.toInteger()), range);
    }
    return static_cast<T>(value.toInteger());
}

template<class T>
Decoded<T> decodeList(const QCborValue &value)
{
    if (!value.isArray()) {
        return wrongType(value, QStringLiteral("array"));
    }
    const QCborArray array = value.toArray();
    T list;
    list.reserve(array.size());
    for (qsizetype i = 0; i < array.size(); ++i) {
        auto item = decode<typename ListTraits<T>::Element>(array.at(i));
        if (!item) {
            return within(i, std::move(item).error());
        }
        list.append(*std::move(item));
    }
    return list;
}

Decoded<QMap<QString, QString>> decodeStringMap(const QCborValue &value);

template<NamedEnum T>
Decoded<T> decodeEnum(const QCborValue &value)
{
    if (!value.isString()) {
        return wrongType(value, QStringLiteral("string"));
    }
    const QString text = value.toString();
    for (std::size_t i = 0; i < EnumNames<T>::kValues.size(); ++i) {
        if (text == EnumNames<T>::kValues.at(i)) {
            return static_cast<T>(i);
        }
    }
    QStringList known;
    for (const QLatin1StringView name : EnumNames<T>::kValues) {
        known << name;
    }
    return fail(FindingCode::UnknownName, {}, text, known.join(u", "));
}

template<class V>
struct TaggedDecoder;

template<class... Alternatives>
struct TaggedDecoder<std::variant<Alternatives...>> {
    using V = std::variant<Alternatives...>;

    static Decoded<V> decodeAny(const QCborValue &value)
    {
        if (!value.isMap()) {
            return wrongType(value, QStringLiteral("object"));
        }
        const QCborMap map = value.toMap();
        const QString tag = map.size() == 1 ? map.cbegin().key().toString() : QString();
        if (((tag != Alternatives::kTag) && ...)) {
            QStringList keys;
            for (const auto &entry : map) {
                keys << entry.first.toString();
            }
            return fail(FindingCode::NotOneAlternative, {}, keys.join(u", "), tags());
        }
        auto inner = decodeAs(tag, map.cbegin().value());
        return inner ? std::move(inner) : within(tag, std::move(inner).error());
    }

    /** The alternative that `tag` names; a failure's path begins inside `value`. */
    static Decoded<V> decodeAs(const QString &tag, const QCborValue &value)
    {
        std::optional<Decoded<V>> result;
        const auto attempt = [&]<class A>(std::type_identity<A>) {
            if (tag != A::kTag) {
                return;
            }
            if constexpr (Newtype<A>) {
                auto inner = decode<decltype(A::value)>(value);
                result = inner ? Decoded<V>(A{*std::move(inner)}) : std::unexpected(inner.error());
            } else {
                auto inner = decode<A>(value);
                result = inner ? Decoded<V>(*std::move(inner)) : std::unexpected(inner.error());
            }
        };
        (attempt(std::type_identity<Alternatives>{}), ...);
        return result ? *std::move(result) : fail(FindingCode::UnknownName, {}, tag, tags());
    }

private:
    static QString tags() { return QStringList{QString(Alternatives::kTag)...}.join(u", "); }
};

/** The Finding for a key of `map` that is not among `names`; there is one. */
std::unexpected<Finding> unknownKey(const QCborMap &map, const QList<QLatin1StringView> &names);

} // namespace codec

/**
 * Reads the fields of T out of a map. `alsoKnown` is a key that stands in the same map and belongs
 * to the caller, such as the name of an event.
 */
template<HasFields T>
Decoded<T> decodeFields(const QCborMap &map, QLatin1StringView alsoKnown = {})
{
    T result{};
    std::optional<Finding> problem;
    qsizetype found = !alsoKnown.isEmpty() && map.contains(alsoKnown) ? 1 : 0;
    [[maybe_unused]] const auto take = [&]<class F>(const F &f) {
        const auto at = map.constFind(f.name);
        if (at == map.cend()) {
            if (f.required && !problem) {
                problem = Finding{Severity::Error, FindingCode::MissingField, {}, {}, f.name};
            }
            return;
        }
        ++found;
        if (problem) {
            return;
        }
        auto &part = result.*(f.member);
        using Part = std::decay_t<decltype(part)>;
        using Value = typename codec::OptionalTraits<Part>::Value;
        if (auto value = decode<Value>(at.value())) {
            part = *std::move(value);
        } else {
            problem = codec::within(QString(f.name), std::move(value).error()).error();
        }
    };
    std::apply([&](const auto &...fields) { (take(fields), ...); }, T::fields());
    // An unknown key is told first: a misspelt name is more often the cause than a missing one.
    if (found != map.size()) {
        QList<QLatin1StringView> names;
        if (!alsoKnown.isEmpty()) {
            names << alsoKnown;
        }
        std::apply([&](const auto &...fields) { ((names << fields.name), ...); }, T::fields());
        return codec::unknownKey(map, names);
    }
    if (problem) {
        return std::unexpected(*std::move(problem));
    }
    return result;
}

template<class T>
Decoded<T> decode(const QCborValue &value)
{
    if constexpr (HasCustomCodec<T>) {
        return CustomCodec<T>::decode(value);
    } else if constexpr (NamedEnum<T>) {
        return codec::decodeEnum<T>(value);
    } else if constexpr (std::same_as<T, bool>) {
        return value.isBool() ? Decoded<T>(value.toBool())
                              : codec::wrongType(value, QStringLiteral("boolean"));
    } else if constexpr (std::integral<T>) {
        return codec::decodeInteger<T>(value);
    } else if constexpr (std::same_as<T, QString>) {
        return value.isString() ? Decoded<T>(value.toString())
                                : codec::wrongType(value, QStringLiteral("string"));
    } else if constexpr (std::same_as<T, QByteArray>) {
        return value.isByteArray() ? Decoded<T>(value.toByteArray())
                                   : codec::wrongType(value, QStringLiteral("bytes"));
    } else if constexpr (codec::ListTraits<T>::value) {
        return codec::decodeList<T>(value);
    } else if constexpr (std::same_as<T, QMap<QString, QString>>) {
        return codec::decodeStringMap(value);
    } else if constexpr (kIsVariant<T>) {
        return codec::TaggedDecoder<T>::decodeAny(value);
    } else {
        static_assert(HasFields<T>, "give the struct a fields(), or specialise CustomCodec");
        if (!value.isMap()) {
            return codec::wrongType(value, QStringLiteral("object"));
        }
        return decodeFields<T>(value.toMap());
    }
}

} // namespace nsw
