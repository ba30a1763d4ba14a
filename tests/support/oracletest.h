// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/leakoracle.h"

#include <QObject>

#include <optional>

/**
 * A test around each of whose cases the machine is compared: when a case has ended, nothing of it
 * is left. It is to be alone (ORACLE in CMake). Who is not root is compared where tools/test runs
 * it, since elsewhere a user has other programs that come and go.
 */
class OracleTest : public QObject
{
    Q_OBJECT

protected:
    /** Processes that may come, as for LeakOracle. */
    explicit OracleTest(QStringList mayCome = {});

    /** Around each case, within what is compared: in place of init() and cleanup(). */
    virtual void prepare() { }
    virtual void finish() { }

    /** Waits until nothing of the case is left; else says what, 5 s later. */
    [[nodiscard]] QString leaks() const;

private Q_SLOTS:
    void init();
    void cleanup();

private:
    QStringList m_mayCome;
    std::optional<LeakOracle> m_oracle;
};
