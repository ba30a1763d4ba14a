// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace nsw
{

/** Tells when the font or the palette of the application changes; Qt tells only the application. */
class Look : public QObject
{
    Q_OBJECT
public:
    static Look *instance();

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void changed();

private:
    explicit Look(QObject *parent);
};

} // namespace nsw
