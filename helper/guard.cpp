// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/guard.h"

#include "helper/contract.h"
#include "helper/request.h"

#include <KAuth/HelperSupport>

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusServiceWatcher>

#include <algorithm>
#include <chrono>
#include <cstdlib>

#include <syslog.h>

/** Of Qt's library, without a header; hooks run in the main thread, ahead of the call's slot. */
extern Q_DECL_IMPORT void qDBusAddSpyHook(void (*hook)(const QDBusMessage &));

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

// KAuth's numbers for what its signal tells.
constexpr int kActionStarted = 0;
constexpr int kActionPerformed = 1;

/** How soon it is noticed that a caller has left: others are served that much later. */
constexpr auto kPresenceInterval = std::chrono::milliseconds(100);

/** Without destructors: a loop further up the stack may be waiting for polkit. */
[[noreturn]] void leave(const char *why)
{
    ::syslog(LOG_WARNING, "%s", why);
    std::_Exit(EXIT_FAILURE);
}

/** Details are shown in polkit's dialog: a map of none is all that we send. */
bool isEmptyMap(const QVariant &argument)
{
    if (argument.metaType() != QMetaType::fromType<QDBusArgument>()) {
        return false;
    }
    const auto map = argument.value<QDBusArgument>();
    if (map.currentType() != QDBusArgument::MapType) {
        return false;
    }
    map.beginMap();
    const bool isEmpty = map.atEnd();
    map.endMap(); // without it the message is never let go, nor its descriptors
    return isEmpty;
}

/**
 * Sees each call before anything is made of it. KAuth reads its arguments before it asks polkit,
 * and passes the details on to polkit as they are.
 */
void judgeCall(const QDBusMessage &message)
{
    constexpr qsizetype kDetails = 2; // after the action and the caller's name
    constexpr qsizetype kBlob = 3;
    constexpr qsizetype kCount = 5; // the descriptors are the last
    if (message.member() != "performAction"_L1) {
        return;
    }
    const QVariantList arguments = message.arguments();
    if (arguments.size() != kCount || !isEmptyMap(arguments.at(kDetails))
        || !isHarmless(arguments.at(kBlob).toByteArray())) {
        leave("asked with other arguments than ours");
    }
}

/**
 * KAuth's handler sends messages over the bus to everybody, and a fatal one ends the window that
 * hears it. Ours go to the log.
 */
void logMessage(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    ::syslog(type == QtDebugMsg || type == QtInfoMsg ? LOG_DEBUG : LOG_WARNING,
             "%s",
             qUtf8Printable(message));
}

} // namespace

Guard::Guard()
{
    qDBusAddSpyHook(judgeCall);
    m_patience.setSingleShot(true);
    m_patience.setInterval(contract::kPatience);
    QObject::connect(&m_patience, &QTimer::timeout, this, [] { leave("polkit did not decide"); });
    m_presence.setInterval(kPresenceInterval);
    QObject::connect(&m_presence, &QTimer::timeout, this, &Guard::checkCaller);
    // Once KAuth has set itself up and runs the event loop, before it takes the first call.
    QMetaObject::invokeMethod(this, &Guard::attach, Qt::QueuedConnection);
}

void Guard::attach()
{
    qInstallMessageHandler(logMessage);
    QDBusConnection bus = QDBusConnection::systemBus();
    QObject *kauth = bus.objectRegisteredAt(u"/"_s);
    const bool watches = kauth != nullptr
        && QObject::connect(kauth,
                            SIGNAL(remoteSignal(int, QString, QByteArray)),
                            this,
                            SLOT(onKAuthSignal(int, QString, QByteArray)));
    if (!watches
        || !bus.registerObject(
            contract::kStatePath, this, QDBusConnection::ExportScriptableSlots)) {
        leave("KAuth can't be watched, so it can't be used");
    }
    auto *polkit = new QDBusServiceWatcher(
        contract::kPolkit, bus, QDBusServiceWatcher::WatchForUnregistration, this);
    QObject::connect(polkit, &QDBusServiceWatcher::serviceUnregistered, this, [this] {
        if (busy()) {
            leave("polkit ended while it was asked"); // KAuth goes on waiting for its answer
        }
    });
    // Qt's own message; nobody who asked can be answered any more.
    if (!bus.connect(QString(),
                     u"/org/freedesktop/DBus/Local"_s,
                     u"org.freedesktop.DBus.Local"_s,
                     u"Disconnected"_s,
                     this,
                     SLOT(onBusLost()))) {
        leave("the bus can't be watched");
    }
}

/**
 * Whoever asked must be there as long as polkit decides: its question is nobody's otherwise, and
 * KAuth may wait for an answer that does not come. KAuth says 0 for a caller that has left; root,
 * for whom it says the same, can start a supervisor without us.
 */
void Guard::checkCaller()
{
    if (KAuth::HelperSupport::callerUid() <= 0) {
        leave("whoever asked has left, or is root");
    }
}

void Guard::onBusLost()
{
    leave("the bus is gone");
}

void Guard::onKAuthSignal(int type, const QString &action, const QByteArray & /*blob*/)
{
    if (type == kActionStarted) {
        if (std::ranges::none_of(contract::kGrants, [&](Privilege grant) {
                return action == contract::actionOf(grant);
            })) {
            // Polkit never answers about an action that it does not know, and KAuth waits for it.
            leave("asked for an action that does not exist");
        }
        m_patience.start();
        m_presence.start();
        checkCaller();
    } else if (type == kActionPerformed) {
        m_patience.stop();
        m_presence.stop();
    }
}

} // namespace nsw
