// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/configuration.h"

#include <QProcess>
#include <QTemporaryFile>

#include <chrono>
#include <optional>

#include <sys/types.h>

namespace nsw::test
{

/** Who is killed. */
enum class Victim : std::uint8_t {
    Window, ///< `nsworkbench run`: what the window is to its session, in a process of its own
    Supervisor,
    Inside, ///< the process inside: on its way, an init, or the command
};

/** A container that the command line runs (NSW_CLI). Processes may be killed at any moment. */
class RunningContainer
{
public:
    /** `asker`: the user who asks for an administrator's rights; empty: whoever runs the test. */
    explicit RunningContainer(const Container &container, const QString &asker = {});
    ~RunningContainer();
    RunningContainer(const RunningContainer &) = delete;
    RunningContainer &operator=(const RunningContainer &) = delete;
    RunningContainer(RunningContainer &&) = delete;
    RunningContainer &operator=(RunningContainer &&) = delete;

    /** Until the command has written "up". */
    [[nodiscard]] bool waitUntilUp();

    /** The process as it is now; nothing when there is none yet, or none any more. */
    [[nodiscard]] std::optional<pid_t> find(Victim victim) const;
    /** The same, as soon as there is one. */
    [[nodiscard]] std::optional<pid_t> await(Victim victim) const;

    [[nodiscard]] bool waitForEnd(std::chrono::milliseconds patience);

private:
    [[nodiscard]] QList<pid_t> supervisors() const;

    bool m_isGranted;
    QTemporaryFile m_file;
    QProcess m_window;
};

/** One that stays, with a daemon that left its session and its parent: both must go. */
Container stubborn(Container container);

} // namespace nsw::test
