// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/expectation.h"

/** Members of an expectation as a person would write them; nothing of it depends on a language. */
namespace nsw::expecttext
{

QString nothing();

QString of(const QString &text);
QString of(std::int64_t number);
inline QString of(std::int32_t number)
{
    return of(std::int64_t{number});
}
inline QString of(std::uint32_t number)
{
    return of(std::int64_t{number});
}
QString of(const IdRange &range);
QString of(const ExpectedMount &mount);
QString of(const ExpectedLink &link);
QString of(const ExpectedAddress &address);
QString of(const ExpectedRoute &route);
QString of(const ExpectedFailure &failure);

template<NamedEnum E>
QString of(E value)
{
    return nameOf(value);
}

template<class T>
QString of(const QList<T> &list)
{
    QStringList texts;
    for (const T &item : list) {
        texts << of(item);
    }
    return list.isEmpty() ? nothing() : texts.join(QLatin1StringView(", "));
}

} // namespace nsw::expecttext
