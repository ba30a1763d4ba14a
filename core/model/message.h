// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/facets.h"
#include "core/model/step.h"

/** What goes over the session socket: requests to the supervisor, events from it. */
namespace nsw
{

// Events ----------------------------------------------------------------------------------------

/** The first event of a session: the supervisor is there, with these rights. */
struct ReadyEvent {
    static constexpr QLatin1StringView kTag{"ready"};
    std::int32_t protocol = 1;
    QString version;
    QString nonce; ///< as the client gave it to whoever started the supervisor
    std::int32_t pid = 0;
    std::uint32_t uid = 0;
    bool operator==(const ReadyEvent &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("protocol", &ReadyEvent::protocol),
                          field("version", &ReadyEvent::version),
                          field("nonce", &ReadyEvent::nonce),
                          field("pid", &ReadyEvent::pid),
                          field("uid", &ReadyEvent::uid)};
    }
};

/** What the supervisor is about to do; with errors among the findings it does nothing. */
struct PlanEvent {
    static constexpr QLatin1StringView kTag{"plan"};
    Plan plan;
    bool operator==(const PlanEvent &) const = default;
    static constexpr auto fields() { return std::tuple{requiredField("plan", &PlanEvent::plan)}; }
};

/** A step was made. */
struct StepEvent {
    static constexpr QLatin1StringView kTag{"step"};
    QString container;
    std::int32_t n = 0;
    Actor actor = Actor::Outside;
    QString call;
    QCborMap args;
    std::int64_t result = 0; ///< what the call returned, -1 when it failed
    Errno error;
    std::int64_t durationUs = 0;
    bool operator==(const StepEvent &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("container", &StepEvent::container),
                          requiredField("n", &StepEvent::n),
                          field("actor", &StepEvent::actor),
                          field("call", &StepEvent::call),
                          field("args", &StepEvent::args),
                          field("result", &StepEvent::result),
                          field("errno", &StepEvent::error),
                          field("durationUs", &StepEvent::durationUs)};
    }
};

/** A facet as it is now; sent only when it changed. Either its value, or why it can't be read. */
struct FacetEvent {
    static constexpr QLatin1StringView kTag{"facet"};
    QString container;
    Side side = Side::Outside;
    FacetKind kind = FacetKind::Namespaces;
    std::expected<Facet, Error> facet;
    bool operator==(const FacetEvent &) const = default;
};

enum class Stream : std::uint8_t { Stdout, Stderr };
template<>
struct EnumNames<Stream> {
    static constexpr std::array<QLatin1StringView, 2> kValues{QLatin1StringView("stdout"),
                                                              QLatin1StringView("stderr")};
};

/** Bytes that the command wrote. */
struct OutputEvent {
    static constexpr QLatin1StringView kTag{"output"};
    QString container;
    Stream stream = Stream::Stdout;
    QByteArray text;
    bool operator==(const OutputEvent &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("container", &OutputEvent::container),
                          field("stream", &OutputEvent::stream),
                          field("text", &OutputEvent::text)};
    }
};

/** Nothing of the container is left. */
struct EndEvent {
    static constexpr QLatin1StringView kTag{"end"};
    QString container;
    std::int32_t exit = 0; ///< of the command; 128 + n after signal n; 125 when a step failed
    bool operator==(const EndEvent &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("container", &EndEvent::container), field("exit", &EndEvent::exit)};
    }
};

/** A request was not carried out; the session goes on. */
struct RefusedEvent {
    static constexpr QLatin1StringView kTag{"refused"};
    QString request;
    Findings findings;
    bool operator==(const RefusedEvent &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("request", &RefusedEvent::request),
                          field("findings", &RefusedEvent::findings)};
    }
};

using Event = std::
    variant<ReadyEvent, PlanEvent, StepEvent, FacetEvent, OutputEvent, EndEvent, RefusedEvent>;

/** `{"event": "step", …}` */
template<>
struct CustomCodec<Event> {
    static void write(const Event &event, QCborStreamWriter &to);
    static Decoded<Event> decode(CborReader &from);
};

// Requests --------------------------------------------------------------------------------------

/** Where the standard streams of the command go. */
enum class Stdio : std::uint8_t {
    Pipe, ///< output events and input requests
    Inherit, ///< the supervisor's own; refused by a supervisor that was started for somebody else
};
template<>
struct EnumNames<Stdio> {
    static constexpr std::array<QLatin1StringView, 2> kValues{QLatin1StringView("pipe"),
                                                              QLatin1StringView("inherit")};
};

/** Plan the configuration and run it. One container at a time. */
struct StartRequest {
    static constexpr QLatin1StringView kTag{"start"};
    Configuration configuration;
    Stdio stdio = Stdio::Pipe;
    std::int32_t refreshMs = 1000; ///< how often facets are looked at again; 0: never
    bool operator==(const StartRequest &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("configuration", &StartRequest::configuration),
                          field("stdio", &StartRequest::stdio),
                          field("refreshMs", &StartRequest::refreshMs)};
    }
};

/** End the container: TERM, after 2 s KILL. */
struct StopRequest {
    static constexpr QLatin1StringView kTag{"stop"};
    bool operator==(const StopRequest &) const = default;
    static constexpr std::tuple<> fields() { return {}; }
};

/** Bytes for the standard input of the command; empty: the end of it. */
struct InputRequest {
    static constexpr QLatin1StringView kTag{"input"};
    QByteArray bytes;
    bool operator==(const InputRequest &) const = default;
    static constexpr auto fields() { return std::tuple{field("bytes", &InputRequest::bytes)}; }
};

/**
 * All facets as they are now: outside of the supervisor itself, and inside of the process `pid`
 * unless it is 0. Answered by nine or eighteen facet events without a container.
 */
struct InspectRequest {
    static constexpr QLatin1StringView kTag{"inspect"};
    std::int32_t pid = 0;
    bool operator==(const InspectRequest &) const = default;
    static constexpr auto fields() { return std::tuple{field("pid", &InspectRequest::pid)}; }
};

using Request = std::variant<StartRequest, StopRequest, InputRequest, InspectRequest>;

/** `{"request": "start", …}` */
template<>
struct CustomCodec<Request> {
    static void write(const Request &request, QCborStreamWriter &to);
    static Decoded<Request> decode(CborReader &from);
};

} // namespace nsw
