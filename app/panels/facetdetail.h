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
    [[nodiscard]] FacetKind kind() const { return m_kind; }
    [[nodiscard]] QTableView *table() const;
    [[nodiscard]] DataTable *rows() const { return m_rows; }

Q_SIGNALS:
    void closed();
    void explanationWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void fitRows();
    [[nodiscard]] QList<int> columnWidths() const;

    FacetKind m_kind = FacetKind::Namespaces;
    IconLabel *m_icon;
    ToneLabel *m_title;
    ToneLabel *m_numbers;
    ToneLabel *m_unreadable;
    QCheckBox *m_onlyDifferences;
    DataTable *m_rows;
};

} // namespace nsw
