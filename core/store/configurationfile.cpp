// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/configurationfile.h"

#include "core/store/duplicatekeys.h"
#include "core/store/json.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

std::unexpected<Finding> unreadable(const QString &path, const QString &reason)
{
    return codec::fail(FindingCode::Unreadable, {}, path, reason);
}

/** A disk that fills up takes a part first, and says why not the rest only when asked again. */
bool writeWhole(QIODevice &device, QByteArrayView text)
{
    while (!text.isEmpty()) {
        const qint64 written = device.write(text.data(), text.size());
        if (written <= 0) {
            return false;
        }
        text = text.sliced(written);
    }
    return true;
}

} // namespace

QString placeInText(const QByteArray &text, qsizetype offset)
{
    const QByteArrayView before
        = QByteArrayView(text).first(qBound(qsizetype{0}, offset, text.size()));
    const qsizetype line = before.count('\n') + 1;
    const qsizetype column = before.size() - (before.lastIndexOf('\n') + 1) + 1;
    return QString::number(line) + u':' + QString::number(column);
}

std::expected<Configuration, Finding> parseConfiguration(const QByteArray &json)
{
    if (json.size() > kMaxConfigurationSize) {
        return codec::fail(FindingCode::TooLarge,
                           {},
                           QString::number(json.size()),
                           QString::number(kMaxConfigurationSize));
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError) {
        return codec::fail(
            FindingCode::Syntax, {}, placeInText(json, error.offset), error.errorString());
    }
    if (const auto duplicate = duplicateKey(json)) {
        return std::unexpected(*duplicate);
    }
    const QCborValue value = document.isArray() ? QCborValue::fromJsonValue(document.array())
                                                : QCborValue::fromJsonValue(document.object());
    // The version is looked at first: a later format may well have other fields too.
    const QCborValue version = value.toMap().value("version"_L1);
    if (version.isInteger() && version.toInteger() != Configuration::kVersion) {
        return codec::fail(FindingCode::UnsupportedVersion,
                           u"version"_s,
                           QString::number(version.toInteger()),
                           QString::number(Configuration::kVersion));
    }
    auto configuration = fromCbor<Configuration>(value.toCbor());
    if (configuration && configuration->containers.isEmpty()) {
        return codec::fail(FindingCode::NoContainer, u"containers"_s, {}, {});
    }
    return configuration;
}

QByteArray writeConfiguration(const Configuration &configuration)
{
    return toJson(encode(configuration), JsonStyle::Indented) + '\n';
}

std::expected<Configuration, Finding> loadConfiguration(const QString &path)
{
    QFile file;
    bool opened = false;
    if (path == u'-') {
        opened = file.open(stdin, QIODevice::ReadOnly);
    } else {
        file.setFileName(path);
        // A directory opens and then reads as nothing; a fifo would block whoever reads.
        opened = !QFileInfo(path).isDir() && file.open(QIODevice::ReadOnly);
    }
    if (!opened) {
        return unreadable(path, QFileInfo(path).isDir() ? u"is a directory"_s : file.errorString());
    }
    const QByteArray text = file.read(kMaxConfigurationSize + 1);
    if (file.error() != QFileDevice::NoError) {
        return unreadable(path, file.errorString());
    }
    return parseConfiguration(text);
}

std::expected<void, Finding> saveConfiguration(const QString &path,
                                               const Configuration &configuration)
{
    const QByteArray text = writeConfiguration(configuration);
    // Read back before the old file is given up: what can't be read again must not replace it.
    const auto again = parseConfiguration(text);
    if (!again) {
        return std::unexpected(again.error());
    }
    if (*again != configuration) {
        return unreadable(path, u"reads back differently"_s);
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !writeWhole(file, text) || !file.commit()) {
        return unreadable(path, file.errorString());
    }
    QFile written(path);
    if (!written.open(QIODevice::ReadOnly) || written.readAll() != text) {
        return unreadable(path, written.errorString());
    }
    return {};
}

} // namespace nsw
