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
    UnshareOption option;
    char16_t letter; ///< 0: there is none
    QLatin1StringView name;
    Value value;
};

constexpr std::array kOptions{
    OptionInfo{UnshareOption::Mount, u'm', "mount"_L1, Value::Optional},
    OptionInfo{UnshareOption::Uts, u'u', "uts"_L1, Value::Optional},
    OptionInfo{UnshareOption::Ipc, u'i', "ipc"_L1, Value::Optional},
    OptionInfo{UnshareOption::Net, u'n', "net"_L1, Value::Optional},
    OptionInfo{UnshareOption::Pid, u'p', "pid"_L1, Value::Optional},
    OptionInfo{UnshareOption::User, u'U', "user"_L1, Value::Optional},
    OptionInfo{UnshareOption::Cgroup, u'C', "cgroup"_L1, Value::Optional},
    OptionInfo{UnshareOption::Time, u'T', "time"_L1, Value::Optional},
    OptionInfo{UnshareOption::MountProc, 0, "mount-proc"_L1, Value::Optional},
    OptionInfo{UnshareOption::MountBinfmt, 0, "mount-binfmt"_L1, Value::Optional},
    OptionInfo{UnshareOption::LoadInterp, u'l', "load-interp"_L1, Value::Required},
    OptionInfo{UnshareOption::Propagation, 0, "propagation"_L1, Value::Required},
    OptionInfo{UnshareOption::Root, u'R', "root"_L1, Value::Required},
    OptionInfo{UnshareOption::Wd, u'w', "wd"_L1, Value::Required},
    OptionInfo{UnshareOption::Setuid, u'S', "setuid"_L1, Value::Required},
    OptionInfo{UnshareOption::Setgid, u'G', "setgid"_L1, Value::Required},
    OptionInfo{UnshareOption::MapUser, 0, "map-user"_L1, Value::Required},
    OptionInfo{UnshareOption::MapGroup, 0, "map-group"_L1, Value::Required},
    OptionInfo{UnshareOption::MapRootUser, u'r', "map-root-user"_L1, Value::None},
    OptionInfo{UnshareOption::MapCurrentUser, u'c', "map-current-user"_L1, Value::None},
    OptionInfo{UnshareOption::MapAuto, 0, "map-auto"_L1, Value::None},
    OptionInfo{UnshareOption::MapUsers, 0, "map-users"_L1, Value::Required},
    OptionInfo{UnshareOption::MapGroups, 0, "map-groups"_L1, Value::Required},
    OptionInfo{UnshareOption::Fork, u'f', "fork"_L1, Value::None},
    OptionInfo{UnshareOption::KillChild, 0, "kill-child"_L1, Value::Optional},
    OptionInfo{UnshareOption::Setgroups, 0, "setgroups"_L1, Value::Required},
    OptionInfo{UnshareOption::KeepCaps, 0, "keep-caps"_L1, Value::None},
    OptionInfo{UnshareOption::Monotonic, 0, "monotonic"_L1, Value::Required},
    OptionInfo{UnshareOption::Boottime, 0, "boottime"_L1, Value::Required},
    OptionInfo{UnshareOption::Help, u'h', "help"_L1, Value::None},
    OptionInfo{UnshareOption::Version, u'V', "version"_L1, Value::None},
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
