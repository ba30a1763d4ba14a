// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernel/fd.h"
#include "helper/contract.h"
#include "helper/request.h"
#include "tests/fuzz/targets.h"

#include <QCborMap>
#include <QCborValue>
#include <QDBusUnixFileDescriptor>
#include <QDataStream>

#include <algorithm>
#include <array>

#include <fcntl.h>
#include <sys/socket.h>

namespace nsw::fuzz
{

using Qt::StringLiterals::operator""_s;

namespace
{

/** What can't be written in bytes stands for a descriptor. */
struct Descriptors {
    Descriptors()
        : nothing(::open("/dev/null", O_RDONLY | O_CLOEXEC))
    {
        std::array<int, 2> ends{-1, -1};
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) == 0) {
            socket.reset(ends[0]);
            other.reset(ends[1]);
        }
    }

    [[nodiscard]] QVariant valueOf(const QCborValue &value) const
    {
        if (value.isUndefined()) {
            return QVariant::fromValue(QDBusUnixFileDescriptor(socket.get()));
        }
        if (value.isNull()) {
            return QVariant::fromValue(QDBusUnixFileDescriptor(nothing.get()));
        }
        return value.toVariant();
    }

    UniqueFd socket;
    UniqueFd other;
    UniqueFd nothing;
};

bool isPlain(const QByteArray &nonce)
{
    return !nonce.isEmpty() && nonce.size() <= 64 && nonce.front() != '-'
        && std::ranges::all_of(nonce, [](char c) {
               return c == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')
                   || (c >= 'A' && c <= 'Z');
           });
}

} // namespace

Verdict feedHelper(QByteArrayView bytes)
{
    static const Descriptors descriptors;
    const QCborMap map = QCborValue::fromCbor(bytes.toByteArray()).toMap();
    QVariantMap arguments;
    for (const auto &[key, value] : map) {
        arguments.insert(key.toString(), descriptors.valueOf(value));
    }
    const auto request = readRequest(arguments);
    if (!request) {
        return {};
    }
    // It ends up on a command line.
    return {.understood = true,
            .wrong = isPlain(request->nonce) && request->socket >= 0 ? QString() : u"accepted"_s};
}

/** What is harmless KAuth's reader may have. */
Verdict feedBlob(QByteArrayView bytes)
{
    const QByteArray blob = bytes.toByteArray();
    if (!isHarmless(blob)) {
        return {};
    }
    QDataStream stream(blob);
    QVariantMap arguments;
    stream >> arguments;
    const bool isOurs = arguments.isEmpty()
        || (arguments.size() == 1
            && arguments.value(contract::kNonce).metaType() == QMetaType::fromType<QString>());
    return {.understood = true,
            .wrong = stream.status() == QDataStream::Ok && stream.atEnd() && isOurs ? QString()
                                                                                    : u"read"_s};
}

} // namespace nsw::fuzz
