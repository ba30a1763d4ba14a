// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/firewall.h"

#include "core/kernel/netlink.h"
#include "core/kernel/ruleset.h"
#include "core/probe/reading.h"

#include <cerrno>

#include <linux/netfilter/nf_tables.h>
#include <linux/netfilter/nfnetlink.h>
#include <sys/socket.h>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

// More than a person reads; the rest is said to be there.
constexpr qsizetype kMostLines = 10'000;

} // namespace

Result<FirewallFacet> takeFirewall(const Vantage & /*vantage*/)
{
    // Asked first for the tables alone: whether it is allowed, and most namespaces have none. The
    // library ends the process where there is no such socket.
    auto socket = NetlinkSocket::open(NETLINK_NETFILTER);
    if (!socket) {
        return std::unexpected(socket.error());
    }
    nfgenmsg header{};
    header.nfgen_family = AF_UNSPEC;
    const NetlinkMessage request
        = dumpRequest((NFNL_SUBSYS_NFTABLES << 8) | NFT_MSG_GETTABLE, header);
    bool any = false;
    const auto answer = socket->dump(request.get(), [&](const nlmsghdr *) { any = true; });
    if (!answer && answer.error().error != Errno{EINTR}) {
        return std::unexpected(answer.error());
    }
    FirewallFacet facet;
    if (!any) {
        return facet;
    }
    const auto text = listRuleset();
    if (!text) {
        return std::unexpected(text.error());
    }
    facet.lines = parseRuleset(*text);
    if (facet.lines.size() > kMostLines) {
        facet.diagnostics << Error{.operation = u"nft list ruleset"_s,
                                   .error = Errno{EFBIG},
                                   .subject = QString::number(facet.lines.size())};
        facet.lines.resize(kMostLines);
    }
    return facet;
}

} // namespace nsw
