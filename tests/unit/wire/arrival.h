// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/frame.h"

#include <QCborValue>
#include <QtEndian>

/** Messages as they arrive: in a frame, or not at all. */
namespace nsw::test
{

inline constexpr qsizetype kLengthSize = 4;

inline QByteArray inFrame(const QByteArray &body)
{
    QByteArray bytes(kLengthSize, Qt::Uninitialized);
    qToBigEndian(static_cast<quint32>(body.size()), bytes.data());
    return bytes + body;
}

template<class Message>
QByteArray bodyOf(const Message &message)
{
    return encodeFrame(message).sliced(kLengthSize);
}

template<class Message>
Decoded<Message> arrival(const QByteArray &body)
{
    FrameDecoder<Message> decoder(kMaxRequestSize);
    decoder.append(inFrame(body));
    auto message = decoder.next();
    if (!message) {
        return std::unexpected(message.error());
    }
    return message->value();
}

inline QString told(const Finding &finding)
{
    return QStringList{nameOf(finding.code), finding.path, finding.found, finding.expected}.join(
        u'|');
}

/** What Qt makes of it: one value, and nothing behind it. */
inline bool isCborToQt(const QByteArray &bytes)
{
    QCborParserError error;
    static_cast<void>(QCborValue::fromCbor(bytes, &error));
    return error.error == QCborError::NoError && error.offset == bytes.size();
}

} // namespace nsw::test
