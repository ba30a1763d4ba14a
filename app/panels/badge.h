// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/facetsummary.h"
#include "app/panels/theme.h"

#include <QWidget>

namespace nsw
{

/** A pill with a shape and a word: isolated, shared, 5 of 8 isolated. */
class Badge : public QWidget
{
    Q_OBJECT
public:
    explicit Badge(QWidget *parent = nullptr);

    void setLook(const QString &iconName, const QString &word, Tone tone);
    [[nodiscard]] QString word() const { return m_word; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon;
    QString m_word;
    Tone m_tone = Tone::Muted;
};

} // namespace nsw
