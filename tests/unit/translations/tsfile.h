// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace nsw::test
{

/** One message of a .ts file. */
struct Message {
    QString context;
    QString source;
    QString type; ///< empty, unfinished, vanished or obsolete
    bool isPlural = false;
    QStringList translations; ///< several for a plural
};

/** Empty where the file can't be read. */
QList<Message> readTsFile(const QString &path);

/** What is wrong with a message, in words; empty: nothing. */
QString complaintAbout(const Message &message);

} // namespace nsw::test
