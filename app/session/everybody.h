// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/session.h"

#include <QTimer>

#include <memory>

namespace nsw
{

/**
 * Everybody's processes, as an administrator lets them be seen: a session that looks and can do
 * nothing else, beside the one that has the user's own rights. What it tells of the outside takes
 * the place of what the user may see; all else stays as the user sees it.
 */
class Everybody : public QObject
{
    Q_OBJECT
public:
    /** What rights decide about. The rest would be the helper's: its users, its limits, its clocks.
     */
    static constexpr std::array kKinds{
        FacetKind::Processes, FacetKind::Relations, FacetKind::Sockets, FacetKind::Firewall};

    explicit Everybody(QObject *parent = nullptr);

    /** Asks for it; `began()` or `failed()` follows. `ours`: where the user's own session looks
     * from. */
    void begin(const std::optional<NamespacesFacet> &ours, const PrivilegedLimits &limits);
    void end();
    /** From `began()` on. */
    [[nodiscard]] bool isOn() const { return m_isOn; }

    /** The one that the user's own session told is shown no more. */
    [[nodiscard]] bool replaces(const FacetEvent &event) const;
    /** Puts what is seen into the place of what the user sees. */
    void addTo(SessionState &state) const;

Q_SIGNALS:
    void began();
    /** After failed() too. */
    void ended();
    void failed(const nsw::Error &error);
    /** A facet that takes the place of the user's. */
    void seen(const nsw::Event &event);

private:
    void look();
    void onEvent(const Event &event);
    void onNamespaces(const NamespacesFacet &theirs);
    void fail(const Error &error);

    std::unique_ptr<Session> m_session;
    std::optional<NamespacesFacet> m_ours;
    QTimer m_refresh;
    bool m_isOn = false;
};

} // namespace nsw
