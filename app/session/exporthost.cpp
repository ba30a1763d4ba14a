// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/exporthost.h"

#include <QDir>

#include <sys/prctl.h>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

std::uint64_t capabilityBound()
{
    std::uint64_t bound = 0;
    for (int i = 0; i < 64; ++i) {
        // EINVAL for what the kernel does not know.
        if (prctl(PR_CAPBSET_READ, i, 0, 0, 0) == 1) {
            bound |= std::uint64_t{1} << i;
        }
    }
    return bound;
}

} // namespace

ExportHost exportHost(const HostFacts &facts)
{
    ExportHost host;
    host.facts = facts;
    host.rootDirectories
        = QDir(u"/"_s).entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    host.rootDirectories.removeAll(u"lost+found"_s);
    host.capabilityBound = capabilityBound();
    return host;
}

} // namespace nsw
