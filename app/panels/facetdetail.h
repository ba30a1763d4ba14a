// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/comparisonmodel.h"
#include "app/models/facetsummary.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;
class QSortFilterProxyModel;
class QTableView;
class QToolButton;

namespace nsw
{

class Badge;
class IconLabel;
class ToneLabel;

/** A card opened: all rows of a facet, filtered as one types. */
class FacetDetail : public QWidget
{
    Q_OBJECT
public:
    explicit FacetDetail(QWidget *parent = nullptr);

    void showFacet(FacetKind kind, ComparisonModel *model);
    void setSummary(const FacetSummary &summary);
    [[nodiscard]] FacetKind kind() const { return m_kind; }
    [[nodiscard]] QTableView *table() const { return m_table; }

Q_SIGNALS:
    void closed();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void setUpTable();
    void showCount();
    void fitColumns();

    FacetKind m_kind = FacetKind::Namespaces;
    QSortFilterProxyModel *m_proxy;
    IconLabel *m_icon;
    ToneLabel *m_title;
    ToneLabel *m_numbers;
    ToneLabel *m_count;
    ToneLabel *m_unreadable;
    QLineEdit *m_filter;
    QCheckBox *m_onlyDifferences;
    QTableView *m_table;
};

} // namespace nsw
