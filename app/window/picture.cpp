// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/picture.h"

#include "app/window/mainwindow.h"

#include <QApplication>
#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QSvgGenerator>

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

QByteArray pngOf(QWidget *widget)
{
    // What is around the cards has no ground of its own.
    QImage image(widget->size() * widget->devicePixelRatio(), QImage::Format_RGB32);
    image.setDevicePixelRatio(widget->devicePixelRatio());
    image.fill(widget->palette().color(QPalette::Window));
    widget->render(&image);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    return image.save(&buffer, "PNG") ? bytes : QByteArray();
}

QByteArray svgOf(QWidget *widget)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(widget->size());
    generator.setViewBox(widget->rect());
    generator.setTitle(widget->window()->windowTitle().remove(QLatin1StringView("[*]")));
    generator.setResolution(widget->logicalDpiX());
    QPainter painter(&generator);
    painter.fillRect(widget->rect(), widget->palette().color(QPalette::Window));
    widget->render(&painter);
    painter.end();
    return bytes;
}

} // namespace nsw
