// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/config_network.h"

#include <QCheckBox>
#include <QLineEdit>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

NetworkEditor::NetworkEditor(QWidget *parent)
    : KindEditor(NsKind::Network, parent)
    , m_loopback(new QCheckBox(tr("Switch the loopback link (lo) on")))
    , m_hasCable(new QCheckBox(tr("Lay a cable to this machine (veth)")))
    , m_cable{
          {{.path = u"veth.name"_s, .label = tr("End inside"), .edit = new QLineEdit},
           {.path = u"veth.address"_s, .label = tr("Address inside"), .edit = new QLineEdit},
           {.path = u"veth.peer"_s, .label = tr("End outside"), .edit = new QLineEdit},
           {.path = u"veth.peerAddress"_s, .label = tr("Address outside"), .edit = new QLineEdit}}}
{
    m_loopback->setToolTip(
        tr("A new network namespace has nothing but lo, and even that is down."));
    m_hasCable->setToolTip(tr("A pair of links, one inside and one outside: what goes into one "
                              "comes out of the other. It needs an administrator."));
    m_hasCable->setObjectName(u"veth"_s);
    options()->addField(u"loopback"_s, QString(), m_loopback);
    options()->addField(u"veth"_s, QString(), m_hasCable);
    for (const CableField &field : m_cable) {
        field.edit->setObjectName(field.path);
        options()->addField(field.path, field.label, field.edit);
        connect(field.edit, &QLineEdit::textEdited, this, &NetworkEditor::changed);
    }
    edit(Address)->setPlaceholderText(tr("none"));
    edit(PeerAddress)->setPlaceholderText(tr("none"));
    connect(m_loopback, &QCheckBox::clicked, this, &NetworkEditor::changed);
    connect(m_hasCable, &QCheckBox::clicked, this, [this] {
        unfoldCable();
        Q_EMIT changed();
    });
    setChoice({});
}

void NetworkEditor::setChoice(const Choice<NewNetwork> &choice)
{
    const NewNetwork options = showChoice(choice);
    m_loopback->setChecked(options.loopback);
    m_hasCable->setChecked(options.veth.has_value());
    // What is proposed is taken on anybody's behalf, and is in nobody's way.
    const Veth veth = options.veth.value_or(Veth{.name = u"eth0"_s,
                                                 .peer = u"nsw-veth"_s,
                                                 .address = u"192.0.2.2/24"_s,
                                                 .peerAddress = u"192.0.2.1/24"_s});
    edit(Name)->setText(veth.name);
    edit(Address)->setText(veth.address.value_or(QString()));
    edit(Peer)->setText(veth.peer);
    edit(PeerAddress)->setText(veth.peerAddress.value_or(QString()));
    unfoldCable();
}

void NetworkEditor::unfoldCable()
{
    for (const CableField &field : m_cable) {
        options()->setFieldVisible(field.edit, m_hasCable->isChecked());
    }
}

std::optional<Veth> NetworkEditor::veth() const
{
    if (!m_hasCable->isChecked()) {
        return std::nullopt;
    }
    return Veth{.name = edit(Name)->text(),
                .peer = edit(Peer)->text(),
                .address = givenIn(edit(Address)),
                .peerAddress = givenIn(edit(PeerAddress))};
}

Choice<NewNetwork> NetworkEditor::choice() const
{
    return makeChoice(NewNetwork{.loopback = m_loopback->isChecked(), .veth = veth()});
}

} // namespace nsw
