// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/terminalwatch.h"

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>

namespace nsw
{

namespace
{

/** 0: it can't be read; errno tells why. */
std::uint64_t inodeAt(int proc, const QByteArray &process, const char *name)
{
    struct stat status{};
    const QByteArray path = process + "/ns/" + name;
    return ::fstatat(proc, path.constData(), &status, 0) == 0 ? status.st_ino : 0;
}

/** Where the next child will be: what unshare(2) and setns(2) change for these kinds. */
const char *nameForChildren(NsKind kind)
{
    if (kind == NsKind::Pid) {
        return "pid_for_children";
    }
    return kind == NsKind::Time ? "time_for_children" : nullptr;
}

} // namespace

void TerminalWatch::begin(pid_t shell)
{
    const auto numbers = numbersOf(shell);
    m_first = numbers ? std::optional(*numbers) : std::nullopt;
}

QList<TerminalNamespace> TerminalWatch::first() const
{
    QList<TerminalNamespace> namespaces;
    for (std::size_t i = 0; m_first && i < kAllKinds.size(); ++i) {
        if (m_first->at(i) != 0) {
            namespaces << TerminalNamespace{.kind = kAllKinds.at(i), .inode = m_first->at(i)};
        }
    }
    return namespaces;
}

std::expected<TerminalWatch::Numbers, int> TerminalWatch::numbersOf(pid_t pid) const
{
    const QByteArray process = QByteArray::number(pid);
    Numbers numbers{};
    int error = ENOENT;
    bool isKnown = false;
    for (std::size_t i = 0; i < kAllKinds.size(); ++i) {
        const NsKind kind = kAllKinds.at(i);
        std::uint64_t number = inodeAt(m_proc, process, infoOf(kind).procName.data());
        if (number == 0 && error != EACCES && error != EPERM) {
            error = errno; // that a kind does not exist says nothing of the others
        }
        if (const char *forChildren = nameForChildren(kind)) {
            // A PID namespace without any process yet has no number there.
            const std::uint64_t next = inodeAt(m_proc, process, forChildren);
            number = next != 0 ? next : number;
        }
        numbers.at(i) = number;
        isKnown = isKnown || number != 0;
    }
    return isKnown ? std::expected<Numbers, int>(numbers) : std::unexpected(error);
}

std::optional<TerminalWatch::Seen> TerminalWatch::look(pid_t group)
{
    if (group <= 0 || !m_first) {
        return std::nullopt;
    }
    const auto now = numbersOf(group);
    if (!now && now.error() != EACCES && now.error() != EPERM) {
        return std::nullopt;
    }
    Seen seen{.moved = now ? movedTo(*now) : QList<TerminalNamespace>{}, .isUnknown = !now};
    if (seen == m_told) {
        return std::nullopt;
    }
    m_told = seen;
    return seen;
}

QList<TerminalNamespace> TerminalWatch::movedTo(const Numbers &numbers) const
{
    QList<TerminalNamespace> moved;
    for (std::size_t i = 0; i < kAllKinds.size(); ++i) {
        const std::uint64_t before = m_first ? m_first->at(i) : 0;
        const std::uint64_t number = numbers.at(i);
        if (before != 0 && number != 0 && before != number) {
            moved << TerminalNamespace{.kind = kAllKinds.at(i), .inode = number};
        }
    }
    return moved;
}

} // namespace nsw
