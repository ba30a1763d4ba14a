// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/network.h"

namespace nsw
{

using Qt::StringLiterals::operator""_s;

void setUpNetwork(const NewNetwork &choice, Draft &draft)
{
    if (choice.loopback) {
        draft.add(Actor::Inside, op::LinkFlags{.link = u"lo"_s, .up = true});
    }
}

} // namespace nsw
