// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernel/fd.h"

#include <QProcess>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

/** Somebody at the machine, whose programs the test runs as root starts: `setpriv --reuid …`. */
class Person
{
public:
    explicit Person(QString name)
        : m_name(std::move(name))
    {
    }

    /** What authhostile prints for this case; `socket` becomes its file descriptor 3. */
    [[nodiscard]] QString hostile(const QString &what, int socket = -1) const;
    [[nodiscard]] QStringList command(const QString &program, const QStringList &arguments) const;

private:
    QString m_name;
};

/** An authclient that runs, and the supervisor that it got. */
class Client
{
public:
    explicit Client(const Person &person,
                    std::chrono::milliseconds contact = std::chrono::seconds(10),
                    const QStringList &environment = {});
    ~Client();
    Client(const Client &) = delete;
    Client &operator=(const Client &) = delete;
    Client(Client &&) = delete;
    Client &operator=(Client &&) = delete;

    /** The next line that begins so, without that; null when it ended, or nothing came for 20 s. */
    QString next(const QString &beginning);
    /** Waits for its "ready" and holds on to the supervisor by pidfd. */
    bool isReady();

    void write(const QByteArray &line) { m_process.write(line); }
    void leave() { m_process.closeWriteChannel(); }
    void kill() { m_process.kill(); }
    /** Whether the client ended by itself. */
    bool isDone();

    [[nodiscard]] qint64 supervisor() const { return m_supervisor; }
    [[nodiscard]] uint supervisorUid() const { return m_uid; }
    [[nodiscard]] bool nonceIsOurs() const { return m_nonceIsOurs; }
    /** Waits for the supervisor to end. */
    [[nodiscard]] bool supervisorEnds(std::chrono::milliseconds limit
                                      = std::chrono::seconds(5)) const;

private:
    QProcess m_process;
    qint64 m_supervisor = 0;
    uint m_uid = ~0U;
    bool m_nonceIsOurs = false;
    nsw::UniqueFd m_pidfd;
};

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

/** The process that owns a name of the system bus; nothing when nobody does. */
std::optional<qint64> ownerOf(const QString &busName);
