// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/helper.h"

#include "helper/contract.h"
#include "helper/guard.h"
#include "helper/launch.h"
#include "helper/limits.h"
#include "helper/request.h"
#include "helper/sessiongroup.h"

#include <KAuth/HelperSupport>

#include <cerrno>
#include <csignal>

#include <sys/stat.h>
#include <syslog.h>

namespace nsw
{

using Qt::StringLiterals::operator""_L1;

namespace
{

constexpr mode_t kUmask = 022;

Result<void> launchFor(const SessionRequest &request, uid_t user, Privilege grant)
{
    const Result<UniqueFd> place = takePlace(NSW_SESSIONS_PATH, user);
    if (!place) {
        return std::unexpected(place.error());
    }
    return countCreation(user).and_then([&] {
        return launchSupervisor(NSW_SUPERVISOR_PATH,
                                {.socket = request.socket,
                                 .place = place->get(),
                                 .nonce = request.nonce,
                                 .user = user,
                                 .grant = grant});
    });
}

int replyFor(const Error &error)
{
    if (error.operation == "request"_L1 || error.operation == "caller"_L1) {
        return contract::kRefused;
    }
    if (error.operation != "sessions"_L1) {
        return contract::kFailed;
    }
    switch (error.error.value) {
    case EDQUOT:
        return contract::kTooManyOfUser;
    case EUSERS:
        return contract::kTooManyInAll;
    default:
        return contract::kTooFast;
    }
}

} // namespace

KAuth::ActionReply Helper::inspect(const QVariantMap &arguments)
{
    return start(Privilege::Inspect, arguments);
}

KAuth::ActionReply Helper::session_assisted(const QVariantMap &arguments)
{
    return start(Privilege::Assisted, arguments);
}

KAuth::ActionReply Helper::attach_other(const QVariantMap &arguments)
{
    return start(Privilege::Attach, arguments);
}

KAuth::ActionReply Helper::session_root(const QVariantMap &arguments)
{
    return start(Privilege::Root, arguments);
}

KAuth::ActionReply Helper::start(Privilege grant, const QVariantMap &arguments)
{
    const Result<void> started
        = readRequest(arguments).and_then([grant](const SessionRequest &request) {
              return peerOf(request.socket)
                  .and_then([](uid_t peer) {
                      return userOf({.socket = peer, .call = KAuth::HelperSupport::callerUid()});
                  })
                  .and_then([&](uid_t user) { return launchFor(request, user, grant); });
          });
    if (!started) {
        const Error &error = started.error();
        ::syslog(LOG_WARNING,
                 "refused: %s %s %s",
                 qUtf8Printable(error.operation),
                 qUtf8Printable(error.subject),
                 qUtf8Printable(errnoName(error.error)));
        return KAuth::ActionReply::HelperErrorReply(replyFor(error));
    }
    return KAuth::ActionReply::SuccessReply();
}

} // namespace nsw

int main(int argc, char **argv)
{
    (void)std::signal(SIGCHLD, SIG_IGN); // supervisors are reaped by the kernel
    ::umask(nsw::kUmask);
    nsw::sweepSessionGroups();
    nsw::Helper helper;
    const nsw::Guard guard;
    return KAuth::HelperSupport::helperMain(argc, argv, nsw::contract::kHelper.data(), &helper);
}
