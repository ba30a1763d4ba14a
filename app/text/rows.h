// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/text/compare.h"
#include "app/text/ornone.h"

#include <QHash>

#include <optional>

/** What the comparisons of the facets share. */
namespace nsw
{

/** A facet on either side; null while it is not known. */
template<class F>
struct Sides {
    const F *outside = nullptr;
    const F *inside = nullptr;

    /** The same part of both sides, where they are known. */
    template<class Part>
    [[nodiscard]] auto each(Part part) const
    {
        using Text = decltype(part(*outside));
        return std::pair{outside ? std::optional<Text>(part(*outside)) : std::nullopt,
                         inside ? std::optional<Text>(part(*inside)) : std::nullopt};
    }
};

/** Collects rows. With one side only there is nothing to compare, so the difference is unknown. */
class Rows
{
public:
    Rows(bool outsideKnown, bool insideKnown)
        : m_outsideKnown(outsideKnown)
        , m_insideKnown(insideKnown)
    {
    }

    void add(const QString &label,
             const std::optional<QString> &outside,
             const std::optional<QString> &inside,
             std::int64_t id = 0);
    void add(const QString &label,
             const std::pair<std::optional<QString>, std::optional<QString>> &texts)
    {
        add(label, texts.first, texts.second);
    }

    /** What there is inside alone comes first, then what differs, then the rest. */
    void sortByInterest();

    [[nodiscard]] QList<ComparisonRow> take() { return std::move(m_rows); }

private:
    bool m_outsideKnown;
    bool m_insideKnown;
    QList<ComparisonRow> m_rows;
};

/** Things by name on either side, in the order in which they first appear. */
class NamedTexts
{
public:
    void put(Side side, const QString &name, const QString &text);
    void addTo(Rows &rows) const;

private:
    struct Entry {
        QString name;
        std::optional<QString> outside;
        std::optional<QString> inside;
    };
    QList<Entry> m_entries;
    QHash<QString, qsizetype> m_places;
};

/** "none" for an empty list, else its items, with commas. */
QString joined(const QStringList &items);

} // namespace nsw
