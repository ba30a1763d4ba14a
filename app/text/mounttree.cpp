// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/mounttree.h"

#include <QHash>

#include <algorithm>

namespace nsw
{

namespace
{

bool isAtOrBelow(const QString &path, const QString &base)
{
    return path == base || base == QLatin1StringView("/")
        || (path.startsWith(base) && path.at(base.size()) == u'/');
}

class MountTree
{
public:
    explicit MountTree(const QList<MountPoint> &mounts)
        : m_mounts(mounts)
    {
        QHash<std::int32_t, qsizetype> places;
        for (qsizetype i = 0; i < mounts.size(); ++i) {
            places.insert(mounts.at(i).id, i);
        }
        for (qsizetype i = 0; i < mounts.size(); ++i) {
            const qsizetype parent = places.value(mounts.at(i).parent, -1);
            (parent < 0 || parent == i ? m_roots : m_children[parent]) << i;
        }
    }

    /** Depth first; each list of siblings is in the order in which they were mounted. */
    [[nodiscard]] QList<MountNode> walk() const
    {
        struct Left {
            qsizetype place;
            int depth;
            bool isHidden; ///< by what lies over it or over one of its ancestors
        };
        QList<MountNode> nodes;
        QList<Left> left;
        const auto push = [&](const QList<qsizetype> &places, int depth, const auto &isHidden) {
            for (qsizetype i = places.size(); i > 0; --i) {
                left.append({places.at(i - 1), depth, isHidden(places, i - 1)});
            }
        };
        push(m_roots, 0, [](const auto &, qsizetype) { return false; });
        while (!left.isEmpty()) {
            const Left one = left.takeLast();
            const MountPoint &mount = m_mounts.at(one.place);
            const QList<qsizetype> children = m_children.value(one.place);
            const auto top = std::ranges::find_if(children, [&](qsizetype child) {
                return m_mounts.at(child).target == mount.target;
            });
            const bool isCovered = top != children.end();
            nodes.append(
                {.mount = &mount, .depth = one.depth, .isHidden = one.isHidden || isCovered});
            push(children, one.depth + 1, [&](const auto &siblings, qsizetype i) {
                return one.isHidden || (isCovered && siblings.at(i) != *top)
                    || isUnderLater(siblings, i);
            });
        }
        return nodes;
    }

private:
    /** A sibling that was mounted later, on a directory above or on the same one. */
    [[nodiscard]] bool isUnderLater(const QList<qsizetype> &siblings, qsizetype i) const
    {
        const QString &target = m_mounts.at(siblings.at(i)).target;
        return std::ranges::any_of(siblings.sliced(i + 1), [&](qsizetype later) {
            return isAtOrBelow(target, m_mounts.at(later).target);
        });
    }

    const QList<MountPoint> &m_mounts;
    QList<qsizetype> m_roots;
    QHash<qsizetype, QList<qsizetype>> m_children;
};

} // namespace

QList<MountNode> mountTree(const QList<MountPoint> &mounts)
{
    return MountTree(mounts).walk();
}

} // namespace nsw
