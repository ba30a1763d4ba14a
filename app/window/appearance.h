// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QMenu;

namespace nsw
{

/** Light or dark, as the desktop has it or as was chosen here, which is remembered. */
class Appearance : public QObject
{
    Q_OBJECT
public:
    enum class Scheme : std::uint8_t { Desktop, Light, Dark };

    explicit Appearance(bool remembers, QObject *parent = nullptr);
    ~Appearance() override;

    void fillMenu(QMenu *menu);
    [[nodiscard]] Scheme scheme() const { return m_scheme; }
    void setScheme(Scheme scheme);
    /** For the projector; not remembered. */
    void setHighContrast(bool on);

private:
    void apply();

    bool m_remembers;
    Scheme m_scheme = Scheme::Desktop;
    bool m_highContrast = false;
    bool m_applied = false; ///< something is other than the desktop has it
    QList<QAction *> m_actions; ///< in the order of Scheme
};

} // namespace nsw
