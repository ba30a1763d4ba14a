// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/kind.h"

#include <optional>

namespace nsw
{

enum class FacetKind : std::uint8_t {
    Namespaces,
    Uts,
    Ipc,
    Processes,
    Mounts,
    Users,
    Network,
    Cgroup,
    Time,
    Limits,
    Traffic,
    Sockets,
    Proc,
    Controllers,
    Firewall,
    Space,
    Watched,
    Routing,
    Semaphores,
    Relations,
};
template<>
struct EnumNames<FacetKind> {
    static constexpr std::array<QLatin1StringView, 20> kValues{
        QLatin1StringView("namespaces"), QLatin1StringView("uts"),
        QLatin1StringView("ipc"),        QLatin1StringView("processes"),
        QLatin1StringView("mounts"),     QLatin1StringView("users"),
        QLatin1StringView("network"),    QLatin1StringView("cgroup"),
        QLatin1StringView("time"),       QLatin1StringView("limits"),
        QLatin1StringView("traffic"),    QLatin1StringView("sockets"),
        QLatin1StringView("proc"),       QLatin1StringView("controllers"),
        QLatin1StringView("firewall"),   QLatin1StringView("space"),
        QLatin1StringView("watched"),    QLatin1StringView("routing"),
        QLatin1StringView("semaphores"), QLatin1StringView("relations"),
    };
};
/** Each with a card of its own, and part of the first picture. */
inline constexpr std::array kCardFacets{
    FacetKind::Namespaces,
    FacetKind::Uts,
    FacetKind::Ipc,
    FacetKind::Processes,
    FacetKind::Mounts,
    FacetKind::Users,
    FacetKind::Network,
    FacetKind::Cgroup,
    FacetKind::Time,
};

/** What takes longer, or changes all the time: part of later pictures, shown in the panels. */
inline constexpr std::array kDeepFacets{
    FacetKind::Limits,
    FacetKind::Traffic,
    FacetKind::Sockets,
    FacetKind::Proc,
    FacetKind::Controllers,
    FacetKind::Firewall,
    FacetKind::Space,
    FacetKind::Watched,
    FacetKind::Routing,
    FacetKind::Semaphores,
    FacetKind::Relations,
};

inline constexpr std::array kAllFacets{
    FacetKind::Namespaces, FacetKind::Uts,         FacetKind::Ipc,        FacetKind::Processes,
    FacetKind::Mounts,     FacetKind::Users,       FacetKind::Network,    FacetKind::Cgroup,
    FacetKind::Time,       FacetKind::Limits,      FacetKind::Traffic,    FacetKind::Sockets,
    FacetKind::Proc,       FacetKind::Controllers, FacetKind::Firewall,   FacetKind::Space,
    FacetKind::Watched,    FacetKind::Routing,     FacetKind::Semaphores, FacetKind::Relations,
};

/** The kind of namespace that isolates this facet; Namespaces itself has none. */
std::optional<NsKind> kindOf(FacetKind facet);

enum class Side : std::uint8_t { Outside, Inside };
template<>
struct EnumNames<Side> {
    static constexpr std::array<QLatin1StringView, 2> kValues{QLatin1StringView("outside"),
                                                              QLatin1StringView("inside")};
};

} // namespace nsw
