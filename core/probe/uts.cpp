// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/uts.h"

#include "core/kernel/failure.h"

#include <sys/utsname.h>

namespace nsw
{

using Qt::StringLiterals::operator""_L1;

Result<UtsFacet> takeUts(const Vantage & /*vantage*/)
{
    // The caller's own: a /proc can't tell those of another process.
    utsname names{};
    if (::uname(&names) != 0) {
        return failure("uname"_L1);
    }
    const auto text = [](const auto &field) {
        return QString::fromUtf8(field);
    };
    UtsFacet facet;
    facet.nodename = text(names.nodename);
    facet.domainname = text(names.domainname);
    facet.sysname = text(names.sysname);
    facet.release = text(names.release);
    facet.version = text(names.version);
    facet.machine = text(names.machine);
    return facet;
}

} // namespace nsw
