// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/command.h"

namespace nsw
{

using Qt::StringLiterals::operator""_L1;

namespace
{

bool isVariableName(const QString &name)
{
    if (name.isEmpty() || name.front().isDigit()) {
        return false;
    }
    return std::ranges::all_of(name, [](QChar c) {
        return c == u'_' || (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z')
            || (c >= u'a' && c <= u'z');
    });
}

} // namespace

void checkCommand(const Container &container, const Checker &checker)
{
    if (container.name.isEmpty()) {
        checker.at("name"_L1).error(FindingCode::EmptyName);
    }
    if (container.command.size() > kMaxArguments) {
        checker.at("command"_L1)
            .error(FindingCode::CommandTooLong,
                   QString::number(container.command.size()),
                   QString::number(kMaxArguments));
    }
    for (qsizetype i = 0; i < container.command.size(); ++i) {
        if (container.command.at(i).contains(QChar::Null)) {
            checker.at("command"_L1, i).error(FindingCode::BadCharacter, container.command.at(i));
        }
    }
    if (!container.command.isEmpty() && container.command.first().isEmpty()) {
        checker.at("command"_L1, 0).error(FindingCode::EmptyName);
    }
    const QString &directory = container.workingDirectory;
    if (!directory.isEmpty() && !directory.startsWith(u'/')) {
        checker.at("workingDirectory"_L1).error(FindingCode::PathNotAbsolute, directory);
    } else if (directory.contains(QChar::Null)) {
        checker.at("workingDirectory"_L1).error(FindingCode::BadCharacter, directory);
    }
    for (auto it = container.environment.cbegin(); it != container.environment.cend(); ++it) {
        if (!isVariableName(it.key())) {
            checker.at("environment"_L1).error(FindingCode::BadEnvironmentName, it.key());
        } else if (it.value().contains(QChar::Null)) {
            checker.at("environment"_L1).error(FindingCode::BadCharacter, it.key());
        }
    }
}

void startCommand(Draft &draft)
{
    const Container &container = draft.container;
    if (!container.workingDirectory.isEmpty()) {
        draft.add(Actor::Inside, op::Chdir{container.workingDirectory});
    }
    if (container.command.isEmpty()) {
        return;
    }
    // Only the end of a PID namespace's first process ends all the others. Without one, an init has
    // to stay that knows its descendants.
    const NewPid *pid = newOptions(container.namespaces.pid);
    const bool inChild = pid == nullptr || pid->init;
    draft.add(Actor::Inside,
              op::Execve{.argv = container.command,
                         .environment = container.environment,
                         .inChild = inChild});
}

} // namespace nsw
