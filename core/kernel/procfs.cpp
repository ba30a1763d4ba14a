// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernel/procfs.h"

#include "core/kernel/failure.h"
#include "core/kernel/text.h"

#include <algorithm>
#include <climits>
#include <memory>

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

namespace nsw
{

using Qt::StringLiterals::operator""_L1;
using Qt::StringLiterals::operator""_ba;

namespace
{

// Most files below /proc/PID fit, so that one read and the one that says "end" suffice.
constexpr qsizetype kChunk = 4096;

std::unexpected<Error> failureAt(QLatin1StringView operation, const QByteArray &path)
{
    const int error = errno;
    return failure(operation, QString::fromUtf8(path), error);
}

struct CloseDirectory {
    void operator()(DIR *directory) const { ::closedir(directory); }
};
using Directory = std::unique_ptr<DIR, CloseDirectory>;

/** Calls `visit` with every name. Opens anew, so that the position of `directory` stays as it is.
 */
template<class Visit>
Result<void> visitNames(int directory, const QByteArray &path, Visit visit)
{
    auto fd = openAt(directory, path, O_DIRECTORY);
    if (!fd) {
        return std::unexpected(fd.error());
    }
    const Directory stream(::fdopendir(fd->get()));
    if (!stream) {
        return failureAt("fdopendir"_L1, path);
    }
    static_cast<void>(fd->release());
    errno = 0;
    // NOLINTNEXTLINE(concurrency-mt-unsafe): the stream is this call's own
    while (const dirent *entry = ::readdir(stream.get())) {
        visit(QByteArrayView(static_cast<const char *>(entry->d_name)));
        errno = 0;
    }
    if (errno != 0) {
        return failureAt("readdir"_L1, path);
    }
    return {};
}

} // namespace

Result<UniqueFd> openAt(int directory, const QByteArray &path, int flags)
{
    UniqueFd fd(::openat(
        directory, path.constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | flags));
    if (!fd.isValid()) {
        return failureAt("open"_L1, path);
    }
    return fd;
}

Result<QByteArray> readAt(int directory, const QByteArray &path, qsizetype limit)
{
    const auto fd = openAt(directory, path);
    if (!fd) {
        return std::unexpected(fd.error());
    }
    return readWhole(fd->get(), path, limit);
}

Result<QByteArray> readWhole(int fd, const QByteArray &path, qsizetype limit)
{
    QByteArray content;
    while (content.size() < limit) {
        const qsizetype held = content.size();
        const qsizetype wanted = std::min(std::max(kChunk, held), limit - held);
        content.resizeForOverwrite(held + wanted);
        const ssize_t got = ::read(fd, content.data() + held, static_cast<std::size_t>(wanted));
        content.truncate(held + std::max<ssize_t>(got, 0));
        if (got < 0 && errno != EINTR) {
            return failureAt("read"_L1, path);
        }
        if (got == 0) {
            break;
        }
    }
    return content;
}

Result<QByteArray> readLinkAt(int directory, const QByteArray &path)
{
    QByteArray target(PATH_MAX, Qt::Uninitialized);
    const ssize_t length = ::readlinkat(
        directory, path.constData(), target.data(), static_cast<std::size_t>(target.size()));
    if (length < 0) {
        return failureAt("readlink"_L1, path);
    }
    target.truncate(length);
    return target;
}

Result<QList<QByteArray>> entriesAt(int directory, const QByteArray &path)
{
    QList<QByteArray> names;
    const auto visited = visitNames(directory, path, [&](QByteArrayView name) {
        if (name != QByteArrayView(".") && name != QByteArrayView("..")) {
            names << name.toByteArray();
        }
    });
    if (!visited) {
        return std::unexpected(visited.error());
    }
    std::ranges::sort(names);
    return names;
}

Result<QList<std::int32_t>> processesAt(int proc)
{
    QList<std::int32_t> pids;
    const auto visited = visitNames(proc, "."_ba, [&](QByteArrayView name) {
        if (const auto pid = parseNumber<std::int32_t>(name); pid && *pid > 0) {
            pids << *pid;
        }
    });
    if (!visited) {
        return std::unexpected(visited.error());
    }
    std::ranges::sort(pids);
    return pids;
}

std::uint64_t namespaceInodeOf(const QByteArray &linkText)
{
    const qsizetype open = linkText.indexOf(":[");
    if (open < 0 || !linkText.endsWith(']')) {
        return 0;
    }
    const auto number = QByteArrayView(linkText).sliced(open + 2).chopped(1);
    return parseNumber<std::uint64_t>(number).value_or(0);
}

} // namespace nsw
