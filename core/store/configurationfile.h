// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/configuration.h"

#include <expected>

namespace nsw
{

/** The largest configuration that is read, in bytes. */
inline constexpr qint64 kMaxConfigurationSize = qint64{1} << 20;

/** "3:7", line and column of a byte. */
QString placeInText(const QByteArray &text, qsizetype offset);

/** JSON text to a configuration. Tells the first thing that is wrong, with its place. */
std::expected<Configuration, Finding> parseConfiguration(const QByteArray &json);

/** The text that saveConfiguration() writes. */
QByteArray writeConfiguration(const Configuration &configuration);

/** Reads a file; "-" is standard input. */
std::expected<Configuration, Finding> loadConfiguration(const QString &path);

/**
 * Writes the file whole or not at all, then reads it back and compares. On failure the old file is
 * untouched; the Finding has the path of the file in `found` and the system's words in `expected`.
 */
std::expected<void, Finding> saveConfiguration(const QString &path,
                                               const Configuration &configuration);

} // namespace nsw
