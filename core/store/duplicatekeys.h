// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/finding.h"

#include <QByteArrayView>

#include <optional>

namespace nsw
{

/**
 * The first key that stands twice in an object of `json`, which is well-formed. QJsonDocument would
 * keep the last one silently, and another reader of the same file the first.
 */
std::optional<Finding> duplicateKey(QByteArrayView json);

} // namespace nsw
