// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/request.h"

#include "core/kernel/failure.h"
#include "helper/contract.h"

#include <QDBusUnixFileDescriptor>

#include <algorithm>

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

} // namespace

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
