// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernel/fd.h"

#include <QObject>

class QSocketNotifier;

namespace nsw::cli
{

/** INT, TERM and HUP as Qt signals, while the object lives. Created before any thread. */
class Signals : public QObject
{
    Q_OBJECT
public:
    explicit Signals(QObject *parent = nullptr);

Q_SIGNALS:
    void received(int);

private:
    void read();

    UniqueFd m_fd;
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace nsw::cli
