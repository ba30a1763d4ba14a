// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panels/terminalplace.h"

#include <QWidget>

namespace nsw
{

/** The line above a terminal: where it is, and each kind of namespace with a shape that says
 * whether it is the outside's. It is drawn, and has no style that could take it away. */
class TerminalBadge : public QWidget
{
    Q_OBJECT
public:
    explicit TerminalBadge(QWidget *parent = nullptr);

    void setPlace(const TerminalPlace &place);
    [[nodiscard]] const TerminalPlace &place() const { return m_place; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] Tone toneOfKind(NsKind kind) const;
    void drawKinds(QPainter &painter, QRect room) const;

    TerminalPlace m_place;
};

} // namespace nsw
