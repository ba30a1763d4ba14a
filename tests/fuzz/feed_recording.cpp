// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/recording.h"
#include "tests/fuzz/targets.h"

#include <QBuffer>
#include <QLoggingCategory>

namespace nsw::fuzz
{

using Qt::StringLiterals::operator""_s;

namespace
{

constexpr RecordingLimits kSmall{
    .line = qsizetype{1} << 20, .text = qint64{4} << 20, .events = 10000};

/** Lines without their sums, which no fuzzer would find. */
QByteArray sealedText(QByteArrayView bytes)
{
    QByteArrayList bodies = bytes.toByteArray().split('\n');
    if (bodies.constLast().isEmpty()) {
        bodies.removeLast();
    }
    return sealRecordingLines(bodies).join();
}

std::expected<OpenedRecording, Finding> read(const QByteArray &bytes, bool isFile)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    return isFile ? readRecording(buffer, kSmall) : readRecordingLines(buffer, kSmall);
}

} // namespace

/** The first byte: a file, or the lines of one. What was read is written as what reads the same. */
Verdict feedRecording(QByteArrayView bytes)
{
    if (bytes.isEmpty()) {
        return {};
    }
    QLoggingCategory::setFilterRules(u"kf.archive.warning=false"_s); // on every damaged frame
    const bool isFile = bytes.front() % 2 == 0;
    const QByteArrayView rest = bytes.sliced(1);
    const auto opened = read(isFile ? rest.toByteArray() : sealedText(rest), isFile);
    if (!opened) {
        return {};
    }
    Recording recording = opened->recording;
    recording.header.minor = RecordingHeader::kMinor;
    const auto again = read(recordingLines(recording).join(), false);
    const bool isSame
        = again && again->findings.isEmpty() && again->recording.events == recording.events;
    return {.understood = true, .wrong = isSame ? QString() : u"it reads back differently"_s};
}

} // namespace nsw::fuzz
