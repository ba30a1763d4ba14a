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

std::optional<MountPoint> parseLine(QByteArrayView line)
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
    mount.root = unescaped(takeUntil(line, ' '));
    mount.target = unescaped(takeUntil(line, ' '));
    mount.options = commaSeparated(takeUntil(line, ' '));
    bool complete = false;
    while (!line.isEmpty()) {
        const QByteArrayView optional = takeUntil(line, ' ');
        if (optional == QByteArrayView("-")) {
            complete = true;
            break;
        }
        mount.propagation << QString::fromLatin1(optional);
    }
    mount.filesystem = unescaped(takeUntil(line, ' '));
    mount.source = unescaped(takeUntil(line, ' '));
    mount.superOptions = commaSeparated(line);
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
    return rowsOf<MountPoint>(bytes, parseLine);
}

} // namespace nsw
