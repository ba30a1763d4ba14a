// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/picture.h"

#include "app/window/mainwindow.h"

#include <QApplication>

namespace nsw
{

namespace
{

constexpr QSize kPictureSize(1600, 1000);
constexpr int kRounds = 4;

} // namespace

bool saveWindowPicture(const Configuration &configuration,
                       const SessionState &state,
                       const QString &path)
{
    MainWindow window(MainWindow::Mode::Still);
    window.setAttribute(Qt::WA_DontShowOnScreen);
    window.showStill(configuration, state);
    window.resize(kPictureSize);
    window.show();
    // What depends on the width settles in events that the layout brings about, and these in
    // others.
    for (int round = 0; round < kRounds; ++round) {
        QApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QApplication::processEvents();
    }
    return window.grab().save(path, "PNG");
}

} // namespace nsw
