// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/request.h"

#include "core/kernel/failure.h"
#include "helper/contract.h"

#include <QDBusUnixFileDescriptor>
#include <QtEndian>

#include <algorithm>
#include <optional>

#include <sys/socket.h>

namespace nsw
{

using Qt::StringLiterals::operator""_L1;

namespace
{

std::unexpected<Error> refuse(QLatin1StringView part)
{
    return failure("request"_L1, part, EINVAL);
}

/** It ends up on a command line, so no more than what can't be misread there. */
bool isNonce(const QString &text)
{
    return !text.isEmpty() && text.size() <= contract::kMaxNonceLength && text.at(0) != u'-'
        && std::ranges::all_of(text, [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z')
                   || (c >= u'A' && c <= u'Z') || c == u'-';
           });
}

bool isOption(int socket, int option, int wanted)
{
    int value = 0;
    socklen_t size = sizeof value;
    return ::getsockopt(socket, SOL_SOCKET, option, &value, &size) == 0 && value == wanted;
}

bool isConnectedStream(int socket)
{
    sockaddr_storage peer{};
    socklen_t size = sizeof peer;
    return isOption(socket, SO_DOMAIN, AF_UNIX) && isOption(socket, SO_TYPE, SOCK_STREAM)
        && ::getpeername(socket, reinterpret_cast<sockaddr *>(&peer), &size) == 0;
}

/** Reads as QDataStream writes, and nothing beyond the end. */
class Bytes
{
public:
    explicit Bytes(QByteArrayView bytes)
        : m_rest(bytes)
    {
    }

    std::optional<QByteArrayView> next(qsizetype size)
    {
        if (m_rest.size() < size) {
            return std::nullopt;
        }
        const QByteArrayView taken = m_rest.first(size);
        m_rest = m_rest.sliced(size);
        return taken;
    }
    std::optional<quint32> number()
    {
        const auto bytes = next(sizeof(quint32));
        return bytes ? std::optional(qFromBigEndian<quint32>(bytes->data())) : std::nullopt;
    }
    /** UTF-16; null and very long strings, which are told by lengths beyond all, are none. */
    std::optional<QByteArrayView> text()
    {
        const auto size = number();
        return size && *size % sizeof(char16_t) == 0 ? next(qsizetype{*size}) : std::nullopt;
    }
    [[nodiscard]] bool atEnd() const { return m_rest.isEmpty(); }

private:
    QByteArrayView m_rest;
};

bool isNonceKey(QByteArrayView utf16)
{
    QByteArray wanted;
    for (const QChar c : QString(contract::kNonce)) {
        wanted += static_cast<char>(c.row());
        wanted += static_cast<char>(c.cell());
    }
    return utf16 == wanted;
}

} // namespace

bool isHarmless(const QByteArray &blob)
{
    Bytes bytes(blob);
    const auto entries = bytes.number();
    if (blob.size() > contract::kMaxBlob || !entries || *entries > 1) {
        return false;
    }
    if (*entries == 1) {
        const auto key = bytes.text();
        const auto type = bytes.number();
        const auto isNull = bytes.next(1);
        const auto value = bytes.text();
        if (!key || !isNonceKey(*key) || type != quint32{QMetaType::QString} || !isNull || !value) {
            return false;
        }
    }
    return bytes.atEnd();
}

Result<SessionRequest> readRequest(const QVariantMap &arguments)
{
    if (arguments.size() != 2) {
        return refuse("keys"_L1);
    }
    const QVariant nonce = arguments.value(contract::kNonce);
    if (nonce.metaType() != QMetaType::fromType<QString>() || !isNonce(nonce.toString())) {
        return refuse(contract::kNonce);
    }
    const QVariant socket = arguments.value(contract::kSocket);
    if (socket.metaType() != QMetaType::fromType<QDBusUnixFileDescriptor>()) {
        return refuse(contract::kSocket);
    }
    const int fd = socket.value<QDBusUnixFileDescriptor>().fileDescriptor();
    if (fd < 0 || !isConnectedStream(fd)) {
        return refuse(contract::kSocket);
    }
    return SessionRequest{.nonce = nonce.toString().toLatin1(), .socket = fd};
}

Result<uid_t> peerOf(int socket)
{
    ucred peer{};
    socklen_t size = sizeof peer;
    if (::getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0) {
        return failure("getsockopt"_L1, contract::kSocket);
    }
    return peer.uid;
}

Result<uid_t> userOf(const Asking &asking)
{
    if (asking.call <= 0 || static_cast<uid_t>(asking.call) != asking.socket) {
        return failure("caller"_L1, QString::number(asking.socket), EPERM);
    }
    return asking.socket;
}

} // namespace nsw
