// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/privileged.h"

#include <QMetaObject>

#include <cerrno>

namespace nsw {

void requestPrivilegedSupervisor(const QString & /*nonce*/, QObject *context,
                                 std::function<void(Result<UniqueFd>)> done,
                                 const PrivilegedLimits & /*limits*/)
{
    QMetaObject::invokeMethod(
        context,
        [done = std::move(done)] {
            done(std::unexpected(Error{QStringLiteral("helper"), Errno{ENOSYS}, {}}));
        },
        Qt::QueuedConnection);
}

} // namespace nsw
