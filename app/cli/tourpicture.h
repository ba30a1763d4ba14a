// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/state.h"
#include "core/model/configuration.h"

#include <QString>

#include <optional>

namespace nsw::cli
{

/**
 * The window, as it would show this, in a PNG file: at `path`, or at a default place when that is
 * empty. Returns the absolute path, or nothing when it could not be saved.
 */
std::optional<QString>
savePicture(const Configuration &configuration, const SessionState &state, const QString &path);

} // namespace nsw::cli
