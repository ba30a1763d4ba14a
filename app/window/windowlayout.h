// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

class QAction;
class QMainWindow;
class QSplitter;
class QWidget;

namespace nsw
{

class CardsPanel;
class ConfigurationPanel;
class MessageBar;
class MomentStrip;
class ReplayBar;
class StepsPanel;

/** Where the parts of the window are, how large, and what of it is remembered. */
class WindowLayout : public QObject
{
    Q_OBJECT
public:
    struct Parts {
        ConfigurationPanel *configuration = nullptr;
        ReplayBar *replay = nullptr;
        MomentStrip *moments = nullptr;
        MessageBar *message = nullptr;
        CardsPanel *cards = nullptr;
        StepsPanel *steps = nullptr;
    };
    WindowLayout(const Parts &parts, QMainWindow *window);

    void restore();
    void save() const;
    /** As on the first day: also the columns of the tables. */
    void reset();

    /** Switches to the lower part alone, so that a terminal has room, and back. */
    [[nodiscard]] QAction *lowerAlone() const { return m_lowerAlone; }

private:
    void setNaturalSizes();
    void setLowerAlone(bool isAlone);

    QMainWindow *m_window;
    QSplitter *m_sides;
    QSplitter *m_centre;
    QAction *m_lowerAlone;
    QList<QWidget *> m_others; ///< than the lower part
    QList<QPointer<QWidget>> m_shownAgain; ///< when it is no longer alone
    QList<int> m_heights; ///< before it was
};

} // namespace nsw
