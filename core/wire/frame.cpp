// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/frame.h"

#include <QCborStreamReader>
#include <QCborValue>
#include <QtEndian>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

constexpr qsizetype kLengthSize = 4;

QByteArray frame(const QByteArray &body)
{
    QByteArray bytes(kLengthSize, Qt::Uninitialized);
    qToBigEndian(static_cast<quint32>(body.size()), bytes.data());
    return bytes + body;
}

/** Walks over a value without building it. False when it nests too deep or is not well-formed. */
bool isShallow(QCborStreamReader &reader, int depth)
{
    if (depth > CborReader::kMaxDepth) {
        return false;
    }
    if (!reader.isContainer()) {
        return reader.next();
    }
    reader.enterContainer();
    while (reader.lastError() == QCborError::NoError && reader.hasNext()) {
        if (!isShallow(reader, depth + 1)) {
            return false;
        }
    }
    return reader.lastError() == QCborError::NoError && reader.leaveContainer();
}

/**
 * What makes bytes that could not be decoded no CBOR, in the words of Qt, or nothing. Depth is
 * looked at first: QCborValue parses recursively.
 */
std::optional<Finding> malformation(const QByteArray &body)
{
    QCborStreamReader walker(body);
    if (!isShallow(walker, 0) || walker.currentOffset() != body.size()) {
        return codec::fail(FindingCode::Syntax,
                           {},
                           walker.lastError().toString(),
                           u"one CBOR map, nested at most %1 deep"_s.arg(CborReader::kMaxDepth))
            .error();
    }
    QCborParserError error;
    static_cast<void>(QCborValue::fromCbor(body, &error));
    if (error.error != QCborError::NoError) {
        return codec::fail(FindingCode::Syntax, {}, error.errorString(), u"CBOR"_s).error();
    }
    return std::nullopt;
}

} // namespace

QByteArray encodeFrame(const Event &event)
{
    return frame(toCbor(event));
}

QByteArray encodeFrame(const Request &request)
{
    return frame(toCbor(request));
}

std::optional<QCborMap> firstMapOf(QByteArrayView stream)
{
    if (stream.size() < kLengthSize) {
        return std::nullopt;
    }
    const auto size = static_cast<qsizetype>(qFromBigEndian<quint32>(stream.data()));
    if (size > stream.size() - kLengthSize) {
        return std::nullopt;
    }
    const QByteArray body = stream.sliced(kLengthSize, size).toByteArray();
    if (malformation(body)) {
        return std::nullopt;
    }
    const QCborValue value = QCborValue::fromCbor(body);
    return value.isMap() ? std::optional(value.toMap()) : std::nullopt;
}

template<class Message>
FrameDecoder<Message>::FrameDecoder(qsizetype maxSize)
    : m_maxSize(maxSize)
{
}

template<class Message>
void FrameDecoder<Message>::append(QByteArrayView bytes)
{
    if (!m_broken) {
        m_buffer.append(bytes);
    }
}

template<class Message>
std::expected<std::optional<Message>, Finding> FrameDecoder<Message>::next()
{
    const auto broken = [this](const Finding &finding) {
        m_broken = finding;
        m_buffer.clear();
        return std::unexpected(finding);
    };
    if (m_broken) {
        return std::unexpected(*m_broken);
    }
    const qsizetype available = m_buffer.size() - m_start;
    if (available < kLengthSize) {
        return std::optional<Message>{};
    }
    const auto size
        = static_cast<qsizetype>(qFromBigEndian<quint32>(m_buffer.constData() + m_start));
    if (size > m_maxSize) {
        return broken(Finding{.severity = Severity::Error,
                              .code = FindingCode::TooLarge,
                              .path = {},
                              .found = QString::number(size),
                              .expected = QString::number(m_maxSize)});
    }
    if (available - kLengthSize < size) {
        return std::optional<Message>{};
    }
    const QByteArrayView body = QByteArrayView(m_buffer).sliced(m_start + kLengthSize, size);
    auto message = fromCbor<Message>(body);
    if (!message) {
        return broken(malformation(body.toByteArray()).value_or(std::move(message).error()));
    }
    m_start += kLengthSize + size;
    if (m_start > m_buffer.size() / 2) {
        m_buffer.remove(0, m_start);
        m_start = 0;
    }
    return std::optional<Message>(*std::move(message));
}

template class FrameDecoder<Event>;
template class FrameDecoder<Request>;

} // namespace nsw
