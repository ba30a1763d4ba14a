// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panels/findingsview.h"
#include "core/model/configuration.h"
#include "core/model/step.h"

#include <QWidget>

class QLineEdit;
class QScrollArea;

namespace nsw
{

class CgroupEditor;
class ContainerForm;
class FieldForm;
class IpcEditor;
class KindEditor;
class MountEditor;
class NetworkEditor;
class PidEditor;
class PrivilegeView;
class ShellView;
class TimeEditor;
class UserEditor;
class UtsEditor;

/** The editor of the first container of a configuration. */
class ConfigurationPanel : public QWidget
{
    Q_OBJECT
public:
    explicit ConfigurationPanel(QWidget *parent = nullptr);

    void setConfiguration(const Configuration &configuration);
    [[nodiscard]] Configuration configuration() const;

    /** Shows what the planner says, each finding at the field it is about. */
    void setPlan(const Plan &plan, bool isRoot);

    /** With a reason nothing can be edited; it can still be scrolled and copied from. */
    void setReadOnly(const QString &reason);

    [[nodiscard]] KindEditor *editor(NsKind kind) const;

Q_SIGNALS:
    /** By whoever edits, not by setConfiguration(). */
    void edited();
    void userNamespaceWanted();

private:
    QWidget *makeHead();
    [[nodiscard]] QWidget *makeKinds() const;
    QWidget *makeFoot();
    void keepReadable();
    void showShellCommand();
    void onEdited();

    Configuration m_configuration; ///< with what this panel does not edit
    QWidget *m_content;
    QLineEdit *m_title;
    QLineEdit *m_name;
    FieldForm *m_head;
    UserEditor *m_user;
    MountEditor *m_mount;
    PidEditor *m_pid;
    UtsEditor *m_uts;
    IpcEditor *m_ipc;
    NetworkEditor *m_network;
    CgroupEditor *m_cgroup;
    TimeEditor *m_time;
    ContainerForm *m_container;
    PrivilegeView *m_privilege;
    ShellView *m_shell;
};

} // namespace nsw
