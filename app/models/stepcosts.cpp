// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/stepcosts.h"

#include "app/text/translate.h"
#include "app/text/words.h"

#include <QLocale>

#include <algorithm>
#include <numeric>

namespace nsw
{

namespace
{

template<class T, class... Ts>
concept OneOf = (std::same_as<T, Ts> || ...);

CostPart partOf(const Operation &operation)
{
    return std::visit(
        []<class Op>(const Op & /*operation*/) {
            if constexpr (OneOf<Op, op::PidfdOpen, op::Open, op::Clone3, op::Unshare, op::Setns>) {
                return CostPart::Namespaces;
            } else if constexpr (std::same_as<Op, op::Execve>) {
                return CostPart::Command;
            } else {
                return CostPart::SetUp;
            }
        },
        operation);
}

} // namespace

QList<StepCost> costsOf(const QList<StepState> &steps)
{
    QList<StepCost> costs;
    for (const StepState &state : steps) {
        if (state.outcome) {
            costs.append({.step = state.step,
                          .part = partOf(state.step.operation),
                          .microseconds = state.outcome->durationUs,
                          .share = 0,
                          .failed = static_cast<bool>(state.outcome->error)});
        }
    }
    const auto all = std::accumulate(
        costs.cbegin(), costs.cend(), std::int64_t{0}, [](std::int64_t sum, const StepCost &cost) {
            return sum + cost.microseconds;
        });
    for (StepCost &cost : costs) {
        cost.share
            = all > 0 ? static_cast<double>(cost.microseconds) / static_cast<double>(all) : 0;
    }
    return costs;
}

std::int64_t sumOf(const QList<StepCost> &costs, CostPart part)
{
    std::int64_t sum = 0;
    for (const StepCost &cost : costs) {
        sum += cost.part == part ? cost.microseconds : 0;
    }
    return sum;
}

QString partName(CostPart part)
{
    switch (part) {
    case CostPart::Namespaces:
        return translate("Charts", "Namespaces");
    case CostPart::SetUp:
        return translate("Charts", "Set-up");
    case CostPart::Command:
        return translate("Charts", "Command");
    }
    Q_UNREACHABLE();
}

QString microsecondsText(std::int64_t microseconds)
{
    return translate("Charts", "%1 µs", "microseconds").arg(QLocale().toString(microseconds));
}

QString spokenCosts(const QList<StepCost> &costs)
{
    if (costs.isEmpty()) {
        return translate("Charts", "No step has been made yet.");
    }
    QStringList sentences;
    for (const CostPart part : kAllCostParts) {
        sentences << translate("Charts", "%1: %2.", "part, time")
                         .arg(partName(part), microsecondsText(sumOf(costs, part)));
    }
    const StepCost &most = *std::ranges::max_element(costs, {}, &StepCost::microseconds);
    sentences << translate("Charts", "Step %1, %2, took longest: %3.")
                     .arg(QString::number(most.step.n),
                          QString(callOf(most.step.operation)),
                          microsecondsText(most.microseconds));
    return sentences.join(u' ');
}

} // namespace nsw
