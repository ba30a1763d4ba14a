// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/stepsmodel.h"
#include "core/model/hostfacts.h"

#include <QWidget>

#include <functional>

class QMenu;
class QScrollArea;
class QSplitter;
class QTabWidget;
class QTableView;

namespace nsw
{

class DataTable;
class FindingsView;
class OutputView;
class StepGuideView;
class ToneLabel;

/** Every system call in order, and what the command wrote. */
class StepsPanel : public QWidget
{
    Q_OBJECT
public:
    explicit StepsPanel(QWidget *parent = nullptr);

    void setState(const SessionState &state);
    /** How far the steps were at a moment of the past, until showPresent(). The output stays. */
    void showPast(const SessionState &state);
    void showPresent();
    /** Before Start: the steps that would be made. */
    void setPreview(const Plan &plan);
    /** What is known of the machine, for the explanation of a failure; nothing: it is another one.
     */
    void setFacts(const std::optional<HostFacts> &facts) { m_facts = facts; }
    void clearOutput();
    void setRecorded(bool isRecorded);
    /** How the command's output is shown. */
    void setOutputText(std::function<QString(const QString &)> shown);
    [[nodiscard]] StepsModel *model() const { return m_model; }
    [[nodiscard]] QTableView *table() const;
    [[nodiscard]] DataTable *rows() const { return m_rows; }
    /** Where it pauses, and before which step it is paused; that one is brought into view. */
    void setPauses(const QSet<std::int32_t> &breakpoints, std::optional<std::int32_t> next);
    /** The step that is looked at; absent: none is. */
    [[nodiscard]] std::optional<Step> currentStep() const;
    /** Asks for other arguments of a step; stepEdited() follows. */
    void editStep(const Step &step);
    void showSteps();
    void startSearch();
    /** Without tabs and search, for a room. */
    void setBare(bool bare);
    void showOutput();
    /** One more page beside steps and output. */
    void addPage(QWidget *page, const QString &iconName, const QString &title);
    void showPage(QWidget *page);

Q_SIGNALS:
    void inputGiven(const QByteArray &bytes);
    void breakpointToggled(std::int32_t n);
    void stepEdited(const nsw::Step &step);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    /** What is shown of a state. */
    struct Shown {
        QList<StepState> steps;
        Findings consequences; ///< of edits
        std::optional<StepState> failed;
    };
    static Shown shownOf(const SessionState &state);
    void setShown(const Shown &shown);
    void present(const Shown &shown);
    void fitConsequences();
    void setUpConsequences();
    void showGuide();
    void showSearch();
    void fillMenu(QMenu *menu);
    [[nodiscard]] bool isEditable(const Step &step) const;
    [[nodiscard]] QList<int> columnWidths() const;

    std::optional<HostFacts> m_facts;
    Shown m_present;
    std::optional<std::int32_t> m_next; ///< the step before which it is paused
    bool m_isPast = false;
    bool m_isRecorded = false;
    bool m_isGuideSized = false;
    StepsModel *m_model;
    bool m_isBare = false;
    QTabWidget *m_tabs;
    DataTable *m_rows;
    QSplitter *m_beside;
    StepGuideView *m_guide;
    FindingsView *m_consequences;
    QScrollArea *m_consequencesArea;
    QWidget *m_failure;
    std::int32_t m_shownFailure = 0; ///< the number of its step
    ToneLabel *m_explanation;
    OutputView *m_output;
};

} // namespace nsw
