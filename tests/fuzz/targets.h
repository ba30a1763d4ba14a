// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QLatin1StringView>
#include <QString>

#include <span>

/** What reads bytes that somebody else made, each as a function of bytes alone. */
namespace nsw::fuzz
{

struct Verdict {
    bool understood = false; ///< the bytes, or some of them, meant something
    QString wrong; ///< what does not hold and should, whatever the bytes are; empty: nothing
};

struct Target {
    QLatin1StringView name; ///< of its folder below tests/fuzz/corpus, too
    Verdict (*feed)(QByteArrayView bytes) = nullptr;
};

std::span<const Target> targets();

Verdict feedRequest(QByteArrayView bytes);
Verdict feedEvent(QByteArrayView bytes);
Verdict feedFrames(QByteArrayView bytes);
Verdict feedConfiguration(QByteArrayView bytes);
Verdict feedPlan(QByteArrayView bytes);
Verdict feedExchange(QByteArrayView bytes);
Verdict feedIdMap(QByteArrayView bytes);
Verdict feedMountinfo(QByteArrayView bytes);
Verdict feedStatus(QByteArrayView bytes);
Verdict feedStat(QByteArrayView bytes);
Verdict feedSubordinates(QByteArrayView bytes);
Verdict feedProcTexts(QByteArrayView bytes);
Verdict feedHelper(QByteArrayView bytes);
Verdict feedBlob(QByteArrayView bytes);
Verdict feedRecording(QByteArrayView bytes);

} // namespace nsw::fuzz
