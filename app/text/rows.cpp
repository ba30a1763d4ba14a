// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/rows.h"

#include "app/text/translate.h"

#include <algorithm>

namespace nsw
{

void Rows::add(const QString &label,
               const std::optional<QString> &outside,
               const std::optional<QString> &inside,
               std::int64_t id)
{
    ComparisonRow row{.label = label,
                      .outside = outside.value_or(QString()),
                      .inside = inside.value_or(QString()),
                      .difference = {},
                      .id = id};
    if (!m_outsideKnown || !m_insideKnown) {
        row.difference = Difference::Unknown;
    } else if (!inside) {
        row.difference = Difference::OnlyOutside;
    } else if (!outside) {
        row.difference = Difference::OnlyInside;
    } else {
        row.difference = *outside == *inside ? Difference::Same : Difference::Different;
    }
    m_rows.append(row);
}

void Rows::sortByInterest()
{
    const auto rank = [](const ComparisonRow &row) {
        switch (row.difference) {
        case Difference::OnlyInside:
            return 0;
        case Difference::Different:
            return 1;
        case Difference::OnlyOutside:
            return 2;
        case Difference::Same:
        case Difference::Unknown:
            return 3;
        }
        Q_UNREACHABLE();
    };
    std::ranges::stable_sort(m_rows, {}, rank);
}

void NamedTexts::put(Side side, const QString &name, const QString &text)
{
    qsizetype place = m_places.value(name, -1);
    if (place < 0) {
        place = m_entries.size();
        m_places.insert(name, place);
        m_entries.append({.name = name, .outside = {}, .inside = {}});
    }
    auto &slot = side == Side::Outside ? m_entries[place].outside : m_entries[place].inside;
    slot = slot ? *slot + QLatin1StringView("; ") + text : text;
}

void NamedTexts::addTo(Rows &rows) const
{
    for (const Entry &entry : m_entries) {
        rows.add(entry.name, entry.outside, entry.inside);
    }
}

QString joined(const QStringList &items)
{
    return items.isEmpty() ? translate("Compare", "none")
                           : items.join(translate("Compare", ", ", "between the items of a list"));
}

} // namespace nsw
