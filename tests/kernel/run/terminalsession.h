// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/kernel/run/actsession.h"

namespace nsw::test
{

/** A session whose terminals are shown as fast as they come, unless a test says otherwise. */
class TerminalSession : public ActSession
{
public:
    TerminalSession() { show(); }

    explicit TerminalSession(const RemoteMachine &machine)
        : ActSession(machine)
    {
        show();
    }

    void show()
    {
        QObject::connect(&session, &Session::eventReceived, &session, [this](const Event &event) {
            if (const auto *output = std::get_if<TerminalOutputEvent>(&event)) {
                received += output->bytes.size();
                if (onOutput) {
                    onOutput(output->bytes);
                }
                if (acknowledges) {
                    session.send(
                        TerminalShownRequest{.id = output->id, .bytes = output->bytes.size()});
                }
            } else if (const auto *input = std::get_if<TerminalInputTakenEvent>(&event)) {
                taken += input->taken;
            }
            if (forgets) {
                events.clear();
            }
        });
    }

    /** Opens one more, and gives its id. */
    std::int32_t openTerminal(Side side,
                              const QStringList &command,
                              const QMap<QString, QString> &environment = {})
    {
        session.send(TerminalOpenRequest{.id = ++m_terminal,
                                         .side = side,
                                         .command = command,
                                         .columns = 80,
                                         .rows = 24,
                                         .environment = environment});
        return m_terminal;
    }

    void type(std::int32_t id, const QByteArray &keys)
    {
        session.send(TerminalInputRequest{.id = id, .bytes = keys});
    }

    /** Null when there is none of this id. */
    [[nodiscard]] const TerminalState *terminal(std::int32_t id) const
    {
        const auto found = state().terminals.find(id);
        return found == state().terminals.end() ? nullptr : &found->second;
    }

    [[nodiscard]] bool waitForText(std::int32_t id, const QByteArray &text)
    {
        return waitFor([&] {
            const TerminalState *one = terminal(id);
            return one != nullptr && one->output.contains(text);
        });
    }

    [[nodiscard]] bool waitUntilOpen(std::int32_t id)
    {
        return waitFor([&] {
                   const TerminalState *one = terminal(id);
                   return one != nullptr && (one->pid != 0 || one->ended);
               })
            && terminal(id)->pid != 0;
    }

    /** Nothing when it does not end. */
    [[nodiscard]] std::optional<TerminalEndedEvent> waitForEndOf(std::int32_t id)
    {
        const bool hasEnded = waitFor([&] {
            const TerminalState *one = terminal(id);
            return one != nullptr && one->ended.has_value();
        });
        return hasEnded ? terminal(id)->ended : std::nullopt;
    }

    bool acknowledges = true;
    bool forgets = false; ///< events are not kept
    qint64 received = 0;
    qint64 taken = 0;
    std::function<void(const QByteArray &)> onOutput;

private:
    std::int32_t m_terminal = 0;
};

} // namespace nsw::test
