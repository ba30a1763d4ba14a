// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCollator>

namespace nsw
{

/** The order that people expect: numbers in a text count as numbers, and letters by the language.
 */
class NaturalOrder
{
public:
    NaturalOrder();

    /** Below, equal to or above zero. */
    [[nodiscard]] int compareTexts(QStringView a, QStringView b) const;
    /** Numbers by their value, and before texts; nothing at all comes last. */
    [[nodiscard]] int compareValues(const QVariant &a, const QVariant &b) const;

private:
    QCollator m_letters;
};

} // namespace nsw
