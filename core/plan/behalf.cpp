// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/behalf.h"

#include <algorithm>
#include <array>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

/** What the C library takes no notice of in programs with the setuid bit (ld.so(8)), and what
 * interpreters run or load first. */
constexpr std::array kDangerous{
    "BASH_ENV"_L1,         "BASHOPTS"_L1,     "ENV"_L1,
    "GCONV_PATH"_L1,       "GETCONF_DIR"_L1,  "GLIBC_TUNABLES"_L1,
    "HOSTALIASES"_L1,      "IFS"_L1,          "JAVA_TOOL_OPTIONS"_L1,
    "LOCALDOMAIN"_L1,      "LOCPATH"_L1,      "NIS_PATH"_L1,
    "NLSPATH"_L1,          "NODE_OPTIONS"_L1, "PERL5LIB"_L1,
    "PERL5OPT"_L1,         "PERLLIB"_L1,      "PS4"_L1,
    "PYTHONHOME"_L1,       "PYTHONPATH"_L1,   "PYTHONSTARTUP"_L1,
    "RESOLV_HOST_CONF"_L1, "RES_OPTIONS"_L1,  "RUBYLIB"_L1,
    "RUBYOPT"_L1,          "SHELLOPTS"_L1,    "TZDIR"_L1,
};

bool isDangerous(const QString &name)
{
    return name.startsWith("LD_"_L1) || name.startsWith("MALLOC_"_L1)
        || std::ranges::any_of(kDangerous, [&](QLatin1StringView one) { return name == one; });
}

/** Propagation that lets mounts of a new mount namespace reach the machine's own. */
bool reachesOutside(Propagation propagation)
{
    switch (propagation) {
    case Propagation::Shared:
    case Propagation::Unchanged:
        return true;
    case Propagation::Private:
    case Propagation::Slave:
    case Propagation::Unbindable:
        return false;
    }
    Q_UNREACHABLE();
}

} // namespace

void checkCommandOnBehalf(const QStringList &command,
                          const QMap<QString, QString> &environment,
                          const Checker &checker)
{
    qsizetype bytes = 0;
    for (const QString &word : command) {
        bytes += word.toUtf8().size() + 1;
    }
    for (auto it = environment.cbegin(); it != environment.cend(); ++it) {
        bytes += it.key().toUtf8().size() + it.value().toUtf8().size() + 2;
        if (isDangerous(it.key())) {
            checker.at("environment"_L1).error(FindingCode::DangerousVariable, it.key());
        }
    }
    if (bytes > kMaxCommandBytes) {
        checker.at("command"_L1)
            .error(FindingCode::CommandTooLarge,
                   QString::number(bytes),
                   QString::number(kMaxCommandBytes));
    }
}

void judgeOnBehalf(Draft &draft)
{
    if (!draft.facts.onBehalf) {
        return;
    }
    const Container &container = draft.container;
    checkCommandOnBehalf(container.command, container.environment, draft.checker());
    const NewUser *user = newOptions(container.namespaces.user);
    if (user != nullptr && user->setgroups == SetgroupsPolicy::Allow) {
        // A group may deny what is open to all others; who leaves it gets at that.
        draft.checkerOfNew(NsKind::User)
            .at("setgroups"_L1)
            .error(FindingCode::SetgroupsMustBeDenied, u"allow"_s, u"deny"_s);
    }
    const NewMount *mount = newOptions(container.namespaces.mount);
    if (mount != nullptr && !draft.inUserNamespace() && reachesOutside(mount->propagation)) {
        draft.checkerOfNew(NsKind::Mount)
            .at("propagation"_L1)
            .error(
                FindingCode::OutsideNotAllowed, QString(nameOf(mount->propagation)), u"private"_s);
    }
}

} // namespace nsw
