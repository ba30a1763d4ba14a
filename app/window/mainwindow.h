// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/prepare.h"
#include "app/session/state.h"

#include <QMainWindow>
#include <QTimer>

class QLabel;
class QSplitter;
class QVBoxLayout;

namespace nsw
{

class CardsPanel;
class ChartsPanel;
class ConfigurationPanel;
class Document;
class FileCommands;
class MessageBar;
class MomentStrip;
class SessionController;
class StepsPanel;
class Zoom;

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
    /** To the search field of the table that is being looked at. */
    void find();

    [[nodiscard]] Document *document() const { return m_document; }
    [[nodiscard]] const SessionState &state() const;
    [[nodiscard]] ConfigurationPanel *configurationPanel() const { return m_configuration; }
    [[nodiscard]] CardsPanel *cards() const { return m_cards; }
    [[nodiscard]] StepsPanel *steps() const { return m_steps; }
    [[nodiscard]] ChartsPanel *charts() const { return m_charts; }
    [[nodiscard]] MomentStrip *moments() const { return m_moments; }
    [[nodiscard]] MessageBar *message() const { return m_message; }
    [[nodiscard]] Zoom *zoom() const { return m_zoom; }

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void makeActions();
    void makeMenus();
    void makeToolBar();
    void makeBody();
    void connectParts();
    void addTimeline(QVBoxLayout *column);
    void restoreLayout();
    void saveLayout() const;

    void onEdited();
    void onReplaced();
    void onState();
    void onFailed(const Error &error);
    void onChosen(const QString &id);
    void replan();
    void askForRights();
    void addUserNamespace();
    void showTitle();
    void showPhase(const SessionState &state);

    Mode m_mode;
    Zoom *m_zoom;
    Document *m_document;
    FileCommands *m_files;
    SessionController *m_session;
    ConfigurationPanel *m_configuration;
    MessageBar *m_message;
    CardsPanel *m_cards;
    StepsPanel *m_steps;
    ChartsPanel *m_charts;
    MomentStrip *m_moments;
    QSplitter *m_sides = nullptr;
    QSplitter *m_centre = nullptr;
    QLabel *m_phase = nullptr;
    QAction *m_start = nullptr;
    QAction *m_stop = nullptr;
    QTimer m_replan;
    Prepared m_prepared;
    bool m_preview = true; ///< the steps that are shown are those of the next Start
};

} // namespace nsw
