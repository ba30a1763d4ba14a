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
    [[nodiscard]] int pixelMetric(PixelMetric metric,
                                  const QStyleOption *option,
                                  const QWidget *widget) const override;

private:
    double m_factor = 1.0;
};

/** The size of everything, 50 % to 300 %, remembered. */
class Zoom : public QObject
{
    Q_OBJECT
public:
    explicit Zoom(QObject *parent = nullptr);

    void fillMenu(QMenu *menu);
    [[nodiscard]] int percent() const { return m_percent; }
    void setPercent(int percent);
    void step(int direction);

Q_SIGNALS:
    void changed(int percent);

private:
    void apply();

    QFont m_base;
    QString m_style;
    int m_percent = 100;
};

} // namespace nsw
