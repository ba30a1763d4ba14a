// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace nsw
{

/**
 * Reads CBOR (RFC 8949) front to back, out of bytes that nobody vouches for.
 *
 * QCborStreamReader takes longer to walk over a facet than encoding it takes, and can't go back to
 * a place it has passed. Here keys and text are views of the bytes, and a position can be kept and
 * returned to. A value that is asked for as what it is not stays where it is. Behind bytes that are
 * no CBOR, or nest too deep, there is nothing to take until the reader goes back.
 */
class CborReader
{
public:
    /** Nothing that is written nests deeper. */
    static constexpr int kMaxDepth = 24;

    enum class Type : quint8 {
        Malformed, ///< or nothing at all
        Integer,
        Number, ///< floating point, or an integer that std::int64_t can't hold
        Bytes,
        Text,
        Array,
        Map,
        Bool,
        Null,
        Other, ///< a tag, undefined, a simple value
    };

    struct Position {
        qsizetype at = 0;
        int depth = 0;
    };

    /** An array or map that is being read. */
    struct Container {
        quint64 left = 0; ///< elements or pairs; never more than there are bytes for
        bool isIndefinite = false; ///< a break ends it
    };

    /** `bytes` have to outlive the reader. */
    explicit CborReader(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }

    [[nodiscard]] Type type() const { return head().type; }
    [[nodiscard]] bool isMalformed() const { return m_malformed; }
    [[nodiscard]] bool atEnd() const { return m_at == m_bytes.size(); }
    [[nodiscard]] qsizetype bytesLeft() const { return m_bytes.size() - m_at; }

    [[nodiscard]] Position position() const { return {.at = m_at, .depth = m_depth}; }
    void rewind(Position to);
    [[nodiscard]] QByteArrayView since(Position from) const;

    std::optional<qint64> takeInteger();
    std::optional<bool> takeBool();
    bool takeNull();
    /** Valid UTF-8. Good until the next text is taken. */
    std::optional<QByteArrayView> takeText() { return takeString(Type::Text); }
    std::optional<QByteArrayView> takeBytes() { return takeString(Type::Bytes); }
    /** Takes a value of any type. */
    bool skip();

    /** Steps into an Array or Map, whose items are then taken while next() says so. */
    std::optional<Container> enter(Type type);
    /** True when there is one more; at the end of the container it steps out. */
    bool next(Container &container);

private:
    /** The first byte of an item and its argument; small enough for two registers. */
    struct Head {
        quint64 argument = 0;
        Type type = Type::Malformed;
        bool isIndefinite = false;
        quint8 initial = 0;
        quint8 size = 0;
    };

    [[nodiscard]] Head head() const;
    [[nodiscard]] bool readLongArgument(Head &head) const;
    [[nodiscard]] Type typeOf(const Head &head) const;
    [[nodiscard]] bool isBreak() const;
    std::optional<QByteArrayView> takeString(Type type);
    std::optional<QByteArrayView> takeString(const Head &head);
    std::optional<QByteArrayView> takeWhole(const Head &head);
    std::optional<QByteArrayView> takeChunks(const Head &head);
    Container enter(const Head &head);
    bool fail();

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    int m_depth = 0;
    bool m_malformed = false;
    QByteArray m_joined; ///< what came in chunks
};

} // namespace nsw
