// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/codec.h"

/** A terminal of its own for a shell. */
namespace nsw::op
{

/**
 * posix_openpt(3): a new pseudoterminal (pty(7)) of that size, with its other end. Result: the file
 * descriptor of the master.
 */
struct OpenPty {
    static constexpr QLatin1StringView kTag{"posix_openpt"};
    std::int32_t columns = 0;
    std::int32_t rows = 0;
    bool operator==(const OpenPty &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("columns", &OpenPty::columns), field("rows", &OpenPty::rows)};
    }
};

/** setsid(2). Result: the id of the new session, as its leader sees it. */
struct Setsid {
    static constexpr QLatin1StringView kTag{"setsid"};
    bool operator==(const Setsid &) const = default;
    static constexpr std::tuple<> fields() { return {}; }
};

/** ioctl_tty(2), TIOCSCTTY: the pseudoterminal becomes the controlling terminal of the session. */
struct TakeTty {
    static constexpr QLatin1StringView kTag{"ioctl_tty"};
    bool operator==(const TakeTty &) const = default;
    static constexpr std::tuple<> fields() { return {}; }
};

} // namespace nsw::op
