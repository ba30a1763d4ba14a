// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/config_uts.h"

#include <QLineEdit>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

UtsEditor::UtsEditor(QWidget *parent)
    : KindEditor(NsKind::Uts, parent)
    , m_hostname(new QLineEdit)
    , m_domainname(new QLineEdit)
{
    m_hostname->setObjectName(u"hostname"_s);
    for (QLineEdit *field : {m_hostname, m_domainname}) {
        field->setPlaceholderText(tr("as outside"));
        connect(field, &QLineEdit::textEdited, this, &UtsEditor::changed);
    }
    options()->addField(u"hostname"_s, tr("Hostname"), m_hostname);
    options()->addField(u"domainname"_s, tr("NIS domain name"), m_domainname);
}

void UtsEditor::setChoice(const Choice<NewUts> &choice)
{
    const NewUts options = showChoice(choice);
    m_hostname->setText(options.hostname.value_or(QString()));
    m_domainname->setText(options.domainname.value_or(QString()));
}

Choice<NewUts> UtsEditor::choice() const
{
    return makeChoice(NewUts{.hostname = givenIn(m_hostname), .domainname = givenIn(m_domainname)});
}

} // namespace nsw
