// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QProcess>
#include <QStringList>

/** Other programs, as witnesses of what a facet says. */
namespace witness
{

/** What a program prints; null when it can't be run or fails. */
QByteArray outputOf(const QString &program, const QStringList &arguments);

QJsonArray jsonOf(const QString &program, const QStringList &arguments);

/** unshare(1) with all eight namespaces, as root inside, and a day ahead on the monotonic clock. */
QStringList allEight();

/** A shell in eight namespaces of its own, until it is destroyed. Its pid 1 is `init()`. */
class Container
{
public:
    /** Runs `script`, which ends by printing "ready", and keeps the shell then. */
    explicit Container(const QString &script);
    ~Container();
    Container(const Container &) = delete;
    Container &operator=(const Container &) = delete;
    Container(Container &&) = delete;
    Container &operator=(Container &&) = delete;

    [[nodiscard]] bool isReady() const { return m_init > 0; }
    [[nodiscard]] int init() const { return m_init; }
    [[nodiscard]] QByteArray printed() const { return m_printed; }

private:
    QProcess m_process;
    QByteArray m_printed;
    int m_init = 0;
};

} // namespace witness
