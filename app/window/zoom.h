// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QProxyStyle>

class QMenu;

namespace nsw
{

/** The desktop's style with what it measures in pixels scaled like the text. */
class ZoomStyle : public QProxyStyle
{
    Q_OBJECT
public:
    explicit ZoomStyle(const QString &base);

    void setFactor(double factor) { m_factor = factor; }
    [[nodiscard]] QString base() const { return m_base; }
    [[nodiscard]] int pixelMetric(PixelMetric metric,
                                  const QStyleOption *option,
                                  const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element,
                       const QStyleOption *option,
                       QPainter *painter,
                       const QWidget *widget) const override;
    /** The button that clears a line is ours: a theme of icons is searched file by file for it. */
    [[nodiscard]] QIcon standardIcon(StandardPixmap which,
                                     const QStyleOption *option,
                                     const QWidget *widget) const override;

private:
    QString m_base;
    bool m_isFaint; ///< boxes to tick are hardly to be told from what is around them
    double m_factor = 1.0;
};

/** The size of everything, 50 % to 300 %, remembered; at the desk and for a room each its own. */
class Zoom : public QObject
{
    Q_OBJECT
public:
    static constexpr int kNatural = 100; ///< percent

    explicit Zoom(bool remembers, QObject *parent = nullptr);
    Zoom(const Zoom &) = delete;
    Zoom &operator=(const Zoom &) = delete;
    Zoom(Zoom &&) = delete;
    Zoom &operator=(Zoom &&) = delete;
    ~Zoom() override;

    void fillMenu(QMenu *menu);
    [[nodiscard]] int percent() const { return isAtDesk() ? m_percent : m_roomPercent; }
    void setPercent(int percent);
    void step(int direction);
    /** For a room: natural is what is read from its back on a screen of that height. */
    void useForHeight(int height);
    void useAtDesk();

Q_SIGNALS:
    void changed(int percent);

private:
    [[nodiscard]] bool isAtDesk() const { return m_height == 0; }
    [[nodiscard]] double factor() const;
    void apply();

    bool m_remembers;
    QFont m_base;
    QString m_style;
    int m_percent = kNatural;
    int m_roomPercent = kNatural;
    int m_height = 0; ///< of the screen of a room; 0: at the desk
    double m_applied = 0; ///< nothing yet
};

} // namespace nsw
