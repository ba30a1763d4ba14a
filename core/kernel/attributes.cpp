// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernel/attributes.h"

#include <arpa/inet.h>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

QByteArrayView bytesOf(const nlattr *attribute)
{
    return {static_cast<const char *>(nla_data(attribute)), nla_len(attribute)};
}

QString stringOf(const nlattr *attribute)
{
    if (attribute == nullptr) {
        return {};
    }
    const QByteArrayView bytes = bytesOf(attribute);
    const qsizetype end = bytes.indexOf('\0');
    return QString::fromUtf8(end < 0 ? bytes : bytes.first(end));
}

std::uint32_t numberOf(const nlattr *attribute)
{
    return attribute != nullptr && nla_len(attribute) >= static_cast<int>(sizeof(std::uint32_t))
        ? nla_get_u32(attribute)
        : 0;
}

QString nameOfFamily(unsigned char family)
{
    return family == AF_INET6 ? u"inet6"_s : u"inet"_s;
}

QString addressText(unsigned char family, QByteArrayView bytes)
{
    const qsizetype length = family == AF_INET6 ? sizeof(in6_addr) : sizeof(in_addr);
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (bytes.size() < length
        || ::inet_ntop(family, bytes.data(), text.data(), text.size()) == nullptr) {
        return {};
    }
    return QString::fromLatin1(text.data());
}

} // namespace nsw
