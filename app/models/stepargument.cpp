// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/stepargument.h"

#include "core/plan/edit.h"

#include <QCborMap>
#include <QJsonArray>
#include <QJsonDocument>

#include <optional>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

/** JSON of one value: it stands in a list, since a document is a list or an object. */
std::optional<QCborValue> fromJson(const QString &text)
{
    const auto document = QJsonDocument::fromJson('[' + text.toUtf8() + ']');
    return document.isArray() && document.array().size() == 1
        ? std::optional(QCborValue::fromJsonValue(document.array().first()))
        : std::nullopt;
}

/** What the text says, where this stood before. */
std::expected<QCborValue, Finding>
argumentFrom(const QString &name, const QString &text, const QCborValue &like)
{
    if (like.isString()) {
        return QCborValue(text);
    }
    auto value = fromJson(text);
    if (!value) {
        return std::unexpected(Finding{.severity = Severity::Error,
                                       .code = FindingCode::WrongType,
                                       .path = u"args."_s + name,
                                       .found = text,
                                       .expected = argumentText(like)});
    }
    return *std::move(value);
}

} // namespace

QString argumentText(const QCborValue &value)
{
    if (value.isString()) {
        return value.toString();
    }
    const QByteArray json
        = QJsonDocument(QJsonArray{value.toJsonValue()}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(json.sliced(1, json.size() - 2));
}

std::expected<Step, Finding> withArguments(const Step &step, const ArgumentTexts &texts)
{
    QCborMap arguments = argumentsOf(step.operation);
    for (const auto &[name, text] : texts) {
        auto value = argumentFrom(name, text, arguments.value(name));
        if (!value) {
            return std::unexpected(std::move(value).error());
        }
        arguments[name] = *std::move(value);
    }
    QCborMap written = encode(step).toMap();
    written[u"args"_s] = arguments;
    const QByteArray bytes = QCborValue(written).toCbor();
    CborReader reader{bytes};
    auto decoded = decode<Step>(reader);
    if (!decoded) {
        return std::unexpected(std::move(decoded).error());
    }
    // What no step can be is said here, and not by the session.
    const QList<Step> alone(step.n, step);
    if (const auto edited = editStep(alone, *decoded, step.n); !edited) {
        return std::unexpected(edited.error());
    }
    return *std::move(decoded);
}

} // namespace nsw
