// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QMenu;
class QWidget;

namespace nsw
{

class MainWindow;

/** Pictures and reports: what the window shows, for those who are not there. */
class Exports : public QObject
{
    Q_OBJECT
public:
    explicit Exports(MainWindow *window);

    void fillMenu(QMenu *menu);

    /** The format is that of the ending: PNG or SVG; HTML or Markdown. */
    bool saveWindow(const QString &path);
    bool savePanel(const QString &path);
    bool saveReport(const QString &path);

Q_SIGNALS:
    void failed(const QString &sentence);
    void succeeded(const QString &sentence);

private:
    void ask(const QString &title,
             const QString &filter,
             const QString &suffix,
             bool (Exports::*save)(const QString &));
    bool write(const QString &path, const QByteArray &bytes);
    [[nodiscard]] QString suggestion() const;

    MainWindow *m_window;
};

} // namespace nsw
