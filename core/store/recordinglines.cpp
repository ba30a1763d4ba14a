// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/codec.h"
#include "core/store/cborjson.h"
#include "core/store/recording.h"

#include <QCryptographicHash>
#include <QIODevice>

#include <algorithm>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

/** `{"recording": …}`, `{"at": …, "event": …}` or `{"end": …}`, and behind it the sum. */
constexpr QByteArrayView kSumKey(R"(,"sum":")");
constexpr QByteArrayView kSumEnd("\"}");
constexpr qsizetype kSumSize = 16;
/** No event comes later than that. */
constexpr std::chrono::milliseconds kLongest = std::chrono::days(3650);

struct HeaderLine {
    RecordingHeader recording;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("recording", &HeaderLine::recording)};
    }
};

/** What of any header can be read, whatever its version. */
struct HeaderBegin {
    QString format;
    std::int32_t version = 0;
    std::int32_t minor = 0;
};

struct EventLine {
    std::int64_t at = 0;
    Event event;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("at", &EventLine::at),
                          requiredField("event", &EventLine::event)};
    }
};

struct EndLine {
    std::int64_t end = 0; ///< how many events there are
    static constexpr auto fields() { return std::tuple{requiredField("end", &EndLine::end)}; }
};

/** The sum of a line: of it, and of the sum of the line before. */
class Sums
{
public:
    QByteArray next(QByteArrayView body)
    {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        hash.addData(m_last);
        hash.addData(body);
        m_last = hash.result().toHex().first(kSumSize);
        return m_last;
    }

private:
    QByteArray m_last;
};

/** A line with its sum; `body` is without its closing brace. */
QByteArray sealed(const QByteArray &body, Sums &sums)
{
    return body + kSumKey + sums.next(body) + kSumEnd + '\n';
}

template<class Line>
QByteArray bodyOf(const Line &line)
{
    QByteArray json = jsonOfCbor(toCbor(line)).value_or(QByteArray("{}"));
    json.chop(1);
    return json;
}

/** The line without its sum, as it was before it; nothing where the two don't fit. */
std::optional<QByteArray> unsealed(QByteArrayView line, Sums &sums)
{
    const qsizetype tail = kSumKey.size() + kSumSize + kSumEnd.size() + 1;
    if (line.size() < tail || !line.endsWith("\"}\n")) {
        return std::nullopt;
    }
    const QByteArrayView body = line.first(line.size() - tail);
    const QByteArrayView sum = line.sliced(body.size() + kSumKey.size(), kSumSize);
    const bool isWhole = line.sliced(body.size()).startsWith(kSumKey) && sum == sums.next(body);
    return isWhole ? std::optional<QByteArray>(body.toByteArray() + '}') : std::nullopt;
}

template<class Line>
Decoded<Line> lineOf(const QByteArray &json)
{
    const auto cbor = cborOfJson(json);
    return cbor ? fromCbor<Line>(*cbor) : Decoded<Line>(codec::malformed());
}

std::optional<HeaderBegin> beginOf(const QByteArray &json)
{
    const auto cbor = cborOfJson(json);
    const QCborMap line = cbor ? QCborValue::fromCbor(*cbor).toMap() : QCborMap();
    const QCborMap header = line.value(u"recording"_s).toMap();
    if (header.value(u"format"_s).toString() != RecordingHeader::kFormat) {
        return std::nullopt;
    }
    return HeaderBegin{.format = RecordingHeader::kFormat,
                       .version = static_cast<std::int32_t>(header.value(u"version"_s).toInteger()),
                       .minor = static_cast<std::int32_t>(header.value(u"minor"_s).toInteger())};
}

Finding warning(FindingCode code, const QString &found, const QString &expected = {})
{
    return {.severity = Severity::Warning,
            .code = code,
            .path = {},
            .found = found,
            .expected = expected};
}

/** Cuts text into lines, and never holds more than one and a piece. */
class LineSource
{
public:
    LineSource(QIODevice &text, qsizetype longest)
        : m_text(text)
        , m_longest(longest)
    {
    }

    /** With its line break, unless there is none before the end or the line is too long; empty:
     * there is nothing more. Good until the next one. */
    QByteArrayView next()
    {
        m_buffer.remove(0, m_taken);
        qsizetype from = 0;
        qsizetype lineBreak = m_buffer.indexOf('\n');
        while (lineBreak < 0 && m_buffer.size() < m_longest && more()) {
            lineBreak = m_buffer.indexOf('\n', from);
            from = m_buffer.size();
        }
        m_taken = lineBreak < 0 ? m_buffer.size() : lineBreak + 1;
        return QByteArrayView(m_buffer).first(m_taken);
    }

