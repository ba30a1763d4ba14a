// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/chartfile.h"

#include "app/panels/chartlook.h"
#include "app/panels/theme.h"
#include "app/panels/tonelabel.h"

#include <QBuffer>
#include <QChartView>
#include <QFileInfo>
#include <QGraphicsLayout>
#include <QImage>
#include <QPainter>
#include <QSaveFile>
#include <QSvgGenerator>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

/** Sharp on paper and on a projector. */
constexpr int kPixelsForEach = 2;
constexpr int kPictureWidth = 50; ///< in heights of the font
constexpr int kPictureHeight = 26;

QFont titleFont()
{
    return styledFont({.scale = 1.25, .bold = true});
}

int titleHeight()
{
    return QFontMetrics(titleFont()).height() * 2;
}

/** That of the window, or what it takes to be read: the window may give a chart little room. */
QSize chartSizeOf(const QChartView &view)
{
    const int em = lineHeight();
    return view.viewport()->size().expandedTo({kPictureWidth * em, kPictureHeight * em});
}

QSize sizeOf(const QChartView &view)
{
    return chartSizeOf(view) + QSize(0, titleHeight());
}

/** The window has the title elsewhere; a picture goes without the window. */
void paint(QChartView &view, const QString &title, QPainter &painter)
{
    const QRect whole(QPoint(), sizeOf(view));
    const Theme theme = Theme::current();
    painter.fillRect(whole, theme.card());
    painter.setFont(titleFont());
    painter.setPen(theme.text(Tone::Normal));
    painter.drawText(
        QRect(0, 0, whole.width(), titleHeight()), static_cast<int>(Qt::AlignCenter), title);
    painter.setRenderHint(QPainter::Antialiasing);
    QChart *chart = view.chart();
    const QSizeF before = chart->size();
    const QSize size = chartSizeOf(view);
    chart->resize(size);
    chart->layout()->activate();
    view.scene()->render(
        &painter, QRectF(QPointF(0, titleHeight()), size), QRectF(QPointF(), size));
    chart->resize(before);
}

QByteArray svgOf(QChartView &view, const ChartTexts &texts)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setTitle(texts.title);
    generator.setDescription(texts.description);
    generator.setSize(sizeOf(view));
    generator.setViewBox(QRect(QPoint(), sizeOf(view)));
    generator.setResolution(view.logicalDpiX());
    QPainter painter(&generator);
    paint(view, texts.title, painter);
    painter.end();
    return bytes;
}

QByteArray pngOf(QChartView &view, const ChartTexts &texts)
{
    QImage image(sizeOf(view) * kPixelsForEach, QImage::Format_RGB32);
    image.setDevicePixelRatio(kPixelsForEach);
    image.setText(u"Title"_s, texts.title);
    image.setText(u"Description"_s, texts.description);
    QPainter painter(&image);
    paint(view, texts.title, painter);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

} // namespace

std::expected<void, QString>
saveChart(QChartView &view, const ChartTexts &texts, const QString &path)
{
    const bool isPng = QFileInfo(path).suffix().compare(u"png"_s, Qt::CaseInsensitive) == 0;
    const QByteArray bytes = isPng ? pngOf(view, texts) : svgOf(view, texts);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return std::unexpected(file.errorString());
    }
    return {};
}

} // namespace nsw
