// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/appearance.h"

#include "app/panels/palettes.h"

#include <QActionGroup>
#include <QApplication>
#include <QMenu>
#include <QSettings>
#include <QStyleHints>

#include <array>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

// As they are written in the settings, in the order of Scheme.
constexpr std::array<QLatin1StringView, 3> kSchemeNames{
    QLatin1StringView("desktop"), QLatin1StringView("light"), QLatin1StringView("dark")};

QString schemeKey()
{
    return u"theme"_s;
}

Qt::ColorScheme hintFor(Appearance::Scheme scheme)
{
    switch (scheme) {
    case Appearance::Scheme::Desktop:
        return Qt::ColorScheme::Unknown;
    case Appearance::Scheme::Light:
        return Qt::ColorScheme::Light;
    case Appearance::Scheme::Dark:
        return Qt::ColorScheme::Dark;
    }
    Q_UNREACHABLE();
}

} // namespace

Appearance::Appearance(bool remembers, QObject *parent)
    : QObject(parent)
    , m_remembers(remembers)
{
    if (!m_remembers) {
        return;
    }
    const auto *const found
        = std::ranges::find(kSchemeNames, QSettings().value(schemeKey()).toString());
    if (found != kSchemeNames.end()) {
        m_scheme = static_cast<Scheme>(std::distance(kSchemeNames.begin(), found));
    }
    if (m_scheme != Scheme::Desktop) {
        apply();
    }
}

Appearance::~Appearance()
{
    if (m_applied) {
        QGuiApplication::styleHints()->unsetColorScheme();
        QApplication::setPalette(QPalette());
    }
}

void Appearance::fillMenu(QMenu *menu)
{
    auto *group = new QActionGroup(this);
    for (const QString &text : {tr("As the &desktop"), tr("&Light"), tr("D&ark")}) {
        QAction *action = menu->addAction(text);
        const auto scheme = static_cast<Scheme>(m_actions.size());
        action->setObjectName(u"theme-"_s + kSchemeNames.at(static_cast<std::size_t>(scheme)));
        action->setCheckable(true);
        action->setChecked(scheme == m_scheme);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, scheme] { setScheme(scheme); });
        m_actions << action;
    }
}

void Appearance::setScheme(Scheme scheme)
{
    if (scheme == m_scheme) {
        return;
    }
    m_scheme = scheme;
    if (m_remembers) {
        QSettings().setValue(schemeKey(),
                             QString(kSchemeNames.at(static_cast<std::size_t>(scheme))));
    }
    if (!m_actions.isEmpty()) {
        m_actions.at(static_cast<qsizetype>(scheme))->setChecked(true);
    }
    apply();
}

void Appearance::setHighContrast(bool on)
{
    if (on != m_highContrast) {
        m_highContrast = on;
        apply();
    }
}

void Appearance::apply()
{
    m_applied = true;
    QGuiApplication::styleHints()->setColorScheme(hintFor(m_scheme));
    QApplication::setPalette(QPalette()); // the desktop's
    const bool isDarkNow = isDark(QApplication::palette());
    const bool dark = m_scheme == Scheme::Desktop ? isDarkNow : m_scheme == Scheme::Dark;
    if (m_highContrast) {
        QApplication::setPalette(highContrastPalette(dark));
    } else if (dark != isDarkNow) {
        // Not every desktop can be asked for the other scheme.
        QApplication::setPalette(dark ? darkPalette() : lightPalette());
    }
}

} // namespace nsw
