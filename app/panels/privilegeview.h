// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/step.h"

#include <QFrame>

class QPushButton;

namespace nsw
{

class FindingsView;
class IconLabel;
class ToneLabel;

/** Says with what rights a plan runs, and why it needs more; offers the way that needs none. */
class PrivilegeView : public QFrame
{
    Q_OBJECT
public:
    explicit PrivilegeView(QWidget *parent = nullptr);

    /** `elsewhere`: findings that no field of the configuration shows. */
    void setPlan(const Plan &plan, const Findings &elsewhere, bool isRoot);
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void userNamespaceWanted();

private:
    IconLabel *m_icon;
    ToneLabel *m_text;
    FindingsView *m_findings;
    QPushButton *m_rootless;
};

/** The findings that say why a plan needs an administrator. */
Findings privilegeFindings(const Findings &findings);
/** True where a new user namespace would do in place of an administrator. */
bool hasRootlessWay(const Findings &findings);

} // namespace nsw
