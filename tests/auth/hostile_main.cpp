// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * authhostile CASE: calls the helper over the bus as no honest window would, and prints the answer:
 * "reply NUMBER" (KAuth::ActionReply::Error, or what the helper itself said), or "refused NAME", an
 * error of the bus. File descriptor 3 is a socket that its caller made.
 */
#include "helper/contract.h"

#include <KAuth/ActionReply>

#include <QCoreApplication>
#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusReply>
#include <QDBusUnixFileDescriptor>
#include <QDataStream>
#include <QIODevice>

#include <array>
#include <cstdio>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;
using Qt::StringLiterals::operator""_ba;
using namespace nsw::contract;
using Files = QMap<QString, QDBusUnixFileDescriptor>;

namespace
{

constexpr int kForeignSocket = 3;
constexpr int kNesting = 30'000;
constexpr int kPatienceMs = 60'000;

struct Call {
    QString action = kSessionRoot;
    QByteArray caller;
    QVariantMap values{{QString(kNonce), u"hostile"_s}};
    Files files;
    QByteArray blob; ///< in place of `values`
};

std::array<int, 2> socketPair(int type)
{
    std::array<int, 2> ends{-1, -1};
    // Without an answer the case fails, which is looked at.
    [[maybe_unused]] const int made = ::socketpair(AF_UNIX, type | SOCK_CLOEXEC, 0, ends.data());
    return ends;
}

QDBusUnixFileDescriptor file(int fd)
{
    return QDBusUnixFileDescriptor(fd);
}

/** A QVariantMap with a variant in a variant, and so on: what reads it recurses. */
QByteArray nested()
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << quint32{1} << u"k"_s;
    for (int i = 0; i < kNesting; ++i) {
        // A QVariantMap of one, whose value is next.
        stream << quint32{QMetaType::QVariantMap} << qint8{0} << quint32{1} << u"k"_s;
    }
    stream << quint32{QMetaType::Int} << qint8{0} << qint32{1};
    return bytes;
}

Call honest()
{
    Call call;
    call.files.insert(kSocket, file(socketPair(SOCK_STREAM)[0]));
    return call;
}

Call withNonce(const QVariant &nonce)
{
    Call call = honest();
    call.values.insert(kNonce, nonce);
    return call;
}

Call withSocket(int fd)
{
    Call call;
    call.files.insert(kSocket, file(fd));
    return call;
}

Call unusual(const QString &name)
{
    Call call = honest();
    if (name == "missing-nonce"_L1) {
        call.values.clear();
    } else if (name == "missing-socket"_L1) {
        call.files.clear();
    } else if (name == "unknown-key"_L1) {
        call.values.insert(u"shell"_s, u"sh"_s);
    } else if (name == "unknown-file"_L1) {
        call.files.insert(u"more"_s, file(STDIN_FILENO));
    } else if (name == "socket-as-number"_L1) {
        call.files.clear();
        call.values.insert(kSocket, 0);
    } else if (name == "unknown-action"_L1) {
        call.action = u"org.nsworkbench.helper.nonsense"_s;
    } else if (name == "somebody-elses-name"_L1) {
        call.caller = ":1.0";
    } else if (name == "nested"_L1) {
        call.blob = nested();
    }
    return call;
}

Call callOf(const QString &name)
{
    if (name == "nonce-number"_L1) {
        return withNonce(7);
    }
    if (name == "nonce-bytes"_L1) {
        return withNonce("bytes"_ba);
    }
    if (name == "nonce-empty"_L1) {
        return withNonce(QString());
    }
    if (name == "nonce-long"_L1) {
        return withNonce(QString(kMaxNonceLength + 1, u'a'));
    }
    if (name == "nonce-option"_L1) {
        return withNonce(u"--stdio"_s);
    }
    if (name == "nonce-spaces"_L1) {
        return withNonce(u"a b"_s);
    }
    if (name == "socket-is-file"_L1) {
        return withSocket(::open("/dev/null", O_RDWR | O_CLOEXEC));
    }
    if (name == "socket-of-datagrams"_L1) {
        return withSocket(socketPair(SOCK_DGRAM)[0]);
    }
    if (name == "socket-unconnected"_L1) {
        return withSocket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    }
    if (name == "socket-of-another-user"_L1) {
        return withSocket(kForeignSocket);
    }
    return unusual(name);
}

QDBusMessage perform(const Call &call, const QDBusConnection &bus)
{
    QByteArray blob = call.blob;
    if (blob.isEmpty()) {
        QDataStream stream(&blob, QIODevice::WriteOnly);
        stream << call.values;
    }
    QDBusMessage result
        = QDBusMessage::createMethodCall(kHelper, u"/"_s, u"org.kde.kf6auth"_s, u"performAction"_s);
    const QByteArray caller = call.caller.isEmpty() ? bus.baseService().toUtf8() : call.caller;
    result.setArguments(
        {call.action, caller, QVariantMap(), blob, QVariant::fromValue(call.files)});
    return result;
}

QDBusMessage stopAction(const QString &destination)
{
    QDBusMessage result = QDBusMessage::createMethodCall(
        destination, u"/"_s, u"org.kde.kf6auth"_s, u"stopAction"_s);
    result.setArguments({QString(kSessionRoot)});
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
    return perform(callOf(name), bus);
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

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    qDBusRegisterMetaType<Files>();
    const QDBusConnection bus = QDBusConnection::systemBus();
    const QDBusMessage answer = bus.call(
        messageOf(QCoreApplication::arguments().value(1), bus), QDBus::Block, kPatienceMs);
    std::puts(qUtf8Printable(textOf(answer)));
    return 0;
}
