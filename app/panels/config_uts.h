// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panels/kindeditor.h"

class QLineEdit;

namespace nsw
{

/** Host name and NIS domain name of a new UTS namespace. */
class UtsEditor : public KindEditor
{
    Q_OBJECT
public:
    explicit UtsEditor(QWidget *parent = nullptr);

    void setChoice(const Choice<NewUts> &choice);
    [[nodiscard]] Choice<NewUts> choice() const;

private:
    QLineEdit *m_hostname;
    QLineEdit *m_domainname;
};

} // namespace nsw
