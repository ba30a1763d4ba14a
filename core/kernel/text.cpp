// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernel/text.h"

namespace nsw
{

namespace
{

bool isOctal(char c)
{
    return c >= '0' && c <= '7';
}

/** What the escape at the start of `text`, a backslash, stands for, and how long it is. */
std::pair<char, qsizetype> unescapeOne(QByteArrayView text)
{
    constexpr qsizetype kOctalLength = 4;
    if (text.size() >= kOctalLength && isOctal(text[1]) && isOctal(text[2]) && isOctal(text[3])) {
        const int value = (((text[1] - '0') * 8 + (text[2] - '0')) * 8) + (text[3] - '0');
        return {static_cast<char>(value), kOctalLength};
    }
    if (text.size() >= 2 && text[1] == 'n') {
        return {'\n', 2};
    }
    if (text.size() >= 2 && text[1] == '\\') {
        return {'\\', 2};
    }
    return {'\\', 1};
}

} // namespace

QByteArrayView takeUntil(QByteArrayView &rest, char separator)
{
    const qsizetype at = rest.indexOf(separator);
    const QByteArrayView head = at < 0 ? rest : rest.first(at);
    rest = at < 0 ? QByteArrayView{} : rest.sliced(at + 1);
    return head;
}

Columns columnsOf(QByteArrayView line)
{
    const auto isBlank = [](char c) {
        return c == ' ' || c == '\t';
    };
    Columns columns;
    qsizetype at = 0;
    while (at < line.size()) {
        if (isBlank(line[at])) {
            ++at;
            continue;
        }
        const qsizetype start = at;
        while (at < line.size() && !isBlank(line[at])) {
            ++at;
        }
        columns << line.sliced(start, at - start);
    }
    return columns;
}

QString unescaped(QByteArrayView text)
{
    if (!text.contains('\\')) {
        return QString::fromUtf8(text);
    }
    QByteArray plain;
    plain.reserve(text.size());
    while (!text.isEmpty()) {
        if (text.front() == '\\') {
            const auto [character, length] = unescapeOne(text);
            plain += character;
            text = text.sliced(length);
        } else {
            plain += text.front();
            text = text.sliced(1);
        }
    }
    return QString::fromUtf8(plain);
}

} // namespace nsw
