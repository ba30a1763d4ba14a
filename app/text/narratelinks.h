// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/step.h"

namespace nsw::words
{

/** What narrate() says of calls on links. */
struct LinkNarrator {
    QString operator()(const op::LinkFlags &call) const;
    QString operator()(const op::NewAddress &call) const;
    QString operator()(const op::NewVeth &call) const;
    QString operator()(const op::NetworkSetting &call) const;
};

} // namespace nsw::words
