// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/tabletext.h"
#include "app/session/state.h"
#include "core/model/configuration.h"

#include <QDateTime>

namespace nsw
{

struct ReportSection {
    QString heading;
    QStringList paragraphs;
    TextTable table; ///< without a header: there is none
    QList<bool> marked; ///< for each row of the table: it differs, or failed
    QString code; ///< kept as it is, in a type where all letters are as wide
};

/** A session in words: to be read by people, one file, in the language of the interface. */
struct Report {
    QString title;
    QStringList paragraphs;
    QList<ReportSection> sections;
};

/** The configuration, the steps with what came of them, and every facet inside and outside. */
Report
reportOf(const Configuration &configuration, const SessionState &state, const QDateTime &made);

QString toMarkdown(const Report &report);
/** One page that needs nothing beside it, light or dark as its reader has it. */
QString toHtml(const Report &report);

} // namespace nsw
