// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/message.h"

namespace nsw::test
{

/** At least one of each event, of each facet, and of each request, with something in its fields. */
QList<Event> sampleEvents();
QList<Request> sampleRequests();

} // namespace nsw::test
