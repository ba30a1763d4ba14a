// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/decodebase.h"

/** `{"new": {…}}` → the alternative of a variant that the only key names. */
namespace nsw::codec
{

template<class V>
struct TaggedDecoder;

template<class... Alternatives>
struct TaggedDecoder<std::variant<Alternatives...>> {
    using V = std::variant<Alternatives...>;

    static Decoded<V> decodeAny(CborReader &from)
    {
        const auto start = from.position();
        auto map = from.enter(CborReader::Type::Map);
        if (!map) {
            return wrongType(from, QStringLiteral("object"));
        }
        const QString tag = from.next(*map) ? takeQString(from).value_or(QString()) : QString();
        std::optional<Finding> problem;
        if (((tag == Alternatives::kTag) || ...)) {
            auto inner = decodeAs(tag, from);
            if (inner && !from.next(*map) && !from.isMalformed()) {
                return inner;
            }
            if (!inner) {
                problem = std::move(inner).error();
            }
        }
        from.rewind(start);
        const QStringList keys = keysOf(from);
        return problem && keys.size() == 1
            ? within(tag, *std::move(problem))
            : fail(FindingCode::NotOneAlternative, {}, keys.join(u", "), tags());
    }

    /** The alternative that `tag` names; a failure's path begins inside of what comes next. */
    static Decoded<V> decodeAs(const QString &tag, CborReader &from)
    {
        std::optional<Decoded<V>> result;
        const auto attempt = [&]<class A>(std::type_identity<A>) {
            if (tag != A::kTag) {
                return;
            }
            if constexpr (Newtype<A>) {
                auto inner = decode<decltype(A::value)>(from);
                inner ? result.emplace(A{*std::move(inner)})
                      : result.emplace(std::unexpect, std::move(inner).error());
            } else {
                auto inner = decode<A>(from);
                inner ? result.emplace(*std::move(inner))
                      : result.emplace(std::unexpect, std::move(inner).error());
            }
        };
        (attempt(std::type_identity<Alternatives>{}), ...);
        return result ? *std::move(result) : fail(FindingCode::UnknownName, {}, tag, tags());
    }

private:
    static QString tags() { return QStringList{QString(Alternatives::kTag)...}.join(u", "); }
};

} // namespace nsw::codec
