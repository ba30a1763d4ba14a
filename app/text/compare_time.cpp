// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/compare_time.h"

#include "app/text/translate.h"

#include <QDateTime>
#include <QLocale>

#include <cstdlib>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

constexpr std::int64_t kMinute = 60;
constexpr std::int64_t kHour = 60 * kMinute;
constexpr std::int64_t kDay = 24 * kHour;

/** "1 day, 2 hours"; whatever is zero is left out. */
QString duration(std::int64_t seconds)
{
    const auto part = [](std::int64_t value) {
        return static_cast<int>(value);
    };
    QStringList parts;
    if (seconds >= kDay) {
        parts << translate("Compare", "%n day(s)", nullptr, part(seconds / kDay));
    }
    if (seconds % kDay >= kHour) {
        parts << translate("Compare", "%n hour(s)", nullptr, part(seconds % kDay / kHour));
    }
    if (seconds % kHour >= kMinute) {
        parts << translate("Compare", "%n minute(s)", nullptr, part(seconds % kHour / kMinute));
    }
    if (seconds % kMinute > 0) {
        parts << translate("Compare", "%n second(s)", nullptr, part(seconds % kMinute));
    }
    return parts.join(translate("Compare", ", ", "between the parts of a duration"));
}

QString offset(std::int64_t seconds)
{
    if (seconds == 0) {
        return translate("Compare", "not shifted");
    }
    return seconds > 0 ? translate("Compare", "%1 ahead").arg(duration(seconds))
                       : translate("Compare", "%1 behind").arg(duration(std::abs(seconds)));
}

QString moment(std::int64_t unixTime)
{
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(unixTime), QLocale::ShortFormat);
}

} // namespace

void compareTime(const Sides<TimeFacet> &sides, Rows &rows)
{
    const auto add = [&](const QString &label,
                         std::int64_t TimeFacet::*member,
                         QString (*text)(std::int64_t)) {
        rows.add(label, sides.each([&](const TimeFacet &facet) { return text(facet.*member); }));
    };
    add(translate("Compare", "Monotonic clock"), &TimeFacet::monotonicOffset, offset);
    add(translate("Compare", "Clock since boot"), &TimeFacet::boottimeOffset, offset);
    // clock_gettime(2): CLOCK_REALTIME is one for the whole machine.
    rows.add(translate("Compare", "Real-time clock"), sides.each([](const TimeFacet & /*facet*/) {
        return translate("Compare", "never shifted");
    }));
    add(translate("Compare", "Monotonic clock seems to start"), &TimeFacet::monotonicZero, moment);
    add(translate("Compare", "Machine seems to have booted"), &TimeFacet::boottimeZero, moment);
}

} // namespace nsw
