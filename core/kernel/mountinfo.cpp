// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernel/mountinfo.h"

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
 * Thousands of mounts have a few devices, types and sets of options between them: each is made into
 * text once. The keys are parts of the file that is read.
 */
class Shared
{
public:
    const QString &text(QByteArrayView bytes)
    {
        return once(m_texts, bytes, [&] { return unescaped(bytes); });
    }
    const QStringList &list(QByteArrayView bytes)
    {
        return once(m_lists, bytes, [&] { return commaSeparated(bytes); });
    }

private:
    template<class T, class Make>
    static const T &once(QHash<QByteArrayView, T> &known, QByteArrayView bytes, Make make)
    {
        auto found = known.find(bytes);
        if (found == known.end()) {
            found = known.insert(bytes, make());
        }
        return *found;
    }

    QHash<QByteArrayView, QString> m_texts;
    QHash<QByteArrayView, QStringList> m_lists;
};

std::optional<MountPoint> parseLine(QByteArrayView line, Shared &shared)
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
    mount.device = shared.text(takeUntil(line, ' '));
    mount.root = shared.text(takeUntil(line, ' '));
    mount.target = unescaped(takeUntil(line, ' '));
    mount.options = shared.list(takeUntil(line, ' '));
    bool complete = false;
    while (!line.isEmpty()) {
        const QByteArrayView optional = takeUntil(line, ' ');
        if (optional == QByteArrayView("-")) {
            complete = true;
            break;
        }
        mount.propagation << shared.text(optional);
    }
    mount.filesystem = shared.text(takeUntil(line, ' '));
    mount.source = shared.text(takeUntil(line, ' '));
    mount.superOptions = shared.list(line);
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
    Shared shared;
    return rowsOf<MountPoint>(bytes, [&](QByteArrayView line) { return parseLine(line, shared); });
}

} // namespace nsw
