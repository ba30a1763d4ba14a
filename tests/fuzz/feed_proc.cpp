// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernel/capabilities.h"
#include "core/kernel/cgrouppath.h"
#include "core/kernel/idmap.h"
#include "core/kernel/mountinfo.h"
#include "core/kernel/mqueue.h"
#include "core/kernel/procfs.h"
#include "core/kernel/signalmasks.h"
#include "core/kernel/status.h"
#include "core/kernel/timensoffsets.h"
#include "tests/fuzz/targets.h"

#include <bit>
#include <csignal>

namespace nsw::fuzz
{

using Qt::StringLiterals::operator""_s;

namespace
{

qsizetype linesOf(QByteArrayView bytes)
{
    return bytes.count('\n') + (bytes.isEmpty() || bytes.back() == '\n' ? 0 : 1);
}

/** Each line is a row, or is named as one that made no sense. */
template<class T>
Verdict verdictOn(const Rows<T> &rows, QByteArrayView bytes, qsizetype skipped = 0)
{
    const qsizetype lines = std::max<qsizetype>(linesOf(bytes) - skipped, 0);
    Verdict verdict{.understood = !rows.rows.isEmpty(), .wrong = {}};
    if (rows.rows.size() + rows.badLines.size() != lines) {
        verdict.wrong = u"%1 rows and %2 bad ones of %3 lines"_s.arg(rows.rows.size())
                            .arg(rows.badLines.size())
                            .arg(lines);
    }
    return verdict;
}

} // namespace

Verdict feedIdMap(QByteArrayView bytes)
{
    const auto map = parseIdMap(bytes);
    QByteArray written;
    for (const MappedRange &range : map.rows) {
        written += QByteArray::number(range.inside) + ' ' + QByteArray::number(range.outside) + ' '
            + QByteArray::number(range.count) + '\n';
    }
    Verdict verdict = verdictOn(map, bytes);
    if (verdict.wrong.isEmpty() && parseIdMap(written).rows != map.rows) {
        verdict.wrong = u"it reads back differently"_s;
    }
    return verdict;
}

Verdict feedMountinfo(QByteArrayView bytes)
{
    const auto mounts = parseMountinfo(bytes);
    Verdict verdict = verdictOn(mounts, bytes);
    const auto places = parseMountPlaces(bytes);
    if (places.size() < mounts.rows.size()) {
        verdict.wrong = u"a mount without a place"_s;
    }
    return verdict;
}

Verdict feedStatus(QByteArrayView bytes)
{
    const auto status = parseStatus(bytes);
    Verdict verdict{.understood = status.has_value(), .wrong = {}};
    if (status && status->pids.isEmpty()) {
        verdict.wrong = u"a process without a PID"_s;
    }
    const std::uint64_t sets = status ? status->effective : 0;
    if (std::popcount(sets) != capabilityNames(sets).size()) {
        verdict.wrong = u"a capability without a name"_s;
    }
    if (parseSignalMasks(bytes).ignores(SIGKILL) && !bytes.contains("SigIgn")) {
        verdict.wrong = u"a mask out of nothing"_s;
    }
    return verdict;
}

/** The smaller files below /proc, one after the other. */
Verdict feedProcTexts(QByteArrayView bytes)
{
    Verdict all = verdictOn(parseCgroupPaths(bytes), bytes);
    all.understood = parseClockOffsets(bytes).has_value() || all.understood;
    all.understood = parseQueueSize(bytes) || all.understood;
    all.understood = namespaceInodeOf(bytes.toByteArray()) != 0 || all.understood;
    return all;
}

} // namespace nsw::fuzz
