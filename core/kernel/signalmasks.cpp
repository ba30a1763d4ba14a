// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernel/signalmasks.h"

#include <QByteArray>

namespace nsw
{

namespace
{

std::uint64_t maskOf(QByteArrayView status, QByteArrayView name)
{
    const qsizetype at = status.indexOf(name);
    if (at < 0) {
        return 0;
    }
    const QByteArrayView rest = status.sliced(at + name.size());
    const qsizetype end = rest.indexOf('\n');
    return rest.first(end < 0 ? rest.size() : end).trimmed().toByteArray().toULongLong(nullptr, 16);
}

} // namespace

SignalMasks parseSignalMasks(QByteArrayView status)
{
    return {.blocked = maskOf(status, "\nSigBlk:"),
            .ignored = maskOf(status, "\nSigIgn:"),
            .caught = maskOf(status, "\nSigCgt:")};
}

} // namespace nsw
