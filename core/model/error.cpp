// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error.h"

#include <cstring>

namespace nsw
{

namespace
{

constexpr int kLastErrno = 133; // EHWPOISON, the last of <asm-generic/errno.h>

} // namespace

QString errnoName(Errno error)
{
    const char *name = strerrorname_np(error.value);
    return name == nullptr ? QString::number(error.value) : QString::fromLatin1(name);
}

Errno errnoOfName(const QString &name)
{
    for (int value = 1; value <= kLastErrno; ++value) {
        if (errnoName({value}) == name) {
            return {value};
        }
    }
    return {};
}

} // namespace nsw
