// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/text/idmaptext.h"

#include <QWidget>

namespace nsw
{

/**
 * An ID map drawn: the ranges inside on the left, the ones outside on the right, and what belongs
 * together tied by a band. Below it the faults and gaps, in words.
 *
 * Each range is one block, however many IDs it has: 1 and 65536 are both to be seen.
 */
class IdMapView : public QWidget
{
    Q_OBJECT
public:
    /** `name`: what is mapped, "User IDs". */
    explicit IdMapView(const QString &name, QWidget *parent = nullptr);

    void setMap(const QList<MappedRange> &map);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Block {
        QString text;
        qsizetype range; ///< place in the map
        quint64 first;
    };

    [[nodiscard]] int blockHeight() const;
    [[nodiscard]] QList<Block> blocks(std::uint32_t MappedRange::*begin) const;
    [[nodiscard]] QRect rectOf(qsizetype place, bool isInside) const;
    void
    paintBands(QPainter &painter, const QList<Block> &inside, const QList<Block> &outside) const;
    void paintBlocks(QPainter &painter, const QList<Block> &blocks, bool isInside) const;
    void paintRemarks(QPainter &painter) const;
    [[nodiscard]] QString remarksText() const;

    QString m_name;
    QList<MappedRange> m_map;
    QList<MapRemark> m_remarks;
};

} // namespace nsw
