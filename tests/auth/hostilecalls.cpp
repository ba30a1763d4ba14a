// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/auth/hostilecalls.h"

#include <QDataStream>
#include <QIODevice>

#include <array>
#include <functional>

#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_ba;
using namespace nsw::contract; // NOLINT(google-build-using-namespace): half of the names here

namespace
{

constexpr int kForeignSocket = 3;
constexpr int kNesting = 30'000;
constexpr qsizetype kHuge = qsizetype{4} << 20;

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

/** Says that a map of 4 thousand million entries follows, and stops. */
QByteArray endless()
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << quint32{0xfffffff0} << u"k"_s << quint32{QMetaType::QString} << qint8{0};
    return bytes;
}

/** A socket of a network that listens, or not. */
int networkSocket(bool listens)
{
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in any{};
    any.sin_family = AF_INET;
    any.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    // When it can't be bound it is no connected socket either, which is the case.
    [[maybe_unused]] const bool bound = fd >= 0 && listens
        && ::bind(fd, reinterpret_cast<const sockaddr *>(&any), sizeof any) == 0
        && ::listen(fd, 1) == 0;
    return fd;
}

int pipeEnd()
{
    std::array<int, 2> ends{-1, -1};
    [[maybe_unused]] const int made
        = ::pipe2(ends.data(), O_CLOEXEC); // without one, -1 is not sent
    return ends[0];
}

Call honest()
{
    Call call;
    call.files.insert(kSocket, endOfPair(SOCK_STREAM));
    return call;
}

Call withNonce(const QVariant &nonce)
{
    Call call = honest();
    call.values.insert(kNonce, nonce);
    return call;
}

Call withSocket(const QDBusUnixFileDescriptor &socket)
{
    Call call;
    call.files.insert(kSocket, socket);
    return call;
}

Call withValue(const QString &key, const QVariant &value)
{
    Call call = honest();
    call.values.insert(key, value);
    return call;
}

Call withAction(const QString &action)
{
    Call call = honest();
    call.action = action;
    return call;
}

Call withCaller(const QByteArray &caller)
{
    Call call = honest();
    call.caller = caller;
    return call;
}

Call withBlob(const QByteArray &blob)
{
    Call call = honest();
    call.blob = blob;
    return call;
}

Call missing(bool nonce)
{
    Call call = honest();
    if (nonce) {
        call.values.clear();
    } else {
        call.files.clear();
    }
    return call;
}

Call withMoreFiles()
{
    Call call = honest();
    call.files.insert(u"more"_s, file(STDIN_FILENO));
    return call;
}

Call withSocketAsNumber()
{
    Call call = withValue(kSocket, 0);
    call.files.clear();
    return call;
}

Call withDetail(const QString &key)
{
    Call call = honest();
    call.details.insert(key, u"Your password, to read your mail"_s);
    return call;
}

/** A map in a map, and so on, with the nonce in the innermost. */
Call withDepth(int depth)
{
    QVariant value = u"nonce"_s;
    for (int i = 0; i < depth; ++i) {
        value = QVariantMap{{QString(kNonce), value}};
    }
    return withNonce(value);
}

/** An honest request with zeros behind it that make up this size. */
Call withSize(qsizetype size)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << honest().values;
    bytes.append(size - bytes.size(), '\0');
    return withBlob(bytes);
}

