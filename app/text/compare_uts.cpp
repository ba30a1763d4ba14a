// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/compare_uts.h"

#include "app/text/translate.h"

namespace nsw
{

void compareUts(const Sides<UtsFacet> &sides, Rows &rows)
{
    const auto add = [&](const QString &label, QString UtsFacet::*member) {
        rows.add(label, sides.each([member](const UtsFacet &facet) { return facet.*member; }));
    };
    add(translate("Compare", "Hostname"), &UtsFacet::nodename);
    add(translate("Compare", "NIS domain name"), &UtsFacet::domainname);
    add(translate("Compare", "System"), &UtsFacet::sysname);
    add(translate("Compare", "Kernel release"), &UtsFacet::release);
    add(translate("Compare", "Kernel version"), &UtsFacet::version);
    add(translate("Compare", "Machine"), &UtsFacet::machine);
}

} // namespace nsw
