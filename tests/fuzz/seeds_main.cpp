// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/export.h"
#include "core/plan/planner.h"
#include "core/probe/probe.h"
#include "core/store/configurationfile.h"
#include "core/wire/frame.h"
#include "tests/support/containers.h"
#include "tests/support/recordedsession.h"

#include <QCborMap>
#include <QDataStream>
#include <QDir>
#include <QFile>
#include <QIODevice>
#include <QVariantMap>

#include <algorithm>
#include <cstdio>
#include <functional>

#include <fcntl.h>

/**
 * Makes the corpora that the fuzzer starts from, of the examples, of a recorded /proc and of where
 * it runs:
 *
 *     unshare --user --map-root-user --net --uts sh -c 'hostname red; nsw-fuzzseeds .'
 *
 * in the source tree, so that no name of a machine gets into them.
 */
using namespace nsw;
using Qt::StringLiterals::operator""_s;

namespace
{

/** As KAuth's client packs arguments. */
QByteArray blobOf(const QVariantMap &arguments)
{
    QByteArray blob;
    QDataStream stream(&blob, QIODevice::WriteOnly);
    stream << arguments;
    return blob;
}

class Seeds
{
public:
    explicit Seeds(const QDir &source)
        : m_source(source)
    {
    }

    void put(const QString &target, const QString &name, const QByteArray &bytes)
    {
        const QString folder = m_source.filePath(u"tests/fuzz/corpus/"_s + target);
        QFile file(folder + u'/' + name);
        m_failed = !QDir().mkpath(folder) || !file.open(QIODevice::WriteOnly)
            || file.write(bytes) != bytes.size() || m_failed;
    }

    void copy(const QString &target, const QString &path)
    {
        QFile file(m_source.filePath(path));
        m_failed = !file.open(QIODevice::ReadOnly) || m_failed;
        put(target, QFileInfo(path).fileName(), file.readAll());
    }

    /** A message, and one after the other in a stream. */
    template<class Message>
    void message(const QString &target, const QString &name, const Message &message)
    {
        put(target, name, toCbor(message));
        const bool isEvent = std::same_as<Message, Event>;
        QByteArray &stream = isEvent ? m_events : m_requests;
        constexpr qsizetype kMost = 4096;
        if (const QByteArray frame = encodeFrame(message); stream.size() + frame.size() < kMost) {
            stream += frame;
        }
    }

    /** The first byte: the length of the pieces, and who reads. */
    [[nodiscard]] bool finish()
    {
        put(u"frames"_s, u"requests"_s, '\x40' + m_requests);
        put(u"frames"_s, u"events"_s, '\x41' + m_events);
        return !m_failed;
    }

