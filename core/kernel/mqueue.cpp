// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernel/mqueue.h"

#include "core/kernel/text.h"

namespace nsw
{

std::optional<std::uint64_t> parseQueueSize(QByteArrayView bytes)
{
    constexpr QByteArrayView kKey("QSIZE:");
    for (const QByteArrayView column : columnsOf(bytes.trimmed())) {
        if (column.startsWith(kKey)) {
            return parseNumber<std::uint64_t>(column.sliced(kKey.size()));
        }
    }
    return std::nullopt;
}

} // namespace nsw
