// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QMimeData;
class QWidget;

namespace nsw
{

/** A file that is dropped anywhere on the window. */
class FileDrops : public QObject
{
    Q_OBJECT
public:
    explicit FileDrops(QWidget *window);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void dropped(const QString &path);
};

} // namespace nsw
