// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/facets.h"

#include <QByteArray>

namespace nsw
{

/** The lines of `nft list ruleset`; a block's braces become the depth of what stands in it. */
QList<FirewallLine> parseRuleset(const QByteArray &text);

/** As nft(8) prints it, by libnftables. */
Result<QByteArray> listRuleset();

} // namespace nsw
