// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/step.h"

namespace nsw::words
{

/** What advice() says of calls on processes, links and objects that live by themselves. Empty:
 * nothing special is known. */
struct ActAdviser {
    Errno error;
    Actor actor = Actor::Inside;

    QString operator()(const op::Umount &call) const;
    QString operator()(const op::Kill &call) const;
    QString operator()(const op::PidfdSendSignal &call) const;
    QString operator()(const op::NewAddress &call) const;
    QString operator()(const op::NewVeth &call) const;
    QString operator()(const op::NetworkSetting &call) const;
    QString operator()(const op::Msgget &call) const;
    QString operator()(const op::Semget &call) const;
    QString operator()(const op::Shmget &call) const;
    QString operator()(const op::MqOpen &call) const;
    QString operator()(const op::Msgctl &call) const;
    QString operator()(const op::Semctl &call) const;
    QString operator()(const op::Shmctl &call) const;
    QString operator()(const op::MqUnlink &call) const;
    QString operator()(const op::OpenPty &call) const;
    QString operator()(const op::Setsid &call) const;
    QString operator()(const op::TakeTty &call) const;

private:
    [[nodiscard]] QString signalRefused() const;
    [[nodiscard]] QString makingIpcFailed() const;
    [[nodiscard]] QString removingIpcFailed() const;
};

} // namespace nsw::words
