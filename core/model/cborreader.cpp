// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/cborreader.h"

#include <QtEndian>

#include <array>
#include <limits>

namespace nsw
{

namespace
{

// RFC 8949, 3: the upper three bits of a first byte are the major type, the lower five the argument
// or how it is written.
enum class Major : quint8 { Unsigned, Negative, Bytes, Text, Array, Map, Tag, Simple };
constexpr quint8 kInfoBits = 5;
constexpr quint8 kInfoMask = 0x1f;
constexpr quint8 kOneByte = 24;
constexpr quint8 kTwoBytes = 25;
constexpr quint8 kFourBytes = 26;
constexpr quint8 kEightBytes = 27;
constexpr quint8 kIndefinite = 31;

constexpr quint8 kFalse = 20;
constexpr quint8 kTrue = 21;
constexpr quint8 kNull = 22;
constexpr quint8 kLeastLongSimple = 32;
constexpr quint8 kBreak = 0xff;

constexpr Major majorOf(quint8 initial)
{
    return static_cast<Major>(initial >> kInfoBits);
}

constexpr quint8 infoOf(quint8 initial)
{
    return initial & kInfoMask;
}

/** From Major::Bytes to Major::Map. */
constexpr std::array kSizedTypes{CborReader::Type::Bytes,
                                 CborReader::Type::Text,
                                 CborReader::Type::Array,
                                 CborReader::Type::Map};

CborReader::Type simpleType(quint8 info, quint64 argument)
{
    switch (info) {
    case kFalse:
    case kTrue:
        return CborReader::Type::Bool;
    case kNull:
        return CborReader::Type::Null;
    case kOneByte:
        return argument < kLeastLongSimple ? CborReader::Type::Malformed : CborReader::Type::Other;
    case kTwoBytes:
    case kFourBytes:
    case kEightBytes:
        return CborReader::Type::Number;
    default:
        return CborReader::Type::Other;
    }
}

} // namespace

void CborReader::rewind(Position to)
{
    m_at = to.at;
    m_depth = to.depth;
    m_malformed = false;
}

QByteArrayView CborReader::since(Position from) const
{
    return m_bytes.sliced(from.at, m_at - from.at);
}

bool CborReader::fail()
{
    m_malformed = true;
    return false;
}

bool CborReader::isBreak() const
{
    return !atEnd() && static_cast<quint8>(m_bytes[m_at]) == kBreak;
}

inline CborReader::Type CborReader::typeOf(const Head &head) const
{
    const Major major = majorOf(head.initial);
    if (major >= Major::Bytes && major <= Major::Map) {
        // An item takes at least a byte: a length that can't be true is seen before it is used.
        const auto left = static_cast<quint64>(bytesLeft() - head.size);
        const quint64 most = major == Major::Map ? left / 2 : left;
        const auto offset
            = static_cast<std::size_t>(major) - static_cast<std::size_t>(Major::Bytes);
        return head.argument <= most ? kSizedTypes.at(offset) : Type::Malformed;
    }
    if (head.isIndefinite) {
        return Type::Malformed;
    }
    switch (major) {
    case Major::Tag:
        return Type::Other;
    case Major::Simple:
        return simpleType(infoOf(head.initial), head.argument);
    default:
        return head.argument <= std::numeric_limits<qint64>::max() ? Type::Integer : Type::Number;
    }
}

CborReader::Head CborReader::head() const
{
    Head head;
    if (m_malformed || atEnd()) {
        return head;
    }
    head.initial = static_cast<quint8>(m_bytes[m_at]);
    head.argument = infoOf(head.initial);
    head.size = 1;
    if (head.argument < kOneByte || readLongArgument(head)) {
        head.type = typeOf(head);
    }
    return head;
}

bool CborReader::readLongArgument(Head &head) const
{
    const quint8 info = infoOf(head.initial);
    if (info > kEightBytes) {
        head.argument = 0;
        head.isIndefinite = info == kIndefinite;
        return head.isIndefinite;
    }
    const auto length = static_cast<quint8>(1U << (info - kOneByte));
    if (bytesLeft() <= length) {
        return false;
    }
    head.size += length;
    const char *from = m_bytes.data() + m_at + 1;
    switch (info) {
    case kOneByte:
        head.argument = qFromBigEndian<quint8>(from);
        break;
    case kTwoBytes:
        head.argument = qFromBigEndian<quint16>(from);
        break;
    case kFourBytes:
        head.argument = qFromBigEndian<quint32>(from);
        break;
    default:
        head.argument = qFromBigEndian<quint64>(from);
        break;
    }
    return true;
}

std::optional<qint64> CborReader::takeInteger()
{
    const Head at = head();
    if (at.type != Type::Integer) {
        return std::nullopt;
    }
    m_at += at.size;
    const auto value = static_cast<qint64>(at.argument);
    return majorOf(at.initial) == Major::Negative ? -1 - value : value;
}

std::optional<bool> CborReader::takeBool()
{
    const Head at = head();
    if (at.type != Type::Bool) {
        return std::nullopt;
    }
    m_at += at.size;
    return infoOf(at.initial) == kTrue;
}

bool CborReader::takeNull()
{
    const Head at = head();
    if (at.type != Type::Null) {
        return false;
    }
    m_at += at.size;
    return true;
}

std::optional<QByteArrayView> CborReader::takeString(Type type)
{
    const Head at = head();
    if (at.type != type) {
        return std::nullopt;
    }
    return takeString(at);
}

std::optional<QByteArrayView> CborReader::takeString(const Head &head)
{
    return head.isIndefinite ? takeChunks(head) : takeWhole(head);
}

std::optional<QByteArrayView> CborReader::takeWhole(const Head &head)
{
    const QByteArrayView content
        = m_bytes.sliced(m_at + head.size, static_cast<qsizetype>(head.argument));
    if (head.type == Type::Text && !QUtf8StringView(content).isValidUtf8()) {
        fail();
        return std::nullopt;
    }
    m_at += head.size + content.size();
    return content;
}

std::optional<QByteArrayView> CborReader::takeChunks(const Head &head)
{
    m_joined.clear();
    m_at += head.size;
    while (!isBreak()) {
        const Head chunk = this->head();
        const auto content
            = chunk.type == head.type && !chunk.isIndefinite ? takeWhole(chunk) : std::nullopt;
        if (!content) {
            fail();
            return std::nullopt;
        }
        m_joined += *content;
    }
    ++m_at;
    return m_joined;
}

bool CborReader::skip()
{
    Head at = head();
    while (at.type == Type::Other && majorOf(at.initial) == Major::Tag) {
        m_at += at.size;
        at = head();
    }
    switch (at.type) {
    case Type::Malformed:
        return fail();
    case Type::Bytes:
    case Type::Text:
        return takeString(at).has_value();
    case Type::Array:
    case Type::Map:
        for (auto items = enter(at); next(items);) {
            if (!skip() || (at.type == Type::Map && !skip())) {
                return false;
            }
        }
        return !m_malformed;
    default:
        m_at += at.size;
        return true;
    }
}

std::optional<CborReader::Container> CborReader::enter(Type type)
{
    const Head at = head();
    return at.type == type ? std::optional(enter(at)) : std::nullopt;
}

CborReader::Container CborReader::enter(const Head &head)
{
    m_at += head.size;
    ++m_depth;
    return {.left = head.argument, .isIndefinite = head.isIndefinite};
}

bool CborReader::next(Container &container)
{
    if (m_malformed) {
        return false;
    }
    const bool isOver = container.isIndefinite ? isBreak() : container.left == 0;
    if (isOver) {
        m_at += container.isIndefinite ? 1 : 0;
        --m_depth;
        return false;
    }
    if (atEnd() || m_depth > kMaxDepth) {
        return fail();
    }
    container.left -= container.isIndefinite ? 0 : 1;
    return true;
}

} // namespace nsw
