// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRandomGenerator>

namespace nsw::test
{

/** That of NSW_SEED, by which an earlier run is repeated, or a new one. */
inline quint32 newSeed()
{
    bool isGiven = false;
    const quint32 given = qEnvironmentVariable("NSW_SEED").toUInt(&isGiven);
    return isGiven ? given : QRandomGenerator::global()->generate();
}

} // namespace nsw::test
