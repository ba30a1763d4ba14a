// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/configuration.h"

#include <optional>

namespace nsw
{

/** A configuration that comes with the program. */
struct LibraryEntry {
    QString name; ///< "uts": as in "library:uts"
    int experiment = 0; ///< what it is the first or second example of; 0: of none
    NsKind kind = NsKind::User; ///< what it is mostly about
    QString path; ///< of a Qt resource
    Configuration configuration;
};

/** All that can be read, by experiment. */
QList<LibraryEntry> libraryEntries();

/** "library:NAME" to the path of a resource; nothing for whatever else. */
std::optional<QString> libraryPath(const QString &file);

/** In the language of the interface where the configuration has it, else as it is. */
QString localName(const Configuration &configuration);
QString localDescription(const Configuration &configuration);

} // namespace nsw
