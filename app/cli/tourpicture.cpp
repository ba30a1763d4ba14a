// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/tourpicture.h"

#include "app/window/picture.h"

#include <QDir>
#include <QFileInfo>
#include <QScopeGuard>

namespace nsw::cli
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

QStringList placesFor(const QString &path)
{
    if (!path.isEmpty()) {
        return {path};
    }
    const QString name = u"nsworkbench-tour.png"_s;
    // Where temporary files are, others may have put something of that name.
    const QString own = QDir::tempPath() + u"/nsworkbench-"_s
        + QString::number(QFileInfo(u"/proc/self"_s).ownerId());
    QStringList places;
    if (QFileInfo(QDir::currentPath()).isWritable()) {
        places << QDir::current().filePath(name);
    }
    if (QDir().mkpath(own) && QFileInfo(own).ownerId() == QFileInfo(u"/proc/self"_s).ownerId()) {
        places << own + u'/' + name;
    }
    return places;
}

QtMessageHandler &others()
{
    static QtMessageHandler handler = nullptr;
    return handler;
}

/** The platform without a display says of each window what it can't do, which nobody asked for. */
void leaveOutSizeHints(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (!text.contains("propagateSizeHints"_L1)) {
        others()(type, context, text);
    }
}

} // namespace

std::optional<QString>
savePicture(const Configuration &configuration, const SessionState &state, const QString &path)
{
    others() = qInstallMessageHandler(leaveOutSizeHints);
    const auto backAgain = qScopeGuard([] { qInstallMessageHandler(others()); });
    for (const QString &place : placesFor(path)) {
        if (saveWindowPicture(configuration, state, place)) {
            return QFileInfo(place).absoluteFilePath();
        }
    }
    return std::nullopt;
}

} // namespace nsw::cli