const QMap<QString, std::function<Call()>> &calls()
{
    static const QMap<QString, std::function<Call()>> kCalls{
        {u"missing-nonce"_s,
         [] {
             return missing(true);
         }},
        {u"missing-socket"_s,
         [] {
             return missing(false);
         }},
        {u"unknown-key"_s,
         [] {
             return withValue(u"shell"_s, u"sh"_s);
         }},
        {u"unknown-file"_s, withMoreFiles},
        {u"nonce-number"_s,
         [] {
             return withNonce(7);
         }},
        {u"nonce-bytes"_s,
         [] {
             return withNonce("bytes"_ba);
         }},
        {u"nonce-list"_s,
         [] {
             return withNonce(QStringList{u"a"_s});
         }},
        {u"nonce-empty"_s,
         [] {
             return withNonce(QString());
         }},
        {u"nonce-long"_s,
         [] {
             return withNonce(QString(kMaxNonceLength + 1, u'a'));
         }},
        {u"nonce-huge"_s,
         [] {
             return withNonce(QString(kHuge, u'a'));
         }},
        {u"nonce-option"_s,
         [] {
             return withNonce(u"--for-uid"_s);
         }},
        {u"nonce-spaces"_s,
         [] {
             return withNonce(u"a b"_s);
         }},
        {u"nonce-null"_s,
         [] {
             return withNonce(QString(u"a"_s + QChar::Null + u"b"_s));
         }},
        {u"nonce-foreign"_s,
         [] {
             return withNonce(u"令牌"_s);
         }},
        {u"socket-as-number"_s, withSocketAsNumber},
        {u"socket-is-file"_s,
         [] {
             return withSocket(file(::open("/dev/null", O_RDWR | O_CLOEXEC)));
         }},
        {u"socket-is-directory"_s,
         [] {
             return withSocket(file(::open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC)));
         }},
        {u"socket-is-pipe"_s,
         [] {
             return withSocket(file(pipeEnd()));
         }},
        {u"socket-of-datagrams"_s,
         [] {
             return withSocket(endOfPair(SOCK_DGRAM));
         }},
        {u"socket-of-packets"_s,
         [] {
             return withSocket(endOfPair(SOCK_SEQPACKET));
         }},
        {u"socket-unconnected"_s,
         [] {
             return withSocket(file(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)));
         }},
        {u"socket-of-network"_s,
         [] {
             return withSocket(file(networkSocket(false)));
         }},
        {u"socket-listening"_s,
         [] {
             return withSocket(file(networkSocket(true)));
         }},
        {u"socket-of-another-user"_s,
         [] {
             return withSocket(file(kForeignSocket));
         }},
        {u"action-unknown"_s,
         [] {
             return withAction(u"org.nsworkbench.helper.nonsense"_s);
         }},
        {u"action-of-polkit"_s,
         [] {
             return withAction(u"org.freedesktop.policykit.exec"_s);
         }},
        {u"action-empty"_s,
         [] {
             return withAction(QString());
         }},
        {u"action-longer"_s,
         [] {
             return withAction(u"org.nsworkbench.helper.session.root.x"_s);
         }},
        {u"action-inspect"_s,
         [] {
             return withAction(actionOf(nsw::Privilege::Inspect));
         }},
        {u"action-assisted"_s,
         [] {
             return withAction(actionOf(nsw::Privilege::Assisted));
         }},
        {u"action-attach"_s,
         [] {
             return withAction(actionOf(nsw::Privilege::Attach));
         }},
        {u"caller-root"_s,
         [] {
             return withCaller(":1.0");
         }},
        {u"caller-bus"_s,
         [] {
             return withCaller("org.freedesktop.DBus");
         }},
        {u"caller-nobody"_s,
         [] {
             return withCaller(":1.99999");
         }},
        {u"caller-nonsense"_s,
         [] {
             return withCaller("/");
         }},
        {u"message-of-ones-own"_s,
         [] {
             return withDetail(u"polkit.message"_s);
         }},
        {u"icon-of-ones-own"_s,
         [] {
             return withDetail(u"polkit.icon_name"_s);
         }},
        {u"detail-of-ones-own"_s,
         [] {
             return withDetail(u"program"_s);
         }},
        {u"blob-deep"_s,
         [] {
             return withDepth(4);
         }},
        {u"blob-longer"_s,
         [] {
             return withSize(kMaxBlob + 1);
         }},
        {u"blob-nested"_s,
         [] {
             return withBlob(nested());
         }},
        {u"blob-endless"_s,
         [] {
             return withBlob(endless());
         }},
        {u"blob-empty"_s,
         [] {
             return withBlob({});
         }},
        {u"blob-garbage"_s,
         [] {
             return withBlob(QByteArray(4096, '\xff'));
         }},
        {u"blob-huge"_s,
         [] {
             return withBlob(QByteArray(kHuge, '\0'));
         }},
    };
    return kCalls;
}

} // namespace

QDBusUnixFileDescriptor endOfPair(int type)
{
    std::array<int, 2> ends{-1, -1};
    // Without an answer the case fails, which is looked at.
    [[maybe_unused]] const int made = ::socketpair(AF_UNIX, type | SOCK_CLOEXEC, 0, ends.data());
    return file(ends[0]);
}

Call callNamed(const QString &name)
{
    const auto found = calls().constFind(name);
    return found == calls().constEnd() ? honest() : (*found)();
}
