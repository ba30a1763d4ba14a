// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/state.h"

#include <QMainWindow>

class QLabel;

namespace nsw
{

class Appearance;
class CardsPanel;
class ChartsPanel;
class ConfigurationPanel;
class Document;
class EverybodyAction;
class Expectations;
class Exports;
class FileCommands;
class Machines;
class Masking;
class MessageBar;
class MomentStrip;
class Projector;
class Recordings;
class ReplayBar;
class SessionController;
class Starter;
class Stepping;
class StepsPanel;
class TerminalsPanel;
class WindowLayout;
class WindowMenus;
class Zoom;
struct StepChange;

/** The window: configuration left, inside and outside in the centre, steps below. */
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    enum class Mode : std::uint8_t {
        Live,
        Still, ///< shows what it is given: no session, no settings read or written
    };
    explicit MainWindow(Mode mode = Mode::Live, QWidget *parent = nullptr);
    ~MainWindow() override;

    void openFile(const QString &path);
    /** For a still window: this configuration, and this state of its session. */
    void showStill(const Configuration &configuration, const SessionState &state);

    void start();
    void stop();
    [[nodiscard]] Stepping *stepping() const { return m_stepping; }
    /** To the search field of the table that is being looked at. */
    void find();
    /** What the card or panel that is being looked at is about. */
    void explain();
    void resetLayout();

    [[nodiscard]] Document *document() const { return m_document; }
    [[nodiscard]] const SessionState &state() const;
    /** As they are on the screen, with placeholders where names are masked. */
    [[nodiscard]] SessionState shownState() const;
    [[nodiscard]] Configuration shownConfiguration() const;
    /** The one with the focus, whole. */
    [[nodiscard]] QWidget *panelLookedAt() const;
    [[nodiscard]] ConfigurationPanel *configurationPanel() const { return m_configuration; }
    [[nodiscard]] const Starter *starter() const { return m_starter; }
    [[nodiscard]] CardsPanel *cards() const { return m_cards; }
    [[nodiscard]] StepsPanel *steps() const { return m_steps; }
    [[nodiscard]] ChartsPanel *charts() const { return m_charts; }
    [[nodiscard]] TerminalsPanel *terminals() const { return m_terminals; }
    [[nodiscard]] MomentStrip *moments() const { return m_moments; }
    [[nodiscard]] MessageBar *message() const { return m_message; }
    [[nodiscard]] Zoom *zoom() const { return m_zoom; }
    [[nodiscard]] Appearance *appearance() const { return m_appearance; }
    [[nodiscard]] Masking *masking() const { return m_masking; }
    [[nodiscard]] WindowLayout *arrangement() const { return m_layout; }
    [[nodiscard]] Projector *projector() const { return m_projector; }
    [[nodiscard]] Exports *exports() const { return m_exports; }
    [[nodiscard]] Recordings *recordings() const { return m_recordings; }
    [[nodiscard]] SessionController *session() const { return m_session; }
    [[nodiscard]] Machines *machines() const { return m_machines; }
    [[nodiscard]] EverybodyAction *everybody() const { return m_everybody; }
    [[nodiscard]] Expectations *expectations() const { return m_expectations; }

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void connectParts();
    void connectView();
    void connectTerminals();
    void addTimeline();
    void connectFiles();

    void onEdited();
    void onReplaced();
    void onState();
    void onFailed(const Error &error);
    void showTitle();
    void showTerminals(SessionState shown);
    void showPhase(const SessionState &state);
    [[nodiscard]] std::optional<StepChange> shownChange() const;

    Mode m_mode;
    Zoom *m_zoom;
    Appearance *m_appearance;
    Masking *m_masking;
    Document *m_document;
    FileCommands *m_files;
    SessionController *m_session;
    ConfigurationPanel *m_configuration;
    MessageBar *m_message;
    CardsPanel *m_cards;
    StepsPanel *m_steps;
    ChartsPanel *m_charts;
    TerminalsPanel *m_terminals;
    MomentStrip *m_moments;
    ReplayBar *m_replay;
    Starter *m_starter;
    Stepping *m_stepping;
    Recordings *m_recordings;
    WindowLayout *m_layout;
    Projector *m_projector = nullptr;
    Exports *m_exports;
    Machines *m_machines;
    EverybodyAction *m_everybody;
    Expectations *m_expectations;
    WindowMenus *m_menus = nullptr;
    QLabel *m_phase;
    SessionState m_still; ///< what a still window shows
};

} // namespace nsw
