// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"

#include <cerrno>

namespace nsw
{

/** The errno of the call just made, with what was tried and on what. */
inline std::unexpected<Error>
failure(QLatin1StringView operation, const QString &subject = {}, int error = errno)
{
    return std::unexpected(
        Error{.operation = QString(operation), .error = Errno{error}, .subject = subject});
}

} // namespace nsw
