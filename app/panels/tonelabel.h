// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panels/theme.h"

#include <QLabel>

namespace nsw
{

struct TextStyle {
    Tone tone = Tone::Normal;
    double scale = 1.0; ///< of the application's font size
    bool bold = false;
    bool fixed = false; ///< every letter as wide as the next, for code
};

/** The application's font in that style, at its size of now. */
QFont styledFont(const TextStyle &style);

/** A label whose colour and size follow palette and zoom. */
class ToneLabel : public QLabel
{
    Q_OBJECT
public:
    explicit ToneLabel(const QString &text = {},
                       const TextStyle &style = {},
                       QWidget *parent = nullptr);

    void setTone(Tone tone);

private:
    void apply();

    TextStyle m_style;
};

/** An icon that follows palette and zoom. */
class IconLabel : public QLabel
{
    Q_OBJECT
public:
    explicit IconLabel(QString name, Tone tone = Tone::Normal, QWidget *parent = nullptr);

    void setIcon(const QString &name, Tone tone);

private:
    void apply();

    QString m_name;
    Tone m_tone;
};

} // namespace nsw
