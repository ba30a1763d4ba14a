// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernel/capabilities.h"
#include "core/kernel/cgrouppath.h"
#include "core/kernel/idmap.h"
#include "core/kernel/mountinfo.h"
#include "core/kernel/mqueue.h"
#include "core/kernel/processstat.h"
#include "core/kernel/procfs.h"
#include "core/kernel/signalmasks.h"
#include "core/kernel/status.h"
#include "core/kernel/timensoffsets.h"
#include "core/probe/subordinate.h"
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

/** The bytes as a file, and as the name in one, which may hold anything. */
Verdict feedStat(QByteArrayView bytes)
{
    const QByteArray named = "7 (" + bytes.toByteArray() + ") S 1 5 3 0\n";
    const bool isSame
        = parseStat(named) == ProcessStat{.pid = 7, .parent = 1, .group = 5, .session = 3};
    return {.understood = parseStat(bytes).has_value(),
            .wrong = isSame ? QString() : u"a name that passes for fields"_s};
}

Verdict feedSubordinates(QByteArrayView bytes)
{
    constexpr std::uint32_t kUser = 1000;
    constexpr std::uint64_t kIds = 0xffffffff;
    const auto ranges = parseSubordinates(bytes, "user", kUser);
    QByteArray written;
    for (const SubordinateRange &range : ranges) {
        if (range.first == 0 || range.count == 0
            || std::uint64_t{range.first} + range.count > kIds) {
            return {.understood = true, .wrong = u"ids that nobody can be given"_s};
        }
        written += "user:" + QByteArray::number(range.first) + ':' + QByteArray::number(range.count)
            + '\n';
    }
    const bool isSame = parseSubordinates(written, "user", kUser) == ranges;
    return {.understood = !ranges.isEmpty(),
            .wrong = isSame ? QString() : u"it reads back differently"_s};
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
