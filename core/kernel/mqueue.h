// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <cstdint>
#include <optional>

namespace nsw
{

/** The bytes in a POSIX queue, out of what its file in a mqueue file system reads (mq_overview(7)).
 */
std::optional<std::uint64_t> parseQueueSize(QByteArrayView bytes);

} // namespace nsw
