// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/time.h"

#include "core/kernel/timensoffsets.h"
#include "core/probe/clockzero.h"
#include "core/probe/reading.h"

namespace nsw
{

using Qt::StringLiterals::operator""_ba;

namespace
{

Result<ClockOffsets> offsetsAt(int proc, const QByteArray &path)
{
    const auto bytes = readProc(proc, path);
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    const auto offsets = parseClockOffsets(*bytes);
    if (!offsets) {
        return std::unexpected(notUnderstood(path, QString::number(1)));
    }
    return *offsets;
}

} // namespace

Result<TimeFacet> takeTime(const Vantage &vantage)
{
    TimeFacet facet;
    ClockOffsets offsets;
    if (const auto read = offsetsAt(vantage.proc, entryOf(vantage, "timens_offsets"_ba))) {
        offsets = *read;
    } else {
        facet.diagnostics << read.error();
    }
    // The reader may stand in another time namespace than the one it looks at.
    const auto own = offsetsAt(vantage.proc, "self/timens_offsets"_ba);
    const ClockZeros zeros = clockZeros(own.value_or(ClockOffsets{}));
    facet.monotonicOffset = offsets.monotonic.seconds;
    facet.boottimeOffset = offsets.boottime.seconds;
    facet.monotonicZero = zeros.monotonic - facet.monotonicOffset;
    facet.boottimeZero = zeros.boottime - facet.boottimeOffset;
    return facet;
}

} // namespace nsw
