// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/edit.h"

#include <algorithm>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

QString placeOf(const Step &step)
{
    return u"steps[%1]"_s.arg(step.n - 1);
}

QString namesOf(const QList<NsKind> &kinds)
{
    QStringList names;
    for (const NsKind kind : kinds) {
        names << QString(nameOf(kind));
    }
    return names.join(u", "_s);
}

/** What is missing when a step is left out: a code, and what fills its sentence beside the step. */
struct Consequence {
    FindingCode code = FindingCode::StepLeftOut;
    QString what;
};

struct WithoutIt {
    const QList<Step> &steps; ///< as they are to be made

    template<class Call>
    Consequence operator()(const Call & /*call*/) const
    {
        return {};
    }

    Consequence operator()(const op::Write &call) const
    {
        switch (call.file) {
        case op::ProcFile::Setgroups:
            // Linux 3.19: an ordinary user has to give up setgroups(2) first.
            return {.code = FindingCode::GroupMapRefused, .what = {}};
        case op::ProcFile::UidMap:
        case op::ProcFile::GidMap:
            return {.code = FindingCode::IdsStayUnmapped, .what = QString(nameOf(call.file))};
        case op::ProcFile::TimensOffsets:
            return {};
        }
        Q_UNREACHABLE();
    }

    Consequence operator()(const op::Mount &call) const
    {
        if (call.filesystem == "proc"_L1) {
            return {.code = FindingCode::ProcShowsOutside, .what = call.target};
        }
        const bool isPropagation = call.filesystem.isEmpty() && !call.flags.contains(u"MS_BIND"_s);
        return isPropagation ? Consequence{.code = FindingCode::MountsPropagate, .what = {}}
                             : Consequence{};
    }

    Consequence operator()(const op::Mkdir &call) const
    {
        const bool isNeeded = std::ranges::any_of(steps, [&](const Step &step) {
            const auto *mount = std::get_if<op::Mount>(&step.operation);
            return mount != nullptr && !step.isSkipped && mount->target == call.path;
        });
        return isNeeded ? Consequence{.code = FindingCode::MountPointMissing, .what = call.path}
                        : Consequence{};
    }

    Consequence operator()(const op::PidfdOpen &call) const
    {
        return {.code = FindingCode::TargetNotOpened, .what = QString::number(call.pid)};
    }

    Consequence operator()(const op::Open &call) const
    {
        return {.code = FindingCode::TargetNotOpened, .what = call.path};
    }

    Consequence operator()(const op::Setns &call) const { return stays(call.namespaces); }
    Consequence operator()(const op::Unshare &call) const { return stays(call.namespaces); }

    Consequence operator()(const op::Sethostname & /*call*/) const
    {
        return {.code = FindingCode::NameStays, .what = {}};
    }

    Consequence operator()(const op::Setdomainname & /*call*/) const
    {
        return {.code = FindingCode::NameStays, .what = {}};
    }

    Consequence operator()(const op::LinkFlags &call) const
    {
        return {.code = FindingCode::LinkStays, .what = call.link};
    }

    Consequence operator()(const op::Setresuid & /*call*/) const
    {
        return {.code = FindingCode::IdentityStays, .what = {}};
    }

    Consequence operator()(const op::Setresgid & /*call*/) const
    {
        return {.code = FindingCode::IdentityStays, .what = {}};
    }

    Consequence operator()(const op::Execve & /*call*/) const
    {
        return {.code = FindingCode::NoCommand, .what = {}};
    }

private:
    static Consequence stays(const QList<NsKind> &kinds)
    {
        return {.code = FindingCode::KindStaysShared, .what = namesOf(kinds)};
    }
};

using Unknown = std::optional<std::pair<QString, QString>>;

/** A name that is none of these, and those that there are. */
template<std::size_t N>
Unknown unknownAmong(const QStringList &names, const std::array<QLatin1StringView, N> &known)
{
    for (const QString &name : names) {
        if (std::ranges::none_of(known, [&](QLatin1StringView one) { return name == one; })) {
            QStringList all;
            for (const QLatin1StringView one : known) {
                all << QString(one);
            }
            return std::pair(name, all.join(u", "_s));
        }
    }
    return std::nullopt;
}

Unknown unknownFlag(const Operation &operation)
{
    if (const auto *mount = std::get_if<op::Mount>(&operation)) {
        return unknownAmong(mount->flags, op::kMountFlagNames);
    }
    const auto *attributes = std::get_if<op::MountSetattr>(&operation);
    return attributes == nullptr ? std::nullopt
                                 : unknownAmong(attributes->set, op::kMountAttributeNames);
}

Finding refusal(FindingCode code, const Step &step, const QString &expected = {})
{
    return {.severity = Severity::Error,
            .code = code,
            .path = placeOf(step),
            .found = QString::number(step.n),
            .expected = expected};
}

} // namespace

std::expected<QList<Step>, Finding>
editStep(const QList<Step> &steps, const Step &step, std::int32_t next)
{
    if (step.n < 1 || step.n > steps.size()) {
        return std::unexpected(
            refusal(FindingCode::OutOfRange, step, u"%1 … %2"_s.arg(next).arg(steps.size())));
    }
    const Step &before = steps.at(step.n - 1);
    if (step.n < next) {
        return std::unexpected(refusal(FindingCode::StepMade, step));
    }
    if (before.operation.index() != step.operation.index() || before.actor != step.actor) {
        return std::unexpected(
            refusal(FindingCode::StepCallDiffers, step, QString(callOf(before.operation))));
    }
    // Who carries on after it follows from it.
    if (std::holds_alternative<op::Clone3>(step.operation) && before != step) {
        return std::unexpected(refusal(FindingCode::StepNeeded, step));
    }
    if (const auto *exec = std::get_if<op::Execve>(&step.operation);
        exec != nullptr && (exec->argv.isEmpty() || exec->argv.constFirst().isEmpty())) {
        return std::unexpected(Finding{.severity = Severity::Error,
                                       .code = FindingCode::EmptyName,
                                       .path = placeOf(step) + u".args.argv"_s,
                                       .found = {},
                                       .expected = {}});
    }
    if (const auto unknown = unknownFlag(step.operation)) {
        return std::unexpected(Finding{.severity = Severity::Error,
                                       .code = FindingCode::UnknownName,
                                       .path = placeOf(step) + u".args.flags"_s,
                                       .found = unknown->first,
                                       .expected = unknown->second});
    }
    QList<Step> edited = steps;
    edited[step.n - 1] = step;
    return edited;
}

Findings consequencesOf(const QList<Step> &planned, const QList<Step> &edited)
{
    Findings findings;
    for (qsizetype i = 0; i < edited.size(); ++i) {
        const Step &step = edited.at(i);
        if (step.isSkipped) {
            const Consequence consequence = std::visit(WithoutIt{edited}, step.operation);
            findings.append({.severity = Severity::Warning,
                             .code = consequence.code,
                             .path = placeOf(step),
                             .found = QString::number(step.n),
                             .expected = consequence.what});
        } else if (step != planned.at(i)) {
            findings.append({.severity = Severity::Note,
                             .code = FindingCode::StepChanged,
                             .path = placeOf(step),
                             .found = QString::number(step.n),
                             .expected = {}});
        }
    }
    return findings;
}

} // namespace nsw
