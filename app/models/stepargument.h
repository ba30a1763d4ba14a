// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/step.h"

#include <expected>

/** The arguments of a step as texts that a person can change. */
namespace nsw
{

/** Text as it is, all else as JSON. */
QString argumentText(const QCborValue &value);

/** By their names, as the manual page of the call has them. */
using ArgumentTexts = QList<std::pair<QString, QString>>;

/** The step with these in place of what it has, or what is wrong with one of them. */
std::expected<Step, Finding> withArguments(const Step &step, const ArgumentTexts &texts);

} // namespace nsw
