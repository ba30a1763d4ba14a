// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <cstdint>
#include <optional>

namespace nsw
{

inline constexpr std::int32_t kIpv4Bits = 32;
inline constexpr std::int32_t kIpv6Bits = 128;

/** An IP address, with the length of the prefix that it shares with its network. */
struct IpNetwork {
    bool isIpv6 = false;
    std::array<unsigned char, kIpv6Bits / 8> bytes{};
    std::int32_t prefixLength = 0;

    [[nodiscard]] std::int32_t bits() const { return isIpv6 ? kIpv6Bits : kIpv4Bits; }
};

/** "192.0.2.1" or "2001:db8::1": an address of all its bits. */
std::optional<IpNetwork> parseAddress(const QString &text);

/** "192.0.2.1/24"; a prefix that is longer than the address is none. */
std::optional<IpNetwork> parseNetwork(const QString &text);

/** True when an address may be in both. */
bool overlap(const IpNetwork &one, const IpNetwork &other);

/** True when all of `part` is in `whole`. */
bool isWithin(const IpNetwork &part, const IpNetwork &whole);

} // namespace nsw
