// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/frame.h"
#include "tests/fuzz/targets.h"

#include <QList>

namespace nsw::fuzz
{

using Qt::StringLiterals::operator""_s;

namespace
{

/** What was understood is written in a way that means the same. */
template<class Message>
Verdict feedMessage(QByteArrayView bytes)
{
    const auto message = fromCbor<Message>(bytes);
    if (!message) {
        return {};
    }
    const QByteArray written = toCbor(*message);
    const auto again = fromCbor<Message>(written);
    if (!again) {
        return {.understood = true, .wrong = u"written, it is not understood"_s};
    }
    return {.understood = true,
            .wrong = toCbor(*again) == written ? QString() : u"it reads back differently"_s};
}

/** What a decoder makes of a stream: the messages, written again, and the end. */
struct Stream {
    QList<QByteArray> messages;
    std::optional<Finding> broken;
    bool operator==(const Stream &) const = default;
};

/** Takes what there is. False when the decoder did not keep to its contract. */
template<class Message>
bool drain(FrameDecoder<Message> &decoder, Stream &stream)
{
    while (true) {
        const auto message = decoder.next();
        if (!message) {
            const bool isFirst = !stream.broken;
            stream.broken = stream.broken.value_or(message.error());
            return isFirst || stream.broken == message.error();
        }
        if (stream.broken) {
            return false;
        }
        const std::optional<Message> &one = *message;
        if (!one) {
            return true;
        }
        stream.messages << toCbor(*one);
    }
}

template<class Message>
Verdict feedStream(QByteArrayView bytes, qsizetype piece, qsizetype maxSize)
{
    Stream whole;
    FrameDecoder<Message> atOnce(maxSize);
    atOnce.append(bytes);
    bool sound = drain(atOnce, whole);
    Stream pieces;
    FrameDecoder<Message> bit(maxSize);
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        bit.append(bytes.sliced(at, std::min(piece, bytes.size() - at)));
        sound = drain(bit, pieces) && sound;
    }
    Verdict verdict{.understood = !whole.messages.isEmpty(), .wrong = {}};
    if (!sound) {
        verdict.wrong = u"a broken stream did not stay broken"_s;
    } else if (whole != pieces) {
        verdict.wrong = u"in pieces it is another stream"_s;
    }
    return verdict;
}

} // namespace

Verdict feedRequest(QByteArrayView bytes)
{
    return feedMessage<Request>(bytes);
}

Verdict feedEvent(QByteArrayView bytes)
{
    return feedMessage<Event>(bytes);
}

/** The first byte says how large the pieces are, and who reads. */
Verdict feedFrames(QByteArrayView bytes)
{
    if (bytes.isEmpty()) {
        return {};
    }
    const auto first = static_cast<unsigned char>(bytes.front());
    const qsizetype piece = 1 + (first >> 1U);
    return (first & 1U) == 0 ? feedStream<Request>(bytes.sliced(1), piece, kMaxRequestSize)
                             : feedStream<Event>(bytes.sliced(1), piece, kMaxEventSize);
}

} // namespace nsw::fuzz
