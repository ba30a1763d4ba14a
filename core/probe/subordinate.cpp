// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/subordinate.h"

#include "core/kernel/procfs.h"
#include "core/kernel/text.h"

#include <array>

#include <fcntl.h>
#include <pwd.h>
#include <unistd.h>

namespace nsw
{

using Qt::StringLiterals::operator""_ba;

namespace
{

// More than any real file has; a huge one must not hold a session up.
constexpr qsizetype kMostRead = qsizetype{1} << 20;
constexpr std::size_t kEntrySize = std::size_t{16} << 10;
constexpr std::uint64_t kNoId = 0xffffffff; ///< (uid_t) -1, which is nobody

std::optional<SubordinateRange> rangeOf(QByteArrayView line, QByteArrayView name, std::uint32_t uid)
{
    const QByteArrayView owner = takeUntil(line, ':');
    const auto first = parseNumber<std::uint32_t>(takeUntil(line, ':'));
    const auto count = parseNumber<std::uint32_t>(line.trimmed());
    const bool isTheirs
        = (!name.isEmpty() && owner == name) || parseNumber<std::uint32_t>(owner) == uid;
    if (!isTheirs || !first || !count || *first == 0 || *count == 0
        || std::uint64_t{*first} + *count > kNoId) {
        return std::nullopt;
    }
    return SubordinateRange{.first = *first, .count = *count};
}

QByteArray nameOfUser(uid_t user)
{
    std::array<char, kEntrySize> buffer{};
    passwd entry{};
    passwd *found = nullptr;
    return ::getpwuid_r(user, &entry, buffer.data(), buffer.size(), &found) == 0 && found != nullptr
        ? QByteArray(found->pw_name)
        : QByteArray();
}

} // namespace

QList<SubordinateRange>
parseSubordinates(QByteArrayView file, QByteArrayView name, std::uint32_t uid)
{
    return rowsOf<SubordinateRange>(file,
                                    [&](QByteArrayView line) { return rangeOf(line, name, uid); })
        .rows;
}

Subordinates subordinatesOf(uid_t user)
{
    const UniqueFd etc(::open("/etc", O_PATH | O_DIRECTORY | O_CLOEXEC));
    const auto uids = readAt(etc.get(), "subuid"_ba, kMostRead);
    const auto gids = readAt(etc.get(), "subgid"_ba, kMostRead);
    if (!uids && !gids) {
        return {};
    }
    const QByteArray name = nameOfUser(user);
    return {.uids = parseSubordinates(uids.value_or(QByteArray()), name, user),
            .gids = parseSubordinates(gids.value_or(QByteArray()), name, user)};
}

} // namespace nsw
