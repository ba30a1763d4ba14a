// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/config_pid.h"

#include <QCheckBox>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

PidEditor::PidEditor(QWidget *parent)
    : KindEditor(NsKind::Pid, parent)
    , m_mountProc(new QCheckBox(tr("Mount a /proc of its own")))
    , m_init(new QCheckBox(tr("An init as PID 1, the command as its child")))
{
    m_mountProc->setToolTip(
        tr("So that ps and top inside see the processes inside. Needs a new mount namespace."));
    m_init->setToolTip(
        tr("The init collects processes that ended. Without it the command itself is PID 1."));
    options()->addField(u"mountProc"_s, QString(), m_mountProc);
    options()->addField(u"init"_s, QString(), m_init);
    connect(m_mountProc, &QCheckBox::clicked, this, &PidEditor::changed);
    connect(m_init, &QCheckBox::clicked, this, &PidEditor::changed);
    setChoice({});
}

void PidEditor::setChoice(const Choice<NewPid> &choice)
{
    const NewPid options = showChoice(choice);
    m_mountProc->setChecked(options.mountProc);
    m_init->setChecked(options.init);
}

Choice<NewPid> PidEditor::choice() const
{
    return makeChoice(NewPid{.mountProc = m_mountProc->isChecked(), .init = m_init->isChecked()});
}

} // namespace nsw
