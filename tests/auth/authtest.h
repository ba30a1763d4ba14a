// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/auth/person.h"
#include "tests/support/oracletest.h"

/**
 * A test of the helper as it is installed, with the real system bus and polkit. Needs the isolation
 * of tools/test. A helper that outlives a case has no more open after it than before.
 */
class AuthTest : public OracleTest
{
    Q_OBJECT

protected:
    /** Processes that a test itself ends and starts anew. */
    explicit AuthTest(const QStringList &mayCome = {});

    void prepare() override;
    void finish() override;

private Q_SLOTS:
    void initTestCase();

private:
    std::optional<qint64> m_helper;
    QStringList m_opened; ///< what it had open
};

/** Polkit authorises one of them for everything, and denies the other everything. */
Person allowed();
Person other();

/** One test makes more sessions within a minute than a person may. */
void forgetAllCreations();

/** Milliseconds until the client's answer came. */
qint64 takenMs(Client &client);

/** How soon an answer that needs nobody is there. */
inline constexpr qint64 kServedWithinMs = 1000;
