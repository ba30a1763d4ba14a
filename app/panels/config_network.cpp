// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/config_network.h"

#include <QCheckBox>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

NetworkEditor::NetworkEditor(QWidget *parent)
    : KindEditor(NsKind::Network, parent)
    , m_loopback(new QCheckBox(tr("Switch the loopback link (lo) on")))
{
    m_loopback->setToolTip(
        tr("A new network namespace has nothing but lo, and even that is down."));
    options()->addField(u"loopback"_s, QString(), m_loopback);
    connect(m_loopback, &QCheckBox::clicked, this, &NetworkEditor::changed);
    setChoice({});
}

void NetworkEditor::setChoice(const Choice<NewNetwork> &choice)
{
    m_loopback->setChecked(showChoice(choice).loopback);
}

Choice<NewNetwork> NetworkEditor::choice() const
{
    return makeChoice(NewNetwork{m_loopback->isChecked()});
}

} // namespace nsw
