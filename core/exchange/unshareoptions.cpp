// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/unshareoptions.h"

#include <algorithm>
#include <array>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

enum class Value : std::uint8_t { None, Optional, Required };

struct OptionInfo {
    UnshareOption option = UnshareOption::Mount;
    char16_t letter = 0; ///< 0: there is none
    QLatin1StringView name;
    Value value = Value::None;
};

constexpr std::array kOptions{
    OptionInfo{.option = UnshareOption::Mount,
               .letter = u'm',
               .name = "mount"_L1,
               .value = Value::Optional},
    OptionInfo{
        .option = UnshareOption::Uts, .letter = u'u', .name = "uts"_L1, .value = Value::Optional},
    OptionInfo{
        .option = UnshareOption::Ipc, .letter = u'i', .name = "ipc"_L1, .value = Value::Optional},
    OptionInfo{
        .option = UnshareOption::Net, .letter = u'n', .name = "net"_L1, .value = Value::Optional},
    OptionInfo{
        .option = UnshareOption::Pid, .letter = u'p', .name = "pid"_L1, .value = Value::Optional},
    OptionInfo{
        .option = UnshareOption::User, .letter = u'U', .name = "user"_L1, .value = Value::Optional},
    OptionInfo{.option = UnshareOption::Cgroup,
               .letter = u'C',
               .name = "cgroup"_L1,
               .value = Value::Optional},
    OptionInfo{
        .option = UnshareOption::Time, .letter = u'T', .name = "time"_L1, .value = Value::Optional},
    OptionInfo{.option = UnshareOption::MountProc,
               .letter = 0,
               .name = "mount-proc"_L1,
               .value = Value::Optional},
    OptionInfo{.option = UnshareOption::MountBinfmt,
               .letter = 0,
               .name = "mount-binfmt"_L1,
               .value = Value::Optional},
    OptionInfo{.option = UnshareOption::LoadInterp,
               .letter = u'l',
               .name = "load-interp"_L1,
               .value = Value::Required},
    OptionInfo{.option = UnshareOption::Propagation,
               .letter = 0,
               .name = "propagation"_L1,
               .value = Value::Required},
    OptionInfo{
        .option = UnshareOption::Root, .letter = u'R', .name = "root"_L1, .value = Value::Required},
    OptionInfo{
        .option = UnshareOption::Wd, .letter = u'w', .name = "wd"_L1, .value = Value::Required},
    OptionInfo{.option = UnshareOption::Setuid,
               .letter = u'S',
               .name = "setuid"_L1,
               .value = Value::Required},
    OptionInfo{.option = UnshareOption::Setgid,
               .letter = u'G',
               .name = "setgid"_L1,
               .value = Value::Required},
    OptionInfo{.option = UnshareOption::MapUser,
               .letter = 0,
               .name = "map-user"_L1,
               .value = Value::Required},
    OptionInfo{.option = UnshareOption::MapGroup,
               .letter = 0,
               .name = "map-group"_L1,
               .value = Value::Required},
    OptionInfo{.option = UnshareOption::MapRootUser,
               .letter = u'r',
               .name = "map-root-user"_L1,
               .value = Value::None},
    OptionInfo{.option = UnshareOption::MapCurrentUser,
               .letter = u'c',
               .name = "map-current-user"_L1,
               .value = Value::None},
    OptionInfo{
        .option = UnshareOption::MapAuto, .letter = 0, .name = "map-auto"_L1, .value = Value::None},
    OptionInfo{.option = UnshareOption::MapUsers,
               .letter = 0,
               .name = "map-users"_L1,
               .value = Value::Required},
    OptionInfo{.option = UnshareOption::MapGroups,
               .letter = 0,
               .name = "map-groups"_L1,
               .value = Value::Required},
    OptionInfo{
        .option = UnshareOption::Fork, .letter = u'f', .name = "fork"_L1, .value = Value::None},
    OptionInfo{.option = UnshareOption::KillChild,
               .letter = 0,
               .name = "kill-child"_L1,
               .value = Value::Optional},
    OptionInfo{.option = UnshareOption::Setgroups,
               .letter = 0,
               .name = "setgroups"_L1,
               .value = Value::Required},
    OptionInfo{.option = UnshareOption::KeepCaps,
               .letter = 0,
               .name = "keep-caps"_L1,
               .value = Value::None},
    OptionInfo{.option = UnshareOption::Monotonic,
               .letter = 0,
               .name = "monotonic"_L1,
               .value = Value::Required},
    OptionInfo{.option = UnshareOption::Boottime,
               .letter = 0,
               .name = "boottime"_L1,
               .value = Value::Required},
    OptionInfo{
        .option = UnshareOption::Help, .letter = u'h', .name = "help"_L1, .value = Value::None},
    OptionInfo{.option = UnshareOption::Version,
               .letter = u'V',
               .name = "version"_L1,
               .value = Value::None},
};

