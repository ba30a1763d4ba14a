// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/text/details.h"

#include <QWidget>

namespace nsw
{

class AskBar;
class DataTable;
class DetailModel;
class ToneLabel;

/** One table of a facet in depth, with a sentence that says how to read it. */
class DetailPage : public QWidget
{
    Q_OBJECT
public:
    explicit DetailPage(const DetailTable &table, QWidget *parent = nullptr);

    void setTable(const DetailTable &table, Marks marks = Marks::Made);
    /** Something drawn, above the table. */
    void addDrawing(QWidget *drawing);
    /** Where what the table is about is named; null: it is about all there is. */
    [[nodiscard]] AskBar *asks() const { return m_ask; }
    /** Goes to the row with this key, if it is there. */
    void showRow(const QString &key);
    [[nodiscard]] DataTable *rows() const { return m_rows; }
    [[nodiscard]] DetailModel *model() const { return m_model; }
    [[nodiscard]] QString id() const { return m_table.id; }

Q_SIGNALS:
    /** A row that leads to a process was opened. */
    void processWanted(std::int32_t pid);

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QList<int> columnWidths() const;
    void fitRows();
    void compareMarked();

    DetailTable m_table;
    DetailModel *m_model;
    ToneLabel *m_note;
    DataTable *m_rows;
    ToneLabel *m_compared;
    AskBar *m_ask = nullptr;
};

} // namespace nsw
