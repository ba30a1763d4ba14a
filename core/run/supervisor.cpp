// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/supervisor.h"

#include "core/plan/grant.h"
#include "core/plan/planner.h"
#include "core/plan/seen.h"
#include "core/probe/hostfacts.h"
#include "core/probe/trials.h"
#include "core/run/confine.h"
#include "core/run/container.h"
#include "core/run/factslook.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <memory>

#include <fcntl.h>
#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

constexpr std::int64_t kStopGraceMs = 2000;
constexpr std::array<std::int32_t, 2> kRefreshMs{10, 3'600'000}; ///< the shortest and the longest
constexpr std::int64_t kHangUpGraceMs = 1000;

class Supervisor
{
public:
    explicit Supervisor(SupervisorOptions options)
        : m_onBehalfOf(options.onBehalfOf.transform(
              [&](uid_t uid) { return callerAt(options.socket.get(), uid); }))
        , m_grant(options.grant)
        , m_hasStreams(options.hasStreams && !m_onBehalfOf)
        , m_nonce(std::move(options.nonce))
        , m_connection(std::move(options.socket), std::move(options.output))
        , m_proc(::open("/proc", O_DIRECTORY | O_RDONLY | O_CLOEXEC))
        , m_probers(m_proc.get())
        , m_inspection(m_proc.get(), m_probers)
        , m_factsLook(m_proc.get())
    {
    }

    int serve()
    {
        watchSignals();
        m_connection.send(ReadyEvent{.protocol = 1,
                                     .version = QStringLiteral(NSW_VERSION),
                                     .nonce = m_nonce,
                                     .pid = ::getpid(),
                                     .uid = ::geteuid(),
                                     .grant = m_grant});
        m_connection.flush();
        m_facts = gatherStandingFacts(m_proc.get());
        m_facts.onBehalf = m_onBehalfOf.has_value();
        tryOut(m_proc.get(), m_facts);
        (void)CallFilter::ofInit(); // made once, and inherited by every init
        if (m_grant == Privilege::Inspect) {
            // Where it is not taken, what is left is that it has few rights and gains none.
            [[maybe_unused]] const bool isFiltered = CallFilter::ofInspector().install();
        }
        while (!m_connection.isClosed() || m_container) {
            if ((m_connection.isClosed() || m_terminated) && m_container) {
                m_container->stop(kHangUpGraceMs);
                if (letGoOfEnded()) {
                    m_connection.flush();
                    continue; // there was no process yet, whose end would be heard of
                }
            }
            if (m_terminated && !m_container) {
                break;
            }
            wait();
            if (m_container) {
                m_container->onTime(nowUs());
                (void)letGoOfEnded();
            }
            // Before the loop's condition: it may find out that nobody is there any more.
            m_connection.flush();
        }
        return 0;
    }

private:
    bool letGoOfEnded()
    {
        if (!m_container->hasEnded()) {
            return false;
        }
        m_container.reset();
        return true;
    }