std::unexpected<Finding> wrongOption(FindingCode code, const QString &word)
{
    return std::unexpected(Finding{
        .severity = Severity::Error, .code = code, .path = {}, .found = word, .expected = {}});
}

/** The one of this name, or the only one that begins so; null for none or several. */
const OptionInfo *optionCalled(const QString &name)
{
    const OptionInfo *found = nullptr;
    int count = 0;
    for (const OptionInfo &info : kOptions) {
        if (info.name == name) {
            return &info;
        }
        if (!name.isEmpty() && QString(info.name).startsWith(name)) {
            found = &info;
            ++count;
        }
    }
    return count == 1 ? found : nullptr;
}

class OptionParser
{
public:
    explicit OptionParser(const QStringList &words)
        : m_words(words)
    {
    }

    std::expected<UnshareCall, Finding> parse()
    {
        while (m_at < m_words.size()) {
            const QString &word = m_words.at(m_at);
            if (!word.startsWith(u'-') || word == "-"_L1) {
                break;
            }
            ++m_at;
            if (word == "--"_L1) {
                break;
            }
            const auto taken = word.startsWith("--"_L1) ? takeLong(word) : takeShort(word);
            if (!taken) {
                return std::unexpected(taken.error());
            }
        }
        m_call.command = m_words.sliced(m_at);
        return m_call;
    }

private:
    std::expected<void, Finding> takeLong(const QString &word)
    {
        const qsizetype equals = word.indexOf(u'=');
        const OptionInfo *info
            = optionCalled(equals < 0 ? word.sliced(2) : word.sliced(2, equals - 2));
        if (info == nullptr) {
            return wrongOption(FindingCode::ImportUnknownOption, word);
        }
        std::optional<QString> value;
        if (equals >= 0) {
            if (info->value == Value::None) {
                return wrongOption(FindingCode::ImportUnknownOption, word);
            }
            value = word.sliced(equals + 1);
        }
        return take(*info, value, word);
    }

    std::expected<void, Finding> takeShort(const QString &word)
    {
        for (qsizetype i = 1; i < word.size(); ++i) {
            const char16_t letter = word.at(i).unicode();
            const auto info = std::ranges::find_if(
                kOptions, [letter](const OptionInfo &one) { return one.letter == letter; });
            if (info == kOptions.end()) {
                return wrongOption(FindingCode::ImportUnknownOption, u'-' + QString(word.at(i)));
            }
            const bool takesRest = info->value == Value::Required && i + 1 < word.size();
            const auto taken
                = take(*info, takesRest ? std::optional(word.sliced(i + 1)) : std::nullopt, word);
            if (!taken || takesRest) {
                return taken;
            }
        }
        return {};
    }

    std::expected<void, Finding>
    take(const OptionInfo &info, std::optional<QString> value, const QString &word)
    {
        if (info.value == Value::Required && !value) {
            if (m_at >= m_words.size()) {
                return wrongOption(FindingCode::ImportNeedsValue, word);
            }
            value = m_words.at(m_at++);
        }
        m_call.options << GivenOption{
            .option = info.option, .name = u"--"_s + info.name, .value = std::move(value)};
        return {};
    }

    const QStringList &m_words;
    qsizetype m_at = 0;
    UnshareCall m_call;
};

} // namespace

std::expected<UnshareCall, Finding> parseUnshare(const QStringList &words)
{
    return OptionParser(words).parse();
}

} // namespace nsw
