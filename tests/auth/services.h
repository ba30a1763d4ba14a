// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

/** The daemons of the isolation, and what a test does to them. Nothing here keeps a connection. */

/** The process that owns a name of the system bus; nothing when nobody does, or there is no bus. */
std::optional<qint64> ownerOf(const QString &busName);

/** Whether the helper is about an action. */
bool helperIsBusy();
/** Ends the helper, if it runs, and waits until its name is free. */
bool endHelper();
/** Lets the bus read its configuration again. */
bool reloadBus();

/** Each waits until it is there again. A bus that was killed takes polkit along. */
bool startBus();
bool startPolkit();
/** Ends polkit, which runs, and waits until its name is free; what starts it is to be hidden first.
 */
bool endPolkit();
/** It reads its rules when it starts, which can be waited for. */
bool restartPolkit();

/** Holds a process still, and lets it go on in the end. */
class Stopped
{
public:
    explicit Stopped(qint64 pid);
    ~Stopped();
    Stopped(const Stopped &) = delete;
    Stopped &operator=(const Stopped &) = delete;
    Stopped(Stopped &&) = delete;
    Stopped &operator=(Stopped &&) = delete;

private:
    qint64 m_pid;
};

/** Moves a file away, and back in the end. */
class Hidden
{
public:
    explicit Hidden(QString path);
    ~Hidden();
    Hidden(const Hidden &) = delete;
    Hidden &operator=(const Hidden &) = delete;
    Hidden(Hidden &&) = delete;
    Hidden &operator=(Hidden &&) = delete;

    bool hidden = false;

private:
    QString m_path;
};
