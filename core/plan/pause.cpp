// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/pause.h"

#include <algorithm>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

/** Only what is known to leave rights as they are passes. */
struct LeavesRights {
    bool operator()(const op::Mount &mount) const
    {
        // Before it, mounts made inside might reach the outside.
        return std::ranges::none_of(mount.flags, [](const QString &flag) {
            return flag == u"MS_PRIVATE" || flag == u"MS_SLAVE" || flag == u"MS_SHARED"
                || flag == u"MS_UNBINDABLE";
        });
    }
    bool operator()(const op::MountSetattr & /*call*/) const { return true; }
    bool operator()(const op::Mkdir & /*call*/) const { return true; }
    bool operator()(const op::Sethostname & /*call*/) const { return true; }
    bool operator()(const op::Setdomainname & /*call*/) const { return true; }
    bool operator()(const op::LinkFlags & /*call*/) const { return true; }
    bool operator()(const op::Chdir & /*call*/) const { return true; }
    bool operator()(const op::Execve & /*call*/) const { return true; }
    template<class Call>
    bool operator()(const Call & /*call*/) const
    {
        return false;
    }
};

Finding refusalBecause(FindingCode code, std::int32_t step)
{
    return {.severity = Severity::Error,
            .code = code,
            .path = u"side"_s,
            .found = QString::number(step),
            .expected = {}};
}

} // namespace

std::optional<Finding> refusalInPause(Side side, const HalfMade &container)
{
    if (side == Side::Outside) {
        return std::nullopt;
    }
    const auto &left = container.left;
    if (container.inside == 0) {
        const auto born = std::ranges::find_if(left, [](const Step &step) {
            return std::holds_alternative<op::Clone3>(step.operation);
        });
        return refusalBecause(FindingCode::NothingInside, born == left.end() ? 0 : born->n);
    }
    const auto last = std::ranges::find_if(left.crbegin(), left.crend(), [](const Step &step) {
        return !std::visit(LeavesRights{}, step.operation);
    });
    if (container.onBehalf && last != left.crend()) {
        return refusalBecause(FindingCode::RightsNotSet, last->n);
    }
    return std::nullopt;
}

} // namespace nsw