    void watchSignals()
    {
        (void)::signal(SIGPIPE, SIG_IGN);
        (void)::signal(SIGINT, SIG_IGN); // for the window or the command line to judge
        (void)::signal(SIGHUP, SIG_IGN);
        sigset_t signals;
        ::sigemptyset(&signals);
        ::sigaddset(&signals, SIGTERM);
        ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
        m_signals.reset(::signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK));
        becomeSubreaper();
    }

    void wait()
    {
        WatchList list;
        if (!m_connection.isClosed()) {
            m_connection.watch(list, [this](const Request &request) { receive(request); });
        }
        list.add(m_signals.get(), POLLIN, [this] {
            signalfd_siginfo info{};
            m_terminated
                = ::read(m_signals.get(), &info, sizeof info) == sizeof info || m_terminated;
        });
        m_inspection.watch(list, m_connection);
        m_factsLook.watch(list, m_connection);
        if (m_container) {
            m_container->watch(list);
        }
        if (!m_inspection.isBusy() && !m_container) {
            m_probers.stock();
        }
        std::vector<pollfd> polled;
        polled.reserve(list.watches.size());
        for (const Watch &watch : list.watches) {
            polled.push_back({watch.fd, watch.events, 0});
        }
        if (::poll(polled.data(), polled.size(), list.timeoutMs(nowUs())) <= 0) {
            return;
        }
        for (std::size_t i = 0; i < polled.size(); ++i) {
            if (polled[i].revents != 0) {
                list.watches[i].ready();
            }
        }
    }

    void receive(const Request &request)
    {
        std::visit(
            [this]<class T>(const T &one) {
                if (m_grant == Privilege::Inspect && !std::same_as<T, InspectRequest>) {
                    refuseBeyondGrant(T::kTag);
                } else {
                    handle(one);
                }
            },
            request);
    }

    void handle(const StartRequest &request)
    {
        if (m_container) {
            refuse(StartRequest::kTag, FindingCode::AlreadyRunning);
            return;
        }
        if (request.refreshMs != 0
            && request.refreshMs
                != std::clamp(request.refreshMs, kRefreshMs.front(), kRefreshMs.back())) {
            refuse(StartRequest::kTag,
                   FindingCode::OutOfRange,
                   u"refreshMs"_s,
                   QString::number(request.refreshMs),
                   u"0, %1 … %2"_s.arg(kRefreshMs.front()).arg(kRefreshMs.back()));
            return;
        }
        if (!m_hasStreams && request.stdio == Stdio::Inherit) {
            refuse(StartRequest::kTag,
                   FindingCode::NotOneAlternative,
                   u"stdio"_s,
                   u"inherit"_s,
                   u"pipe"_s);
            return;
        }
        // A client sends a configuration, never steps: it is planned here, with what holds here.
        std::vector<HeldTarget> targets = gatherFacts(request.configuration);
        Plan made = plan(request.configuration, m_facts);
        made.findings += changedSince(request.seen, m_facts);
        if (!request.configuration.containers.isEmpty()
            && !covers(m_grant,
                       made.privilege,
                       request.configuration.containers.constFirst().namespaces)) {
            refuseBeyondGrant(StartRequest::kTag, nameOf(made.privilege));
            return;
        }
        if (hasErrors(made.findings)) {
            m_connection.send(PlanEvent{made});
            m_connection.send(
                RefusedEvent{.request = QString(StartRequest::kTag), .findings = made.findings});
            return;
        }

        m_container = std::make_unique<ContainerRun>(
            ContainerRun::Options{.plan = std::move(made),
                                  .container = request.configuration.containers.constFirst(),
                                  .onBehalfOf = m_onBehalfOf,
                                  .grant = m_grant,
                                  .targets = std::move(targets),
                                  .stdio = request.stdio,
                                  .refreshMs = request.refreshMs,
                                  .before = request.before,
                                  .watch = m_watch},
            m_proc.get(),
            m_probers,
            m_connection);
        m_container->start();
    }

    void handle(const FactsRequest &request)
    {
        if (m_onBehalfOf) {
            refuseBeyondGrant(FactsRequest::kTag); // it is for whoever has our rights
            return;
        }
        m_factsLook.begin([this, request] {
            (void)gatherFacts(request.configuration);
            return encodeFrame(Event(FactsEvent{.id = request.id, .facts = m_facts}));
        });
    }

    void handle(const StopRequest &)
    {
        if (m_container) {
            m_container->stop(kStopGraceMs);
        }
    }

    void handle(const InputRequest &request)
    {
        if (m_container && !m_container->write(request.bytes)) {
            refuse(InputRequest::kTag,
                   FindingCode::InputWaits,
                   u"bytes"_s,
                   QString::number(m_container->inputKept()),
                   QString::number(kMaxInputKept));
        }
    }

    void handle(const ActRequest &request)
    {
        if (m_container) {
            m_container->act(request);
        } else {
            refuseAct(request.id, m_connection);
        }
    }

    void handle(const GoRequest &request) { withPaused(request, &ContainerRun::go); }

    void handle(const EditRequest &request) { withPaused(request, &ContainerRun::edit); }

    template<class R>
    void withPaused(const R &request, void (ContainerRun::*what)(const R &))
    {
        if (m_container) {
            (m_container.get()->*what)(request);
        } else {
            refuse(R::kTag, FindingCode::NotPaused);
        }
    }

    void handle(const TerminalOpenRequest &request)
    {
        if (m_container) {
            m_container->open(request);
        } else {
            refuseTerminal(request.id, FindingCode::NothingRuns, m_connection);
        }
    }

    /** What is for a terminal that is gone came too late. */
    template<class Request>
    void handle(const Request &request)
        requires requires(Terminals terminals) { terminals.handle(request); }
    {
        if (m_container) {
            m_container->terminals().handle(request);
        }
    }

    void handle(const WatchRequest &request)
    {
        // Rights over the namespaces of a process are none over the files of this machine.
        if (m_grant == Privilege::Attach && !request.watch.files.isEmpty()) {
            refuseBeyondGrant(WatchRequest::kTag);
            return;
        }
        m_watch = request.watch;
        m_inspection.setWatch(m_watch);
        if (m_container) {
            m_container->watchMore(m_watch);
        }
    }

    void handle(const InspectRequest &request)
    {
        m_inspection.reset();
        m_inspection.take({.pid = request.pid}, {}, Depth::All, m_connection);
    }

    /** What holds now; the targets of joins, held. */
    [[nodiscard]] std::vector<HeldTarget> gatherFacts(const Configuration &configuration)
    {
        std::vector<HeldTarget> targets = holdTargets(configuration);
        gatherMomentaryFacts(configuration, targets, m_proc.get(), m_facts);
        if (m_facts.userNamespaceError) {
            tryOut(m_proc.get(), m_facts); // it may have been allowed meanwhile
        }
        return targets;
    }

    /** Paths lead where whoever asked can go, and no further. */
    [[nodiscard]] std::vector<HeldTarget> holdTargets(const Configuration &configuration) const
    {
        const PathOpener asCaller = [this](const QString &path) -> Result<UniqueFd> {
            // A namespace is found by such a link.
            auto opened = openAs(m_onBehalfOf.value_or(Caller{}),
                                 -1,
                                 {path},
                                 LastLink::Followed,
                                 MagicLinks::Followed);
            if (!opened) {
                return std::unexpected(opened.error());
            }
            return std::move(opened->front());
        };
        return nsw::holdTargets(configuration,
                                m_proc.get(),
                                m_onBehalfOf && m_onBehalfOf->isOther ? asCaller : openOwnPath);
    }

    /** `needed`: what would have to be granted, where it is known. */
    void refuseBeyondGrant(QLatin1StringView request, const QString &needed = {})
    {
        refuse(request, FindingCode::BeyondGrant, {}, nameOf(m_grant), needed);
    }

    void refuse(QLatin1StringView request,
                FindingCode code,
                const QString &path = {},
                const QString &found = {},
                const QString &expected = {})
    {
        m_connection.send(RefusedEvent{.request = QString(request),
                                       .findings = {Finding{.severity = Severity::Error,
                                                            .code = code,
                                                            .path = path,
                                                            .found = found,
                                                            .expected = expected}}});
    }

    std::optional<Caller> m_onBehalfOf;
    Privilege m_grant;
    bool m_hasStreams;
    QString m_nonce;
    Connection m_connection;
    UniqueFd m_proc;
    UniqueFd m_signals;
    HostFacts m_facts;
    Watched m_watch;
    Probers m_probers;
    Snapshot m_inspection;
    FactsLook m_factsLook;
    std::unique_ptr<ContainerRun> m_container;
    bool m_terminated = false;
};

} // namespace

int runSupervisor(SupervisorOptions options)
{
    hideFromTracers();
    if (options.onBehalfOf) {
        forgetOrigin();
        dropCapabilities(options.grant);
    }
    return Supervisor(std::move(options)).serve();
}

} // namespace nsw
