// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernel/idmap.h"

namespace nsw
{

Rows<MappedRange> parseIdMap(QByteArrayView bytes)
{
    return rowsOf<MappedRange>(bytes, [](QByteArrayView line) -> std::optional<MappedRange> {
        const auto numbers = numbersOf<std::uint32_t>(line, 3);
        if (!numbers || numbers->size() != 3) {
            return std::nullopt;
        }
        return MappedRange{
            .inside = numbers->at(0), .outside = numbers->at(1), .count = numbers->at(2)};
    });
}

} // namespace nsw
