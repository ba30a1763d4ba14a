// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>

class QAction;
class QMainWindow;
class QPushButton;
class QWidget;

namespace nsw
{

class Appearance;
class Zoom;

/**
 * The window for a room: cards and steps alone on the whole screen, in type that is sized to it and
 * with high contrast. F11 begins and ends it, Esc ends it, and so does a button that is there for a
 * moment, and again when the pointer moves.
 */
class Projector : public QObject
{
    Q_OBJECT
public:
    struct Parts {
        QMainWindow *window = nullptr;
        QList<QWidget *> hidden; ///< what is not for the room
        Zoom *zoom = nullptr;
        Appearance *appearance = nullptr;
    };
    explicit Projector(Parts parts, QObject *parent = nullptr);

    [[nodiscard]] QAction *action() const { return m_action; }
    [[nodiscard]] bool isOn() const;
    void setOn(bool on);
    void alsoHide(QWidget *part) { m_parts.hidden << part; }
    [[nodiscard]] QPushButton *wayOut() const { return m_wayOut; }

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void begin();
    void end();
    void fit() const;
    void showWayOut();
    void placeWayOut();

    Parts m_parts;
    QAction *m_action;
    QPushButton *m_wayOut;
    QTimer m_hideWayOut;
    Qt::WindowStates m_before;
    QList<QPointer<QWidget>> m_shownAgain;
};

} // namespace nsw
