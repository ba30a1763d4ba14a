// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/sessioncontroller.h"

#include <cerrno>
#include <chrono>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using namespace std::chrono_literals;

namespace
{

constexpr auto kFrame = 16ms;
constexpr auto kRefresh = 2s;

} // namespace

SessionController::SessionController(QObject *parent)
    : QObject(parent)
{
    m_clock.start();
    m_coalesce.setSingleShot(true);
    m_coalesce.setInterval(kFrame);
    m_refresh.setInterval(kRefresh);
    m_patience.setSingleShot(true);
    connect(&m_coalesce, &QTimer::timeout, this, &SessionController::show);
    connect(&m_refresh, &QTimer::timeout, this, &SessionController::inspect);
    connect(&m_everybody, &Everybody::seen, this, &SessionController::append);
    connect(&m_everybody, &Everybody::ended, this, &SessionController::onEverybodyEnded);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        if (!isRunning()) { // what runs may end by itself yet
            onFailed({.operation = u"facts"_s, .error = Errno{ETIMEDOUT}, .subject = {}});
        }
    });
}

void SessionController::lookOutside()
{
    connectSession(Privilege::None);
    inspect();
    m_refresh.start();
}

void SessionController::lookAtEverybody()
{
    const Facet *ours = m_shown.facet(Side::Outside, FacetKind::Namespaces);
    m_everybody.begin(ours == nullptr ? std::nullopt
                                      : std::optional(std::get<NamespacesFacet>(*ours)),
                      m_limits.privileged);
}

/** What the user sees with the own rights is shown again. */
void SessionController::onEverybodyEnded()
{
    const auto &ours = m_session->state().facets;
    for (const FacetKind kind : Everybody::kKinds) {
        const auto own = ours.find({Side::Outside, kind});
        const auto shown = m_shown.facets.find({Side::Outside, kind});
        if (own != ours.end() && shown != m_shown.facets.end() && own->second != shown->second) {
            append(FacetEvent{
                .container = {}, .side = Side::Outside, .kind = kind, .facet = own->second});
        }
    }
}

void SessionController::setMachine(const std::optional<RemoteMachine> &machine)
{
    m_everybody.end();
    m_machine = machine;
    m_shown = {}; // nothing that is known of one machine holds for another
    m_ran = false;
    beginAgain();
    m_run.history = History();
    lookOutside();
    Q_EMIT stateChanged();
}

bool SessionController::askFacts(const Configuration &configuration, bool again)
{
    if (again && (!m_usable || m_asked != Privilege::None)) {
        connectSession(Privilege::None);
    }
    if (!m_usable || m_asked != Privilege::None) {
        return false;
    }
    m_session->send(FactsRequest{.id = ++m_factsAsked, .configuration = configuration});
    if (!m_machine) { // from elsewhere they may wait for a password
        m_patience.start(m_limits.facts);
    }
    return true;
}

void SessionController::connectSession(Privilege asked)
{
    m_asked = asked;
    m_usable = true;
    m_ran = false;
    m_patience.stop();
    m_session = std::make_unique<Session>();
    connect(m_session.get(), &Session::eventReceived, this, &SessionController::onEvent);
    connect(m_session.get(), &Session::failed, this, &SessionController::onFailed);
    if (m_machine && asked == Privilege::None) {
        m_session->open(*m_machine);
    } else {
        m_session->open(asked, m_limits.privileged);
    }
    if (m_watch != Watched{}) {
        m_session->send(WatchRequest{m_watch});
    }
}

void SessionController::onEvent(const Event &event)
{
    if (const auto *facts = std::get_if<FactsEvent>(&event)) {
        if (facts->id == m_factsAsked) {
            m_patience.stop();
            Q_EMIT factsCame(facts->facts);
        }
        return;
    }
    const auto *facet = std::get_if<FacetEvent>(&event);
    if (facet != nullptr && m_everybody.replaces(*facet)) {
        return; // more is seen than that
    }
    append(event);
    if (const auto *done = std::get_if<ActDoneEvent>(&event)) {
        show();
        Q_EMIT actDone(*done);
    } else if (const auto *refusal = std::get_if<RefusedEvent>(&event);
               refusal != nullptr && isRunning()) {
        show();
        Q_EMIT refused(*refusal);
    }
}

void SessionController::append(const Event &event)
{
    m_run.history.append(std::chrono::milliseconds(m_clock.elapsed()), event);
    if (!m_coalesce.isActive()) {
        m_coalesce.start();
    }
    Q_EMIT eventReceived(event);
}

