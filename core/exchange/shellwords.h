// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/finding.h"

#include <QStringList>

#include <expected>

namespace nsw
{

/**
 * The commands of a shell text, each as its words. Quotes and backslashes are taken as a shell
 * takes them; what a shell would have to work out is an error, but for $(id -u) and $(id -g), which
 * are "self".
 */
std::expected<QList<QStringList>, Finding> shellWords(const QString &text);

} // namespace nsw
