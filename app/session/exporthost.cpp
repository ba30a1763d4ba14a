// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/exporthost.h"

#include "core/probe/hostfacts.h"

#include <QDir>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

ExportHost gatherExportHost(const Configuration &configuration)
{
    ExportHost host;
    host.facts = gatherHostFacts(configuration);
    host.rootDirectories
        = QDir(u"/"_s).entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    host.rootDirectories.removeAll(u"lost+found"_s);
    return host;
}

} // namespace nsw
