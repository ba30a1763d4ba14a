// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernel/processstat.h"

#include "core/kernel/text.h"

namespace nsw
{

std::optional<ProcessStat> parseStat(QByteArrayView bytes)
{
    const qsizetype name = bytes.indexOf(" (");
    const qsizetype end = bytes.lastIndexOf(") ");
    if (name < 0 || end < name) {
        return std::nullopt;
    }
    constexpr qsizetype kParenthesis = 2; // and the space
    QByteArrayView rest = bytes.sliced(end + kParenthesis);
    const bool hasState = takeUntil(rest, ' ').size() == 1;
    const auto pid = parseNumber<std::int32_t>(bytes.first(name));
    const auto parent = parseNumber<std::int32_t>(takeUntil(rest, ' '));
    const auto group = parseNumber<std::int32_t>(takeUntil(rest, ' '));
    const auto session = parseNumber<std::int32_t>(takeUntil(rest, ' '));
    if (!hasState || !pid || !parent || !group || !session) {
        return std::nullopt;
    }
    return ProcessStat{.pid = *pid, .parent = *parent, .group = *group, .session = *session};
}

} // namespace nsw
