// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/moments.h"

#include <QSlider>

namespace nsw
{

/**
 * Chooses a moment of a session; the present is at its right end, and it stays there while moments
 * come. A tall tick is a step, a dot a change.
 */
class MomentSlider : public QSlider
{
    Q_OBJECT
public:
    explicit MomentSlider(QWidget *parent = nullptr);

    void setMoments(const QList<Moment> &moments);
    /** Nothing: the present. */
    [[nodiscard]] std::optional<Moment> moment() const;
    /** Without a word to who listens to moved(). */
    void toPresent();
    void toFirst();
    /** The moment of this event, or the end; without a word to who listens to moved(). */
    void showSerial(qint64 serial);
    /** What the right end is: the present, or the end of a recording. */
    void setRecorded(bool isRecorded);
    /** "0.215 s, step 5, sethostname" */
    [[nodiscard]] QString text() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void moved();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void onValue(int value);
    void speak();
    [[nodiscard]] int tickHeight() const;

    QList<Moment> m_moments;
    bool m_isRecorded = false;
    std::optional<qint64> m_serial; ///< of the moment; nothing: the present
};

} // namespace nsw
