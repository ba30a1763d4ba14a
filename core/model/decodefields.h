// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/decodebase.h"

#include <limits>
#include <utility>

/** A map → the fields of a struct, whatever order the keys have. */
namespace nsw
{

namespace codec
{

template<HasFields T>
class FieldsDecoder
{
    static constexpr auto kFields = T::fields();
    static constexpr std::size_t kCount = std::tuple_size_v<decltype(T::fields())>;
    static constexpr auto kIndices = std::make_index_sequence<kCount>{};
    using Seen = std::uint32_t;
    static_assert(kCount <= std::numeric_limits<Seen>::digits);

public:
    FieldsDecoder(CborReader &from, QLatin1StringView alsoKnown)
        : m_from(from)
        , m_alsoKnown(alsoKnown)
    {
    }

    Decoded<T> decode()
    {
        auto map = m_from.enter(CborReader::Type::Map);
        if (!map) {
            return wrongType(m_from, QStringLiteral("object"));
        }
        while (m_from.next(*map)) {
            const auto start = m_from.position();
            const auto key = m_from.takeText();
            if (!key || !(take(*key, kIndices) || takeAlsoKnown(*key))) {
                m_from.rewind(start);
                refuse();
            }
        }
        return result();
    }

private:
    template<std::size_t... I>
    bool take([[maybe_unused]] QByteArrayView key, std::index_sequence<I...>)
    {
        return (takeField<I>(key) || ...);
    }

    /** False when the key is not that of this field, or stands there again. */
    template<std::size_t I>
    bool takeField(QByteArrayView key)
    {
        constexpr auto kField = std::get<I>(kFields);
        constexpr Seen kBit = Seen{1} << I;
        if ((m_seen & kBit) != 0 || !isSame(key, kField.name)) {
            return false;
        }
        m_seen |= kBit;
        auto &part = m_result.*(kField.member);
        const auto start = m_from.position();
        using Part = std::decay_t<decltype(part)>;
        if (auto value = nsw::decode<typename OptionalTraits<Part>::Value>(m_from)) {
            part = *std::move(value);
        } else {
            note(I, within(QString(kField.name), std::move(value).error()).error());
            m_from.rewind(start);
            m_from.skip();
        }
        return true;
    }

    bool takeAlsoKnown(QByteArrayView key)
    {
        if (m_alsoSeen || m_alsoKnown.isEmpty() || !isSame(key, m_alsoKnown)) {
            return false;
        }
        m_alsoSeen = true;
        m_from.skip();
        return true;
    }

    void refuse()
    {
        if (!m_stranger) {
            const auto start = m_from.position();
            m_stranger = strangeKey(m_from, names(kIndices));
            m_from.rewind(start);
        }
        m_from.skip();
        m_from.skip();
    }

    template<std::size_t... I>
    [[nodiscard]] QStringList names(std::index_sequence<I...>) const
    {
        QStringList names;
        if (!m_alsoKnown.isEmpty()) {
            names << m_alsoKnown;
        }
        return names << QStringList{QString(std::get<I>(kFields).name)...};
    }

    /** Of several problems the one of the first field is told, whatever order the keys have. */
    void note(std::size_t index, Finding problem)
    {
        if (index < m_problemAt) {
            m_problemAt = index;
            m_problem = std::move(problem);
        }
    }

    template<std::size_t... I>
    void noteMissing(std::index_sequence<I...>)
    {
        [[maybe_unused]] const auto check
            = [this](std::size_t index, bool required, QLatin1StringView name) {
                  if (required && (m_seen & (Seen{1} << index)) == 0) {
                      note(index, fail(FindingCode::MissingField, {}, {}, QString(name)).error());
                  }
              };
        (check(I, std::get<I>(kFields).required, std::get<I>(kFields).name), ...);
    }

    Decoded<T> result()
    {
        // An unknown key is told first: a misspelt name is more often the cause than a missing one.
        if (m_stranger) {
            return std::unexpected(*std::move(m_stranger));
        }
        if (!m_from.isMalformed()) {
            noteMissing(kIndices);
        }
        if (m_problem) {
            return std::unexpected(*std::move(m_problem));
        }
        return m_from.isMalformed() ? malformed() : Decoded<T>(std::move(m_result));
    }

    CborReader &m_from;
    QLatin1StringView m_alsoKnown;
    T m_result{};
    Seen m_seen = 0;
    bool m_alsoSeen = false;
    std::optional<Finding> m_stranger;
    std::optional<Finding> m_problem;
    std::size_t m_problemAt = kCount;
};

} // namespace codec

/**
 * Reads the fields of T out of a map. `alsoKnown` is a key that stands in the same map and belongs
 * to the caller, such as the name of an event.
 */
template<HasFields T>
Decoded<T> decodeFields(CborReader &from, QLatin1StringView alsoKnown = {})
{
    return codec::FieldsDecoder<T>(from, alsoKnown).decode();
}

} // namespace nsw
