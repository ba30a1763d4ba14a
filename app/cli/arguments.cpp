// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

#include "app/cli/commandtable.h"
#include "app/text/translate.h"
#include "core/exchange/export.h"

#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <array>
#include <cmath>

namespace nsw::cli
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

constexpr double kSlowest = 0.01;
constexpr double kFastest = 1000;

/** The words of one command, up to "--", sorted into options and the rest. */
class WordParser
{
public:
    WordParser(const CommandInfo &info, Arguments &arguments)
        : m_info(info)
        , m_arguments(arguments)
    {
    }

    /** An empty text: all is well. */
    QString parse(const QStringList &words)
    {
        for (qsizetype i = 0; i < words.size(); ++i) {
            const QString &word = words.at(i);
            if (word.size() > 1 && word.startsWith(u'-')) {
                const QString next = i + 1 < words.size() ? words.at(i + 1) : QString();
                bool tookNext = false;
                if (const QString wrong = takeOption(word, next, tookNext); !wrong.isEmpty()) {
                    return wrong;
                }
                i += tookNext ? 1 : 0;
            } else {
                m_rest << word;
            }
        }
        return m_rest.size() < m_info.fewest || m_rest.size() > m_info.most ? wrongCount()
                                                                            : QString();
    }

    [[nodiscard]] const QStringList &rest() const { return m_rest; }

private:
    [[nodiscard]] bool allows(const QString &option) const
    {
        return QString(m_info.options).split(u' ').contains(option);
    }

    static bool isFlag(const QString &option)
    {
        constexpr std::array kFlags{"--json"_L1,
                                    "--all"_L1,
                                    "--everybody"_L1,
                                    "--verbose"_L1,
                                    "--step"_L1,
                                    "--save-expectation"_L1};
        return std::ranges::any_of(kFlags,
                                   [&option](QLatin1StringView flag) { return option == flag; });
    }

    static QString longName(const QString &word)
    {
        if (word == "-v"_L1) {
            return u"--verbose"_s;
        }
        return word == "-o"_L1 ? u"--output"_s : word.section(u'=', 0, 0);
    }

    [[nodiscard]] QString &valueOf(const QString &option)
    {
        if (option == "--as"_L1) {
            return m_arguments.form;
        }
        if (option == "--record"_L1) {
            return m_arguments.record;
        }
        if (option == "--host"_L1) {
            return m_arguments.host;
        }
        if (option == "--remote-supervisor"_L1) {
            return m_arguments.remoteSupervisor;
        }
        return option == "--output"_L1 ? m_arguments.output : m_arguments.picture;
    }

    QString takeOption(const QString &word, const QString &next, bool &tookNext)
    {
        const QString name = longName(word);
        if (name == "--help"_L1 || name == "-h"_L1) {
            m_arguments.command = Command::Help;
            m_arguments.topic = m_info.name;
        } else if (!allows(name)) {
            return translate("Cli", "“%1” has no option “%2”.").arg(m_info.name, word);
        } else if (isFlag(name) && word.contains(u'=')) {
            return translate("Cli", "“%1” takes no value.").arg(name);
        } else if (name == "--json"_L1) {
            m_arguments.json = true;
        } else if (name == "--all"_L1) {
            m_arguments.all = true;
        } else if (name == "--everybody"_L1) {
            m_arguments.everybody = true;
        } else if (name == "--verbose"_L1) {
            m_arguments.verbose = true;
        } else if (name == "--step"_L1) {
            m_arguments.step = true;
        } else if (name == "--save-expectation"_L1) {
            m_arguments.saveExpectation = true;
        } else {
            tookNext = !word.contains(u'=');
            return takeValue(name, tookNext ? next : word.section(u'=', 1));
        }
        return {};
    }

