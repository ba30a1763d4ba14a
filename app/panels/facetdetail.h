// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/comparisonmodel.h"
#include "app/models/facetsummary.h"
#include "app/text/details.h"
#include "core/model/watched.h"

#include <QWidget>

class QCheckBox;
class QTabWidget;
class QTableView;

namespace nsw
{

class ActBar;
class DataTable;
class DetailPage;
class IconLabel;
class IdMapView;
class ToneLabel;

/**
 * A card opened: all rows of a facet inside and outside, and beside them, as pages, the tables that
 * show it in depth.
 */
class FacetDetail : public QWidget
{
    Q_OBJECT
public:
    explicit FacetDetail(QWidget *parent = nullptr);

    void showFacet(FacetKind kind, ComparisonModel *model);
    void setSummary(const FacetSummary &summary);
    /** The pages of the facet that is shown. */
    void setDetails(const QList<DetailTable> &tables, Marks marks);
    /** For the page of ID maps, where that is one of them. */
    void setMaps(const QList<MappedRange> &uids, const QList<MappedRange> &gids);
    [[nodiscard]] FacetKind kind() const { return m_kind; }
    [[nodiscard]] QTableView *table() const;
    [[nodiscard]] DataTable *rows() const { return m_rows; }
    /** The table of the page that is in front. */
    [[nodiscard]] DataTable *currentRows() const;
    [[nodiscard]] QTabWidget *pages() const { return m_pages; }
    /** What can be done to the facet depends on it. */
    void setState(const SessionState &state);
    [[nodiscard]] ActBar *acts() const { return m_acts; }
    /** In the tree of processes, when that is shown. */
    void showProcess(std::int32_t pid);
    /** The page of this table; null: it has none. */
    [[nodiscard]] DetailPage *page(QLatin1StringView id) const;

Q_SIGNALS:
    void closed();
    void explanationWanted();
    /** This is to be looked at closely from now on. */
    void watchWanted(const nsw::Watched &watch);
    /** This process is to be shown among all others. */
    void processWanted(std::int32_t pid);

protected:
    void changeEvent(QEvent *event) override;

private:
    void drawMaps(DetailPage *page);
    void turnPagesByKey();
    void addPage(const DetailTable &table);
    void showPageLike(const QString &id);
    void openProcess(std::int32_t pid);
    void watchProcess(std::int32_t pid);
    void watchFile(const QString &path);
    void fitRows();
    [[nodiscard]] QList<int> columnWidths() const;
    [[nodiscard]] ComparisonRow currentRow() const;

    FacetKind m_kind = FacetKind::Namespaces;
    IconLabel *m_icon;
    ToneLabel *m_title;
    ToneLabel *m_numbers;
    ToneLabel *m_unreadable;
    QCheckBox *m_onlyDifferences;
    DataTable *m_rows;
    QTabWidget *m_pages;
    QList<DetailPage *> m_details;
    IdMapView *m_uids = nullptr; ///< parts of a page of m_details
    IdMapView *m_gids = nullptr;
    ActBar *m_acts;
    Watched m_watch;
};

} // namespace nsw
