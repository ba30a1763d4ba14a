// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/tonelabel.h"

#include "app/panels/icons.h"
#include "app/panels/look.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontMetrics>

#include <utility>

namespace nsw
{

QFont styledFont(const TextStyle &style)
{
    const QFont base = QApplication::font();
    QFont font = style.fixed ? QFontDatabase::systemFont(QFontDatabase::FixedFont) : base;
    font.setPointSizeF(base.pointSizeF() * style.scale);
    font.setBold(style.bold);
    return font;
}

ToneLabel::ToneLabel(const QString &text, const TextStyle &style, QWidget *parent)
    : QLabel(text, parent)
    , m_style(style)
{
    setTextFormat(Qt::PlainText);
    connect(Look::instance(), &Look::changed, this, &ToneLabel::apply);
    apply();
}

void ToneLabel::setTone(Tone tone)
{
    m_style.tone = tone;
    apply();
}

void ToneLabel::apply()
{
    const QFont wanted = styledFont(m_style);
    if (font() != wanted) {
        setFont(wanted);
    }
    const QColor color = Theme::current().text(m_style.tone);
    if (palette().color(QPalette::WindowText) != color) {
        QPalette changed = palette();
        changed.setColor(QPalette::WindowText, color);
        setPalette(changed);
    }
}

IconLabel::IconLabel(QString name, Tone tone, QWidget *parent)
    : QLabel(parent)
    , m_name(std::move(name))
    , m_tone(tone)
{
    connect(Look::instance(), &Look::changed, this, &IconLabel::apply);
    apply();
}

void IconLabel::setIcon(const QString &name, Tone tone)
{
    m_name = name;
    m_tone = tone;
    apply();
}

void IconLabel::apply()
{
    const int edge = qRound(QFontMetrics(QApplication::font()).height() * 1.1);
    setPixmap(icon(m_name, m_tone).pixmap({edge, edge}, devicePixelRatio()));
}

} // namespace nsw
