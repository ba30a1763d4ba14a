// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/duplicatekeys.h"

#include "core/model/codec.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

/** An object or array that is open at the place the scanner is at. */
struct Level {
    bool isObject = false;
    bool keyFollows = false;
    QSet<QString> keys;
    QString key;
    qsizetype index = 0;
};

QString pathOf(const QList<Level> &levels)
{
    QString path;
    for (const Level &level : levels.first(levels.size() - 1)) {
        if (!level.isObject) {
            path = codec::element(path, level.index);
        } else {
            path += (path.isEmpty() ? QString() : u"."_s) + level.key;
        }
    }
    return path;
}

/** Behind the closing quote of the string that begins at `start`. */
qsizetype endOfString(QByteArrayView json, qsizetype start)
{
    qsizetype at = start + 1;
    while (at < json.size() && json[at] != '"') {
        at += json[at] == '\\' ? 2 : 1;
    }
    return qMin(at + 1, json.size());
}

/** What a string means once its escapes are resolved; two spellings can be one key. */
QString meaningOf(QByteArrayView literal)
{
    if (!literal.contains('\\')) {
        return QString::fromUtf8(literal.sliced(1, literal.size() - 2));
    }
    return QJsonDocument::fromJson('[' + literal.toByteArray() + ']').array().at(0).toString();
}

/** A string is a key where one follows; the second of a name is what is looked for. */
std::optional<Finding> takeString(QByteArrayView literal, QList<Level> &levels)
{
    Level &level = levels.last();
    if (!level.keyFollows) {
        return std::nullopt;
    }
    level.key = meaningOf(literal);
    level.keyFollows = false;
    if (level.keys.contains(level.key)) {
        return Finding{.severity = Severity::Error,
                       .code = FindingCode::NotOneAlternative,
                       .path = pathOf(levels),
                       .found = level.key + u", " + level.key,
                       .expected = level.key};
    }
    level.keys << level.key;
    return std::nullopt;
}

} // namespace

std::optional<Finding> duplicateKey(QByteArrayView json)
{
    QList<Level> levels;
    for (qsizetype at = 0; at < json.size(); ++at) {
        const char c = json[at];
        if (c == '{' || c == '[') {
            levels << Level{
                .isObject = c == '{', .keyFollows = c == '{', .keys = {}, .key = {}, .index = 0};
        } else if (levels.isEmpty()) {
            continue;
        } else if (c == '}' || c == ']') {
            levels.removeLast();
        } else if (c == ',') {
            levels.last().keyFollows = levels.last().isObject;
            ++levels.last().index;
        } else if (c == '"') {
            const qsizetype end = endOfString(json, at);
            if (auto finding = takeString(json.sliced(at, end - at), levels)) {
                return finding;
            }
            at = end - 1;
        }
    }
    return std::nullopt;
}

} // namespace nsw
