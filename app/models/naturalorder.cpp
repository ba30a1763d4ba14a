// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/naturalorder.h"

#include <QVariant>

#include <algorithm>

namespace nsw
{

namespace
{

bool isDigit(QChar letter)
{
    return letter >= u'0' && letter <= u'9';
}

/** Takes from the front what is all digits, or all no digits. */
QStringView takePart(QStringView &text)
{
    const bool digits = isDigit(text.front());
    const auto end
        = std::ranges::find_if(text, [digits](QChar letter) { return isDigit(letter) != digits; });
    const QStringView part = text.first(std::distance(text.begin(), end));
    text = text.sliced(part.size());
    return part;
}

int compareDigits(QStringView a, QStringView b)
{
    const auto significant = [](QStringView digits) {
        while (digits.size() > 1 && digits.front() == u'0') {
            digits = digits.sliced(1);
        }
        return digits;
    };
    const QStringView one = significant(a);
    const QStringView other = significant(b);
    if (one.size() != other.size()) {
        return one.size() < other.size() ? -1 : 1;
    }
    return one.compare(other);
}

bool isNumber(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong:
    case QMetaType::ULongLong:
    case QMetaType::Double:
        return true;
    default:
        return false;
    }
}

/** Numbers, then texts, then nothing. */
int rankOf(const QVariant &value)
{
    if (isNumber(value)) {
        return 0;
    }
    return value.isNull() || value.toString().isEmpty() ? 2 : 1;
}

} // namespace

NaturalOrder::NaturalOrder()
{
    m_letters.setCaseSensitivity(Qt::CaseInsensitive);
}

int NaturalOrder::compareTexts(QStringView a, QStringView b) const
{
    while (!a.isEmpty() && !b.isEmpty()) {
        const QStringView one = takePart(a);
        const QStringView other = takePart(b);
        if (one == other) {
            continue;
        }
        const bool numbers = isDigit(one.front()) && isDigit(other.front());
        const int order = numbers ? compareDigits(one, other) : m_letters.compare(one, other);
        if (order != 0) {
            return order;
        }
    }
    return static_cast<int>(!a.isEmpty()) - static_cast<int>(!b.isEmpty());
}

int NaturalOrder::compareValues(const QVariant &a, const QVariant &b) const
{
    const int rank = rankOf(a);
    if (rank != rankOf(b)) {
        return rank - rankOf(b);
    }
    if (rank == 0) {
        const QPartialOrdering order = QVariant::compare(a, b);
        return order == QPartialOrdering::Less
            ? -1
            : static_cast<int>(order == QPartialOrdering::Greater);
    }
    return rank == 1 ? compareTexts(a.toString(), b.toString()) : 0;
}

} // namespace nsw
