// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/configurationpanel.h"

#include "app/panels/config_cgroup.h"
#include "app/panels/config_ipc.h"
#include "app/panels/config_mount.h"
#include "app/panels/config_network.h"
#include "app/panels/config_pid.h"
#include "app/panels/config_time.h"
#include "app/panels/config_user.h"
#include "app/panels/config_uts.h"
#include "app/panels/containerform.h"
#include "app/panels/look.h"
#include "app/panels/privilegeview.h"
#include "app/panels/shellview.h"
#include "app/panels/tonelabel.h"
#include "core/plan/shell.h"

#include <QApplication>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

constexpr int kLeastWidth = 24; ///< ems, below which tables of four columns are not to be read

/** Scrolls up and down only: never narrower than what is in it, whatever the language and the zoom.
 */
class ColumnScrollArea : public QScrollArea
{
public:
    using QScrollArea::QScrollArea;

    [[nodiscard]] QSize minimumSizeHint() const override
    {
        const int content = widget() != nullptr ? widget()->minimumSizeHint().width() : 0;
        return {std::max(content, fontMetrics().height() * kLeastWidth)
                    + verticalScrollBar()->sizeHint().width(),
                fontMetrics().height() * 8};
    }
    [[nodiscard]] QSize sizeHint() const override { return minimumSizeHint().expandedTo({0, 600}); }
};

/** Paths relative to the first container; what is about the whole keeps its path. */
PlacedFindings placed(const Findings &findings)
{
    const QString prefix = u"containers[0]."_s;
    PlacedFindings result;
    for (const Finding &finding : findings) {
        result.append({.path = finding.path.startsWith(prefix) ? finding.path.mid(prefix.size())
                                                               : finding.path,
                       .finding = finding});
    }
    return result;
}

} // namespace

ConfigurationPanel::ConfigurationPanel(QWidget *parent)
    : QWidget(parent)
    , m_content(new QWidget)
    , m_title(new QLineEdit)
    , m_name(new QLineEdit)
    , m_head(new FieldForm)
    , m_user(new UserEditor)
    , m_mount(new MountEditor)
    , m_pid(new PidEditor)
    , m_uts(new UtsEditor)
    , m_ipc(new IpcEditor)
    , m_network(new NetworkEditor)
    , m_cgroup(new CgroupEditor)
    , m_time(new TimeEditor)
    , m_container(new ContainerForm)
    , m_privilege(new PrivilegeView)
    , m_shell(new ShellView)
{
    setObjectName(u"configuration"_s);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(10);
    column->addWidget(makeHead());
    column->addWidget(makeKinds());
    column->addWidget(new ToneLabel(tr("What runs in it"), {.scale = 1.1, .bold = true}));
    column->addWidget(m_container);
    column->addStretch(1);

    auto *scroll = new ColumnScrollArea;
    scroll->setWidget(m_content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(scroll, 1);
    layout->addWidget(makeFoot());

    connect(Look::instance(), &Look::changed, this, &ConfigurationPanel::keepReadable);
    connect(m_container, &ContainerForm::changed, this, &ConfigurationPanel::onEdited);
    connect(m_privilege,
            &PrivilegeView::userNamespaceWanted,
            this,
            &ConfigurationPanel::userNamespaceWanted);
    setConfiguration({});
}

void ConfigurationPanel::setReadOnly(const QString &reason)
{
    for (QWidget *part : {m_content, static_cast<QWidget *>(m_privilege)}) {
        part->setEnabled(reason.isEmpty());
        part->setToolTip(reason);
    }
    keepReadable();
}

/** What can't be changed is still to be read, in front of a class too. */
void ConfigurationPanel::keepReadable()
{
    QPalette readable;
    if (!m_content->isEnabled()) {
        const QPalette now = QApplication::palette();
        for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
            readable.setColor(QPalette::Disabled, role, now.color(QPalette::Active, role));
        }
    }
    m_content->setPalette(readable);
}

