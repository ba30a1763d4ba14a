// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/jsonlines.h"

#include "core/store/json.h"

namespace nsw::cli
{

using Qt::StringLiterals::operator""_s;

namespace
{

QByteArray outputLine(const OutputEvent &event, const QString &text)
{
    if (text.isEmpty()) {
        return {};
    }
    QCborMap map = encode(Event(event)).toMap();
    map[u"text"_s] = text;
    return jsonLine(map);
}

} // namespace

QByteArray jsonLine(const QCborValue &value)
{
    return toJson(value, JsonStyle::Compact) + '\n';
}

QByteArray JsonLines::lines(const Event &event)
{
    struct Printer {
        JsonLines &self;

        QByteArray operator()(const ReadyEvent &) const { return {}; }
        QByteArray operator()(const InputEvent &) const { return {}; }
        QByteArray operator()(const PlanEvent &) const { return {}; }
        QByteArray operator()(const StepEvent &step) const { return jsonLine(encode(Event(step))); }
        QByteArray operator()(const FacetEvent &facet) const
        {
            return jsonLine(encode(Event(facet)));
        }
        QByteArray operator()(const RefusedEvent &refused) const
        {
            return jsonLine(encode(Event(refused)));
        }
        QByteArray operator()(const ActPlanEvent &plan) const
        {
            return jsonLine(encode(Event(plan)));
        }
        QByteArray operator()(const ActDoneEvent &done) const
        {
            return jsonLine(encode(Event(done)));
        }
        QByteArray operator()(const OutputEvent &output) const { return self.output(output); }
        QByteArray operator()(const EndEvent &end) const
        {
            return self.rest(end.container, Stream::Stdout)
                + self.rest(end.container, Stream::Stderr) + jsonLine(encode(Event(end)));
        }
    };
    return std::visit(Printer{*this}, event);
}

QByteArray JsonLines::output(const OutputEvent &event)
{
    QStringDecoder &decoder = event.stream == Stream::Stdout ? m_stdout : m_stderr;
    return outputLine(event, decoder.decode(event.text));
}

QByteArray JsonLines::rest(const QString &container, Stream stream)
{
    // A line break ends what was cut, which becomes a replacement character, and may be swallowed
    // by it.
    QStringDecoder &decoder = stream == Stream::Stdout ? m_stdout : m_stderr;
    QString text = decoder.decode(QByteArrayView("\n"));
    if (text.endsWith(u'\n')) {
        text.chop(1);
    }
    return outputLine({.container = container, .stream = stream, .text = {}}, text);
}

} // namespace nsw::cli
