// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panels/kindeditor.h"

class QCheckBox;
class QLineEdit;

namespace nsw
{

/** What a new network namespace begins with. */
class NetworkEditor : public KindEditor
{
    Q_OBJECT
public:
    explicit NetworkEditor(QWidget *parent = nullptr);

    void setChoice(const Choice<NewNetwork> &choice);
    [[nodiscard]] Choice<NewNetwork> choice() const;

private:
    enum CableEdit : std::uint8_t { Name, Address, Peer, PeerAddress };
    struct CableField {
        QString path;
        QString label;
        QLineEdit *edit = nullptr;
    };

    [[nodiscard]] QLineEdit *edit(CableEdit which) const { return m_cable.at(which).edit; }
    void unfoldCable();
    [[nodiscard]] std::optional<Veth> veth() const;

    QCheckBox *m_loopback;
    QCheckBox *m_hasCable;
    std::array<CableField, 4> m_cable;
};

} // namespace nsw
