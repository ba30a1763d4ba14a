// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/difference.h"

#include "app/text/translate.h"
#include "app/text/words.h"

namespace nsw
{

using Qt::StringLiterals::operator""_s;

QString words::firstName(Versus versus)
{
    return versus == Versus::Sides ? sideName(Side::Outside) : translate("Words", "Then");
}

QString words::secondName(Versus versus)
{
    return versus == Versus::Sides ? sideName(Side::Inside) : translate("Words", "Now");
}

QString words::differenceWord(Difference difference, Versus versus)
{
    const bool sides = versus == Versus::Sides;
    switch (difference) {
    case Difference::Same:
    case Difference::Unknown:
        return {};
    case Difference::Different:
        return sides ? translate("Words", "differs") : translate("Words", "changed");
    case Difference::OnlyOutside:
        return sides ? translate("Words", "only outside") : translate("Words", "gone");
    case Difference::OnlyInside:
        return sides ? translate("Words", "only inside") : translate("Words", "new");
    }
    Q_UNREACHABLE();
}

QString words::differenceSign(Difference difference)
{
    switch (difference) {
    case Difference::Same:
        return u"="_s;
    case Difference::Unknown:
        return u"?"_s;
    case Difference::Different:
        return u"≠"_s;
    case Difference::OnlyOutside:
        return u"−"_s;
    case Difference::OnlyInside:
        return u"+"_s;
    }
    Q_UNREACHABLE();
}

QString words::differenceText(Difference difference, Versus versus)
{
    if (difference == Difference::Unknown) {
        return {};
    }
    const QString word = differenceWord(difference, versus);
    return word.isEmpty() ? differenceSign(difference)
                          : QString(differenceSign(difference) + u' ' + word);
}

} // namespace nsw