QWidget *ConfigurationPanel::makeHead()
{
    m_title->setObjectName(u"title"_s);
    m_title->setPlaceholderText(tr("what it shows, in a few words"));
    m_name->setObjectName(u"container-name"_s);
    m_head->addField(u"title"_s, tr("T&itle"), m_title);
    m_head->addField(u"name"_s, tr("&Container"), m_name);
    connect(m_title, &QLineEdit::textEdited, this, &ConfigurationPanel::onEdited);
    connect(m_name, &QLineEdit::textEdited, this, &ConfigurationPanel::onEdited);
    return m_head;
}

QWidget *ConfigurationPanel::makeKinds() const
{
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(1);
    layout->addWidget(new ToneLabel(tr("What to isolate"), {.scale = 1.1, .bold = true}));
    for (const NsKind kind : kAllKinds) {
        layout->addWidget(editor(kind));
        connect(editor(kind), &KindEditor::changed, this, &ConfigurationPanel::onEdited);
    }
    return box;
}

QWidget *ConfigurationPanel::makeFoot()
{
    // Always in sight: what a tick changes is seen at the tick.
    auto *foot = new QFrame;
    foot->setFrameShape(QFrame::NoFrame);
    auto *layout = new QVBoxLayout(foot);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(8);
    layout->addWidget(m_privilege);
    layout->addWidget(m_shell);
    return foot;
}

KindEditor *ConfigurationPanel::editor(NsKind kind) const
{
    switch (kind) {
    case NsKind::Mount:
        return m_mount;
    case NsKind::Uts:
        return m_uts;
    case NsKind::Ipc:
        return m_ipc;
    case NsKind::Pid:
        return m_pid;
    case NsKind::Network:
        return m_network;
    case NsKind::User:
        return m_user;
    case NsKind::Cgroup:
        return m_cgroup;
    case NsKind::Time:
        return m_time;
    }
    Q_UNREACHABLE();
}

void ConfigurationPanel::setConfiguration(const Configuration &configuration)
{
    const QSignalBlocker block(this);
    m_configuration = configuration;
    if (m_configuration.containers.isEmpty()) {
        m_configuration.containers.append(Container{});
    }
    const Container container = m_configuration.containers.constFirst();
    if (m_title->text() != configuration.name) {
        m_title->setText(configuration.name);
    }
    if (m_name->text() != container.name) {
        m_name->setText(container.name);
    }
    m_user->setChoice(container.namespaces.user);
    m_mount->setChoice(container.namespaces.mount);
    m_pid->setChoice(container.namespaces.pid);
    m_uts->setChoice(container.namespaces.uts);
    m_ipc->setChoice(container.namespaces.ipc);
    m_network->setChoice(container.namespaces.network);
    m_cgroup->setChoice(container.namespaces.cgroup);
    m_time->setChoice(container.namespaces.time);
    m_container->setContainer(container);
    showShellCommand();
}

Configuration ConfigurationPanel::configuration() const
{
    Configuration configuration = m_configuration;
    configuration.name = m_title->text();
    Container &container = configuration.containers.first();
    container.name = m_name->text();
    container.namespaces = Namespaces{
        .user = m_user->choice(),
        .mount = m_mount->choice(),
        .pid = m_pid->choice(),
        .uts = m_uts->choice(),
        .ipc = m_ipc->choice(),
        .network = m_network->choice(),
        .cgroup = m_cgroup->choice(),
        .time = m_time->choice(),
    };
    m_container->fill(container);
    return configuration;
}

void ConfigurationPanel::setPlan(const Plan &plan, bool isRoot)
{
    const PlacedFindings findings = placed(plan.findings);
    PlacedFindings rest;
    for (const PlacedFinding &finding : findings) {
        if (!finding.path.startsWith(u"namespaces."_s)) {
            rest.append(finding);
        }
    }
    for (const NsKind kind : kAllKinds) {
        editor(kind)->showFindings(below(findings, u"namespaces."_s + QString(nameOf(kind))));
    }
    PlacedFindings left;
    for (const Finding &finding : m_head->showFindings(rest)) {
        left += placed({finding});
    }
    m_privilege->setPlan(plan, m_container->showFindings(left), isRoot);
}

void ConfigurationPanel::showShellCommand()
{
    m_shell->setCommand(shellCommand(configuration().containers.constFirst()));
}

void ConfigurationPanel::onEdited()
{
    showShellCommand();
    Q_EMIT edited();
}

} // namespace nsw