    /** The text ended because it could not be read any further. */
    [[nodiscard]] bool failed() const { return m_failed; }
    [[nodiscard]] bool atEnd() const { return m_atEnd; }

private:
    bool more()
    {
        constexpr qsizetype kPiece = qsizetype{64} << 10;
        const qsizetype size = m_buffer.size();
        m_buffer.resize(size + kPiece);
        const qint64 read = m_text.read(m_buffer.data() + size, kPiece);
        m_buffer.resize(size + std::max<qint64>(read, 0));
        m_failed = m_failed || read < 0;
        m_atEnd = m_atEnd || read <= 0;
        return read > 0;
    }

    QIODevice &m_text;
    qsizetype m_longest;
    QByteArray m_buffer;
    qsizetype m_taken = 0;
    bool m_failed = false;
    bool m_atEnd = false;
};

/** Takes one line after the other until the end, or until the damage. */
class LinesReader
{
public:
    LinesReader(QIODevice &text, const RecordingLimits &limits)
        : m_lines(text, limits.line)
        , m_limits(limits)
    {
    }

    std::expected<OpenedRecording, Finding> read()
    {
        if (auto header = takeHeader(); !header) {
            return std::unexpected(std::move(header).error());
        }
        while (takeLine()) { }
        if (m_keptOut > 0) {
            m_opened.findings.append(
                warning(FindingCode::EventsNotKnown, QString::number(m_keptOut)));
        }
        return std::move(m_opened);
    }

private:
    std::expected<void, Finding> takeHeader()
    {
        const QByteArrayView line = m_lines.next();
        const auto json = unsealed(line, m_sums);
        const auto begin = beginOf(json.value_or(QByteArray()));
        if (!begin) {
            return codec::fail(FindingCode::NoRecording, {}, {}, {});
        }
        if (begin->version != RecordingHeader::kVersion) {
            return codec::fail(FindingCode::UnsupportedVersion,
                               {},
                               QString::number(begin->version),
                               QString::number(RecordingHeader::kVersion));
        }
        m_isNewer = begin->minor > RecordingHeader::kMinor;
        auto header = lineOf<HeaderLine>(json.value_or(QByteArray()));
        if (!header) {
            return std::unexpected(std::move(header).error());
        }
        m_opened.recording.header = std::move(header->recording);
        m_read = line.size();
        return {};
    }

    /** False when there is nothing more to take. */
    bool takeLine()
    {
        const QByteArrayView line = m_lines.next();
        m_read += line.size();
        if (m_read > m_limits.text) {
            return stop(FindingCode::RecordingTooLarge);
        }
        const auto json = unsealed(line, m_sums);
        if (!json) {
            const bool isCut = m_lines.atEnd() && !m_lines.failed() && !line.endsWith('\n');
            return stop(isCut ? FindingCode::RecordingCutShort : FindingCode::RecordingDamaged);
        }
        return json->startsWith("{\"end\":") ? takeEnd(*json) : takeEvent(*json);
    }

    bool takeEvent(const QByteArray &json)
    {
        if (m_events == m_limits.events) {
            return stop(FindingCode::RecordingTooLarge);
        }
        ++m_events;
        auto event = lineOf<EventLine>(json);
        const bool isLater = event && event->at >= 0 && event->at <= kLongest.count();
        if (isLater) {
            m_opened.recording.events.append(
                {.at = std::chrono::milliseconds(event->at), .event = std::move(event->event)});
            return true;
        }
        if (!m_isNewer) {
            return stop(FindingCode::RecordingDamaged);
        }
        ++m_keptOut;
        return true;
    }

    bool takeEnd(const QByteArray &json)
    {
        const auto end = lineOf<EndLine>(json);
        const bool isRight
            = end && end->end == m_events && m_lines.next().isEmpty() && !m_lines.failed();
        return isRight ? false : stop(FindingCode::RecordingDamaged);
    }

    bool stop(FindingCode code)
    {
        m_opened.findings.append(warning(code, QString::number(m_opened.recording.events.size())));
        return false;
    }

    LineSource m_lines;
    RecordingLimits m_limits;
    Sums m_sums;
    OpenedRecording m_opened;
    qint64 m_read = 0;
    qsizetype m_events = 0;
    qsizetype m_keptOut = 0;
    bool m_isNewer = false;
};

} // namespace

QByteArrayList recordingLines(const Recording &recording)
{
    Sums sums;
    QByteArrayList lines;
    lines.reserve(recording.events.size() + 2);
    lines << sealed(bodyOf(HeaderLine{recording.header}), sums);
    for (const RecordedEvent &event : recording.events) {
        lines << sealed(bodyOf(EventLine{.at = event.at.count(), .event = event.event}), sums);
    }
    lines << sealed(bodyOf(EndLine{recording.events.size()}), sums);
    return lines;
}

QByteArrayList sealRecordingLines(const QByteArrayList &bodies)
{
    Sums sums;
    QByteArrayList lines;
    for (const QByteArray &body : bodies) {
        lines << sealed(body, sums);
    }
    return lines;
}

std::expected<OpenedRecording, Finding> readRecordingLines(QIODevice &text,
                                                           const RecordingLimits &limits)
{
    return LinesReader(text, limits).read();
}

} // namespace nsw
