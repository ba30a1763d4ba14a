// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panels/actform.h"

#include <QWidget>

class QHBoxLayout;
class QMenu;
class QToolButton;

namespace nsw
{

/** What can be done to a facet: a button for each act, which opens its form. */
class ActBar : public QWidget
{
    Q_OBJECT
public:
    /** `row`: the row that is looked at when an act is asked for. */
    explicit ActBar(std::function<ComparisonRow()> row, QWidget *parent = nullptr);

    /** Hidden, for a room; the keys and menus stay. */
    void setBare(bool bare);
    void setKind(FacetKind kind);
    void setState(const SessionState &state);
    /** What is shown is not what is now. */
    void setPast(bool isPast);
    void setRecorded(bool isRecorded);
    /** The same acts, for the menu of a row. */
    void fillMenu(QMenu *menu);

Q_SIGNALS:
    void wanted(nsw::Side side, const nsw::Act &act);

private:
    [[nodiscard]] QString reasonNot() const;
    void showAvailable();
    void open(const ActOffer &offer);

    std::function<ComparisonRow()> m_row;
    std::optional<FacetKind> m_kind;
    QList<ActOffer> m_offers;
    bool m_isBare = false;
    QHBoxLayout *m_layout;
    QList<QToolButton *> m_buttons;
    SessionState m_state;
    bool m_isPast = false;
    bool m_isRecorded = false;
    QString m_reason; ///< why nothing can be done now; empty: it can
};

} // namespace nsw
