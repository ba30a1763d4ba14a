// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace nsw
{

/** The list, or an empty one: no copy is made, so that pointers to its items stay good. */
template<class T>
const QList<T> &orNone(const QList<T> *list)
{
    static const QList<T> kNone;
    return list != nullptr ? *list : kNone;
}

} // namespace nsw
