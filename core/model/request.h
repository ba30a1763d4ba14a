// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/act.h"
#include "core/model/configuration.h"
#include "core/model/facets/kind.h"
#include "core/model/factsmessages.h"
#include "core/model/seen.h"
#include "core/model/stepping.h"
#include "core/model/terminal.h"
#include "core/model/watched.h"

/** What goes to the supervisor. */
namespace nsw
{

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
    std::optional<std::int32_t> before
        = std::nullopt; ///< the step to pause at, from 1; absent: none
    // NOLINTNEXTLINE(readability-redundant-member-init): few name it when they make one
    QList<SeenNamespace> seen = {}; ///< refused where what is joined is another by now
    bool operator==(const StartRequest &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("configuration", &StartRequest::configuration),
                          field("stdio", &StartRequest::stdio),
                          field("refreshMs", &StartRequest::refreshMs),
                          field("before", &StartRequest::before),
                          field("seen", &StartRequest::seen)};
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

/**
 * Do something to the container that is there. Answered by an ActPlanEvent, a StepEvent for each
 * step that was made, and an ActDoneEvent.
 */
struct ActRequest {
    static constexpr QLatin1StringView kTag{"act"};
    std::int32_t id = 0; ///< stands in the answers
    Side side = Side::Inside; ///< in the container's namespaces, or in those of the supervisor
    AskedAct act;
    bool operator==(const ActRequest &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("id", &ActRequest::id),
                          requiredField("side", &ActRequest::side),
                          requiredField("act", &ActRequest::act)};
    }
};

/** From now on look at this as well; told by the Watched facets of both sides. */
struct WatchRequest {
    static constexpr QLatin1StringView kTag{"watch"};
    Watched watch;
    bool operator==(const WatchRequest &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("watch", &WatchRequest::watch)};
    }
};

using Request = std::variant<StartRequest,
                             StopRequest,
                             InputRequest,
                             InspectRequest,
                             ActRequest,
                             WatchRequest,
                             GoRequest,
                             EditRequest,
                             FactsRequest,
                             TerminalOpenRequest,
                             TerminalInputRequest,
                             TerminalShownRequest,
                             TerminalResizeRequest,
                             TerminalCloseRequest>;

/** `{"request": "start", …}` */
template<>
struct CustomCodec<Request> {
    static void write(const Request &request, QCborStreamWriter &to);
    static Decoded<Request> decode(CborReader &from);
};

} // namespace nsw
