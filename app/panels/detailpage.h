// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/text/details.h"

#include <QWidget>

namespace nsw
{

class DataTable;
class DetailModel;
class ToneLabel;

/** One table of a facet in depth, with a sentence that says how to read it. */
class DetailPage : public QWidget
{
    Q_OBJECT
public:
    explicit DetailPage(const DetailTable &table, QWidget *parent = nullptr);

    void setTable(const DetailTable &table);
    [[nodiscard]] DataTable *rows() const { return m_rows; }
    [[nodiscard]] DetailModel *model() const { return m_model; }
    [[nodiscard]] QLatin1StringView id() const { return m_id; }

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QList<int> columnWidths() const;
    void fitRows();

    QLatin1StringView m_id;
    DetailModel *m_model;
    ToneLabel *m_note;
    DataTable *m_rows;
};

} // namespace nsw
