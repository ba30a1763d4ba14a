// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/translations/tsfile.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QXmlStreamReader>

namespace nsw::test
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

constexpr QLatin1StringView kPlaceholder{"%L?(n|[0-9]+)"};
constexpr QLatin1StringView kMnemonic{"&[A-Za-z]"};

void readTranslation(QXmlStreamReader &xml, Message &message)
{
    message.type = xml.attributes().value("type"_L1).toString();
    if (!message.isPlural) {
        message.translations << xml.readElementText();
        return;
    }
    while (xml.readNextStartElement()) {
        message.translations << xml.readElementText();
    }
}

Message readMessage(QXmlStreamReader &xml, const QString &context)
{
    Message message;
    message.context = context;
    message.isPlural = xml.attributes().value("numerus"_L1) == "yes"_L1;
    while (xml.readNextStartElement()) {
        if (xml.name() == "source"_L1) {
            message.source = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            readTranslation(xml, message);
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

QSet<QString> matches(const QString &text, QLatin1StringView pattern)
{
    QSet<QString> found;
    auto each = QRegularExpression(QString(pattern)).globalMatch(text);
    while (each.hasNext()) {
        found.insert(each.next().captured());
    }
    return found;
}

} // namespace

QList<Message> readTsFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QList<Message> messages;
    QString context;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        if (xml.name() == "name"_L1) {
            context = xml.readElementText();
        } else if (xml.name() == "message"_L1) {
            messages << readMessage(xml, context);
        }
    }
    return xml.hasError() ? QList<Message>{} : messages;
}

QString complaintAbout(const Message &message)
{
    if (!message.type.isEmpty()) {
        return message.type;
    }
    for (const QString &translation : message.translations) {
        if (translation.isEmpty()) {
            return u"empty"_s;
        }
        if (matches(translation, kPlaceholder) != matches(message.source, kPlaceholder)) {
            return u"other placeholders: "_s + translation;
        }
        if (matches(translation, kMnemonic).size() != matches(message.source, kMnemonic).size()) {
            return u"other keys to reach it by: "_s + translation;
        }
    }
    return message.translations.isEmpty() ? u"empty"_s : QString();
}

} // namespace nsw::test
