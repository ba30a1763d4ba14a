// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * authhostile CASE: calls the helper over the bus as no honest window would, and prints the answer:
 * "reply NUMBER" (KAuth::ActionReply::Error, or what the helper itself said), or "refused NAME", an
 * error of the bus. File descriptor 3 is a socket that its caller made. "key NAME" asks the kernel
 * instead: "has it", when a key of that name is in its session keyring, or "has it not".
 */
#include "tests/auth/hostilecalls.h"

#include <KAuth/ActionReply>

#include <QCoreApplication>
#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusPendingCall>
#include <QDBusReply>
#include <QDataStream>
#include <QIODevice>
#include <QTimer>

#include <cstdio>

#include <linux/keyctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;
using namespace nsw::contract; // NOLINT(google-build-using-namespace): half of the names here

namespace
{

constexpr int kPatienceMs = 60'000;
constexpr int kFlood = 200;

QDBusMessage kauthCall(const QString &destination, const QString &member)
{
    return QDBusMessage::createMethodCall(destination, u"/"_s, u"org.kde.kf6auth"_s, member);
}

QDBusMessage perform(const Call &call, const QDBusConnection &bus)
{
    QByteArray blob = call.blob.value_or(QByteArray());
    if (!call.blob) {
        QDataStream stream(&blob, QIODevice::WriteOnly);
        stream << call.values;
    }
    QDBusMessage result = kauthCall(kHelper, u"performAction"_s);
    const QByteArray caller = call.caller.isEmpty() ? bus.baseService().toUtf8() : call.caller;
    result.setArguments({call.action, caller, call.details, blob, QVariant::fromValue(call.files)});
    return result;
}

QDBusMessage stopAction(const QString &destination)
{
    QDBusMessage result = kauthCall(destination, u"stopAction"_s);
    result.setArguments({actionOf(nsw::Privilege::Root)});
    return result;
}

QDBusMessage messageOf(const QString &name, const QDBusConnection &bus)
{
    if (name == "stop"_L1) {
        return stopAction(kHelper);
    }
    if (name == "stop-by-unique-name"_L1) {
        return stopAction(bus.interface()->serviceOwner(kHelper).value());
    }
    if (name == "no-arguments"_L1) {
        return kauthCall(kHelper, u"performAction"_s);
    }
    if (name == "slot-itself"_L1) {
        QDBusMessage call = kauthCall(kHelper, u"session_root"_s);
        call.setArguments({QVariantMap()});
        return call;
    }
    if (name == "state-of-others"_L1) {
        return QDBusMessage::createMethodCall(kHelper, kStatePath, kStateInterface, u"attach"_s);
    }
    return perform(callNamed(name), bus);
}

QString textOf(const QDBusMessage &answer)
{
    if (answer.type() == QDBusMessage::ErrorMessage) {
        return u"refused "_s + answer.errorName();
    }
    if (answer.arguments().isEmpty()) {
        return u"done"_s;
    }
    const auto reply = KAuth::ActionReply::deserialize(answer.arguments().at(0).toByteArray());
    return u"reply "_s + QString::number(reply.error());
}

/** Whether a key of the session keyring with this description can be had. */
bool possesses(const QByteArray &key)
{
    return ::syscall(
               SYS_keyctl, KEYCTL_SEARCH, KEY_SPEC_SESSION_KEYRING, "user", key.constData(), 0)
        >= 0;
}

void say(const QString &line)
{
    std::puts(qUtf8Printable(line));
    static_cast<void>(std::fflush(stdout));
}

/** Hears what the helper tells everybody, until its standard input ends. */
class Listener : public QObject
{
    Q_OBJECT
public:
    explicit Listener(QDBusConnection bus)
    {
        const bool hears = bus.connect(QString(),
                                       u"/"_s,
                                       u"org.kde.kf6auth"_s,
                                       u"remoteSignal"_s,
                                       this,
                                       SLOT(onSignal(int, QString, QByteArray)));
        say(hears ? u"listening"_s : u"deaf"_s);
    }

public Q_SLOTS:
    void onSignal(int type, const QString &action, const QByteArray &blob)
    {
        say(u"heard "_s + QString::number(type) + u' ' + action + u' '
            + QString::fromLatin1(blob.toHex()));
    }
};

/** Tells the window that its action was performed, in place of the helper. */
void forgeReplies(const QDBusConnection &bus)
{
    QDBusMessage signal
        = QDBusMessage::createSignal(u"/"_s, u"org.kde.kf6auth"_s, u"remoteSignal"_s);
    for (const nsw::Privilege grant : kGrants) {
        signal.setArguments({1, actionOf(grant), KAuth::ActionReply::SuccessReply().serialized()});
        if (!bus.send(signal)) {
            say(u"not sent"_s);
        }
    }
}

/** Many requests at once, and does not wait for the answers of most. */
QString flood(const QDBusConnection &bus)
{
    QDBusPendingCall last = bus.asyncCall(perform(callNamed({}), bus), kPatienceMs);
    for (int i = 1; i < kFlood; ++i) {
        last = bus.asyncCall(perform(callNamed({}), bus), kPatienceMs);
    }
    last.waitForFinished();
    return textOf(last.reply());
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QString name = QCoreApplication::arguments().value(1);
    if (name == "key"_L1) { // inside a container, where there need not be a bus
        say(possesses(QCoreApplication::arguments().value(2).toUtf8()) ? u"has it"_s
                                                                       : u"has it not"_s);
        return 0;
    }
    qDBusRegisterMetaType<Files>();
    QDBusConnection bus = QDBusConnection::systemBus();
    if (name == "eavesdrop"_L1) {
        const Listener listener(bus);
        return QCoreApplication::exec();
    }
    if (name == "forge"_L1) {
        forgeReplies(bus);
        return 0;
    }
    if (name == "flood"_L1) {
        say(flood(bus));
    } else if (name == "vanish"_L1) {
        // Gone before the helper can ask the bus who it was.
        say(bus.send(perform(callNamed({}), bus)) ? u"sent"_s : u"not sent"_s);
    } else if (name == "own-name"_L1) {
        say(bus.registerService(kHelper) ? u"done"_s : u"refused "_s + bus.lastError().name());
    } else {
        say(textOf(bus.call(messageOf(name, bus), QDBus::Block, kPatienceMs)));
    }
    return 0;
}

#include "hostile_main.moc"
