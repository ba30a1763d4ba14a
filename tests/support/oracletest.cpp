// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/oracletest.h"

#include <QTest>

#include <unistd.h>

using Qt::StringLiterals::operator""_L1;
using namespace std::chrono_literals;

OracleTest::OracleTest(QStringList mayCome)
    : m_mayCome(std::move(mayCome))
{
}

void OracleTest::init()
{
    if (::geteuid() == 0 || qEnvironmentVariable("NSW_TEST_ISOLATED") == "1"_L1) {
        m_oracle.emplace(m_mayCome);
    }
    prepare();
}

void OracleTest::cleanup()
{
    finish();
    QCOMPARE(leaks(), QString());
}

QString OracleTest::leaks() const
{
    QString left;
    const auto isClean = [&] {
        left = m_oracle ? m_oracle->difference(0ms) : QString();
        return left.isEmpty();
    };
    // The event loop reaps the supervisors of a test.
    return QTest::qWaitFor(isClean, 5s) ? QString() : left;
}
