// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * nsworkbench-authorize NONCE FD: asks the helper for a supervisor for that socket. The window runs
 * it as the user, a process for each request: KAuth's client blocks while polkit is slow, waits for
 * ever when the helper is busy, and aborts when a helper tells it a fatal message. All of that ends
 * with this process, which the window can kill at any time.
 */
#include "helper/contract.h"

#include <KAuth/Action>
#include <KAuth/ExecuteJob>

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusReply>
#include <QDBusUnixFileDescriptor>

#include <csignal>
#include <optional>

#include <poll.h>
#include <sys/prctl.h>
#include <unistd.h>

using Qt::StringLiterals::operator""_s;
// Nothing of another layer is named here.
using namespace nsw::contract; // NOLINT(google-build-using-namespace)

namespace
{

void tell(Milestone milestone)
{
    const char text = static_cast<char>(milestone);
    // The window may have gone, which is noticed elsewhere.
    [[maybe_unused]] const ssize_t written = ::write(STDOUT_FILENO, &text, 1);
}

/** To be gone with the window, also when it went before this line: its end of the socket is closed.
 */
bool dieWithParent(int socket)
{
    pollfd end{.fd = socket, .events = POLLRDHUP, .revents = 0};
    return ::prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && ::poll(&end, 1, 0) == 0;
}

bool isThere(QDBusConnectionInterface &bus, QLatin1StringView service)
{
    return bus.startService(service).isValid() || bus.isServiceRegistered(service);
}

/** KAuth's answer that the helper is busy gets lost in its client, so it is asked before. */
bool isBusy(const QDBusConnection &bus)
{
    const QDBusReply<bool> reply
        = bus.call(QDBusMessage::createMethodCall(kHelper, kStatePath, kStateInterface, u"busy"_s));
    return reply.isValid() && reply.value();
}

Outcome outcomeOf(const KJob &job)
{
    switch (job.error()) {
    case KAuth::ActionReply::NoError:
        return Outcome::Granted;
    case KAuth::ActionReply::AuthorizationDeniedError:
        return Outcome::Denied;
    case KAuth::ActionReply::UserCancelledError:
        return Outcome::Dismissed;
    case KAuth::ActionReply::HelperBusyError:
        return Outcome::Busy;
    case KAuth::ActionReply::InvalidActionError:
    case KAuth::ActionReply::NoSuchActionError:
        return Outcome::UnknownAction;
    case kRefused:
        return Outcome::Refused;
    default:
        return Outcome::HelperEnded;
    }
}

/** What is known to be in the way before the question is put. */
std::optional<Outcome> obstacle(const KAuth::Action &action, const QDBusConnection &bus)
{
    if (!action.isValid()) {
        return Outcome::UnknownAction;
    }
    tell(Milestone::PolkitAnswered);
    if (!isThere(*bus.interface(), kHelper)) {
        return Outcome::NoHelper;
    }
    return isBusy(bus) ? std::optional(Outcome::Busy) : std::nullopt;
}

Outcome authorize(const QString &nonce, int socket)
{
    const QDBusConnection bus = QDBusConnection::systemBus();
    if (!bus.isConnected()) {
        return Outcome::NoBus;
    }
    tell(Milestone::BusAnswered);
    if (!isThere(*bus.interface(), kPolkit)) {
        return Outcome::NoPolkit;
    }
    KAuth::Action action(kSessionRoot);
    if (const auto found = obstacle(action, bus)) {
        return *found;
    }
    action.setHelperId(kHelper);
    action.setTimeout(kPatience);
    action.addArgument(kNonce, nonce);
    action.addArgument(kSocket, QVariant::fromValue(QDBusUnixFileDescriptor(socket)));
    tell(Milestone::Asked);
    KAuth::ExecuteJob *job = action.execute();
    job->setAutoDelete(false);
    job->exec();
    return outcomeOf(*job);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int socket = arguments.value(2).toInt();
    if (!dieWithParent(socket)) {
        return static_cast<int>(Outcome::HelperEnded);
    }
    return static_cast<int>(authorize(arguments.value(1), socket));
}
