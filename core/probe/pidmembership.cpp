// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/pidmembership.h"

#include "core/kernel/nsfs.h"
#include "core/probe/reading.h"

#include <utility>

namespace nsw
{

using Qt::StringLiterals::operator""_ba;

namespace
{

std::uint64_t inodeAt(int proc, const QByteArray &path)
{
    const auto text = readLinkAt(proc, path);
    return text ? namespaceInodeOf(*text) : 0;
}

} // namespace

PidMembership::PidMembership(const Vantage &vantage)
    : m_proc(vantage.proc)
    , m_root(inodeAt(vantage.proc, entryOf(vantage, "ns/pid"_ba)))
{
    m_known.insert(m_root, Verdict::Member);
}

PidMembership::Verdict PidMembership::of(std::int32_t pid)
{
    const QByteArray path = QByteArray::number(pid) + "/ns/pid";
    const std::uint64_t inode = inodeAt(m_proc, path);
    if (inode == 0 || m_root == 0) {
        return Verdict::Unknown;
    }
    if (const auto known = m_known.constFind(inode); known != m_known.cend()) {
        return *known;
    }
    const Verdict verdict = climb(path);
    if (verdict != Verdict::Unknown) {
        m_known.insert(inode, verdict);
    }
    return verdict;
}

PidMembership::Verdict PidMembership::climb(const QByteArray &path) const
{
    auto opened = openAt(m_proc, path);
    if (!opened) {
        return Verdict::Unknown;
    }
    // The kernel nests them 32 deep. Above the edge of what one may see there is no member.
    UniqueFd current = *std::move(opened);
    while (auto parent = parentOf(current.get())) {
        if (inodeOf(parent->get()) == m_root) {
            return Verdict::Member;
        }
        current = *std::move(parent);
    }
    return Verdict::Stranger;
}

} // namespace nsw
