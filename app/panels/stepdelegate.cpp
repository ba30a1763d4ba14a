// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/stepdelegate.h"

#include "app/models/stepsmodel.h"
#include "app/panels/icons.h"
#include "app/panels/tonelabel.h"

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

constexpr int kWrapFrom = 18; ///< ems of width from which on a call is wrapped rather than cut

/** What stands beside the number of a step. */
struct Signs {
    bool failed = false;
    bool isNext = false;
    bool isBreakpoint = false;
};

void decorateNumber(QStyleOptionViewItem *option, const Signs &signs)
{
    if (signs.failed) {
        option->icon = icon(u"error"_s, Tone::Error);
    } else if (signs.isNext) {
        option->icon = icon(u"nextstep"_s, Tone::Different);
    } else if (signs.isBreakpoint) {
        option->icon = icon(u"breakpoint"_s, Tone::Error);
    } else {
        return;
    }
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->decorationSize = QSize(iconEdge(option->widget), iconEdge(option->widget));
}

} // namespace

void StepDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    ChangeDelegate::initStyleOption(option, index);
    const auto progress
        = static_cast<StepsModel::Progress>(index.data(StepsModel::ProgressRole).toInt());
    const bool pending = progress == StepsModel::Pending || progress == StepsModel::Skipped;
    const bool isNext = index.data(StepsModel::NextRole).toBool();
    const bool failed = progress == StepsModel::Failed;
    if (index.column() == StepsModel::Call) {
        option->font = styledFont({.scale = 0.95, .fixed = true});
        if (option->rect.width() < option->fontMetrics.height() * kWrapFrom) {
            option->features &= ~QStyleOptionViewItem::WrapText;
            option->textElideMode = Qt::ElideRight;
        }
    }
    option->font.setBold(failed || isNext);
    option->font.setStrikeOut(progress == StepsModel::Skipped
                              && index.column() != StepsModel::Outcome);
    const Tone tone = failed ? Tone::Error : Tone::Muted;
    if ((pending && !isNext) || failed) {
        option->palette.setColor(QPalette::Text, Theme::current().text(tone));
    }
    if (index.column() == StepsModel::Who) {
        const auto actor = static_cast<Actor>(index.data(StepsModel::ActorRole).toInt());
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = icon(nameOf(actor), pending ? Tone::Muted : Tone::Normal);
        option->decorationSize = QSize(iconEdge(option->widget), iconEdge(option->widget));
        // The word stands beside it where there is room for both, with a space behind.
        const int needed = option->decorationSize.width() + option->fontMetrics.height()
            + option->fontMetrics.horizontalAdvance(option->text);
        if (option->rect.width() < needed) {
            option->text.clear();
        }
    } else if (index.column() == StepsModel::Number) {
        decorateNumber(option,
                       {.failed = failed,
                        .isNext = isNext,
                        .isBreakpoint = index.data(StepsModel::BreakpointRole).toBool()});
    }
}

} // namespace nsw
