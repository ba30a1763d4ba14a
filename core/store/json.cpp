// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/json.h"

#include "core/model/codec.h"

#include <QCborArray>
#include <QCborMap>
#include <QJsonArray>
#include <QJsonDocument>

namespace nsw
{

namespace
{

/** QCborValue::toString() would drop a byte order mark at its start. */
QString textOf(const QCborValue &value)
{
    return fromCbor<QString>(value.toCbor()).value_or(QString());
}

QJsonValue jsonOf(const QCborValue &value)
{
    if (value.isString()) {
        return textOf(value);
    }
    return value.isByteArray() ? QJsonValue(QString::fromUtf8(value.toByteArray()))
                               : value.toJsonValue();
}

/** Scalars are written by Qt: as the only element of an array, without its brackets. */
QByteArray scalar(const QCborValue &value)
{
    const QJsonValue json = jsonOf(value);
    const QByteArray text = QJsonDocument(QJsonArray{json}).toJson(QJsonDocument::Compact);
    return text.sliced(1, text.size() - 2);
}

class Writer
{
public:
    explicit Writer(JsonStyle style)
        : m_indented(style == JsonStyle::Indented)
    {
    }

    void write(const QCborValue &value, int depth)
    {
        if (value.isMap()) {
            const QCborMap map = value.toMap();
            writeContainer(map, '{', '}', depth, [&](const auto &entry) {
                m_text += scalar(entry.first);
                m_text += m_indented ? ": " : ":";
                write(entry.second, depth + 1);
            });
        } else if (value.isArray()) {
            const QCborArray array = value.toArray();
            writeContainer(
                array, '[', ']', depth, [&](const auto &item) { write(item, depth + 1); });
        } else {
            m_text += scalar(value);
        }
    }

    [[nodiscard]] QByteArray take() { return std::move(m_text); }

private:
    template<class Container, class Item>
    void writeContainer(const Container &container, char open, char close, int depth, Item item)
    {
        m_text += open;
        bool first = true;
        for (const auto &one : container) {
            if (!first) {
                m_text += ',';
            }
            first = false;
            newLine(depth + 1);
            item(one);
        }
        if (!first) {
            newLine(depth);
        }
        m_text += close;
    }

    void newLine(int depth)
    {
        if (m_indented) {
            m_text += '\n';
            m_text += QByteArray(qsizetype{2} * depth, ' ');
        }
    }

    QByteArray m_text;
    bool m_indented;
};

} // namespace

QByteArray toJson(const QCborValue &value, JsonStyle style)
{
    Writer writer(style);
    writer.write(value, 0);
    return writer.take();
}

} // namespace nsw
