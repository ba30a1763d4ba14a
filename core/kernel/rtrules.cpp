// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernel/rtrules.h"

#include "core/kernel/attributes.h"

#include <linux/fib_rules.h>
#include <linux/rtnetlink.h>

namespace nsw
{

using Qt::StringLiterals::operator""_L1;

namespace
{

QString actionName(unsigned char action)
{
    constexpr std::array kActions{"unspec"_L1,
                                  "lookup"_L1,
                                  "goto"_L1,
                                  "nop"_L1,
                                  "res3"_L1,
                                  "res4"_L1,
                                  "blackhole"_L1,
                                  "unreachable"_L1,
                                  "prohibit"_L1}; // FR_ACT_*
    return action < kActions.size() ? QString(kActions.at(action)) : QString::number(action);
}

QString prefixText(unsigned char family, const nlattr *address, unsigned char length)
{
    return address == nullptr
        ? QString()
        : QString(addressText(family, bytesOf(address)) % u'/' % QString::number(length));
}

} // namespace

std::optional<RoutingRule> parseRule(const nlmsghdr *message)
{
    Attributes<FRA_MAX + 1> attributes{};
    if (message->nlmsg_type != RTM_NEWRULE
        || !parseAttributes(message, sizeof(fib_rule_hdr), attributes)) {
        return std::nullopt;
    }
    const auto *header = static_cast<const fib_rule_hdr *>(nlmsg_data(message));
    if (header->family != AF_INET && header->family != AF_INET6) {
        return std::nullopt;
    }
    RoutingRule rule;
    rule.family = nameOfFamily(header->family);
    rule.priority = numberOf(attributes[FRA_PRIORITY]);
    rule.source = prefixText(header->family, attributes[FRA_SRC], header->src_len);
    rule.destination = prefixText(header->family, attributes[FRA_DST], header->dst_len);
    rule.inputLink = stringOf(attributes[FRA_IIFNAME]);
    rule.outputLink = stringOf(attributes[FRA_OIFNAME]);
    rule.mark = numberOf(attributes[FRA_FWMARK]);
    rule.table = attributes[FRA_TABLE] != nullptr ? numberOf(attributes[FRA_TABLE]) : header->table;
    rule.action = actionName(header->action);
    return rule;
}

} // namespace nsw
