// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

#include <chrono>

/**
 * Sees what a test left behind on the machine: remembers it when made, compares when asked.
 *
 * Looked at: namespaces (of every process and thread, in open files and held by mounts), processes,
 * mounts, links, cgroups, System V IPC, POSIX queues and shared memory, and the files of /run.
 * Root sees everybody's processes. A user sees those below the test, and those that are not root's:
 * one that lost its parent may have any of the user's subordinate ids. The test must be alone on
 * the machine (RUN_SERIAL in ctest).
 *
 *     LeakOracle oracle;
 *     … make and destroy …
 *     QCOMPARE(oracle.difference(), QString());
 */
class LeakOracle
{
public:
    /**
     * Processes of these names (as /proc/PID/comm has them, at most 15 bytes) may come: services
     * that the system bus starts on demand and that leave by themselves. So may those below
     * `parent`: a supervisor has others from look to look.
     */
    explicit LeakOracle(QStringList mayCome = {}, qint64 parent = 0);

    /**
     * Empty when everything is as it was. The kernel releases namespaces some time after their last
     * process was reaped, so it looks again until then, at most for `settle`. Else one line each:
     * "+ namespace net:[4026532201] (pid 812 sh)", "- link lo".
     */
    [[nodiscard]] QString difference(std::chrono::milliseconds settle
                                     = std::chrono::seconds(5)) const;

private:
    /** What there is, each with a remark that helps whoever reads the difference. */
    using State = QMap<QString, QString>;

    [[nodiscard]] State look() const;
    [[nodiscard]] QStringList compare(const State &now) const;

    QStringList m_mayCome;
    qint64 m_parent;
    State m_before;
};
