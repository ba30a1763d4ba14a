// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/stepline.h"

#include "app/text/translate.h"

#include <array>
#include <utility>

namespace nsw::cli
{

using Qt::StringLiterals::operator""_L1;

namespace
{

using Verb = StepLine::Verb;

constexpr std::array kVerbs{
    std::pair{"n"_L1, Verb::Next},
    std::pair{"next"_L1, Verb::Next},
    std::pair{"step"_L1, Verb::Next},
    std::pair{"c"_L1, Verb::Continue},
    std::pair{"continue"_L1, Verb::Continue},
    std::pair{"b"_L1, Verb::Break},
    std::pair{"break"_L1, Verb::Break},
    std::pair{"d"_L1, Verb::Delete},
    std::pair{"delete"_L1, Verb::Delete},
    std::pair{"l"_L1, Verb::List},
    std::pair{"list"_L1, Verb::List},
    std::pair{"p"_L1, Verb::Print},
    std::pair{"print"_L1, Verb::Print},
    std::pair{"s"_L1, Verb::Skip},
    std::pair{"skip"_L1, Verb::Skip},
    std::pair{"e"_L1, Verb::Edit},
    std::pair{"edit"_L1, Verb::Edit},
    std::pair{"q"_L1, Verb::Quit},
    std::pair{"quit"_L1, Verb::Quit},
    std::pair{"h"_L1, Verb::Help},
    std::pair{"help"_L1, Verb::Help},
};

std::optional<Verb> verbCalled(const QString &word)
{
    for (const auto &[name, verb] : kVerbs) {
        if (word == name) {
            return verb;
        }
    }
    return std::nullopt;
}

/** The first word, which is taken away. */
QString takeWord(QString &rest)
{
    const QString word = rest.section(u' ', 0, 0, QString::SectionSkipEmpty);
    rest = rest.section(u' ', 1, -1, QString::SectionSkipEmpty).trimmed();
    return word;
}

/** A number of a step, where there is one in front. */
std::optional<std::int32_t> takeNumber(QString &rest)
{
    QString after = rest;
    bool isNumber = false;
    const std::int32_t number = takeWord(after).toInt(&isNumber);
    if (!isNumber || number <= 0) {
        return std::nullopt;
    }
    rest = after;
    return number;
}

} // namespace

std::expected<StepLine, QString> parseStepLine(const QString &line)
{
    QString rest = line.trimmed();
    if (rest.isEmpty() || rest.startsWith(u'#')) {
        return StepLine{};
    }
    if (rest.startsWith(u'!')) {
        const QString command = rest.sliced(1).trimmed();
        return command.isEmpty()
            ? std::expected<StepLine, QString>(
                  std::unexpected(translate("Cli", "“!” needs a command.")))
            : StepLine{.verb = Verb::Do, .step = {}, .name = {}, .text = command};
    }
    const QString word = takeWord(rest);
    const auto verb = verbCalled(word);
    if (!verb) {
        return std::unexpected(
            translate("Cli", "There is no command “%1” here; “h” lists them.").arg(word));
    }
    StepLine asked{.verb = *verb, .step = {}, .name = {}, .text = {}};
    if (*verb == Verb::Print) {
        asked.name = takeWord(rest);
    } else {
        asked.step = takeNumber(rest);
    }
    if (*verb == Verb::Edit) {
        asked.name = takeWord(rest);
        asked.text = std::exchange(rest, {});
        if (asked.name.isEmpty() || asked.text.isEmpty()) {
            return std::unexpected(
                translate("Cli", "“%1” needs the name of an argument and its value.").arg(word));
        }
    }
    if ((*verb == Verb::Break || *verb == Verb::Delete) && !asked.step) {
        return std::unexpected(translate("Cli", "“%1” needs the number of a step.").arg(word));
    }
    if (!rest.isEmpty()) {
        return std::unexpected(translate("Cli", "“%1” takes no “%2”.").arg(word, rest));
    }
    return asked;
}

QString stepLineHelp()
{
    return translate("Cli", R"(  n [COUNT]        make the next step, or so many
  c                go on to the next breakpoint, or to the end
  b N, d N         set a breakpoint before step N; delete it
  l                list the steps, and what became of them
  p [FACET]        print what differs inside, or a facet whole: namespaces uts ipc processes mounts
                   users network cgroup time
  s [N]            skip the next step, or step N, which is then not made
  e [N] NAME TEXT  edit the argument NAME of the next step, or of step N
  !COMMAND         run a shell command in the container as it is now
  q                end it; so does the end of the input
  h                this list
)");
}

} // namespace nsw::cli
