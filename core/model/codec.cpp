// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/codec.h"

#include <QCborValue>
#include <QStringDecoder>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

/** What comes next, in a word; it is taken. */
QString describe(CborReader &from)
{
    const auto start = from.position();
    switch (from.type()) {
    case CborReader::Type::Map:
        return u"object"_s;
    case CborReader::Type::Array:
        return u"array"_s;
    case CborReader::Type::Text:
        return u'"' + codec::takeQString(from).value_or(QString()).left(40) + u'"';
    case CborReader::Type::Bytes:
        return u"bytes"_s;
    case CborReader::Type::Bool:
        return from.takeBool() == true ? u"true"_s : u"false"_s;
    case CborReader::Type::Integer:
        return QString::number(from.takeInteger().value_or(0));
    case CborReader::Type::Number:
        from.skip();
        return QString::number(QCborValue::fromCbor(from.since(start).toByteArray()).toDouble());
    default:
        return u"null"_s;
    }
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

std::unexpected<Finding> wrongType(CborReader &from, const QString &expected)
{
    return from.type() == CborReader::Type::Malformed
        ? malformed()
        : fail(FindingCode::WrongType, {}, describe(from), expected);
}

std::unexpected<Finding> malformed()
{
    return fail(FindingCode::Syntax, {}, {}, u"CBOR"_s);
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

QString toQString(QByteArrayView text)
{
    // fromUtf8() would drop it.
    constexpr QByteArrayView kByteOrderMark("\xef\xbb\xbf");
    if (text.startsWith(kByteOrderMark)) [[unlikely]] {
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
        return decoder(text);
    }
    return QString::fromUtf8(text);
}

std::optional<QString> takeQString(CborReader &from)
{
    const auto text = from.takeText();
    return text ? std::optional(toQString(*text)) : std::nullopt;
}

Decoded<QMap<QString, QString>> decodeStringMap(CborReader &from)
{
    auto map = from.enter(CborReader::Type::Map);
    if (!map) {
        return wrongType(from, u"object"_s);
    }
    QMap<QString, QString> result;
    while (from.next(*map)) {
        const auto key = takeQString(from);
        if (!key) {
            return wrongType(from, u"string"_s);
        }
        auto value = takeQString(from);
        if (!value) {
            return within(*key, wrongType(from, u"string"_s).error());
        }
        result.insert(*key, *std::move(value));
    }
    return from.isMalformed() ? malformed() : Decoded<QMap<QString, QString>>(std::move(result));
}

Finding strangeKey(CborReader &from, const QStringList &names)
{
    const auto start = from.position();
    const auto text = takeQString(from);
    from.rewind(start);
    const QString key = text ? *text : describe(from);
    return text && names.contains(key)
        ? fail(FindingCode::NotOneAlternative, {}, key + u", " + key, key).error()
        : fail(FindingCode::UnknownField, {}, key, names.join(u", ")).error();
}

QStringList keysOf(CborReader &from)
{
    QStringList keys;
    auto map = from.enter(CborReader::Type::Map);
    while (map && from.next(*map)) {
        const auto key = takeQString(from);
        keys << key.value_or(QString());
        if (!key) {
            from.skip();
        }
        from.skip();
    }
    return keys;
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

Decoded<Errno> CustomCodec<Errno>::decode(CborReader &from)
{
    if (from.takeNull()) {
        return Errno{};
    }
    const auto name = codec::takeQString(from);
    if (!name) {
        return codec::wrongType(from, u"name of an error, or null"_s);
    }
    bool isNumber = false;
    const int number = name->toInt(&isNumber);
    const Errno error = isNumber ? Errno{number} : errnoOfName(*name);
    if (!error) {
        return codec::fail(FindingCode::UnknownName, {}, *name, u"EPERM, EINVAL, …"_s);
    }
    return error;
}

Decoded<QCborMap> CustomCodec<QCborMap>::decode(CborReader &from)
{
    if (from.type() != CborReader::Type::Map) {
        return codec::wrongType(from, u"object"_s);
    }
    // QCborValue goes down recursively; skip() has seen that it is not too deep, but for tags,
    // which have a limit of their own there.
    const auto start = from.position();
    if (!from.skip()) {
        return codec::malformed();
    }
    QCborParserError error;
    const QCborValue value = QCborValue::fromCbor(from.since(start).toByteArray(), &error);
    return error.error == QCborError::NoError ? Decoded<QCborMap>(value.toMap())
                                              : codec::malformed();
}

} // namespace nsw