    [[nodiscard]] const QDir &source() const { return m_source; }

private:
    QDir m_source;
    QByteArray m_requests;
    QByteArray m_events;
    bool m_failed = false;
};

HostFacts seedFacts()
{
    HostFacts facts;
    facts.uid = 1000;
    facts.gid = 1000;
    facts.uidMap = {{.inside = 0, .outside = 0, .count = 4294967295}};
    facts.gidMap = facts.uidMap;
    facts.supported = QList<NsKind>(kAllKinds.begin(), kAllKinds.end());
    return facts;
}

void fromExamples(Seeds &seeds)
{
    const QDir examples(seeds.source().filePath(u"resources/examples"_s));
    for (const QString &name : examples.entryList(QDir::Files)) {
        seeds.copy(u"configuration"_s, examples.filePath(name));
        seeds.copy(u"plan"_s, examples.filePath(name));
        const auto configuration = loadConfiguration(examples.filePath(name));
        if (!configuration) {
            continue;
        }
        const QString stem = QFileInfo(name).baseName();
        seeds.message(u"request"_s,
                      u"start-"_s + stem,
                      Request(StartRequest{.configuration = *configuration, .refreshMs = 50}));
        seeds.message(
            u"event"_s, u"plan-"_s + stem, Event(PlanEvent{plan(*configuration, seedFacts())}));
    }
}

/** One of each call that the example with all namespaces takes. */
QList<Step> someSteps()
{
    Container container = test::allEight(u"red"_s);
    container.namespaces.mount = NewMount{.propagation = Propagation::Slave,
                                          .mounts = {{.type = MountType::Bind,
                                                      .source = u"/usr"_s,
                                                      .target = u"/mnt"_s,
                                                      .options = {u"ro"_s}}}};
    QList<Step> steps;
    for (const Step &step : plan(test::configurationOf(container), seedFacts()).steps) {
        const auto isSame = [&](const Step &one) {
            return one.operation.index() == step.operation.index();
        };
        if (std::ranges::none_of(steps, isSame)) {
            steps << step;
        }
    }
    if (!steps.isEmpty()) {
        steps.last().isSkipped = true;
    }
    return steps;
}

void fromActs(Seeds &seeds)
{
    const auto ask = [&](Act act) {
        const QString name = u"act-"_s + QString(nameOf(act));
        seeds.message(
            u"request"_s,
            name,
            Request(ActRequest{.id = 7, .side = Side::Inside, .act = AskedAct{std::move(act)}}));
    };
    ask(act::SetHostname{.name = u"blue"_s});
    ask(act::CreateIpc{});
    ask(act::SendSignal{.pid = 7, .signal = u"SIGTERM"_s});
    ask(act::Start{.command = {u"sh"_s, u"-c"_s}, .environment = {{u"A"_s, u"é"_s}}});
    ask(act::MountAt{.type = MountType::Tmpfs, .target = u"/mnt"_s, .options = {u"ro"_s}});
    ask(act::AddAddress{});
    ask(act::SetDomainname{.name = u"lab"_s});
    ask(act::RemoveIpc{.kind = IpcKind::PosixQueue, .id = -1, .name = u"/q"_s});
    ask(act::Unmount{u"/mnt"_s});
    ask(act::SwitchLink{.link = u"lo"_s});
}

void fromRequests(Seeds &seeds)
{
    seeds.message(u"request"_s, u"stop"_s, Request(StopRequest{}));
    seeds.message(u"request"_s, u"input"_s, Request(InputRequest{"exit\n"}));
    seeds.message(u"request"_s, u"inspect"_s, Request(InspectRequest{1}));
    seeds.message(u"request"_s,
                  u"terminal-open"_s,
                  Request(TerminalOpenRequest{.id = 1,
                                              .side = Side::Inside,
                                              .command = {u"sh"_s},
                                              .environment = {{u"TERM"_s, u"é"_s}}}));
    seeds.message(
        u"request"_s, u"terminal-input"_s, Request(TerminalInputRequest{.id = 1, .bytes = "ls\n"}));
    seeds.message(
        u"request"_s, u"terminal-shown"_s, Request(TerminalShownRequest{.id = 1, .bytes = 4096}));
    seeds.message(u"request"_s,
                  u"terminal-resize"_s,
                  Request(TerminalResizeRequest{.id = 1, .columns = 132, .rows = 43}));
    seeds.message(u"request"_s, u"terminal-close"_s, Request(TerminalCloseRequest{.id = 1}));
    seeds.message(
        u"request"_s,
        u"watch"_s,
        Request(WatchRequest{{.processes = {1, 2147483647}, .files = {u"/etc/passwd"_s, u"é"_s}}}));
    seeds.message(u"request"_s, u"go"_s, Request(GoRequest{.before = 4}));
    seeds.message(u"request"_s, u"go-on"_s, Request(GoRequest{}));
    Configuration joining;
    joining.containers << Container{};
    joining.containers[0].namespaces.network = Join{JoinPid{7}};
    joining.containers[0].namespaces.uts = Join{JoinPath{u"/run/netns/red"_s}};
    seeds.message(
        u"request"_s, u"facts"_s, Request(FactsRequest{.id = 2, .configuration = joining}));
    for (const Step &step : someSteps()) {
        seeds.message(u"request"_s,
                      u"edit-%1-%2"_s.arg(step.n).arg(callOf(step.operation)),
                      Request(EditRequest{step}));
    }
}

void fromFacets(Seeds &seeds)
{
    const QByteArray recorded
        = QFile::encodeName(seeds.source().filePath(u"tests/fixtures/proc/two-levels"_s));
    const UniqueFd proc(::open(recorded.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    const UniqueFd here(::open("/proc", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    for (const FacetKind kind : kAllFacets) {
        auto facet = takeFacet(kind, Vantage{.proc = proc.get(), .pid = u"100"_s});
        // A recorded tree has not all of it.
        if (!facet || !diagnosticsOf(*facet).isEmpty()) {
            facet = kind == FacetKind::Processes

                ? std::move(facet)
                : takeFacet(kind, Vantage{.proc = here.get(), .pid = u"self"_s});
        }
        if (auto *mounted = facet ? std::get_if<ProcFacet>(&*facet) : nullptr) {
            mounted->processes.clear(); // they are those of this machine
        }
        seeds.message(u"event"_s,
                      u"facet-"_s + QString(nameOf(kind)),
                      Event(FacetEvent{.container = u"red"_s,
                                       .side = Side::Inside,
                                       .kind = kind,
                                       .facet = std::move(facet)}));
    }
}

void fromEvents(Seeds &seeds)
{
    const Finding finding{.severity = Severity::Error,
                          .code = FindingCode::OutOfRange,
                          .path = u"containers[0].namespaces.uts"_s,
                          .found = u"7"_s,
                          .expected = u"8"_s};
    const Error error{.operation = u"open"_s, .error = Errno{13}, .subject = u"/x"_s};
    StepEvent step{.container = u"red"_s, .n = 3, .call = u"sethostname"_s, .result = -1};
    step.error = Errno{1};
    step.args.insert(u"name"_s, u"red"_s);
    seeds.message(u"event"_s, u"step"_s, Event(step));
    seeds.message(
        u"event"_s,
        u"ready"_s,
        Event(ReadyEvent{.protocol = 1, .version = u"0.1.0"_s, .nonce = u"n"_s, .pid = 7}));
    seeds.message(
        u"event"_s, u"output"_s, Event(OutputEvent{.container = u"red"_s, .text = "up\n"}));
    seeds.message(u"event"_s, u"end"_s, Event(EndEvent{.container = u"red"_s, .exit = 137}));
    seeds.message(u"event"_s,
                  u"refused"_s,
                  Event(RefusedEvent{.request = u"start"_s, .findings = {finding}}));
    seeds.message(u"event"_s,
                  u"act-done"_s,
                  Event(ActDoneEvent{.id = 3, .findings = {finding}, .error = error}));
    seeds.message(
        u"event"_s, u"terminal-output"_s, Event(TerminalOutputEvent{.id = 1, .bytes = "\x1b[2J"}));
    seeds.message(u"event"_s,
                  u"terminal-moved"_s,
                  Event(TerminalMovedEvent{
                      .id = 1, .namespaces = {{.kind = NsKind::Network, .inode = 4026531840}}}));
    seeds.message(u"event"_s,
                  u"no-facet"_s,
                  Event(FacetEvent{.container = u"red"_s,
                                   .kind = FacetKind::Users,
                                   .facet = std::unexpected(error)}));
    seeds.message(u"event"_s,
                  u"terminal-plan"_s,
                  Event(TerminalPlanEvent{.id = 1, .side = Side::Inside, .steps = someSteps()}));
    seeds.message(
        u"event"_s,
        u"terminal-opened"_s,
        Event(TerminalOpenedEvent{.id = 1,
                                  .side = Side::Outside,
                                  .pid = 7,
                                  .command = {u"bash"_s, u"-i"_s},
                                  .namespaces = {{.kind = NsKind::Uts, .inode = 4026531838}}}));
    seeds.message(
        u"event"_s, u"terminal-input"_s, Event(TerminalInputTakenEvent{.id = 1, .taken = 3}));
    seeds.message(
        u"event"_s,
        u"terminal-ended"_s,
        Event(TerminalEndedEvent{.id = 1, .exit = 129, .findings = {finding}, .error = error}));
    seeds.message(u"event"_s,
                  u"terminal-resized"_s,
                  Event(TerminalResizedEvent{.id = 1, .columns = 80, .rows = 24}));
    seeds.message(u"event"_s, u"input"_s, Event(InputEvent{.taken = 5}));
    seeds.message(u"event"_s,
                  u"act-plan"_s,
                  Event(ActPlanEvent{.id = 3, .side = Side::Inside, .steps = someSteps()}));
    seeds.message(u"event"_s, u"paused"_s, Event(PausedEvent{.container = u"red"_s, .before = 4}));
    seeds.message(u"event"_s,
                  u"edited"_s,
                  Event(EditedEvent{
                      .container = u"red"_s, .step = someSteps().value(0), .findings = {finding}}));
    HostFacts facts = seedFacts();
    facts.subuids = {{.first = 100000, .count = 65536}};
    facts.missing = {{.call = u"clone3"_s, .error = Errno{38}}};
    facts.joins = {{.target = JoinPid{7}, .kind = NsKind::Uts, .error = Errno{3}}};
    seeds.message(u"event"_s, u"facts"_s, Event(FactsEvent{.id = 2, .facts = facts}));
}

void fromProc(Seeds &seeds)
{
    const QString recorded = u"tests/fixtures/proc/two-levels/"_s;
    seeds.copy(u"status"_s, recorded + u"100/status"_s);
    seeds.copy(u"mountinfo"_s, recorded + u"100/mountinfo"_s);
    seeds.copy(u"idmap"_s, recorded + u"100/uid_map"_s);
    seeds.put(u"idmap"_s, u"subordinate"_s, "0 1000 1\n1 100000 65536\n65537 4294967295 0\n");
    seeds.put(u"subordinates"_s,
              u"subuid"_s,
              "root:100000:65536\nuser:165536:65536\n1000:300000:1\nuser:0:5\nuser:4294967295:1\n"
              "user:1\n");
    seeds.put(u"stat"_s,
              u"stat"_s,
              "2231 (a) R (b) S 1 2231 2231 34816 2231 4194560 1 0 0 0 0 0 0 0 20 0 1 0 77 8 9\n");
    seeds.put(u"mountinfo"_s,
              u"escapes"_s,
              "36 35 98:0 /mnt1 /mnt\\0402 rw,noatime shared:7 master:1 - ext3 /dev/root "
              "rw,errors=continue\n"
              "37 36 0:22 / /a\\134b rw -  none ro\n");
    for (const QString &name : {u"100/cgroup"_s, u"100/timens_offsets"_s}) {
        seeds.copy(u"proctexts"_s, recorded + name);
    }
    seeds.put(u"proctexts"_s, u"link"_s, "net:[4026531840]");
    seeds.put(u"proctexts"_s, u"queue"_s, "QSIZE:129 NOTIFY:2 SIGNO:0 NOTIFY_PID:8260\n");
}

/** Of a kernel thread, a zombie, somebody in two PID namespaces, and one with a name to mind. */
void fromStatuses(Seeds &seeds)
{
    const QString recorded = u"tests/fixtures/proc/two-levels/%1/status"_s;
    for (const QString &pid : {u"2"_s, u"200"_s, u"203"_s, u"204"_s, u"300"_s, u"400"_s}) {
        QFile file(seeds.source().filePath(recorded.arg(pid)));
        if (file.open(QIODevice::ReadOnly)) {
            seeds.put(u"status"_s, u"status-"_s + pid, file.readAll());
        }
    }
}

/** What others write is what we export, and what is written by hand. */
void fromOthers(Seeds &seeds)
{
    Container container = test::allEight(u"red"_s);
    container.namespaces.time = NewTime{.monotonicOffset = 86400, .boottimeOffset = -1};
    container.namespaces.mount = NewMount{.propagation = Propagation::Private,
                                          .mounts = {{.type = MountType::Tmpfs,
                                                      .source = {},
                                                      .target = u"/mnt"_s,
                                                      .options = {u"size=64k"_s}}}};
    container.environment = {{u"A"_s, u"é b"_s}};
    container.command = {u"sh"_s, u"-c"_s, u"echo 'it''s'"_s};
    for (const ExportFormat format : kExportFormats) {
        const Exported exported = exportAs(format, test::configurationOf(container), {});
        seeds.put(u"exchange"_s, u"ours-"_s + QString(nameOf(format)), exported.text.toUtf8());
    }
    seeds.put(
        u"exchange"_s,
        u"options"_s,
        "sudo unshare -Urm --fork --pid=/run/pid --mount-proc=/proc --map-users=0:100000:65536 "
        "--setgroups deny --propagation slave -R / -w /tmp --monotonic 5 -- sh -c 'a \"b\"' "
        "$'c' \\d\n");
    seeds.put(u"exchange"_s,
              u"nsenter"_s,
              "nsenter --target 7 --mount --uts --net=/run/netns/red -p -- env A=1 sh\n");
    seeds.put(u"exchange"_s,
              u"bwrap"_s,
              "bwrap --unshare-all --share-net --ro-bind / / --dev /dev --proc /proc --tmpfs /tmp "
              "--hostname red --uid 0 --gid 0 --setenv A b --die-with-parent sh\n");
}

void forHelper(Seeds &seeds)
{
    const QCborMap good{{u"nonce"_s, u"0af1-77"_s}, {u"socket"_s, QCborValue::Undefined}};
    seeds.put(u"helper"_s, u"good"_s, good.toCborValue().toCbor());
    const QCborMap bad{{u"nonce"_s, u"--x"_s}, {u"socket"_s, nullptr}, {u"third"_s, 3}};
    seeds.put(u"helper"_s, u"bad"_s, bad.toCborValue().toCbor());
    seeds.put(u"blob"_s, u"good"_s, blobOf({{u"nonce"_s, u"0aZ-9"_s}}));
    seeds.put(u"blob"_s, u"nested"_s, blobOf({{u"nonce"_s, QVariantMap{{u"nonce"_s, u"x"_s}}}}));
}

/** The first byte tells how the rest is read: see feed_recording.cpp. */
void forRecordings(Seeds &seeds)
{
    const Recording recording = test::sampleRecording(1, 8);
    seeds.put(u"recording"_s, u"file"_s, '0' + writeRecording(recording));
    QByteArray bodies;
    for (const QByteArray &line : recordingLines(recording)) {
        constexpr qsizetype kSum = 27;
        bodies += line.chopped(kSum) + '\n';
    }
    seeds.put(u"recording"_s, u"lines"_s, '1' + bodies);
    seeds.put(u"recording"_s,
              u"later"_s,
              QByteArray(R"(1{"recording":{"format":"nsworkbench-recording","version":1,"minor":9}
{"at":2,"event":{"event":"hologram","depth":[1.5,"\ud83d\ude00"]}
{"end":1
)"));
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 2) {
        (void)std::fputs("usage: nsw-fuzzseeds SOURCE_TREE\n", stderr);
        return 2;
    }
    Seeds seeds{QDir(QFile::decodeName(argv[1]))};
    fromExamples(seeds);
    fromActs(seeds);
    fromRequests(seeds);
    fromStatuses(seeds);
    fromOthers(seeds);
    fromFacets(seeds);
    fromEvents(seeds);
    fromProc(seeds);
    forHelper(seeds);
    forRecordings(seeds);
    return seeds.finish() ? 0 : 1;
}
