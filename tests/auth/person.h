// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernel/fd.h"
#include "core/model/privilege.h"

#include <QProcess>
#include <QString>
#include <QStringList>

#include <chrono>

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
    struct Options {
        nsw::Privilege asked = nsw::Privilege::Root;
        std::chrono::milliseconds contact = std::chrono::seconds(10);
        std::chrono::milliseconds answer = std::chrono::minutes(10);
        QStringList environment;
        QStringList prefix; ///< runs all of it
        QString program; ///< one that takes the arguments of nsw-authclient; empty: that
    };
    explicit Client(const Person &person);
    Client(const Person &person, const Options &options);
    ~Client();
    Client(const Client &) = delete;
    Client &operator=(const Client &) = delete;
    Client(Client &&) = delete;
    Client &operator=(Client &&) = delete;

    /** The next line that begins so, without that; null when it ended, or nothing came for 20 s. */
    QString next(const QString &beginning);
    /** Waits for its "ready" and holds on to the supervisor and its keeper by pidfd. */
    bool isReady();

    /** A request as JSON, one line. */
    void write(const QByteArray &line) { m_process.write(line + '\n'); }
    /** Waits for an event of this name; null when the client ended, or none came for 20 s. */
    QString event(const QString &name);
    void leave() { m_process.closeWriteChannel(); }
    void kill() { m_process.kill(); }
    /** Whether the client ended by itself. */
    bool isDone();

    [[nodiscard]] qint64 supervisor() const { return m_supervisor; }
    [[nodiscard]] qint64 keeper() const { return m_keeper; } ///< of the supervisor
    [[nodiscard]] uint supervisorUid() const { return m_uid; }
    [[nodiscard]] bool nonceIsOurs() const { return m_nonceIsOurs; }
    [[nodiscard]] QString grant() const { return m_grant; } ///< as the supervisor says
    /** Waits for the supervisor to end, and for its keeper. */
    [[nodiscard]] bool supervisorEnds(std::chrono::milliseconds limit
                                      = std::chrono::seconds(5)) const;

private:
    QProcess m_process;
    qint64 m_supervisor = 0;
    qint64 m_keeper = 0;
    uint m_uid = ~0U;
    bool m_nonceIsOurs = false;
    QString m_grant;
    nsw::UniqueFd m_pidfd;
    nsw::UniqueFd m_keeperFd;
};
