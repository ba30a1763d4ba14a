// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/auth/question.h"

#include <QFile>

using Qt::StringLiterals::operator""_s;

namespace
{

constexpr auto kAuthorize = NSW_AUTHORIZE_PATH;

QString askingRules()
{
    return u"/etc/polkit-1/rules.d/00-asks.rules"_s;
}

bool writeProgram(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size()
        && file.setPermissions(QFile::Permissions(0x7755));
}

} // namespace

Question::Question(const QByteArray &reaction)
    : m_authorize(QString::fromUtf8(kAuthorize))
    , m_rules(u"/etc/polkit-1/rules.d/00-nsworkbench-tests.rules"_s)
{
    isPut = m_authorize.hidden && m_rules.hidden
        && writeProgram(askingRules(),
                        "polkit.addRule(function(action, subject) {\n"
                        "    return action.id.indexOf('org.nsworkbench.helper.') === 0\n"
                        "        ? polkit.Result.AUTH_ADMIN : polkit.Result.NOT_HANDLED;\n"
                        "});\n")
        && writeProgram(QString::fromUtf8(kAuthorize),
                        "#!/bin/sh\nexec " NSW_AUTH_AGENT " " + reaction + " " + kAuthorize
                            + ".hidden \"$@\"\n")
        && restartPolkit();
}

Question::~Question()
{
    QFile::remove(QString::fromUtf8(kAuthorize));
    QFile::remove(askingRules());
}