void SessionController::inspect()
{
    if (m_usable && !isRunning() && m_asked == Privilege::None) {
        m_session->send(InspectRequest{});
    }
}

void SessionController::start(const StartRequest &request, Privilege asked)
{
    if (!m_usable || asked != m_asked || asked != Privilege::None) {
        connectSession(asked);
    }
    beginAgain();
    m_run.configuration = request.configuration;
    m_run.startedAt = QDateTime::currentDateTime();
    m_ran = true;
    m_session->send(request);
    show();
}

/** What was run is kept, and time begins anew. */
void SessionController::beginAgain()
{
    m_earlier.add(m_run);
    m_run = {.configuration = {}, .startedAt = {}, .history = std::move(m_run.history)};
    m_run.history.startAgain();
    m_clock.restart();
}

void SessionController::stop()
{
    if (!isRunning()) {
        return;
    }
    if (!m_session->isOpen()) {
        // Nobody answered yet, and nobody has to any more.
        goBackToOwnRights();
        forget();
        return;
    }
    m_session->send(StopRequest{});
    show();
}

void SessionController::go(std::optional<std::int32_t> before)
{
    if (isRunning() && !m_replay) {
        m_session->send(GoRequest{before});
    }
}

void SessionController::edit(const Step &step)
{
    if (isRunning() && !m_replay) {
        m_session->send(EditRequest{step});
    }
}

void SessionController::showRecording(std::unique_ptr<Replay> replay)
{
    connect(replay.get(), &Replay::moved, this, &SessionController::stateChanged);
    m_replay = std::move(replay);
    Q_EMIT stateChanged();
}

void SessionController::closeRecording()
{
    m_replay.reset();
    Q_EMIT stateChanged();
}

void SessionController::sendInput(const QByteArray &bytes)
{
    if (isRunning() && !m_replay) {
        m_session->send(InputRequest{bytes});
    }
}

void SessionController::send(const Request &request)
{
    if (isRunning()) {
        m_session->send(request);
    }
}

void SessionController::act(Side side, const Act &act)
{
    if (isRunning() && !m_replay) {
        m_session->send(ActRequest{.id = ++m_acts, .side = side, .act = AskedAct{act}});
    }
}

void SessionController::watch(const Watched &watch)
{
    m_watch = watch;
    if (m_usable) {
        m_session->send(WatchRequest{watch});
        inspect();
    }
}

void SessionController::forget()
{
    m_ran = false;
    beginAgain();
    std::erase_if(m_shown.facets,
                  [](const auto &entry) { return entry.first.first == Side::Inside; });
    SessionState fresh;
    fresh.facets = std::move(m_shown.facets);
    m_shown = std::move(fresh);
    Q_EMIT stateChanged();
}

bool SessionController::isRunning() const
{
    return m_shown.phase == Phase::Connecting || m_shown.phase == Phase::Running
        || m_shown.phase == Phase::Stopping;
}

void SessionController::onFailed(const Error &error)
{
    m_usable = false;
    m_patience.stop();
    if (m_ran) {
        showRun();
        m_shown.phase = m_shown.steps.isEmpty() ? Phase::Idle : Phase::Lost;
    }
    if (m_asked != Privilege::None) {
        // Later: this is called by the session that is to go.
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (!m_usable) {
                    goBackToOwnRights();
                }
            },
            Qt::QueuedConnection);
    }
    Q_EMIT stateChanged();
    if (!m_replay) {
        Q_EMIT failed(error); // a recording takes no supervisor
    }
}

/** Rights are kept no longer than they are needed. */
void SessionController::goBackToOwnRights()
{
    connectSession(Privilege::None);
    Q_EMIT supervisorChanged();
}

void SessionController::show()
{
    if (m_ran) {
        showRun();
    } else {
        showOutside();
    }
    Q_EMIT stateChanged();
    if (m_ran && !isRunning() && m_asked != Privilege::None) {
        goBackToOwnRights();
    }
}

void SessionController::showRun()
{
    const SessionState before = std::move(m_shown);
    m_shown = m_session->state();
    if (!m_session->isOpen() && m_usable) {
        m_shown.phase = Phase::Connecting;
    }
    // The outside does not go away because something starts.
    for (const auto &[key, facet] : before.facets) {
        if (key.first == Side::Outside) {
            m_shown.facets.insert({key, facet});
        }
    }
    m_everybody.addTo(m_shown);
}

void SessionController::showOutside()
{
    for (const auto &[key, facet] : m_session->state().facets) {
        if (key.first == Side::Outside) {
            m_shown.facets.insert_or_assign(key, facet);
        }
    }
    m_everybody.addTo(m_shown);
}

} // namespace nsw
