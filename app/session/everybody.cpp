// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/everybody.h"

#include <algorithm>
#include <cerrno>
#include <chrono>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using namespace std::chrono_literals;

namespace
{

constexpr auto kLookAgain = 2s;

/** Where they have to be looked at from. */
constexpr std::array kSamePlace{NsKind::Pid, NsKind::Network};

} // namespace

Everybody::Everybody(QObject *parent)
    : QObject(parent)
{
    m_refresh.setInterval(kLookAgain);
    connect(&m_refresh, &QTimer::timeout, this, &Everybody::look);
}

void Everybody::begin(const std::optional<NamespacesFacet> &ours, const PrivilegedLimits &limits)
{
    m_ours = ours;
    m_isOn = false;
    m_session = std::make_unique<Session>();
    connect(m_session.get(), &Session::eventReceived, this, &Everybody::onEvent);
    connect(m_session.get(), &Session::failed, this, &Everybody::fail);
    m_session->open(Privilege::Inspect, limits);
    look();
    m_refresh.start();
}

void Everybody::end()
{
    if (!m_session) {
        return;
    }
    m_refresh.stop();
    m_isOn = false;
    m_session->disconnect(this);
    m_session.release()->deleteLater(); // it may be the caller
    Q_EMIT ended();
}

void Everybody::fail(const Error &error)
{
    end();
    Q_EMIT failed(error);
}

void Everybody::look()
{
    m_session->send(InspectRequest{});
}

void Everybody::onEvent(const Event &event)
{
    const auto *facet = std::get_if<FacetEvent>(&event);
    if (facet == nullptr) {
        return;
    }
    if (replaces(*facet)) {
        Q_EMIT seen(event);
    } else if (facet->kind == FacetKind::Namespaces && facet->facet && !m_isOn) {
        onNamespaces(std::get<NamespacesFacet>(*facet->facet));
    }
}

/** A window in a container has other processes around it than the helper. */
void Everybody::onNamespaces(const NamespacesFacet &theirs)
{
    for (const NsKind kind : kSamePlace) {
        const auto &here = m_ours ? m_ours->of(kind) : std::nullopt;
        const auto &there = theirs.of(kind);
        if (!here || !there || here->inode != there->inode) {
            fail({.operation = u"everybody"_s, .error = Errno{EXDEV}, .subject = nameOf(kind)});
            return;
        }
    }
    m_isOn = true;
    Q_EMIT began();
}

bool Everybody::replaces(const FacetEvent &event) const
{
    return m_isOn && event.side == Side::Outside && std::ranges::contains(kKinds, event.kind);
}

void Everybody::addTo(SessionState &state) const
{
    if (!m_isOn) {
        return;
    }
    for (const FacetKind kind : kKinds) {
        const auto found = m_session->state().facets.find({Side::Outside, kind});
        if (found != m_session->state().facets.end()) {
            state.facets.insert_or_assign(found->first, found->second);
        }
    }
}

} // namespace nsw
