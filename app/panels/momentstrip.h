// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panels/momentslider.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;

namespace nsw
{

class IconLabel;
class ToneLabel;

/** Chooses the moment that is shown, and another one to compare it with. */
class MomentStrip : public QWidget
{
    Q_OBJECT
public:
    explicit MomentStrip(QWidget *parent = nullptr);

    /** With fewer than two there is nothing to choose, and nothing to see. */
    void setMoments(const QList<Moment> &moments);
    [[nodiscard]] bool isLive() const;
    [[nodiscard]] bool isComparing() const;
    [[nodiscard]] MomentSlider *shown() const { return m_shown; }
    [[nodiscard]] MomentSlider *other() const { return m_other; }
    [[nodiscard]] Side side() const;
    void goLive();
    /** There is no present to go back to. */
    void setRecorded(bool isRecorded);
    /** Without a word to who listens to chosen(). */
    void showSerial(qint64 serial);
    /** The first moment beside the present. */
    void setComparing(bool comparing);

    /** Esc that nothing else in the window wants goes back to live. */
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void chosen();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void makeParts();
    void layOut();
    void onCompare(bool comparing);
    void onChosen();
    void showTexts();
    /** Something else is shown than what is played or happens. */
    [[nodiscard]] bool isPast() const;

    bool m_isRecorded = false;
    MomentSlider *m_shown;
    MomentSlider *m_other;
    IconLabel *m_icon;
    QLabel *m_shownLabel;
    QLabel *m_otherLabel;
    ToneLabel *m_shownText;
    ToneLabel *m_otherText;
    QCheckBox *m_compare;
    QComboBox *m_side;
    QPushButton *m_back;
};

} // namespace nsw
