// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/finding.h"

#include <QWidget>

namespace nsw
{

/** A finding and where it belongs, relative to whoever shows it: "new.hostname". */
struct PlacedFinding {
    QString path;
    Finding finding;
    bool operator==(const PlacedFinding &) const = default;
};
using PlacedFindings = QList<PlacedFinding>;

/** The sentence for a finding whose place is clear from where it is shown. */
QString sentenceInPlace(Finding finding);

/** The findings below `prefix`, with paths relative to it. */
PlacedFindings below(const PlacedFindings &findings, const QString &prefix);

/** Findings as lines of icon, word and sentence. Not there while there are none. */
class FindingsView : public QWidget
{
    Q_OBJECT
public:
    explicit FindingsView(QWidget *parent = nullptr);

    void setFindings(const Findings &findings);
    /** With the place of each, where it is not shown at its place. */
    void setShowsPlaces(bool shows) { m_showsPlaces = shows; }
    [[nodiscard]] const Findings &findings() const { return m_findings; }

private:
    Findings m_findings;
    bool m_showsPlaces = false;
    QWidget *m_lines = nullptr;
};

} // namespace nsw
