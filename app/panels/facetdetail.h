// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/comparisonmodel.h"
#include "app/models/facetsummary.h"

#include <QWidget>

class QCheckBox;
class QTableView;

namespace nsw
{

class ActBar;
class DataTable;
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
    /** What can be done to the facet depends on it. */
    void setState(const SessionState &state);
    [[nodiscard]] FacetKind kind() const { return m_kind; }
    [[nodiscard]] QTableView *table() const;
    [[nodiscard]] DataTable *rows() const { return m_rows; }
    [[nodiscard]] ActBar *acts() const { return m_acts; }

Q_SIGNALS:
    void closed();

protected:
    void changeEvent(QEvent *event) override;

private:
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
    ActBar *m_acts;
};

} // namespace nsw
