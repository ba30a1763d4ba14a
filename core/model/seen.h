// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/codec.h"
#include "core/model/kind.h"

#include <optional>

namespace nsw
{

/** A namespace of a process when whoever asks looked at it: the number of a process becomes that of
 * another one, and a process moves. */
struct SeenNamespace {
    std::int32_t pid = 0;
    NsKind kind = NsKind::Mount;
    std::uint64_t inode = 0; ///< which becomes that of another one too
    std::optional<std::uint64_t> id; ///< which does not (Linux 6.18)
    bool operator==(const SeenNamespace &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("pid", &SeenNamespace::pid),
                          requiredField("kind", &SeenNamespace::kind),
                          requiredField("inode", &SeenNamespace::inode),
                          field("id", &SeenNamespace::id)};
    }
};

} // namespace nsw
