// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

/**
 * Leaves a test that this machine can't run. Where NSW_MUST_WORK=1 says that it can, leaving is a
 * failure.
 */
#define NSW_REQUIRE(condition, reason)                                                             \
    do {                                                                                           \
        if (!(condition)) {                                                                        \
            if (qEnvironmentVariable("NSW_MUST_WORK") == QLatin1StringView("1")) {                 \
                QFAIL("this machine is said to work, but: " reason);                               \
            }                                                                                      \
            QSKIP(reason);                                                                         \
        }                                                                                          \
    } while (false)
