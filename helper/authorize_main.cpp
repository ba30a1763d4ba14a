// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * nsworkbench-authorize GRANT NONCE FD: asks the helper for a supervisor for that socket, which an
 * administrator has to agree to. GRANT is the name of an action, such as session.root. The window
 * runs it as the user, a process for each request: KAuth's client blocks while polkit is slow,
 * waits for ever when the helper is busy, and aborts when a helper tells it a fatal message. All of
 * that ends with this process, which the window can kill at any time.
 */
#include "helper/contract.h"
#include "helper/polkit.h"

#include <KAuth/Action>
#include <KAuth/ExecuteJob>

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusReply>
#include <QDBusUnixFileDescriptor>
#include <QDeadlineTimer>

#include <chrono>
#include <csignal>
#include <optional>
#include <thread>

#include <poll.h>
#include <sys/prctl.h>
#include <unistd.h>

using Qt::StringLiterals::operator""_s;
// Nothing of another layer is named here.
using namespace nsw::contract; // NOLINT(google-build-using-namespace)

namespace
{

constexpr auto kBusyPatience = std::chrono::milliseconds(800);
constexpr auto kBusyPause = std::chrono::milliseconds(20);

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

/** Without a question for a password others are served within milliseconds: those are waited for.
 */
bool staysBusy(const QDBusConnection &bus)
{
    const QDeadlineTimer patience(kBusyPatience);
    while (isBusy(bus)) {
        if (patience.hasExpired()) {
            return true;
        }
        std::this_thread::sleep_for(kBusyPause);
    }
    return false;
}

/**
 * KAuth says "denied" whatever happened. But where polkit would still ask for a password, it was
 * its question that did not end well; where it was not going to ask, a rule said no.
 */
Outcome denied(const KAuth::Action &action)
{
    return nsw::polkitVerdict(QDBusConnection::systemBus(), action.name()) == nsw::Verdict::Ask
        ? Outcome::Dismissed
        : Outcome::Denied;
}

Outcome outcomeOf(const KJob &job, const KAuth::Action &action)
{
    switch (job.error()) {
    case KAuth::ActionReply::NoError:
        return Outcome::Granted;
    case KAuth::ActionReply::AuthorizationDeniedError:
        return denied(action);
    case KAuth::ActionReply::UserCancelledError:
        return Outcome::Dismissed;
    case KAuth::ActionReply::HelperBusyError:
        return Outcome::Busy;
    case KAuth::ActionReply::InvalidActionError:
    case KAuth::ActionReply::NoSuchActionError:
        return Outcome::UnknownAction;
    case kRefused:
        return Outcome::Refused;
    case kTooManyOfUser:
        return Outcome::TooManyOfUser;
    case kTooManyInAll:
        return Outcome::TooManyInAll;
    case kTooFast:
        return Outcome::TooFast;
    case kFailed:
        return Outcome::Failed;
    default:
        return Outcome::HelperEnded;
    }
}

/** What is known to be in the way before the question is put. */
std::optional<Outcome> obstacle(const KAuth::Action &action, const QDBusConnection &bus)
{
    const nsw::Verdict verdict = nsw::polkitVerdict(bus, action.name());
    if (verdict == nsw::Verdict::None) {
        return bus.isConnected() ? Outcome::NoPolkit : Outcome::NoBus;
    }
    if (!action.isValid() || verdict == nsw::Verdict::Unknown) {
        return Outcome::UnknownAction;
    }
    if (verdict == nsw::Verdict::No) {
        return Outcome::Denied;
    }
    tell(Milestone::PolkitAnswered);
    if (!isThere(*bus.interface(), kHelper)) {
        return Outcome::NoHelper;
    }
    return staysBusy(bus) ? std::optional(Outcome::Busy) : std::nullopt;
}

std::optional<nsw::Privilege> grantOf(const QString &name)
{
    for (const nsw::Privilege grant : kGrants) {
        if (name == nameOf(grant)) {
            return grant;
        }
    }
    return std::nullopt;
}

/** KAuth goes on waiting when the bus ends. This is Qt's own message of that, not one of the bus.
 */
bool quitsWithTheBus(QDBusConnection bus)
{
    return bus.connect(QString(),
                       u"/org/freedesktop/DBus/Local"_s,
                       u"org.freedesktop.DBus.Local"_s,
                       u"Disconnected"_s,
                       QCoreApplication::instance(),
                       SLOT(quit()));
}

Outcome authorize(nsw::Privilege grant, const QString &nonce, int socket)
{
    const QDBusConnection bus = QDBusConnection::systemBus();
    if (!bus.isConnected() || !quitsWithTheBus(bus)) {
        return Outcome::NoBus;
    }
    tell(Milestone::BusAnswered);
    if (!isThere(*bus.interface(), kPolkit)) {
        return Outcome::NoPolkit;
    }
    KAuth::Action action(actionOf(grant));
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
    return bus.isConnected() ? outcomeOf(*job, action) : Outcome::NoBus;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const auto grant = grantOf(arguments.value(1));
    const int socket = arguments.value(3).toInt();
    if (!grant) {
        return static_cast<int>(Outcome::UnknownAction);
    }
    if (!dieWithParent(socket)) {
        return static_cast<int>(Outcome::HelperEnded);
    }
    return static_cast<int>(authorize(*grant, arguments.value(2), socket));
}
