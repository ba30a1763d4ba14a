// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/narratelinks.h"

#include "app/text/translate.h"

namespace nsw::words
{

using Qt::StringLiterals::operator""_L1;

QString LinkNarrator::operator()(const op::LinkFlags &call) const
{
    return call.up ? translate("Words", "Switches the interface %1 on.").arg(call.link)
                   : translate("Words", "Switches the interface %1 off.").arg(call.link);
}

QString LinkNarrator::operator()(const op::NewAddress &call) const
{
    return translate("Words", "Gives the interface %1 the address %2/%3.")
        .arg(call.link, call.address, QString::number(call.prefixLength));
}

QString LinkNarrator::operator()(const op::NewVeth &call) const
{
    return translate("Words",
                     "Lays a cable between the machine and the container: %1 is its end "
                     "outside, and %2 its end inside.")
        .arg(call.outside, call.inside);
}

QString LinkNarrator::operator()(const op::NetworkSetting &call) const
{
    const QString file = call.path.section(u'/', -1);
    const QString link = call.path.section(u'/', -2, -2);
    if (file == "accept_ra"_L1) {
        return translate("Words",
                         "Keeps %1 from taking routes that somebody at the other end announces.")
            .arg(link);
    }
    if (file == "rp_filter"_L1) {
        return translate("Words", "Drops what comes in by %1 with a sender of another network.")
            .arg(link);
    }
    return translate("Words", "Keeps the machine from passing on what comes in by %1.").arg(link);
}

} // namespace nsw::words
