// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/configuration.h"
#include "core/model/event.h"
#include "core/model/finding.h"

#include <chrono>

class QIODevice;

/** A session as a file: docs/RECORDING.md describes the format. */
namespace nsw
{

/** What a recording says of itself. */
struct RecordingHeader {
    static constexpr QLatin1StringView kFormat{"nsworkbench-recording"};
    static constexpr std::int32_t kVersion = 1; ///< another one can't be read
    static constexpr std::int32_t kMinor = 1; ///< a later one has events that are not known here
    QString format = kFormat;
    std::int32_t version = kVersion;
    std::int32_t minor = kMinor;
    QString program; ///< its version
    QString date; ///< when the recording began: ISO 8601, with the offset from UTC
    QString host; ///< the name of the machine
    QString kernel; ///< its release
    Configuration configuration;
    std::int64_t thinned = 0; ///< events that went because there were too many
    std::int64_t outputDropped = 0; ///< bytes that the command wrote and that went with them
    bool operator==(const RecordingHeader &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("format", &RecordingHeader::format),
                          requiredField("version", &RecordingHeader::version),
                          requiredField("minor", &RecordingHeader::minor),
                          field("program", &RecordingHeader::program),
                          field("date", &RecordingHeader::date),
                          field("host", &RecordingHeader::host),
                          field("kernel", &RecordingHeader::kernel),
                          field("configuration", &RecordingHeader::configuration),
                          field("thinned", &RecordingHeader::thinned),
                          field("outputDropped", &RecordingHeader::outputDropped)};
    }
};

struct RecordedEvent {
    std::chrono::milliseconds at{0}; ///< since the recording began
    Event event;
    bool operator==(const RecordedEvent &) const = default;
};

struct Recording {
    RecordingHeader header;
    QList<RecordedEvent> events;
    bool operator==(const Recording &) const = default;
};

/** A recording as far as it could be read. */
struct OpenedRecording {
    Recording recording;
    Findings findings; ///< what is damaged, missing or not known here; empty: it is whole
};

/** What is read at most. A file of a few kilobytes can unpack to terabytes. */
struct RecordingLimits {
    qsizetype line = qsizetype{64} << 20; ///< bytes
    qint64 text = qint64{512} << 20; ///< bytes of all lines
    qsizetype events = 1'000'000;
};

/** The lines of a recording, of which each vouches for itself and those before it. */
QByteArrayList recordingLines(const Recording &recording);

/** Lines that are given without their closing brace, each with what vouches for it. */
QByteArrayList sealRecordingLines(const QByteArrayList &bodies);

/** The reverse. An error only where there is no recording of this version at all. */
std::expected<OpenedRecording, Finding> readRecordingLines(QIODevice &text,
                                                           const RecordingLimits &limits = {});

/** The bytes of a file, and back. */
QByteArray writeRecording(const Recording &recording);
std::expected<OpenedRecording, Finding> readRecording(QIODevice &file,
                                                      const RecordingLimits &limits = {});

/** True when the file begins like a recording: what a file is called does not matter. */
bool isRecordingFile(const QString &path);

std::expected<OpenedRecording, Finding> loadRecording(const QString &path);

/**
 * Writes the file whole or not at all, and only what reads back as it was. On failure the old file
 * is untouched; the Finding has the path of the file in `found` and the system's words in
 * `expected`.
 */
std::expected<void, Finding> saveRecording(const QString &path, const Recording &recording);

} // namespace nsw
