// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/performpaths.h"

#include "core/plan/overlay.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>

#include <fcntl.h>
#include <linux/mount.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace nsw
{

using Qt::StringLiterals::operator""_L1;

namespace
{

/** Stands in a directory for a while: mount(2) and umount2(2) take no descriptors, but a dot. */
class Visit
{
public:
    explicit Visit(int directory)
        : m_back(::open(".", O_PATH | O_DIRECTORY | O_CLOEXEC))
        , m_isThere(m_back.isValid() && ::fchdir(directory) == 0)
    {
    }
    Visit(const Visit &) = delete;
    Visit &operator=(const Visit &) = delete;
    Visit(Visit &&) = delete;
    Visit &operator=(Visit &&) = delete;
    ~Visit()
    {
        const int error = errno;
        if (m_isThere && ::fchdir(m_back.get()) != 0 && ::chdir("/") != 0) {
            ::_exit(EXIT_FAILURE); // a command must not begin just anywhere
        }
        errno = error;
    }

    [[nodiscard]] bool isThere() const { return m_isThere; }

private:
    UniqueFd m_back;
    bool m_isThere;
};

bool isBind(const op::Mount &operation)
{
    return operation.flags.contains("MS_BIND"_L1);
}

QStringList layersIn(const op::Mount &operation)
{
    return operation.filesystem == "overlay"_L1 ? layersOf(operation.data) : QStringList();
}

/** The paths in the data of an overlay are those that were opened, too. */
QString dataWith(const op::Mount &operation, const std::vector<UniqueFd> &paths)
{
    QStringList opened;
    for (std::size_t i = 1; i < paths.size(); ++i) {
        opened << QStringLiteral("/proc/self/fd/") + QString::number(paths[i].get());
    }
    return opened.isEmpty() ? operation.data : withLayers(operation.data, opened);
}

std::int64_t
bindAt(const op::Mount &operation, Workplace &workplace, const std::vector<UniqueFd> &paths)
{
    const unsigned recursive = operation.flags.contains("MS_REC"_L1) ? AT_RECURSIVE : 0U;
    UniqueFd tree(static_cast<int>(
        ::syscall(SYS_open_tree,
                  paths.at(0).get(),
                  "",
                  OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC | AT_EMPTY_PATH | recursive)));
    if (!tree.isValid()) {
        return -1;
    }
    constexpr unsigned kBothAsTheyAre = MOVE_MOUNT_F_EMPTY_PATH | MOVE_MOUNT_T_EMPTY_PATH;
    if (::syscall(SYS_move_mount, tree.get(), "", paths.at(1).get(), "", kBothAsTheyAre) != 0) {
        return -1;
    }
    workplace.mounted = std::move(tree);
    return 0;
}

struct WithPaths {
    Workplace &workplace;
    const std::vector<UniqueFd> &paths;

    Outcome operator()(const op::Mount &operation) const
    {
        if (isBind(operation)) {
            return timed([&] { return bindAt(operation, workplace, paths); });
        }
        return timed([&]() -> std::int64_t {
            const Visit visit(paths.at(0).get());
            op::Mount here = operation;
            here.target = QStringLiteral(".");
            here.data = dataWith(operation, paths);
            Workplace plain;
            const Outcome outcome = visit.isThere()
                ? perform(here, plain)
                : Outcome{.result = -1, .error = errno, .durationUs = 0};
            errno = outcome.error;
            return outcome.result;
        });
    }

    Outcome operator()(const op::Mkdir &operation) const
    {
        constexpr mode_t kMode = 0755;
        const QByteArray name = QFile::encodeName(QFileInfo(operation.path).fileName());
        return timed([&] { return ::mkdirat(paths.at(0).get(), name.constData(), kMode); });
    }

    Outcome operator()(const op::Umount & /*operation*/) const
    {
        return timed([&] {
            const Visit visit(paths.at(0).get());
            return visit.isThere() ? ::umount2(".", MNT_DETACH) : -1;
        });
    }

    Outcome operator()(const op::Chdir & /*operation*/) const
    {
        return timed([&] { return ::fchdir(paths.at(0).get()); });
    }

    Outcome operator()(const auto & /*operation*/) const
    {
        return {.result = -1, .error = EINVAL, .durationUs = 0}; // it takes no paths
    }
};

struct Paths {
    StepPaths operator()(const op::Mount &operation) const
    {
        if (isBind(operation)) {
            return {.paths = {operation.source, operation.target}};
        }
        // What is left without a file system changes the propagation of the root: a path of ours.
        return {.paths = operation.filesystem.isEmpty()
                    ? QStringList()
                    : QStringList{operation.target} + layersIn(operation)};
    }
    StepPaths operator()(const op::Mkdir &operation) const
    {
        return {.paths = {QFileInfo(operation.path).path()}};
    }
    StepPaths operator()(const op::Umount &operation) const
    {
        return {.paths = {operation.target}, .last = LastLink::Kept};
    }
    StepPaths operator()(const op::Chdir &operation) const { return {.paths = {operation.path}}; }
    StepPaths operator()(const auto & /*operation*/) const { return {}; }
};

} // namespace

StepPaths pathsOf(const Operation &operation)
{
    return std::visit(Paths{}, operation);
}

Outcome performWithPaths(const Operation &operation, Workplace &workplace)
{
    const std::vector<UniqueFd> paths
        = std::exchange(workplace.paths, std::nullopt).value_or(std::vector<UniqueFd>());
    if (paths.size() != static_cast<std::size_t>(pathsOf(operation).paths.size())) {
        return {.result = -1, .error = EBADF, .durationUs = 0};
    }
    return std::visit(WithPaths{.workplace = workplace, .paths = paths}, operation);
}

Outcome setAttributesOfMounted(std::uint64_t set, bool recursive, const Workplace &workplace)
{
    mount_attr attributes{};
    attributes.attr_set = set;
    const unsigned flags = AT_EMPTY_PATH | (recursive ? AT_RECURSIVE : 0U);
    return timed([&] {
        return ::syscall(
            SYS_mount_setattr, workplace.mounted.get(), "", flags, &attributes, sizeof attributes);
    });
}

} // namespace nsw
