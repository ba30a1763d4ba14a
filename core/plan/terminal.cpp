// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/terminal.h"

#include "core/plan/behalf.h"
#include "core/plan/command.h"

#include <algorithm>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

void checkTerminal(const TerminalOpenRequest &asked,
                   const TerminalFacts &facts,
                   const Checker &checker)
{
    if (!isTerminalSize(asked.columns, asked.rows)) {
        checker.error(FindingCode::OutOfRange,
                      QString::number(asked.columns) + u" × "_s + QString::number(asked.rows),
                      u"1 … %1"_s.arg(kMaxTerminalSide));
    }
    Container asContainer;
    asContainer.name = u"terminal"_s;
    asContainer.command = asked.command;
    asContainer.environment = asked.environment;
    checkCommand(asContainer, checker);
    if (facts.onBehalfOf) {
        checkCommandOnBehalf(asked.command, asked.environment, checker);
    }
}

/**
 * The prompt of sh, and of others whose start-up files leave it alone, is PS1. Where those set it,
 * bash puts the name back before each prompt.
 */
void addPrompt(const QString &name, QMap<QString, QString> &environment)
{
    const QString mark = u'[' + name + u']';
    environment.insert(u"PS1"_s, mark + u" $ "_s);
    environment.insert(u"PROMPT_COMMAND"_s,
                       u"case $PS1 in *'%1'*) ;; *) PS1='%1 '$PS1 ;; esac"_s.arg(mark));
}

QMap<QString, QString> environmentOf(const TerminalOpenRequest &asked, const TerminalFacts &facts)
{
    QMap<QString, QString> environment{{u"TERM"_s, u"xterm-256color"_s}};
    if (asked.side == Side::Inside) {
        environment.insert(facts.container.environment);
    } else if (const auto &user = facts.onBehalfOf; user) {
        environment.insert(u"HOME"_s, user->home);
        environment.insert(u"USER"_s, user->name);
        environment.insert(u"LOGNAME"_s, user->name);
        environment.insert(u"SHELL"_s, facts.shell);
    }
    addPrompt(promptName(facts.container.name, asked.side), environment);
    environment.insert(asked.environment);
    return environment;
}

/** In place of the supervisor's rights, those of whoever asks. */
void becomeCaller(const TerminalUser &user, Draft &draft)
{
    draft.add(Actor::Outside, op::Setgroups{user.groups});
    draft.add(Actor::Outside, op::Setresgid{user.gid});
    draft.add(Actor::Outside, op::Setresuid{user.uid});
}

void enterInside(const TerminalFacts &facts, Draft &draft)
{
    QList<NsKind> namespaces;
    for (const NsKind kind : kAllKinds) {
        if (!facts.shared.contains(kind)) {
            namespaces << kind;
        }
    }
    if (!namespaces.isEmpty()) {
        draft.add(Actor::Outside,
                  op::Setns{.target = JoinPid{facts.inside}, .namespaces = namespaces});
    }
    if (const QString &directory = facts.container.workingDirectory; !directory.isEmpty()) {
        draft.add(Actor::Inside, op::Chdir{directory});
    }
}

} // namespace

bool isTerminalSize(std::int32_t columns, std::int32_t rows)
{
    return columns == std::clamp(columns, 1, kMaxTerminalSide)
        && rows == std::clamp(rows, 1, kMaxTerminalSide);
}

QString promptName(const QString &container, Side side)
{
    if (side == Side::Outside) {
        return u"outside"_s;
    }
    QString name = container;
    for (QChar &c : name) {
        const bool isPlain
            = c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u'.' || c == u' ';
        c = isPlain || c.isSurrogate() ? c : QChar(u'_');
    }
    return name;
}

Plan planTerminal(const TerminalOpenRequest &asked, const TerminalFacts &facts)
{
    Plan plan;
    plan.container = facts.container.name;
    checkTerminal(asked, facts, Checker(u"terminal"_s, plan.findings));
    if (hasErrors(plan.findings)) {
        return plan;
    }
    const HostFacts none; // it needs no more of the machine than its own facts
    Draft draft(facts.container, none, plan);
    const Actor shell = asked.side == Side::Inside ? Actor::Inside : Actor::Outside;
    draft.add(Actor::Outside, op::OpenPty{.columns = asked.columns, .rows = asked.rows});
    if (asked.side == Side::Inside) {
        enterInside(facts, draft);
    } else if (const auto &user = facts.onBehalfOf; user && user->isOther) {
        becomeCaller(*user, draft);
    }
    draft.add(shell, op::Setsid{});
    draft.add(shell, op::TakeTty{});
    draft.add(shell,
              op::Execve{.argv = asked.command.isEmpty() ? QStringList{facts.shell} : asked.command,
                         .environment = environmentOf(asked, facts),
                         .inChild = true});
    for (Step &step : plan.steps) {
        step.n += facts.stepsBefore;
    }
    return plan;
}

} // namespace nsw
