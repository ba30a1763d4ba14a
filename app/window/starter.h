// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/prepare.h"

#include <QObject>
#include <QTimer>

namespace nsw
{

class ConfigurationPanel;
class Document;
class Masking;
class MessageBar;
class SessionController;
class StepsPanel;

/** The way from a configuration to its start: plans after each edit, shows the plan, asks for the
 * rights that it needs, and starts. */
class Starter : public QObject
{
    Q_OBJECT
public:
    struct Parts {
        Document *document = nullptr;
        ConfigurationPanel *configuration = nullptr;
        SessionController *session = nullptr;
        StepsPanel *steps = nullptr;
        MessageBar *message = nullptr;
        Masking *masking = nullptr;
    };
    Starter(const Parts &parts, QObject *parent);

    /** The configuration is another one; the plan follows shortly. */
    void edited();
    /** At once; the plan is there when the supervisor has told what it has to know. */
    void replan();
    void showPlan();
    /** A plan that was made elsewhere, and by whom. */
    void showStill(const Plan &plan, bool isRoot);
    /** What was shown before that. */
    void showLive();
    /** `before`: the step to pause at. */
    void start(std::optional<std::int32_t> before = std::nullopt);
    /** The steps that are shown are those of the next Start. */
    [[nodiscard]] bool isPreview() const { return m_isPreview; }

    /** What the supervisor told last, for the configuration as it is or as it just was. */
    [[nodiscard]] const HostFacts &facts() const { return m_prepared.facts; }

    void addUserNamespace();

Q_SIGNALS:
    /** The configuration in the panel was changed here. */
    void changed();
    void factsChanged(const HostFacts &facts);

private:
    void onFacts(const HostFacts &facts);
    void onFailed();
    void usePlan(const Prepared &prepared);
    void startPlanned();
    void askForRights() const;
    void onChosen(const QString &id);
    void begin(Privilege asked);

    Parts m_parts;
    QTimer m_replan;
    Configuration m_planned; ///< what the facts were asked for
    Prepared m_prepared;
    bool m_hasFacts = false;
    QList<SeenNamespace> m_seen; ///< of what is joined, when Start was pressed
    bool m_isPreview = true;
    std::optional<std::int32_t> m_before; ///< the step to pause at, of the start that is asked for
    bool m_wasPreview = true; ///< before a plan of elsewhere was shown
    bool m_startsWhenPlanned = false;
    std::optional<bool> m_stillRoot; ///< of a still window: whether root made the plan
};

} // namespace nsw
