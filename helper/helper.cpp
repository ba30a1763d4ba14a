// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/helper.h"

#include "core/kernel/failure.h"
#include "helper/contract.h"
#include "helper/guard.h"
#include "helper/launch.h"
#include "helper/request.h"

#include <KAuth/HelperSupport>

#include <csignal>

#include <sys/stat.h>
#include <syslog.h>

namespace nsw
{

using Qt::StringLiterals::operator""_L1;

namespace
{

constexpr mode_t kUmask = 022;

/**
 * The user that the socket belongs to, who must be the one whom polkit was asked about: else a
 * session could be had for somebody else. KAuth's word alone does not do: it says 0, or -1, of a
 * caller that has left.
 */
Result<uid_t> userOf(const SessionRequest &request)
{
    const Result<uid_t> peer = peerOf(request.socket);
    if (!peer) {
        return peer;
    }
    const int caller = KAuth::HelperSupport::callerUid();
    if (caller < 0 || static_cast<uid_t>(caller) != *peer) {
        return failure("caller"_L1, QString::number(*peer), EPERM);
    }
    return peer;
}

} // namespace

KAuth::ActionReply Helper::session_root(const QVariantMap &arguments)
{
    const Result<void> started = readRequest(arguments).and_then([](const SessionRequest &request) {
        return userOf(request).and_then([&](uid_t user) {
            return launchSupervisor(NSW_SUPERVISOR_PATH, request.socket, request.nonce, user);
        });
    });
    if (!started) {
        const Error &error = started.error();
        ::syslog(LOG_WARNING,
                 "refused: %s %s %s",
                 qUtf8Printable(error.operation),
                 qUtf8Printable(error.subject),
                 qUtf8Printable(errnoName(error.error)));
        return KAuth::ActionReply::HelperErrorReply(contract::kRefused);
    }
    return KAuth::ActionReply::SuccessReply();
}

} // namespace nsw

int main(int argc, char **argv)
{
    (void)std::signal(SIGCHLD, SIG_IGN); // supervisors are reaped by the kernel
    ::umask(nsw::kUmask);
    nsw::Helper helper;
    const nsw::Guard guard;
    return KAuth::HelperSupport::helperMain(argc, argv, nsw::contract::kHelper.data(), &helper);
}
