// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernel/capabilities.h"

#include <array>
#include <memory>

#include <sys/capability.h>

namespace nsw
{

namespace
{

constexpr int kBits = 64;

struct FreeCapability {
    void operator()(char *text) const { static_cast<void>(::cap_free(text)); }
};

using Names = std::array<QString, kBits>;

Names allNames()
{
    Names names;
    for (int bit = 0; bit < kBits; ++bit) {
        const std::unique_ptr<char, FreeCapability> name(::cap_to_name(bit));
        names.at(static_cast<std::size_t>(bit))
            = name ? QString::fromLatin1(name.get()) : QString::number(bit);
    }
    return names;
}

} // namespace

QStringList capabilityNames(std::uint64_t bits)
{
    static const Names kNames = allNames();
    QStringList names;
    for (std::size_t bit = 0; bit < kNames.size(); ++bit) {
        if ((bits >> bit & 1U) != 0) {
            names << kNames.at(bit);
        }
    }
    return names;
}

} // namespace nsw
