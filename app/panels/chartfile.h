// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <expected>

class QChartView;

namespace nsw
{

/** What a saved chart says about itself. */
struct ChartTexts {
    QString title;
    QString description;
};

/** SVG or, by the name of the file, PNG; the file is whole or is left as it was. Otherwise: what
 * the system says. */
std::expected<void, QString>
saveChart(QChartView &view, const ChartTexts &texts, const QString &path);

} // namespace nsw
