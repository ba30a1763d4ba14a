// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/cliteral.h"

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

/** Three digits, so that a digit that follows is not taken for one more. */
QString octal(uchar byte)
{
    return u'\\' + QString::number(byte, 8).rightJustified(3, u'0');
}

bool isPlain(char c)
{
    return static_cast<uchar>(c) >= 0x20 && c != 0x7f && c != '"' && c != '\\';
}

} // namespace

QString cLiteral(const QString &text)
{
    QString result;
    QByteArray plain;
    const auto flush = [&] {
        result += QString::fromUtf8(plain);
        plain.clear();
    };
    char before = 0;
    for (const char c : text.toUtf8()) {
        if (c == '\n') {
            flush();
            result += u"\\n"_s;
        } else if (!isPlain(c) || (c == '?' && before == '?')) { // "??" may begin a trigraph
            flush();
            result += octal(static_cast<uchar>(c));
        } else {
            plain += c;
        }
        before = c;
    }
    flush();
    return u'"' + result + u'"';
}

QString goLiteral(const QString &text)
{
    return cLiteral(text); // Go has the same escapes, with three octal digits too
}

} // namespace nsw