    QString takeValue(const QString &name, const QString &value)
    {
        bool isNumber = false;
        if (name == "--break"_L1) {
            const std::int32_t number = value.toInt(&isNumber);
            if (!isNumber || number <= 0) {
                return translate("Cli", "“%1” is no number of a step.").arg(value);
            }
            m_arguments.breakpoints << number;
            return {};
        }
        if (name == "--speed"_L1) {
            const double speed = value.toDouble(&isNumber);
            if (!isNumber || std::isnan(speed) || speed < kSlowest || speed > kFastest) {
                return translate("Cli", "“%1” is no speed; right would be a number from %2 to %3.")
                    .arg(value)
                    .arg(kSlowest)
                    .arg(kFastest);
            }
            m_arguments.speed = speed;
            return {};
        }
        valueOf(name) = value;
        if (!value.isEmpty()) {
            return {};
        }
        if (name == "--host"_L1) {
            return translate("Cli", "“%1” needs a machine, such as ssh://user@host.").arg(name);
        }
        return name == "--as"_L1 ? translate("Cli", "“%1” needs the name of a form.").arg(name)
                                 : translate("Cli", "“%1” needs the name of a file.").arg(name);
    }

    [[nodiscard]] QString wrongCount() const
    {
        if (m_arguments.command == Command::Help) {
            return {};
        }
        if (m_rest.size() < m_info.fewest) {
            return translate("Cli", "“%1” needs a FILE; “-” is standard input.").arg(m_info.name);
        }
        return translate("Cli",
                         "“%1” takes no “%2” here. A command for the container stands after “--”.")
            .arg(m_info.name, m_rest.at(m_info.most));
    }

    const CommandInfo &m_info;
    Arguments &m_arguments;
    QStringList m_rest;
};

QString wrongExchange(const Arguments &arguments)
{
    if (arguments.command == Command::Import) {
        return arguments.file.isEmpty() == arguments.containerCommand.isEmpty()
            ? translate("Cli", "“import” needs a FILE, or a command after “--”.")
            : QString();
    }
    QStringList known;
    for (const QLatin1StringView name : EnumNames<ExportFormat>::kValues) {
        known << name;
    }
    return known.contains(arguments.form)
        ? QString()
        : translate("Cli", "“export” needs “--as” and one of these: %1.").arg(known.join(u", "));
}

/** What is wrong with it; empty: nothing. */
QString wrongRun(const Arguments &arguments)
{
    const bool isInput = arguments.file == u'-';
    if ((arguments.step || !arguments.breakpoints.isEmpty()) && isInput) {
        return translate("Cli",
                         "What is to be done at a pause is read from standard input, so FILE can't "
                         "be “-” with “--step” and “--break”.");
    }
    if (arguments.saveExpectation
        && (isInput || arguments.file.startsWith("library:"_L1)
            || !arguments.containerCommand.isEmpty())) {
        return translate("Cli",
                         "“--save-expectation” needs a FILE that can be written, and its own "
                         "command.");
    }
    return {};
}

/** What stands behind the options; the text says what is wrong with it. */
QString takeRest(const QStringList &rest, Arguments &arguments)
{
    const QString first = rest.value(0);
    switch (arguments.command) {
    case Command::Run:
    case Command::Plan:
    case Command::Replay:
        arguments.file = first;
        return wrongRun(arguments);
    case Command::Check:
        arguments.files = rest;
        break;
    case Command::Export:
    case Command::Import:
        arguments.file = first;
        return wrongExchange(arguments);
    case Command::Inspect:
        if (!first.isEmpty()) {
            bool isNumber = false;
            arguments.pid = first.toInt(&isNumber);
            if (!isNumber || *arguments.pid <= 0) {
                return translate("Cli", "“%1” is no process number.").arg(first);
            }
        }
        break;
    case Command::Help:
        if (arguments.topic.isEmpty()) {
            arguments.topic = first;
        }
        if (!arguments.topic.isEmpty() && commandCalled(arguments.topic) == nullptr) {
            return translate("Cli", "There is no command “%1”.").arg(arguments.topic);
        }
        break;
    case Command::Tour:
    case Command::Library:
    case Command::Window:
    case Command::Version:
        break;
    }
    return {};
}

