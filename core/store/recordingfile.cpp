// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/codec.h"
#include "core/store/recording.h"
#include "core/store/zstdframes.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

/** Each of these many bytes of text are compressed by themselves: what is damaged ends there. */
constexpr qsizetype kFrameSize = qsizetype{16} << 10;
constexpr QByteArrayView kZstdMagic("\x28\xb5\x2f\xfd");

std::unexpected<Finding> notSaved(const QString &path, const QString &reason)
{
    return codec::fail(FindingCode::Unreadable, {}, path, reason);
}

bool writeAllOf(QIODevice &device, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const qint64 written = device.write(bytes.data(), bytes.size());
        if (written <= 0) {
            return false;
        }
        bytes = bytes.sliced(written);
    }
    return true;
}

} // namespace

QByteArray writeRecording(const Recording &recording)
{
    const QByteArrayList lines = recordingLines(recording);
    // The header stands alone: it is read also where the first event is not.
    QByteArray file = zstdFrame(lines.constFirst());
    QByteArray text;
    for (const QByteArray &line : lines.sliced(1)) {
        text += line;
        if (text.size() >= kFrameSize) {
            file += zstdFrame(text);
            text.clear();
        }
    }
    return text.isEmpty() ? file : file + zstdFrame(text);
}

std::expected<OpenedRecording, Finding> readRecording(QIODevice &file,
                                                      const RecordingLimits &limits)
{
    if (file.peek(kZstdMagic.size()) != kZstdMagic) {
        return codec::fail(FindingCode::NoRecording, {}, {}, {});
    }
    ZstdFrames text(file);
    return readRecordingLines(text, limits);
}

bool isRecordingFile(const QString &path)
{
    QFile file(path);
    return QFileInfo(path).isFile() && file.open(QIODevice::ReadOnly)
        && file.peek(kZstdMagic.size()) == kZstdMagic;
}

std::expected<OpenedRecording, Finding> loadRecording(const QString &path)
{
    QFile file(path);
    // A directory opens and then reads as nothing; a fifo would block whoever reads.
    if (QFileInfo(path).isDir()) {
        return notSaved(path, u"is a directory"_s);
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return notSaved(path, file.errorString());
    }
    auto opened = readRecording(file);
    if (!opened && file.error() != QFileDevice::NoError) {
        return notSaved(path, file.errorString());
    }
    return opened;
}

std::expected<void, Finding> saveRecording(const QString &path, const Recording &recording)
{
    const QByteArray bytes = writeRecording(recording);
    // Read back before the old file is given up: what can't be read again must not replace it.
    QBuffer buffer;
    buffer.setData(bytes);
    const auto again = buffer.open(QIODevice::ReadOnly)
        ? readRecording(buffer)
        : codec::fail(FindingCode::NoRecording, {}, {}, {});
    if (!again || !again->findings.isEmpty() || again->recording != recording) {
        return notSaved(path, u"reads back differently"_s);
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !writeAllOf(file, bytes) || !file.commit()) {
        return notSaved(path, file.errorString());
    }
    QFile written(path);
    if (!written.open(QIODevice::ReadOnly) || written.readAll() != bytes) {
        return notSaved(path, written.errorString());
    }
    return {};
}

} // namespace nsw
