// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandtable.h"

#include <array>

namespace nsw::cli
{

using Qt::StringLiterals::operator""_L1;

namespace
{

constexpr int kManyFiles = 100'000;

constexpr std::array kCommands{
    CommandInfo{.name = "run"_L1,
                .command = Command::Run,
                .fewest = 1,
                .most = 1,
                .options = "--json --verbose --step --break --record --save-expectation --host "
                           "--remote-supervisor"_L1},
    CommandInfo{.name = "plan"_L1,
                .command = Command::Plan,
                .fewest = 1,
                .most = 1,
                .options = "--json --host --remote-supervisor"_L1},
    CommandInfo{.name = "inspect"_L1,
                .command = Command::Inspect,
                .fewest = 0,
                .most = 1,
                .options = "--json --all --everybody --host --remote-supervisor"_L1},
    CommandInfo{.name = "tour"_L1,
                .command = Command::Tour,
                .fewest = 0,
                .most = 0,
                .options = "--json --picture --host --remote-supervisor"_L1},
    CommandInfo{.name = "export"_L1,
                .command = Command::Export,
                .fewest = 1,
                .most = 1,
                .options = "--json --as --output"_L1},
    CommandInfo{.name = "import"_L1,
                .command = Command::Import,
                .fewest = 0,
                .most = 1,
                .options = "--json --output"_L1},
    CommandInfo{.name = "replay"_L1,
                .command = Command::Replay,
                .fewest = 1,
                .most = 1,
                .options = "--json --speed"_L1},
    CommandInfo{.name = "check"_L1,
                .command = Command::Check,
                .fewest = 1,
                .most = kManyFiles,
                .options = "--json --host --remote-supervisor"_L1},
    CommandInfo{.name = "library"_L1,
                .command = Command::Library,
                .fewest = 0,
                .most = 0,
                .options = "--json"_L1},
    CommandInfo{
        .name = "help"_L1, .command = Command::Help, .fewest = 0, .most = 1, .options = ""_L1},
};

} // namespace

const CommandInfo *commandCalled(const QString &name)
{
    for (const CommandInfo &info : kCommands) {
        if (name == info.name) {
            return &info;
        }
    }
    return nullptr;
}

} // namespace nsw::cli
