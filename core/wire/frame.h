// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/message.h"

#include <QByteArray>
#include <QCborMap>

#include <optional>

/**
 * Frames of the session socket: four bytes of length, most significant first, then that many bytes
 * of one CBOR map (RFC 8949).
 */
namespace nsw
{

inline constexpr qsizetype kMaxRequestSize = qsizetype{1} << 20;
inline constexpr qsizetype kMaxEventSize = qsizetype{64} << 20;

QByteArray encodeFrame(const Event &event);
QByteArray encodeFrame(const Request &request);

/** The first frame of a stream as a map of anything, for what was made by another version; nothing
 * where it is no CBOR map, or not all there. */
std::optional<QCborMap> firstMapOf(QByteArrayView stream);

/**
 * Cuts a stream of bytes into messages. After the first malformed frame the stream can't be
 * trusted: every later call gives the same Finding.
 */
template<class Message>
class FrameDecoder
{
public:
    /** `maxSize` bounds a frame, in bytes, before any of it is parsed. */
    explicit FrameDecoder(qsizetype maxSize);

    void append(QByteArrayView bytes);

    /** The next message, nothing when more bytes are needed, or what is wrong with the stream. */
    std::expected<std::optional<Message>, Finding> next();

private:
    QByteArray m_buffer;
    qsizetype m_start = 0; ///< where the next frame begins in the buffer
    qsizetype m_maxSize;
    std::optional<Finding> m_broken;
};

extern template class FrameDecoder<Event>;
extern template class FrameDecoder<Request>;

} // namespace nsw
