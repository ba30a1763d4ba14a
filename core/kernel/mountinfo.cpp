// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernel/mountinfo.h"

#include <unordered_map>

namespace nsw
{

namespace
{

QStringList commaSeparated(QByteArrayView text)
{
    QStringList parts;
    while (!text.isEmpty()) {
        parts << unescaped(takeUntil(text, ','));
    }
    return parts;
}

/**
 * Thousands of mounts have a few types, sources and sets of options between them, and mostly those
 * of the line before: each is made into text once. The keys are parts of the file that is read.
 */
template<class T>
class Shared
{
public:
    /** `make` makes it of `bytes`, which outlive this. */
    template<class Make>
    const T &of(QByteArrayView bytes, Make make)
    {
        if (m_last == nullptr || bytes != m_lastBytes) {
            auto found = m_known.find(bytes);
            if (found == m_known.end()) {
                found = m_known.emplace(bytes, make(bytes)).first;
            }
            m_lastBytes = bytes;
            m_last = &found->second;
        }
        return *m_last;
    }

private:
    struct Hash {
        size_t operator()(QByteArrayView bytes) const { return qHash(bytes); }
    };

    std::unordered_map<QByteArrayView, T, Hash> m_known;
    QByteArrayView m_lastBytes;
    const T *m_last = nullptr;
};

/** A column each. */
struct SharedColumns {
    Shared<QString> roots;
    Shared<QStringList> options;
    Shared<QString> filesystems;
    Shared<QString> sources;
    Shared<QStringList> superOptions;
};

std::optional<MountPoint> parseLine(QByteArrayView line, SharedColumns &columns)
{
    MountPoint mount;
    // Single spaces separate: an empty source is printed as nothing between two of them.
    const auto id = parseNumber<std::int32_t>(takeUntil(line, ' '));
    const auto parent = parseNumber<std::int32_t>(takeUntil(line, ' '));
    if (!id || !parent) {
        return std::nullopt;
    }
    mount.id = *id;
    mount.parent = *parent;
    mount.device = QString::fromLatin1(takeUntil(line, ' '));
    mount.root = columns.roots.of(takeUntil(line, ' '), unescaped);
    mount.target = unescaped(takeUntil(line, ' '));
    mount.options = columns.options.of(takeUntil(line, ' '), commaSeparated);
    bool complete = false;
    while (!line.isEmpty()) {
        const QByteArrayView optional = takeUntil(line, ' ');
        if (optional == QByteArrayView("-")) {
            complete = true;
            break;
        }
        mount.propagation << unescaped(optional);
    }
    mount.filesystem = columns.filesystems.of(takeUntil(line, ' '), unescaped);
    mount.source = columns.sources.of(takeUntil(line, ' '), unescaped);
    mount.superOptions = columns.superOptions.of(line, commaSeparated);
    if (!complete || mount.filesystem.isEmpty() || mount.target.isEmpty()) {
        return std::nullopt;
    }
    return mount;
}

std::optional<MountPlace> parsePlace(QByteArrayView line)
{
    const auto id = parseNumber<std::int32_t>(takeUntil(line, ' '));
    const auto parent = parseNumber<std::int32_t>(takeUntil(line, ' '));
    takeUntil(line, ' '); // device
    takeUntil(line, ' '); // root
    if (!id || !parent || line.isEmpty()) {
        return std::nullopt;
    }
    return MountPlace{.id = *id, .parent = *parent, .target = takeUntil(line, ' ')};
}

} // namespace

QList<MountPlace> parseMountPlaces(QByteArrayView bytes)
{
    return rowsOf<MountPlace>(bytes, parsePlace).rows;
}

Rows<MountPoint> parseMountinfo(QByteArrayView bytes)
{
    SharedColumns columns;
    return rowsOf<MountPoint>(bytes, [&](QByteArrayView line) { return parseLine(line, columns); });
}

} // namespace nsw
