// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/cborjson.h"

#include "core/model/cborreader.h"

#include <QCborValue>
#include <QLocale>
#include <QUtf8StringView>

#include <cmath>

namespace nsw
{

namespace
{

/** A double that is read again as one has a point or an exponent. */
QByteArray numberText(double number)
{
    QByteArray text = QByteArray::number(number, 'g', QLocale::FloatingPointShortest);
    if (!text.contains('.') && !text.contains('e')) {
        text += ".0";
    }
    return text;
}

class JsonWriter
{
public:
    explicit JsonWriter(QByteArrayView cbor)
        : m_from(cbor)
    {
        m_text.reserve(cbor.size() * 3 / 2);
    }

    std::optional<QByteArray> write()
    {
        return writeValue() && m_from.atEnd() ? std::optional(std::move(m_text)) : std::nullopt;
    }

private:
    using Type = CborReader::Type;

    bool writeValue()
    {
        switch (m_from.type()) {
        case Type::Map:
        case Type::Array:
            return writeContainer(m_from.type());
        case Type::Text:
            return writeText(m_from.takeText(), {});
        case Type::Bytes:
            return writeBytes();
        case Type::Integer:
            m_text += QByteArray::number(m_from.takeInteger().value_or(0));
            return true;
        case Type::Bool:
            m_text += m_from.takeBool() == true ? "true" : "false";
            return true;
        case Type::Null:
            m_text += "null";
            return m_from.takeNull();
        case Type::Number:
            return writeNumber();
        case Type::Malformed:
        case Type::Other:
            return false;
        }
        return false;
    }

    bool writeContainer(Type type)
    {
        const bool isMap = type == Type::Map;
        auto container = m_from.enter(type);
        if (!container) {
            return false;
        }
        m_text += isMap ? '{' : '[';
        bool first = true;
        while (m_from.next(*container)) {
            m_text += first ? "" : ",";
            first = false;
            if ((isMap && !writeKey()) || !writeValue()) {
                return false;
            }
        }
        m_text += isMap ? '}' : ']';
        return !m_from.isMalformed();
    }

    bool writeKey()
    {
        const auto key = m_from.takeText();
        if (!key
            || !writeText(key, key->startsWith('$') ? QByteArrayView("$") : QByteArrayView())) {
            return false;
        }
        m_text += ':';
        return true;
    }

    bool writeText(const std::optional<QByteArrayView> &text, QByteArrayView before)
    {
        if (!text) {
            return false;
        }
        m_text += '"';
        m_text += before;
        writeEscaped(*text);
        m_text += '"';
        return true;
    }

    void writeEscaped(QByteArrayView text)
    {
        constexpr char kFirstPlain = 0x20;
        for (const char c : text) {
            if (c == '"' || c == '\\') {
                m_text += '\\';
                m_text += c;
            } else if (c >= 0 && c < kFirstPlain) {
                m_text += "\\u00";
                m_text += QByteArrayView("0123456789abcdef").sliced(c / 16, 1);
                m_text += QByteArrayView("0123456789abcdef").sliced(c % 16, 1);
            } else {
                m_text += c;
            }
        }
    }

    bool writeBytes()
    {
        const auto bytes = m_from.takeBytes();
        if (!bytes) {
            return false;
        }
        const bool isText = QUtf8StringView(bytes->data(), bytes->size()).isValidUtf8();
        m_text += "{\"" + (isText ? kJsonTextKey : kJsonBase64Key).toByteArray() + "\":\"";
        if (isText) {
            writeEscaped(*bytes);
        } else {
            m_text += bytes->toByteArray().toBase64();
        }
        m_text += "\"}";
        return true;
    }

    bool writeNumber()
    {
        const auto start = m_from.position();
        if (!m_from.skip()) {
            return false;
        }
        const QCborValue value = QCborValue::fromCbor(m_from.since(start).toByteArray());
        if (!value.isDouble() || !std::isfinite(value.toDouble())) {
            return false;
        }
        m_text += numberText(value.toDouble());
        return true;
    }

    CborReader m_from;
    QByteArray m_text;
};

} // namespace

std::optional<QByteArray> jsonOfCbor(QByteArrayView cbor)
{
    return JsonWriter(cbor).write();
}

} // namespace nsw
