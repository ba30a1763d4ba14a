// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernel/ruleset.h"

#include "core/kernel/failure.h"

#include <memory>

#include <nftables/libnftables.h>

namespace nsw
{

using Qt::StringLiterals::operator""_L1;

namespace
{

struct FreeContext {
    void operator()(nft_ctx *context) const { nft_ctx_free(context); }
};

} // namespace

QList<FirewallLine> parseRuleset(const QByteArray &text)
{
    QList<FirewallLine> lines;
    std::int32_t depth = 0;
    const QList<QByteArray> raw = text.split('\n');
    for (const QByteArray &line : raw) {
        QByteArray content = line.trimmed();
        if (content.isEmpty()) {
            continue;
        }
        if (content == "}") {
            depth = std::max(0, depth - 1);
            continue;
        }
        const bool opens = content.endsWith('{');
        if (opens) {
            content = content.chopped(1).trimmed();
        }
        lines << FirewallLine{.depth = depth, .text = QString::fromUtf8(content)};
        depth += opens ? 1 : 0;
    }
    return lines;
}

Result<QByteArray> listRuleset()
{
    const std::unique_ptr<nft_ctx, FreeContext> context(nft_ctx_new(NFT_CTX_DEFAULT));
    if (!context || nft_ctx_buffer_output(context.get()) != 0
        || nft_ctx_buffer_error(context.get()) != 0) {
        return failure("nft_ctx_new"_L1);
    }
    errno = 0;
    if (nft_run_cmd_from_buffer(context.get(), "list ruleset") != 0) {
        const QByteArray said(nft_ctx_get_error_buffer(context.get()));
        return failure("nft list ruleset"_L1, QString::fromUtf8(said.split('\n').constFirst()));
    }
    return QByteArray(nft_ctx_get_output_buffer(context.get()));
}

} // namespace nsw
