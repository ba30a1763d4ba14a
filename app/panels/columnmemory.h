// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QTimer>

#include <functional>

class QAction;
class QHeaderView;
class QMenu;
class QSettings;
class QTableView;

namespace nsw
{

/**
 * Widths, order and visibility of a table's columns, as the user left them. Widths are kept in the
 * height of the font, so that they follow the zoom.
 */
class ColumnMemory : public QObject
{
    Q_OBJECT
public:
    /** Widths of the columns where the user has set none; of the last one it does not matter. */
    using Defaults = std::function<QList<int>()>;

    ColumnMemory(QTableView *table, Defaults defaults);

    /** From now on it is this table, known to the settings by that name. */
    void setName(const QString &name);
    /** Reads the settings, and writes them from now on; without it nothing outlives the window. */
    void start();

    /** Entries that show and hide each column, and one that sets all back. */
    void fillMenu(QMenu *menu);
    void setShown(int column, bool shown);
    void reset();
    /** To what is in the table now, unless the user has set widths. */
    void fit();
    /** The column of the current cell, by a step: wider above 0, narrower below. */
    void widen(int direction);
    /** The same column, by one place among those that are shown: to the right above 0. */
    void move(int direction);
    [[nodiscard]] QList<int> shownColumns() const; ///< as they stand, from the first to the last

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] int currentColumn(const QList<int> &shown) const;
    void showMenu(const QPoint &at);
    void apply();
    void read(const QSettings &settings, const QString &group);
    void setWidths();
    void followLook();
    [[nodiscard]] bool isFollowing() const;
    void onResized(int column);
    void keep();
    void write();
    [[nodiscard]] int em() const;

    QTableView *m_table;
    QHeaderView *m_header;
    Defaults m_defaults;
    QList<QAction *> m_keys;
    QString m_name;
    QList<double> m_widths; ///< in ems; empty while the user has set none
    QTimer m_writing;
    bool m_isStarted = false;
    int m_emOfWidths = 0; ///< when they were set
    bool m_isFollowing = false; ///< font or style have changed, widths will
    bool m_isSetting = false; ///< what changes now was not the user
};

} // namespace nsw
