// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/wire/oddcbor.h"

#include <QCborArray>
#include <QCborMap>
#include <QRandomGenerator>
#include <QtEndian>

namespace nsw::test
{

namespace
{

enum Major : unsigned { Bytes = 2, Text = 3, Array = 4, Map = 5 };

QByteArray initial(Major major, unsigned info)
{
    return {1, static_cast<char>(major << 5U | info)};
}

QByteArray head(Major major, qsizetype length, QRandomGenerator &random)
{
    if (length < 24 && random.bounded(2) == 0) {
        return initial(major, static_cast<unsigned>(length));
    }
    if (length < 65536 && random.bounded(2) == 0) {
        QByteArray bytes(2, Qt::Uninitialized);
        qToBigEndian(static_cast<quint16>(length), bytes.data());
        return initial(major, 25) + bytes;
    }
    QByteArray bytes(8, Qt::Uninitialized);
    qToBigEndian(static_cast<quint64>(length), bytes.data());
    return initial(major, 27) + bytes;
}

QByteArray
container(Major major, qsizetype length, const QByteArray &items, QRandomGenerator &random)
{
    if (random.bounded(3) == 0) {
        return initial(major, 31) + items + '\xff';
    }
    return head(major, length, random) + items;
}

QByteArray chunks(Major major, const QByteArray &content, QRandomGenerator &random)
{
    if (random.bounded(3) != 0) {
        return head(major, content.size(), random) + content;
    }
    qsizetype cut = random.bounded(static_cast<int>(content.size()) + 1);
    // Between the bytes of one character a text can't be cut.
    while (cut < content.size() && (static_cast<unsigned char>(content.at(cut)) & 0xc0U) == 0x80U) {
        ++cut;
    }
    return initial(major, 31) + head(major, cut, random) + content.first(cut)
        + head(major, content.size() - cut, random) + content.sliced(cut) + '\xff';
}

} // namespace

QCborValue shuffled(const QCborValue &value, QRandomGenerator &random)
{
    if (value.isArray()) {
        QCborArray array;
        for (const QCborValue item : value.toArray()) {
            array.append(shuffled(item, random));
        }
        return array;
    }
    if (!value.isMap()) {
        return value;
    }
    const QCborMap map = value.toMap();
    QList<QCborValue> keys = map.keys();
    for (qsizetype i = keys.size() - 1; i > 0; --i) {
        keys.swapItemsAt(i, random.bounded(static_cast<int>(i) + 1));
    }
    QCborMap result;
    for (const QCborValue &key : keys) {
        result.insert(key, shuffled(map.value(key), random));
    }
    return result;
}

QByteArray oddCbor(const QCborValue &value, QRandomGenerator &random)
{
    if (value.isMap()) {
        const QCborMap map = value.toMap();
        QByteArray items;
        for (const auto &entry : map) {
            items += oddCbor(entry.first, random) + oddCbor(entry.second, random);
        }
        return container(Map, map.size(), items, random);
    }
    if (value.isArray()) {
        const QCborArray array = value.toArray();
        QByteArray items;
        for (const QCborValue item : array) {
            items += oddCbor(item, random);
        }
        return container(Array, array.size(), items, random);
    }
    if (value.isString()) {
        return chunks(Text, value.toString().toUtf8(), random);
    }
    return value.isByteArray() ? chunks(Bytes, value.toByteArray(), random)
                               : QByteArray(value.toCbor());
}

} // namespace nsw::test
