// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/rowsmodel.h"
#include "app/session/state.h"
#include "app/text/stepguide.h"

#include <QSet>

namespace nsw
{

/** The steps of a session: made, failed or still to be made. */
class StepsModel : public RowsModel<StepState>
{
    Q_OBJECT
public:
    enum Column : std::uint8_t { Number, Who, Call, Outcome, Time, Sentence };
    enum Role : std::uint16_t {
        ProgressRole = Qt::UserRole + 1,
        ActorRole,
        BreakpointRole, ///< it pauses before this step
        NextRole, ///< it is paused before this step
    };
    enum Progress : std::uint8_t { Pending, Done, Failed, Skipped };

    using RowsModel::RowsModel;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;

    void setSteps(const QList<StepState> &steps);
    /** Where it pauses, and before which step it is paused; by the numbers of steps. */
    void setPauses(const QSet<std::int32_t> &breakpoints, std::optional<std::int32_t> next);
    /** The row of a step; -1: there is none. */
    [[nodiscard]] int rowOf(std::int32_t n) const;

    static Progress progressOf(const StepState &step);

    /** What the steps that were made tell of it. */
    [[nodiscard]] InsideProcess insideProcess() const;

private:
    [[nodiscard]] QString spokenNumber(std::int32_t n) const;

    QSet<std::int32_t> m_breakpoints;
    std::optional<std::int32_t> m_next;
};

} // namespace nsw
