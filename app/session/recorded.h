// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/history.h"
#include "core/store/recording.h"

#include <QDateTime>

namespace nsw
{

/** What a history has of this run, as a recording made on this machine; it began at `date`. */
Recording
recordingOf(const History &history, const Configuration &configuration, const QDateTime &date);

/** The same history again, wherever it was recorded. */
History historyOf(const Recording &recording);

} // namespace nsw
