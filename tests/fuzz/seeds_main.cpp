// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/planner.h"
#include "core/probe/probe.h"
#include "core/store/configurationfile.h"
#include "core/wire/frame.h"
#include "tests/support/recordedsession.h"

#include <QCborMap>
#include <QDataStream>
#include <QDir>
#include <QFile>
#include <QIODevice>
#include <QVariantMap>

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
        HostFacts facts;
        facts.uid = 1000;
        facts.gid = 1000;
        facts.uidMap = {{.inside = 0, .outside = 0, .count = 4294967295}};
        facts.gidMap = facts.uidMap;
        facts.supported = QList<NsKind>(kAllKinds.begin(), kAllKinds.end());
        seeds.message(u"event"_s, u"plan-"_s + stem, Event(PlanEvent{plan(*configuration, facts)}));
    }
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
}

void fromProc(Seeds &seeds)
{
    const QString recorded = u"tests/fixtures/proc/two-levels/"_s;
    seeds.copy(u"status"_s, recorded + u"100/status"_s);
    seeds.copy(u"mountinfo"_s, recorded + u"100/mountinfo"_s);
    seeds.copy(u"idmap"_s, recorded + u"100/uid_map"_s);
    seeds.put(u"idmap"_s, u"subordinate"_s, "0 1000 1\n1 100000 65536\n65537 4294967295 0\n");
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
    fromFacets(seeds);
    fromEvents(seeds);
    fromProc(seeds);
    forHelper(seeds);
    forRecordings(seeds);
    return seeds.finish() ? 0 : 1;
}
