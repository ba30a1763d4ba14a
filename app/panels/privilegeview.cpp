// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/privilegeview.h"

#include "app/panels/findingsview.h"
#include "app/panels/icons.h"
#include "app/panels/tonelabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

Findings privilegeFindings(const Findings &findings)
{
    Findings privilege;
    for (const Finding &finding : findings) {
        if (finding.code == FindingCode::NeedsAdministrator
            || finding.code == FindingCode::IdsNeedAdministrator
            || finding.code == FindingCode::SubordinateIdsNeedAdministrator
            || finding.code == FindingCode::JoinNeedsAdministrator
            || finding.code == FindingCode::VethNeedsAdministrator) {
            privilege.append(finding);
        }
    }
    return privilege;
}

bool hasRootlessWay(const Findings &findings)
{
    bool offered = false;
    for (const Finding &finding : privilegeFindings(findings)) {
        if (finding.code != FindingCode::NeedsAdministrator) {
            return false;
        }
        offered = true;
    }
    return offered;
}

PrivilegeView::PrivilegeView(QWidget *parent)
    : QFrame(parent)
    , m_icon(new IconLabel(u"ownrights"_s, Tone::Isolated))
    , m_text(new ToneLabel)
    , m_findings(new FindingsView)
    , m_rootless(new QPushButton(tr("Add a &user namespace instead")))
{
    setObjectName(u"privilege"_s);
    m_text->setWordWrap(true);
    m_rootless->setObjectName(u"add-user-namespace"_s);
    m_rootless->setIcon(icon(u"user"_s));
    m_rootless->hide();
    connect(m_rootless, &QPushButton::clicked, this, &PrivilegeView::userNamespaceWanted);

    auto *line = new QHBoxLayout;
    line->addWidget(m_icon, 0, Qt::AlignTop);
    line->addWidget(m_text, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(line);
    layout->addWidget(m_findings);
    layout->addWidget(m_rootless, 0, Qt::AlignLeading);
}

void PrivilegeView::setPlan(const Plan &plan, const Findings &elsewhere, bool isRoot)
{
    if (hasErrors(plan.findings)) {
        m_icon->setIcon(u"error"_s, Tone::Error);
        m_text->setTone(Tone::Error);
        m_text->setText(tr("It can't be started like this."));
    } else if (plan.privilege != Privilege::None && !isRoot) {
        m_icon->setIcon(u"privilege"_s, Tone::Warning);
        m_text->setTone(Tone::Warning);
        m_text->setText(tr("Needs an administrator. You are asked for it at Start."));
    } else {
        m_icon->setIcon(u"ownrights"_s, Tone::Isolated);
        m_text->setTone(Tone::Normal);
        m_text->setText(isRoot ? tr("Runs as you, the administrator (root).")
                               : tr("Runs as you. No administrator is needed."));
    }
    m_text->setAccessibleName(m_text->text());
    m_findings->setFindings(elsewhere);
    m_rootless->setVisible(!isRoot && plan.privilege != Privilege::None
                           && hasRootlessWay(plan.findings));
}

QString PrivilegeView::text() const
{
    return m_text->text();
}

} // namespace nsw
