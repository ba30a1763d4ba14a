// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/ipnetwork.h"

#include <algorithm>

#include <arpa/inet.h>

namespace nsw
{

std::optional<IpNetwork> parseAddress(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    if (bytes.contains('\0')) {
        return std::nullopt;
    }
    for (const int family : {AF_INET, AF_INET6}) {
        IpNetwork network{.isIpv6 = family == AF_INET6};
        if (::inet_pton(family, bytes.constData(), network.bytes.data()) == 1) {
            network.prefixLength = network.bits();
            return network;
        }
    }
    return std::nullopt;
}

std::optional<IpNetwork> parseNetwork(const QString &text)
{
    const qsizetype slash = text.indexOf(u'/');
    const QStringView length = QStringView(text).sliced(slash + 1);
    const bool isNumber = slash > 0 && !length.isEmpty()
        && std::ranges::all_of(length, [](QChar c) { return c >= u'0' && c <= u'9'; });
    auto network = isNumber ? parseAddress(text.first(slash)) : std::nullopt;
    if (network) {
        bool fits = false;
        network->prefixLength = length.toInt(&fits);
        if (!fits || network->prefixLength > network->bits()) {
            return std::nullopt;
        }
    }
    return network;
}

bool overlap(const IpNetwork &one, const IpNetwork &other)
{
    constexpr int kByte = 8;
    constexpr unsigned kAll = 0xff;
    if (one.isIpv6 != other.isIpv6) {
        return false;
    }
    const auto shared = static_cast<std::size_t>(std::min(one.prefixLength, other.prefixLength));
    const std::size_t whole = shared / kByte;
    if (!std::equal(one.bytes.begin(),
                    one.bytes.begin() + static_cast<std::ptrdiff_t>(whole),
                    other.bytes.begin())) {
        return false;
    }
    const std::size_t rest = shared % kByte;
    const unsigned mask = rest == 0 ? 0 : (kAll << (kByte - rest)) & kAll;
    return rest == 0 || ((one.bytes.at(whole) ^ other.bytes.at(whole)) & mask) == 0;
}

bool isWithin(const IpNetwork &part, const IpNetwork &whole)
{
    return part.prefixLength >= whole.prefixLength && overlap(part, whole);
}

} // namespace nsw
