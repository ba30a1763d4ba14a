// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/uts.h"

namespace nsw
{

using Qt::StringLiterals::operator""_L1;

void checkUtsName(const QString &name, const Checker &checker)
{
    if (name.toUtf8().size() > kMaxHostName) {
        checker.error(FindingCode::NameTooLong,
                      QString::number(name.toUtf8().size()),
                      QString::number(kMaxHostName));
    }
    if (name.contains(QChar::Null) || name.contains(u'\n')) {
        checker.error(FindingCode::BadCharacter, name);
    }
}

void checkUts(const NewUts &choice, const Checker &checker)
{
    checkUtsName(choice.hostname.value_or(QString()), checker.at("hostname"_L1));
    checkUtsName(choice.domainname.value_or(QString()), checker.at("domainname"_L1));
}

void setUpUts(const NewUts &choice, Draft &draft)
{
    if (choice.hostname) {
        draft.add(Actor::Inside, op::Sethostname{*choice.hostname});
    }
    if (choice.domainname) {
        draft.add(Actor::Inside, op::Setdomainname{*choice.domainname});
    }
}

} // namespace nsw
