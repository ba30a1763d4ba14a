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
    return std::visit(
        [this]<class E>(const E &one) -> QByteArray {
            if constexpr (std::same_as<E, ReadyEvent> || std::same_as<E, InputEvent>
                          || std::same_as<E, PlanEvent> || std::same_as<E, FactsEvent>
                          || std::same_as<E, TerminalInputTakenEvent>
                          || std::same_as<E, TerminalOutputEvent>) { // for a screen, and no text
                return {};
            } else if constexpr (std::same_as<E, OutputEvent>) {
                return output(one);
            } else {
                QByteArray last;
                if constexpr (std::same_as<E, EndEvent>) {
                    last
                        = rest(one.container, Stream::Stdout) + rest(one.container, Stream::Stderr);
                }
                return last + jsonLine(encode(Event(one)));
            }
        },
        event);
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
