// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/configuration.h"

/** What is written into a new namespace: maps, offsets, names. */
namespace nsw
{

namespace op
{

/** The files below /proc/PID that set a namespace up. */
enum class ProcFile : std::uint8_t { Setgroups, UidMap, GidMap, TimensOffsets };

/** write(2) to such a file, of the process inside. The text is written at once, as the kernel asks.
 */
struct Write {
    static constexpr QLatin1StringView kTag{"write"};
    ProcFile file = ProcFile::UidMap;
    QString text;
    bool operator==(const Write &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("file", &Write::file), field("text", &Write::text)};
    }
};

struct Sethostname {
    static constexpr QLatin1StringView kTag{"sethostname"};
    QString name;
    bool operator==(const Sethostname &) const = default;
    static constexpr auto fields() { return std::tuple{field("name", &Sethostname::name)}; }
};

struct Setdomainname {
    static constexpr QLatin1StringView kTag{"setdomainname"};
    QString name;
    bool operator==(const Setdomainname &) const = default;
    static constexpr auto fields() { return std::tuple{field("name", &Setdomainname::name)}; }
};

} // namespace op

template<>
struct EnumNames<op::ProcFile> {
    static constexpr std::array<QLatin1StringView, 4> kValues{QLatin1StringView("setgroups"),
                                                              QLatin1StringView("uid_map"),
                                                              QLatin1StringView("gid_map"),
                                                              QLatin1StringView("timens_offsets")};
};

} // namespace nsw
