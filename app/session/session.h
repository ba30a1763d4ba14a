// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/machine.h"
#include "app/session/privileged.h"
#include "app/session/state.h"

#include <QObject>

#include <memory>

namespace nsw
{

/**
 * A supervisor and the socket to it. Everything is asynchronous; when a session object goes away,
 * the socket closes and with it all that the supervisor made.
 */
class Session : public QObject
{
    Q_OBJECT
public:
    explicit Session(QObject *parent = nullptr);
    ~Session() override;

    /**
     * Gets a supervisor; `ready()` or `failed()` follows. With Privilege::None this process starts
     * it, which takes milliseconds. Anything else is asked of the helper, through polkit.
     */
    void open(Privilege asked, const PrivilegedLimits &limits = {});
    /** Gets one on another machine, with the rights that the user has there. */
    void open(const RemoteMachine &machine);
    [[nodiscard]] bool isOpen() const;

    /** What is sent before `ready()` waits for it. */
    void send(const Request &request);
    /** What was not taken by the supervisor yet. Whoever has much to send waits for `drained()`. */
    [[nodiscard]] qsizetype bytesToSend() const;

    [[nodiscard]] const SessionState &state() const;

Q_SIGNALS:
    void ready();
    void drained();
    /** No supervisor, or it went away. `error.operation` names what was tried ("execve", "polkit",
     * "ssh", …). */
    void failed(const nsw::Error & /*error*/);
    /** After the event went through the reducer. */
    void eventReceived(const nsw::Event & /*event*/);

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace nsw
