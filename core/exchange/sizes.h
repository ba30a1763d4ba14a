// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace nsw
{

/** The bytes of "size=16m", an option of a tmpfs (tmpfs(5)); absent for shares of the memory. */
inline std::optional<std::int64_t> bytesOfSize(const QString &option)
{
    if (!option.startsWith(QLatin1StringView("size="))) {
        return std::nullopt;
    }
    QString digits = option.sliced(5).toLower();
    const qsizetype unit = digits.isEmpty() ? -1 : QStringView(u"kmg").indexOf(digits.back());
    if (unit >= 0) {
        digits.chop(1);
    }
    bool isNumber = false;
    const std::int64_t number = digits.toLongLong(&isNumber);
    const auto shift = static_cast<int>(10 * (unit + 1));
    constexpr std::int64_t kMost = std::int64_t{1} << 62;
    return isNumber && number >= 0 && number <= (kMost >> shift) ? std::optional(number << shift)
                                                                 : std::nullopt;
}

} // namespace nsw
