// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

#include <array>
#include <tuple>
#include <type_traits>
#include <variant>

/**
 * How a plain value names its parts.
 *
 * A struct of the model lists its members once, in `static constexpr auto fields()`. From that one
 * list the file format, the wire format, `--json` and the comparison of two facets are derived, so
 * they cannot drift apart.
 */
namespace nsw
{

/** A member and the name it has in files and on the wire. */
template<class Owner, class Member>
struct Field {
    QLatin1StringView name;
    Member Owner::*member;
    bool required = false;
};

template<class Owner, class Member>
consteval Field<Owner, Member> field(const char *name, Member Owner::*member)
{
    return {QLatin1StringView(name), member, false};
}

/** A member without which the value makes no sense; reading it from a file fails when it is absent.
 */
template<class Owner, class Member>
consteval Field<Owner, Member> requiredField(const char *name, Member Owner::*member)
{
    return {QLatin1StringView(name), member, true};
}

template<class T>
concept HasFields = requires { T::fields(); };

/** An alternative of a variant, named by its own tag: `{"new": {…}}`, `{"join": {…}}`. */
template<class T>
concept Tagged = requires { T::kTag.size(); };

/** A struct around one value, written as that value alone. */
template<class T>
concept Newtype = Tagged<T> && requires(T t) { t.value; } && !HasFields<T>;

template<class T>
inline constexpr bool kIsVariant = false;
template<class... Ts>
inline constexpr bool kIsVariant<std::variant<Ts...>> = true;

/** Specialise with `static constexpr std::array<QLatin1StringView, N> values`, in enumerator order
 * from 0. */
template<class E>
struct EnumNames;

template<class E>
concept NamedEnum = std::is_enum_v<E> && requires { EnumNames<E>::kValues.size(); };

template<NamedEnum E>
constexpr QLatin1StringView nameOf(E value)
{
    return EnumNames<E>::kValues.at(static_cast<std::size_t>(value));
}

} // namespace nsw
