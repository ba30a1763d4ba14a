// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/codec.h"

#include <algorithm>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

QString describe(const QCborValue &value)
{
    if (value.isMap()) {
        return u"object"_s;
    }
    if (value.isArray()) {
        return u"array"_s;
    }
    if (value.isString()) {
        return u'"' + value.toString().left(40) + u'"';
    }
    if (value.isByteArray()) {
        return u"bytes"_s;
    }
    if (value.isBool()) {
        return value.toBool() ? u"true"_s : u"false"_s;
    }
    if (value.isInteger()) {
        return QString::number(value.toInteger());
    }
    if (value.isDouble()) {
        return QString::number(value.toDouble());
    }
    return u"null"_s;
}

} // namespace

namespace codec
{

std::unexpected<Finding>
fail(FindingCode code, const QString &path, const QString &found, const QString &expected)
{
    return std::unexpected(Finding{.severity = Severity::Error,
                                   .code = code,
                                   .path = path,
                                   .found = found,
                                   .expected = expected});
}

std::unexpected<Finding> wrongType(const QCborValue &found, const QString &expected)
{
    return fail(FindingCode::WrongType, {}, describe(found), expected);
}

QString member(const QString &path, QLatin1StringView name)
{
    return path.isEmpty() ? QString(name) : path + u'.' + name;
}

QString element(const QString &path, qsizetype index)
{
    return path + u'[' + QString::number(index) + u']';
}

std::unexpected<Finding> within(QStringView name, Finding inner)
{
    const bool nested = !inner.path.isEmpty() && !inner.path.startsWith(u'[');
    inner.path.prepend(nested ? QString(name + u'.') : name.toString());
    return std::unexpected(std::move(inner));
}

std::unexpected<Finding> within(qsizetype index, Finding inner)
{
    return within(QString(u'[' + QString::number(index) + u']'), std::move(inner));
}

Decoded<QMap<QString, QString>> decodeStringMap(const QCborValue &value)
{
    if (!value.isMap()) {
        return wrongType(value, u"object"_s);
    }
    QMap<QString, QString> result;
    const QCborMap map = value.toMap();
    for (const auto &entry : map) {
        if (!entry.first.isString()) {
            return wrongType(entry.first, u"string"_s);
        }
        if (!entry.second.isString()) {
            return within(entry.first.toString(), wrongType(entry.second, u"string"_s).error());
        }
        result.insert(entry.first.toString(), entry.second.toString());
    }
    return result;
}

std::unexpected<Finding> unknownKey(const QCborMap &map, const QList<QLatin1StringView> &names)
{
    const auto isKnown = [&](const auto &entry) {
        return entry.first.isString() && names.contains(entry.first.toString());
    };
    const auto stranger = std::ranges::find_if_not(map, isKnown);
    const QCborValue key = stranger == map.end() ? QCborValue() : (*stranger).first;
    QStringList known;
    for (const QLatin1StringView name : names) {
        known << name;
    }
    return fail(FindingCode::UnknownField,
                {},
                key.isString() ? key.toString() : describe(key),
                known.join(u", "));
}

} // namespace codec

void CustomCodec<Errno>::write(const Errno &error, QCborStreamWriter &to)
{
    if (error.value == 0) {
        to.append(nullptr);
    } else {
        to.append(QStringView(errnoName(error)));
    }
}

Decoded<Errno> CustomCodec<Errno>::decode(const QCborValue &value)
{
    if (value.isNull()) {
        return Errno{};
    }
    if (!value.isString()) {
        return codec::wrongType(value, u"name of an error, or null"_s);
    }
    const QString name = value.toString();
    bool isNumber = false;
    const int number = name.toInt(&isNumber);
    const Errno error = isNumber ? Errno{number} : errnoOfName(name);
    if (!error) {
        return codec::fail(FindingCode::UnknownName, {}, name, u"EPERM, EINVAL, …"_s);
    }
    return error;
}

} // namespace nsw
