// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/state.h"
#include "app/text/mask.h"
#include "core/model/act.h"
#include "core/model/configuration.h"
#include "core/model/watched.h"

#include <QObject>

class QAction;

namespace nsw
{

/** Whether names and addresses are shown as placeholders, and which. Remembered. */
class Masking : public QObject
{
    Q_OBJECT
public:
    explicit Masking(bool remembers, QObject *parent = nullptr);

    [[nodiscard]] QAction *action() const { return m_action; }
    [[nodiscard]] bool isOn() const;
    void setOn(bool on);

    /** As they are to be shown: the same, unless masking is on. */
    [[nodiscard]] SessionState shown(const SessionState &state);
    [[nodiscard]] Plan shown(const Plan &plan);
    [[nodiscard]] Configuration shown(const Configuration &configuration);
    [[nodiscard]] QString shown(const QString &text);
    /** What is meant by what was asked for, which may have placeholders in it. */
    [[nodiscard]] Act meant(const Act &act) const;
    [[nodiscard]] Watched meant(const Watched &watch) const;
    [[nodiscard]] Step meant(const Step &step) const;

Q_SIGNALS:
    void changed(bool on);

private:
    void learnPeople();

    bool m_remembers;
    bool m_knowsPeople = false;
    QAction *m_action;
    Mask m_mask;
};

} // namespace nsw
