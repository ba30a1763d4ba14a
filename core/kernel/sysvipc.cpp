// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernel/sysvipc.h"

#include <array>

namespace nsw
{

namespace
{

constexpr std::int8_t kAbsent = -1;

/** Where a file has what: the columns are those of its header. */
struct Layout {
    std::int8_t count;
    std::int8_t bytes;
    std::int8_t lastPid;
    std::int8_t uid;
    std::int8_t gid;
    qsizetype columns; ///< at least so many
};

// key msqid perms cbytes qnum lspid lrpid uid gid cuid cgid stime rtime ctime
constexpr Layout kMessages{.count = 4, .bytes = 3, .lastPid = 5, .uid = 7, .gid = 8, .columns = 14};
// key semid perms nsems uid gid cuid cgid otime ctime
constexpr Layout kSemaphores{
    .count = 3, .bytes = kAbsent, .lastPid = kAbsent, .uid = 4, .gid = 5, .columns = 10};
// key shmid perms size cpid lpid nattch uid gid cuid cgid atime dtime ctime rss swap
constexpr Layout kShared{.count = 6, .bytes = 3, .lastPid = 5, .uid = 7, .gid = 8, .columns = 14};

template<class T>
bool assign(T &to, const Columns &columns, std::int8_t column, int base = 10)
{
    if (column == kAbsent) {
        return true;
    }
    const auto value = parseNumber<T>(columns.at(column), base);
    to = value.value_or(T{});
    return value.has_value();
}

std::optional<SysvObject> parseLine(QByteArrayView line, const Layout &layout)
{
    constexpr std::uint32_t kPermissionBits = 0777; // SHM_DEST and SHM_LOCKED stand above them
    const auto columns = columnsOf(line);
    if (columns.size() < layout.columns) {
        return std::nullopt;
    }
    SysvObject object;
    const bool good = assign(object.key, columns, 0) && assign(object.id, columns, 1)
        && assign(object.mode, columns, 2, 8) && assign(object.count, columns, layout.count)
        && assign(object.bytes, columns, layout.bytes)
        && assign(object.lastPid, columns, layout.lastPid)
        && assign(object.uid, columns, layout.uid) && assign(object.gid, columns, layout.gid);
    if (!good) {
        return std::nullopt;
    }
    object.mode &= kPermissionBits;
    return object;
}

Rows<SysvObject> parse(QByteArrayView bytes, const Layout &layout)
{
    constexpr qsizetype kHeader = 1;
    return rowsOf<SysvObject>(
        bytes, [&](QByteArrayView line) { return parseLine(line, layout); }, kHeader);
}

} // namespace

Rows<SysvObject> parseMessageQueues(QByteArrayView bytes)
{
    return parse(bytes, kMessages);
}

Rows<SysvObject> parseSemaphoreSets(QByteArrayView bytes)
{
    return parse(bytes, kSemaphores);
}

Rows<SysvObject> parseSharedMemory(QByteArrayView bytes)
{
    return parse(bytes, kShared);
}

} // namespace nsw
