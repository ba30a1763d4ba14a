// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/facets.h"
#include "core/model/factsmessages.h"
#include "core/model/stepping.h"
#include "core/model/terminalevents.h"

/** What comes from the supervisor. */
namespace nsw
{

/** The first event of a session: the supervisor is there, with these rights. */
struct ReadyEvent {
    static constexpr QLatin1StringView kTag{"ready"};
    std::int32_t protocol = 1;
    QString version;
    QString nonce; ///< as the client gave it to whoever started the supervisor
    std::int32_t pid = 0;
    std::uint32_t uid = 0;
    Privilege grant = Privilege::None; ///< what an administrator agreed to; nothing else is done
    bool operator==(const ReadyEvent &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("protocol", &ReadyEvent::protocol),
                          field("version", &ReadyEvent::version),
                          field("nonce", &ReadyEvent::nonce),
                          field("pid", &ReadyEvent::pid),
                          field("uid", &ReadyEvent::uid),
                          field("grant", &ReadyEvent::grant)};
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

/** The command's pipe took so many bytes of what input requests brought. Whoever has much to send
 * waits for it. */
struct InputEvent {
    static constexpr QLatin1StringView kTag{"input"};
    QString container;
    std::int64_t taken = 0;
    bool operator==(const InputEvent &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("container", &InputEvent::container),
                          field("taken", &InputEvent::taken)};
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

/** What an act takes. The steps are numbered on from those that were there before. */
struct ActPlanEvent {
    static constexpr QLatin1StringView kTag{"actPlan"};
    std::int32_t id = 0;
    Side side = Side::Inside;
    QList<Step> steps;
    bool operator==(const ActPlanEvent &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("id", &ActPlanEvent::id),
                          field("side", &ActPlanEvent::side),
                          field("steps", &ActPlanEvent::steps)};
    }
};

/** An act is over. It was done when there is neither an error nor an error among the findings. */
struct ActDoneEvent {
    static constexpr QLatin1StringView kTag{"actDone"};
    std::int32_t id = 0;
    Findings findings; ///< why nothing was done; or notes on what the kernel made of it
    std::optional<Error> error; ///< what failed; when it was a step, that has the same errno
    bool operator==(const ActDoneEvent &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("id", &ActDoneEvent::id),
                          field("findings", &ActDoneEvent::findings),
                          field("error", &ActDoneEvent::error)};
    }
};

using Event = std::variant<ReadyEvent,
                           PlanEvent,
                           StepEvent,
                           FacetEvent,
                           OutputEvent,
                           InputEvent,
                           EndEvent,
                           RefusedEvent,
                           ActPlanEvent,
                           ActDoneEvent,
                           PausedEvent,
                           EditedEvent,
                           FactsEvent,
                           TerminalPlanEvent,
                           TerminalOpenedEvent,
                           TerminalOutputEvent,
                           TerminalResizedEvent,
                           TerminalInputTakenEvent,
                           TerminalMovedEvent,
                           TerminalEndedEvent>;

/** `{"event": "step", …}` */
template<>
struct CustomCodec<Event> {
    static void write(const Event &event, QCborStreamWriter &to);
    static Decoded<Event> decode(CborReader &from);
};

} // namespace nsw
