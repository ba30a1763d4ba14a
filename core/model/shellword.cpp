// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/shellword.h"

#include <algorithm>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

QString shellWord(const QString &word)
{
    static const QString kPlain = u"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                  "@%_-+=:,./"_s;
    const bool plain
        = !word.isEmpty() && std::ranges::all_of(word, [](QChar c) { return kPlain.contains(c); });
    return plain ? word : u'\'' + QString(word).replace(u'\'', u"'\\''"_s) + u'\'';
}

} // namespace nsw
