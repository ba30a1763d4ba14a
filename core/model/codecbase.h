// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/fields.h"
#include "core/model/finding.h"

#include <QCborStreamWriter>
#include <QCborValue>

#include <expected>
#include <optional>

/** What encoding and decoding of values share; core/model/codec.h has the whole. */
namespace nsw
{

template<class T>
using Decoded = std::expected<T, Finding>;

/** Specialise for a type whose written form is not derived: `write(T, writer)` and
 * `decode(reader)`.
 */
template<class T>
struct CustomCodec;

template<class T>
concept HasCustomCodec
    = requires(const T &t, QCborStreamWriter &to) { CustomCodec<T>::write(t, to); };

namespace codec
{

std::unexpected<Finding>
fail(FindingCode code, const QString &path, const QString &found, const QString &expected);

QString member(const QString &path, QLatin1StringView name);
QString element(const QString &path, qsizetype index);

/** The same failure, seen from one level further out: `name.…`, `[index]…`. */
std::unexpected<Finding> within(QStringView name, Finding inner);
std::unexpected<Finding> within(qsizetype index, Finding inner);

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

} // namespace nsw
