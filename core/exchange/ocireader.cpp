// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/ocireader.h"

#include "core/model/codecbase.h"

#include <limits>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

QString typeName(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        return u"null"_s;
    case QJsonValue::Bool:
        return u"boolean"_s;
    case QJsonValue::Double:
        return u"number"_s;
    case QJsonValue::String:
        return u"string"_s;
    case QJsonValue::Array:
        return u"array"_s;
    case QJsonValue::Object:
        return u"object"_s;
    }
    Q_UNREACHABLE();
}

/** What was found, in a few words. */
QString briefly(const QJsonValue &value)
{
    constexpr qsizetype kLongest = 60;
    const QString text = value.isString() ? value.toString() : value.toVariant().toString();
    return text.isEmpty() ? typeName(value) : text.left(kLongest);
}

/** What UTF-8 can hold: JSON may escape half of a character. */
QString plainText(const QJsonValue &value)
{
    return QString::fromUtf8(value.toString().toUtf8());
}

} // namespace

QString OciObject::pathOf(const QString &key) const
{
    return m_path.isEmpty() ? key : m_path + u'.' + key;
}

QJsonValue OciObject::take(const QString &key)
{
    m_taken << key;
    return m_object.value(key);
}

void OciObject::wrongType(const QString &path, const QJsonValue &found, const QString &expected)
{
    *m_findings << Finding{.severity = Severity::Error,
                           .code = FindingCode::WrongType,
                           .path = path,
                           .found = typeName(found),
                           .expected = expected};
}

void OciObject::fail(FindingCode code,
                     const QString &key,
                     const QString &found,
                     const QString &expected)
{
    *m_findings << Finding{.severity = Severity::Error,
                           .code = code,
                           .path = pathOf(key),
                           .found = found,
                           .expected = expected};
}

std::optional<QString> OciObject::text(const QString &key)
{
    const QJsonValue value = take(key);
    if (value.isString()) {
        return plainText(value);
    }
    if (!value.isUndefined()) {
        wrongType(pathOf(key), value, u"string"_s);
    }
    return std::nullopt;
}

std::optional<qint64> OciObject::integer(const QString &key)
{
    const QJsonValue value = take(key);
    constexpr qint64 kNone = std::numeric_limits<qint64>::min();
    if (const qint64 number = value.toInteger(kNone); number != kNone) {
        return number;
    }
    if (!value.isUndefined()) {
        wrongType(pathOf(key), value, u"integer"_s);
    }
    return std::nullopt;
}

std::optional<bool> OciObject::boolean(const QString &key)
{
    const QJsonValue value = take(key);
    if (value.isBool()) {
        return value.toBool();
    }
    if (!value.isUndefined()) {
        wrongType(pathOf(key), value, u"boolean"_s);
    }
    return std::nullopt;
}

OciObject OciObject::object(const QString &key)
{
    const QJsonValue value = take(key);
    if (!value.isObject() && !value.isUndefined()) {
        wrongType(pathOf(key), value, u"object"_s);
    }
    return {value.toObject(), pathOf(key), *m_findings};
}

QList<OciObject> OciObject::objects(const QString &key)
{
    const QJsonValue value = take(key);
    if (!value.isArray() && !value.isUndefined()) {
        wrongType(pathOf(key), value, u"array"_s);
    }
    QList<OciObject> list;
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString path = codec::element(pathOf(key), i);
        if (array.at(i).isObject()) {
            list.append(OciObject(array.at(i).toObject(), path, *m_findings));
        } else {
            wrongType(path, array.at(i), u"object"_s);
        }
    }
    return list;
}

QStringList OciObject::texts(const QString &key)
{
    const QJsonValue value = take(key);
    if (!value.isArray() && !value.isUndefined()) {
        wrongType(pathOf(key), value, u"array"_s);
    }
    QStringList list;
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (array.at(i).isString()) {
            list << plainText(array.at(i));
        } else {
            wrongType(codec::element(pathOf(key), i), array.at(i), u"string"_s);
        }
    }
    return list;
}

void OciObject::leaveOut(const QString &key)
{
    *m_findings << Finding{.severity = Severity::Warning,
                           .code = FindingCode::ImportLeftOut,
                           .path = pathOf(key),
                           .found = briefly(take(key)),
                           .expected = {}};
}

void OciObject::leaveRestOut()
{
    const QStringList keys = m_object.keys();
    for (const QString &key : keys) {
        if (!m_taken.contains(key)) {
            leaveOut(key);
        }
    }
}

} // namespace nsw
