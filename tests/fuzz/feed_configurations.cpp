// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/planner.h"
#include "core/plan/shell.h"
#include "core/store/configurationfile.h"
#include "tests/fuzz/targets.h"

#include <algorithm>

namespace nsw::fuzz
{

using Qt::StringLiterals::operator""_s;

namespace
{

HostFacts factsOf(std::uint32_t uid)
{
    HostFacts facts;
    facts.uid = uid;
    facts.gid = uid;
    facts.sysAdmin = uid == 0;
    facts.userNamespace = 1;
    facts.uidMap = {{.inside = 0, .outside = 0, .count = 4294967295}};
    facts.gidMap = facts.uidMap;
    facts.supported = QList<NsKind>(kAllKinds.begin(), kAllKinds.end());
    facts.monotonicNow = 1000;
    facts.boottimeNow = 1000;
    return facts;
}

/** Steps or errors, never both; and the same steps each time. */
QString wrongWith(const Configuration &configuration, const HostFacts &facts)
{
    const Plan made = plan(configuration, facts);
    if (hasErrors(made.findings) && !made.steps.isEmpty()) {
        return u"steps in spite of errors"_s;
    }
    for (qsizetype i = 0; i < made.steps.size(); ++i) {
        if (made.steps.at(i).n != i + 1) {
            return u"steps are not numbered"_s;
        }
    }
    const bool isInvalid = hasErrors(validate(configuration));
    if (isInvalid && !hasErrors(made.findings)) {
        return u"planned, though it is not valid"_s;
    }
    return plan(configuration, facts) == made ? QString() : u"planned twice, it differs"_s;
}

} // namespace

Verdict feedConfiguration(QByteArrayView bytes)
{
    const auto configuration = parseConfiguration(bytes.toByteArray());
    if (!configuration) {
        return {};
    }
    const auto again = parseConfiguration(writeConfiguration(*configuration));
    return {.understood = true,
            .wrong = again == configuration ? QString() : u"it reads back differently"_s};
}

Verdict feedPlan(QByteArrayView bytes)
{
    const auto configuration = parseConfiguration(bytes.toByteArray());
    if (!configuration) {
        return {};
    }
    constexpr std::uint32_t kSomebody = 1000;
    for (const std::uint32_t uid : {kSomebody, 0U}) {
        if (const QString wrong = wrongWith(*configuration, factsOf(uid)); !wrong.isEmpty()) {
            return {.understood = true, .wrong = wrong};
        }
    }
    const QString command = shellCommand(configuration->containers.constFirst());
    return {.understood = true, .wrong = command.isEmpty() ? u"no command"_s : QString()};
}

} // namespace nsw::fuzz
