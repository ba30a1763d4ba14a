// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/codec.h"

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

std::unexpected<Finding>
wrongType(const QString &path, const QCborValue &found, const QString &expected)
{
    return fail(FindingCode::WrongType, path, describe(found), expected);
}

QString member(const QString &path, QLatin1StringView name)
{
    return path.isEmpty() ? QString(name) : path + u'.' + name;
}

QString element(const QString &path, qsizetype index)
{
    return path + u'[' + QString::number(index) + u']';
}

Decoded<QMap<QString, QString>> decodeStringMap(const QCborValue &value, const QString &path)
{
    if (!value.isMap()) {
        return wrongType(path, value, u"object"_s);
    }
    QMap<QString, QString> result;
    const QCborMap map = value.toMap();
    for (const auto &entry : map) {
        if (!entry.first.isString()) {
            return wrongType(path, entry.first, u"string"_s);
        }
        if (!entry.second.isString()) {
            return wrongType(path + u'.' + entry.first.toString(), entry.second, u"string"_s);
        }
        result.insert(entry.first.toString(), entry.second.toString());
    }
    return result;
}

std::optional<Finding>
unknownKey(const QCborMap &map, const QList<QLatin1StringView> &names, const QString &path)
{
    for (const auto &entry : map) {
        const QString key = entry.first.toString();
        if (!entry.first.isString() || !names.contains(key)) {
            QStringList known;
            for (const QLatin1StringView name : names) {
                known << name;
            }
            return Finding{.severity = Severity::Error,
                           .code = FindingCode::UnknownField,
                           .path = path,
                           .found = entry.first.isString() ? key : describe(entry.first),
                           .expected = known.join(u", ")};
        }
    }
    return std::nullopt;
}

} // namespace codec

QCborValue CustomCodec<Errno>::encode(const Errno &error)
{
    return error.value == 0 ? QCborValue(nullptr) : QCborValue(errnoName(error));
}

Decoded<Errno> CustomCodec<Errno>::decode(const QCborValue &value, const QString &path)
{
    if (value.isNull()) {
        return Errno{};
    }
    if (!value.isString()) {
        return codec::wrongType(path, value, u"name of an error, or null"_s);
    }
    const QString name = value.toString();
    bool isNumber = false;
    const int number = name.toInt(&isNumber);
    const Errno error = isNumber ? Errno{number} : errnoOfName(name);
    if (!error) {
        return codec::fail(FindingCode::UnknownName, path, name, u"EPERM, EINVAL, …"_s);
    }
    return error;
}

} // namespace nsw