std::expected<Arguments, QString> parseCommand(const CommandInfo &info, QStringList words)
{
    Arguments arguments;
    arguments.command = info.command;
    const qsizetype separator = words.indexOf("--"_L1);
    if (separator >= 0) {
        arguments.containerCommand = words.sliced(separator + 1);
        words = words.first(separator);
        if (info.command != Command::Run && info.command != Command::Import) {
            return std::unexpected(translate("Cli", "“%1” takes no command.").arg(info.name));
        }
    }
    WordParser parser(info, arguments);
    if (const QString wrong = parser.parse(words); !wrong.isEmpty()) {
        return std::unexpected(wrong);
    }
    if (const QString wrong = takeRest(parser.rest(), arguments); !wrong.isEmpty()) {
        return std::unexpected(wrong);
    }
    return arguments;
}

/** A file to open in the window: it exists, or looks like the name of one. */
bool looksLikeFile(const QString &word)
{
    return word.contains(u'/') || word.contains(u'.') || word.startsWith("library:"_L1)
        || QFileInfo::exists(word);
}

/** What Qt itself takes, see QGuiApplication and QApplication. */
bool isQtOption(const QString &word)
{
    static const QSet<QString> known{u"platform"_s,
                                     u"platformpluginpath"_s,
                                     u"platformtheme"_s,
                                     u"plugin"_s,
                                     u"qwindowgeometry"_s,
                                     u"qwindowicon"_s,
                                     u"qwindowtitle"_s,
                                     u"reverse"_s,
                                     u"session"_s,
                                     u"style"_s,
                                     u"stylesheet"_s,
                                     u"display"_s,
                                     u"geometry"_s};
    const QString name = word.section(u'=', 0, 0);
    return known.contains(name.startsWith("--"_L1) ? name.sliced(2) : name.sliced(1));
}

/** The window on another machine: --host MACHINE [FILE]. */
std::expected<Arguments, QString> windowElsewhere(const QStringList &words)
{
    const QString first = words.value(0);
    const bool joined = first.contains(u'=');
    Arguments arguments;
    arguments.host = joined ? first.section(u'=', 1) : words.value(1);
    arguments.file = words.value(joined ? 1 : 2);
    if (arguments.host.isEmpty()) {
        return std::unexpected(
            translate("Cli", "“%1” needs a machine, such as ssh://user@host.").arg("--host"_L1));
    }
    return arguments;
}

} // namespace

std::expected<Arguments, QString> parseArguments(const QStringList &words)
{
    const QString first = words.value(0);
    if (const CommandInfo *info = commandCalled(first)) {
        return parseCommand(*info, words.sliced(1));
    }
    if (first == "--host"_L1 || first.startsWith("--host="_L1)) {
        return windowElsewhere(words);
    }
    Arguments arguments;
    if (first == "--help"_L1 || first == "-h"_L1) {
        arguments.command = Command::Help;
    } else if (first == "--version"_L1 || first == "-V"_L1) {
        arguments.command = Command::Version;
    } else if (first.startsWith(u'-') && !isQtOption(first)) {
        return std::unexpected(translate("Cli", "There is no option “%1”.").arg(first));
    } else if (!first.isEmpty() && !first.startsWith(u'-') && !looksLikeFile(first)) {
        return std::unexpected(
            translate("Cli", "There is no command “%1”, and no such file.").arg(first));
    } else {
        arguments.file = first.startsWith(u'-') ? QString() : first;
        const QString second = words.value(1);
        if (!arguments.file.isEmpty() && !second.isEmpty() && !second.startsWith(u'-')) {
            return std::unexpected(
                translate("Cli", "The window opens one file; “%1” is another one.").arg(second));
        }
    }
    return arguments;
}

} // namespace nsw::cli
