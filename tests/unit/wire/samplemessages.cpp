// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/wire/samplemessages.h"

namespace nsw::test
{

using Qt::StringLiterals::operator""_s;

namespace
{

template<std::size_t... I>
Facet emptyFacet(FacetKind kind, std::index_sequence<I...>)
{
    Facet facet;
    ((static_cast<std::size_t>(kind) == I ? static_cast<void>(facet.emplace<I>()) : void()), ...);
    return facet;
}

Facet emptyFacet(FacetKind kind)
{
    return emptyFacet(kind, std::make_index_sequence<std::variant_size_v<Facet>>{});
}

} // namespace

QList<Event> sampleEvents()
{
    Plan plan;
    plan.container = u"red"_s;
    plan.privilege = Privilege::Root;
    plan.findings << Finding{.severity = Severity::Note,
                             .code = FindingCode::NeedsAdministrator,
                             .path = u"a.b"_s,
                             .found = u"uts"_s,
                             .expected = {}};
    plan.steps
        << Step{.n = 1,
                .actor = Actor::Outside,
                .operation
                = op::Clone3{.namespaces = {NsKind::User, NsKind::Uts}, .asSibling = true}}
        << Step{.n = 2,
                .actor = Actor::Inside,
                .operation = op::Setns{.target = JoinPid{7}, .namespaces = {NsKind::Network}}}
        << Step{.n = 3,
                .actor = Actor::Inside,
                .operation
                = op::Setns{.target = JoinPath{u"/run/x"_s}, .namespaces = {NsKind::Uts}}}
        << Step{.n = 4,
                .actor = Actor::Outside,
                .operation = op::Write{.file = op::ProcFile::UidMap, .text = u"0 1000 1\n"_s}}
        << Step{.n = 5,
                .actor = Actor::Inside,
                .operation = op::Mount{.source = u"tmpfs"_s,
                                       .target = u"/mnt"_s,
                                       .filesystem = u"tmpfs"_s,
                                       .flags = {u"MS_NODEV"_s},
                                       .data = u"mode=1"_s}}
        << Step{.n = 6,
                .actor = Actor::Inside,
                .operation = op::Execve{
                    .argv = {u"sh"_s}, .environment = {{u"PS1"_s, u"é# "_s}}, .inChild = true}};
    QList<Event> all{
        ReadyEvent{
            .protocol = 1, .version = u"0.1"_s, .nonce = u"nonce"_s, .pid = 7, .uid = 4294967294},
        PlanEvent{plan},
        OutputEvent{
            .container = u"red"_s, .stream = Stream::Stderr, .text = QByteArray("\0\xff\n", 3)},
        InputEvent{.container = u"red"_s, .taken = 5'000'000'000},
        EndEvent{.container = u"red"_s, .exit = 137},
        RefusedEvent{.request = u"start"_s, .findings = plan.findings}};
    StepEvent step{.container = u"red"_s,
                   .n = 3,
                   .actor = Actor::Inside,
                   .call = u"sethostname"_s,
                   .args = {},
                   .result = -1,
                   .error = Errno{1},
                   .durationUs = 12};
    step.args.insert(u"name"_s, u"red"_s);
    all << step << ActPlanEvent{.id = 3, .side = Side::Outside, .steps = plan.steps}
        << ActDoneEvent{.id = 3,
                        .findings = plan.findings,
                        .error = Error{.operation = u"kill"_s, .error = {1}, .subject = {}}}
        << ActDoneEvent{} << PausedEvent{.container = u"red"_s, .before = 4}
        << EditedEvent{
               .container = u"red"_s, .step = plan.steps.constFirst(), .findings = plan.findings};
    HostFacts facts;
    facts.uid = 1000;
    facts.subuids = {SubordinateRange{.first = 100000, .count = 65536}};
    facts.supported = {NsKind::User, NsKind::Time};
    facts.missing = {MissingCall{.call = u"clone3"_s, .error = Errno{38}}};
    facts.joins = {JoinFacts{.target = JoinPath{u"/run/netns/x"_s},
                             .kind = NsKind::Network,
                             .error = {},
                             .actualKind = NsKind::Uts,
                             .identity = {.inode = 7}}};
    all << FactsEvent{.id = 3, .facts = facts};
    all << TerminalPlanEvent{.id = 1, .side = Side::Outside, .steps = plan.steps}
        << TerminalOpenedEvent{.id = 1,
                               .side = Side::Inside,
                               .pid = 7,
                               .command = {u"sh"_s},
                               .namespaces = {{.kind = NsKind::Uts, .inode = 4026531838}}}
        << TerminalOutputEvent{.id = 1, .bytes = QByteArray("\0\xff\x1b[2J", 6)}
        << TerminalResizedEvent{.id = 1, .columns = 132, .rows = 43}
        << TerminalInputTakenEvent{.id = 1, .taken = 5'000'000'000}
        << TerminalMovedEvent{.id = 1,
                              .namespaces = {{.kind = NsKind::Network, .inode = 4026531840}}}
        << TerminalMovedEvent{.id = 2, .namespaces = {}, .isUnknown = true}
        << TerminalEndedEvent{.id = 1,
                              .exit = 137,
                              .findings = plan.findings,
                              .error
                              = Error{.operation = u"execve"_s, .error = {2}, .subject = {}}};
    for (const FacetKind kind : kAllFacets) {
        all << FacetEvent{
            .container = u"red"_s, .side = Side::Inside, .kind = kind, .facet = emptyFacet(kind)};
        all << FacetEvent{.container = {},
                          .side = Side::Outside,
                          .kind = kind,
                          .facet = std::unexpected(Error{
                              .operation = u"open"_s, .error = Errno{13}, .subject = u"/x"_s})};
    }
    return all;
}

QList<Request> sampleRequests()
{
    Container container;
    container.namespaces.user = NewUser{};
    container.namespaces.network = Join{JoinPath{u"/run/netns/blue"_s}};
    container.namespaces.time = NewTime{.monotonicOffset = -5, .boottimeOffset = 86400};
    return {StartRequest{
                .configuration
                = {.version = Configuration::kVersion, .name = u"n"_s, .containers = {container}},
                .stdio = Stdio::Inherit,
                .refreshMs = 0,
                .seen = {{.pid = 4711, .kind = NsKind::Uts, .inode = 4026532201, .id = 7},
                         {.pid = 4711, .kind = NsKind::Time, .inode = 4026531834, .id = {}}}},
            StopRequest{},
            InputRequest{QByteArray(100'000, 'x')},
            InputRequest{},
            InspectRequest{4711},
            FactsRequest{
                .id = 3,
                .configuration
                = {.version = Configuration::kVersion, .name = u"n"_s, .containers = {container}}},
            TerminalOpenRequest{.id = 1,
                                .side = Side::Outside,
                                .command = {u"sh"_s, u"-i"_s},
                                .columns = 132,
                                .rows = 50,
                                .environment = {{u"TERM"_s, u"é"_s}}},
            TerminalInputRequest{.id = 1, .bytes = QByteArray("\0\x03", 2)},
            TerminalShownRequest{.id = 1, .bytes = 5'000'000'000},
            TerminalResizeRequest{.id = 1, .columns = 100, .rows = 30},
            TerminalCloseRequest{1},
            ActRequest{.id = 3,
                       .side = Side::Outside,
                       .act = AskedAct{act::SendSignal{.pid = 7, .signal = u"SIGTERM"_s}}},
            ActRequest{.id = 4,
                       .side = Side::Inside,
                       .act = AskedAct{act::Start{.command = {u"sh"_s, u"-c"_s},
                                                  .environment = {{u"A"_s, u"é"_s}}}}},
            WatchRequest{{.processes = {1, 4711}, .files = {u"/etc/passwd"_s}}},
            GoRequest{3},
            EditRequest{{.n = 2,
                         .actor = Actor::Inside,
                         .operation = op::Sethostname{u"red"_s},
                         .isSkipped = true}}};
}

} // namespace nsw::test
