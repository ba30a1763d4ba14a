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

/** A process of the other user, in mount and UTS namespaces of its own, with the name "elsewhere".
 */
class Somebody
{
public:
    Somebody();
    ~Somebody();
    Somebody(const Somebody &) = delete;
    Somebody &operator=(const Somebody &) = delete;
    Somebody(Somebody &&) = delete;
    Somebody &operator=(Somebody &&) = delete;

    bool isThere() { return m_process.waitForReadyRead() && m_process.readLine() == "ok\n"; }
    /** setpriv and unshare execute the next, so the process is the one that was started. */
    [[nodiscard]] QByteArray pid() const { return QByteArray::number(m_process.processId()); }

private:
    QProcess m_process;
};

/** The number of its UTS namespace, as the kernel says. */
QString utsNamespaceOf(const QByteArray &pid);

/** One test makes more sessions within a minute than a person may. */
void forgetAllCreations();

/** Milliseconds until the client's answer came. */
qint64 takenMs(Client &client);

/** How soon an answer that needs nobody is there. */
inline constexpr qint64 kServedWithinMs = 1000;
