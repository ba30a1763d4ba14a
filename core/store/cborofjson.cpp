// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/cborreader.h"
#include "core/store/cborjson.h"

#include <QCborStreamWriter>
#include <QString>

#include <array>
#include <cmath>

namespace nsw
{

namespace
{

/** The value of a hexadecimal digit; negative where it is none. */
int digitOf(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/** What stands for itself behind a backslash, and what it stands for. */
constexpr std::array<std::pair<char, char>, 8> kEscapes{{{'"', '"'},
                                                         {'\\', '\\'},
                                                         {'/', '/'},
                                                         {'b', '\b'},
                                                         {'f', '\f'},
                                                         {'n', '\n'},
                                                         {'r', '\r'},
                                                         {'t', '\t'}}};

class JsonReader
{
public:
    explicit JsonReader(QByteArrayView json)
        : m_json(json)
        , m_to(&m_cbor)
    {
        m_cbor.reserve(json.size());
    }

    std::optional<QByteArray> read()
    {
        const bool isWhole = readValue(0) && (skipSpace(), m_at == m_json.size());
        return isWhole ? std::optional(std::move(m_cbor)) : std::nullopt;
    }

private:
    [[nodiscard]] char peek() const { return m_at < m_json.size() ? m_json[m_at] : '\0'; }

    bool take(char c)
    {
        skipSpace();
        const bool isThere = peek() == c && m_at < m_json.size();
        m_at += isThere ? 1 : 0;
        return isThere;
    }

    bool takeWord(QByteArrayView word)
    {
        const bool isThere = m_json.sliced(m_at).startsWith(word);
        m_at += isThere ? word.size() : 0;
        return isThere;
    }

    void skipSpace()
    {
        while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') {
            ++m_at;
        }
    }

    bool readValue(int depth)
    {
        skipSpace();
        if (depth > CborReader::kMaxDepth) {
            return false;
        }
        switch (peek()) {
        case '{':
            return readObject(depth);
        case '[':
            return readArray(depth);
        case '"':
            return readTextValue();
        case 't':
            m_to.append(true);
            return takeWord("true");
        case 'f':
            m_to.append(false);
            return takeWord("false");
        case 'n':
            m_to.append(nullptr);
            return takeWord("null");
        default:
            return readNumber();
        }
    }

    bool readTextValue()
    {
        const auto text = takeString();
        if (text) {
            m_to.appendTextString(text->constData(), text->size());
        }
        return text.has_value();
    }

    bool readObject(int depth)
    {
        take('{');
        if (take('}')) {
            m_to.startMap(0);
            return m_to.endMap();
        }
        auto key = takeKey();
        if (key && (*key == kJsonTextKey || *key == kJsonBase64Key)) {
            return readBytes(*key == kJsonBase64Key) && take('}');
        }
        m_to.startMap();
        while (appendKey(key) && readValue(depth + 1)) {
            if (take('}')) {
                return m_to.endMap();
            }
            key = take(',') ? takeKey() : std::nullopt;
        }
        return false;
    }

    std::optional<QByteArray> takeKey()
    {
        skipSpace();
        auto key = takeString();
        return key && take(':') ? std::move(key) : std::nullopt;
    }

    bool appendKey(const std::optional<QByteArray> &key)
    {
        if (!key || (key->startsWith('$') && !key->startsWith("$$"))) {
            return false;
        }
        const qsizetype before = key->startsWith('$') ? 1 : 0;
        m_to.appendTextString(key->constData() + before, key->size() - before);
        return true;
    }

    bool readBytes(bool isBase64)
    {
        skipSpace();
        const auto text = takeString();
        if (!text) {
            return false;
        }
        if (!isBase64) {
            m_to.append(*text);
            return true;
        }
        const auto bytes
            = QByteArray::fromBase64Encoding(*text, QByteArray::AbortOnBase64DecodingErrors);
        m_to.append(bytes ? *bytes : QByteArray());
        return static_cast<bool>(bytes);
    }

    bool readArray(int depth)
    {
        take('[');
        m_to.startArray();
        if (take(']')) {
            return m_to.endArray();
        }
        while (readValue(depth + 1)) {
            if (take(']')) {
                return m_to.endArray();
            }
            if (!take(',')) {
                return false;
            }
        }
        return false;
    }

    bool readNumber()
    {
        const qsizetype start = m_at;
        while (m_at < m_json.size() && QByteArrayView("+-.0123456789eE").contains(m_json[m_at])) {
            ++m_at;
        }
        const QByteArrayView text = m_json.sliced(start, m_at - start);
        bool isNumber = false;
        if (const qint64 integer = text.toLongLong(&isNumber); isNumber) {
            m_to.append(integer);
            return true;
        }
        const double number = text.toDouble(&isNumber);
        m_to.append(number);
        return isNumber && std::isfinite(number);
    }

    /** UTF-8, which is judged by whoever reads the CBOR. */
    std::optional<QByteArray> takeString()
    {
        if (peek() != '"') {
            return std::nullopt;
        }
        QByteArray text;
        for (qsizetype plain = ++m_at; m_at < m_json.size(); plain = m_at) {
            while (m_at < m_json.size() && m_json[m_at] != '"' && m_json[m_at] != '\\') {
                ++m_at;
            }
            text += m_json.sliced(plain, m_at - plain);
            if (peek() == '"') {
                ++m_at;
                return text;
            }
            if (!takeEscape(text)) {
                break;
            }
        }
        return std::nullopt;
    }

    bool takeEscape(QByteArray &text)
    {
        ++m_at;
        const char c = peek();
        ++m_at;
        if (c == 'u') {
            return takeCodePoint(text);
        }
        for (const auto &[escape, meaning] : kEscapes) {
            if (c == escape) {
                text += meaning;
                return true;
            }
        }
        return false;
    }

    bool takeCodePoint(QByteArray &text)
    {
        const auto first = takeUnit();
        if (!first) {
            return false;
        }
        QString characters{QChar(*first)};
        if (QChar::isHighSurrogate(*first)) {
            const auto second = takeWord("\\u") ? takeUnit() : std::nullopt;
            if (!second) {
                return false;
            }
            characters += QChar(*second);
        }
        if (!characters.isValidUtf16()) {
            return false;
        }
        text += characters.toUtf8();
        return true;
    }

    std::optional<char16_t> takeUnit()
    {
        constexpr qsizetype kDigits = 4;
        int unit = 0;
        for (qsizetype i = 0; i < kDigits; ++i, ++m_at) {
            const int digit = digitOf(peek());
            if (digit < 0) {
                return std::nullopt;
            }
            unit = (unit * 16) + digit;
        }
        return static_cast<char16_t>(unit);
    }

    QByteArrayView m_json;
    qsizetype m_at = 0;
    QByteArray m_cbor;
    QCborStreamWriter m_to;
};

} // namespace

std::optional<QByteArray> cborOfJson(QByteArrayView json)
{
    return JsonReader(json).read();
}

} // namespace nsw
