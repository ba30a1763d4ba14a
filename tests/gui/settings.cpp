// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/settings.h"

#include <QCoreApplication>
#include <QSettings>

namespace nsw::test
{

using Qt::StringLiterals::operator""_s;

bool useOwnSettings(const QTemporaryDir &directory, QDir &artefacts)
{
    QCoreApplication::setOrganizationName(u"nsworkbench-test"_s);
    QCoreApplication::setApplicationName(u"nsworkbench-test"_s);
    QSettings::setPath(
        QSettings::NativeFormat, QSettings::UserScope, directory.filePath(u"settings"_s));
    artefacts.setPath(qEnvironmentVariable("NSW_ARTEFACTS", directory.path()));
    return directory.isValid();
}

} // namespace nsw::test
