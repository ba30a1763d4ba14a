// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernel/status.h"
#include "core/run/confine.h"
#include "core/run/connection.h"
#include "tests/kernel/run/terminalsession.h"
#include "tests/support/oracletest.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <array>

#include <linux/capability.h>
#include <poll.h>
#include <pwd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace nsw;
using namespace nsw::test;
using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_ba;

namespace
{

/** Supervisors work for an ordinary user, as those of the helper do. */
class Behalf
{
public:
    Behalf()
        : m_supervisor(qgetenv("NSW_SUPERVISOR"))
    {
        const passwd *entry = ::getpwnam( // NOLINT(concurrency-mt-unsafe): one thread
            qgetenv("NSW_TEST_USER").constData());
        user = entry == nullptr ? 65534 : entry->pw_uid;
        isReady = grants("session.root"_ba);
        qputenv("NSW_SUPERVISOR", QFile::encodeName(script()));
    }
    ~Behalf() { qputenv("NSW_SUPERVISOR", m_supervisor); }
    Behalf(const Behalf &) = delete;
    Behalf &operator=(const Behalf &) = delete;
    Behalf(Behalf &&) = delete;
    Behalf &operator=(Behalf &&) = delete;

    /** What the supervisors from now on are started with. */
    [[nodiscard]] bool grants(const QByteArray &grant) const
    {
        QFile file(script());
        return file.open(QIODevice::WriteOnly)
            && file.write("#!/bin/sh\nexec " + m_supervisor + " \"$@\" --grant " + grant
                          + " --for-uid " + QByteArray::number(user) + '\n')
            > 0
            && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    bool isReady = false;
    uid_t user = 0;

private:
    [[nodiscard]] QString script() const { return m_directory.filePath(u"supervisor"_s); }

    QByteArray m_supervisor;
    QTemporaryDir m_directory;
};

Container mountContainer(const QList<MountEntry> &mounts)
{
    Container container;
    container.name = u"blue"_s;
    container.namespaces.mount = NewMount{.propagation = Propagation::Private, .mounts = mounts};
    return container;
}

MountEntry bind(const QString &source, const QString &target)
{
    return {.type = MountType::Bind, .source = source, .target = target, .options = {}};
}

MountEntry overlayOf(const QString &lower)
{
    return {.type = MountType::Overlay,
            .source = {},
            .target = u"/mnt/all"_s,
            .options = {},
            .lower = {lower},
            .upper = u"/mnt/up"_s,
            .work = u"/mnt/work"_s};
}

bool has(const Findings &findings, FindingCode code)
{
    return std::ranges::contains(findings, code, &Finding::code);
}

std::optional<ProcessStatus> statusOf(qint64 pid)
{
    QFile file(u"/proc/%1/status"_s.arg(pid));
    return file.open(QIODevice::ReadOnly) ? parseStatus(file.readAll()) : std::nullopt;
}

QByteArray lineOf(qint64 pid, const QByteArray &key)
{
    QFile file(u"/proc/%1/status"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(key)) {
            return line.sliced(key.size()).trimmed();
        }
    }
    return {};
}

/** The facets of both sides that can't be had of a process, each with its error. */
QStringList unreadable(SessionRun &run, qint32 pid)
{
    run.session.send(InspectRequest{pid});
    const bool isThere = run.waitFor([&] {
        return std::ranges::all_of(kDeepFacets, [&](FacetKind kind) {
            return run.state().facets.contains({Side::Inside, kind});
        });
    });
    QStringList told{isThere ? u"all there"_s : u"not all there"_s};
    for (const auto &[key, facet] : run.state().facets) {
        if (!facet) {
            told << nameOf(key.second) + u' ' + facet.error().operation + u' '
                    + errnoName(facet.error().error);
        }
    }
    return told;
}

} // namespace

/** A supervisor with root's rights, and somebody who has none. */
class TestOnBehalf : public OracleTest
{
    Q_OBJECT

    void prepare() override
    {
        m_directory.emplace();
        const QByteArray base = QFile::encodeName(m_directory->path());
        QCOMPARE(::chmod(base.constData(), 0755), 0);
        QCOMPARE(::mkdir(QByteArray(base + "/mine").constData(), 0755), 0);
        QCOMPARE(::mkdir(QByteArray(base + "/roots").constData(), 0700), 0);
        QCOMPARE(::mkdir(QByteArray(base + "/roots/inner").constData(), 0755), 0);
        QCOMPARE(::symlink("roots/inner", QByteArray(base + "/link").constData()), 0);
        QCOMPARE(::symlink("/proc/self/root/etc", QByteArray(base + "/magic").constData()), 0);
        QFile file(m_directory->filePath(u"mine/here"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }

    void finish() override { QVERIFY(m_behalf.grants("session.root"_ba)); }

private Q_SLOTS:
    void initTestCase() const { QVERIFY(m_behalf.isReady); }

    /** A file's owner and being there are told with root's rights. */
    void filesAreBeyondAttaching()
    {
        QVERIFY(m_behalf.grants("attach.other"_ba));
        SessionRun run;
        run.session.send(WatchRequest{{.processes = {}, .files = {u"/root/x"_s}}});
        QVERIFY(run.waitFor([&] { return !run.state().refusal.isEmpty(); }));
        QVERIFY(has(run.state().refusal, FindingCode::BeyondGrant));
    }

    void rightsThatNobodyNeedsAreGone()
    {
        SessionRun run;
        Container container;
        container.name = u"blue"_s;
        container.namespaces.uts = NewUts{};
        container.command = {
            u"sh"_s, u"-c"_s, u"id -u; grep -E 'CapEff|NoNewPrivs' /proc/self/status; env; cat"_s};
        qputenv("NSW_SECRET", "inherited");
        run.start(container);
        QVERIFY(run.waitUntilLooked());
        QVERIFY(run.waitFor([&] { return run.output().contains("PATH="); }));
        const auto supervisor = statusOf(run.state().ready.pid);
        QVERIFY(supervisor);
        QCOMPARE(supervisor->effective & ~keptCapabilities(Privilege::Root), std::uint64_t{0});
        QCOMPARE(supervisor->permitted & ~keptCapabilities(Privilege::Root), std::uint64_t{0});
        // The command is root, as was agreed to, and has what root has.
        const auto own = statusOf(::getpid());
        QVERIFY(own);
        const QByteArray full = QByteArray::number(own->bounding, 16).rightJustified(16, '0');
        QVERIFY2(run.output().startsWith("0\n"), run.output().constData());
        QVERIFY2(run.output().contains(QByteArray("CapEff:\t" + full)), run.output().constData());
        QVERIFY2(run.output().contains("NoNewPrivs:\t0"), run.output().constData());
        QVERIFY2(!run.output().contains("NSW_"), run.output().constData());
    }

    /** Who looks sees as much as root does, with less. */
    void inspectorsHaveNoMoreThanTheyNeed()
    {
        SessionRun owner;
        Container container;
        container.name = u"blue"_s;
        container.namespaces.user = NewUser{};
        container.namespaces.mount = NewMount{};
        container.namespaces.pid = NewPid{};
        container.namespaces.uts = NewUts{.hostname = u"elsewhere"_s, .domainname = {}};
        container.namespaces.ipc = NewIpc{};
        container.namespaces.network = NewNetwork{};
        container.namespaces.cgroup = NewCgroup{};
        container.command = {u"cat"_s};
        owner.start(container);
        QVERIFY(owner.waitUntilLooked());
        SessionRun root;
        const QStringList byRoot = unreadable(root, owner.outerPid());
        QVERIFY(m_behalf.grants("inspect"_ba));
        SessionRun run;
        QCOMPARE(unreadable(run, owner.outerPid()), byRoot);
        QCOMPARE(run.facet<UtsFacet>(Side::Inside)->nodename, u"elsewhere"_s);
        const qint64 supervisor = run.state().ready.pid;
        const auto status = statusOf(supervisor);
        QVERIFY(status);
        QCOMPARE(status->effective, keptCapabilities(Privilege::Inspect));
        QCOMPARE(status->permitted, keptCapabilities(Privilege::Inspect));
        QCOMPARE(lineOf(supervisor, "CapBnd:").toULongLong(nullptr, 16), 0ULL);
        QCOMPARE(lineOf(supervisor, "NoNewPrivs:"), "1"_ba);
        QCOMPARE(lineOf(supervisor, "Seccomp:"), "2"_ba);
    }

    void attachingNeedsLess()
    {
        QVERIFY(m_behalf.grants("attach.other"_ba));
        SessionRun run;
        QVERIFY(run.waitFor([&] { return run.state().ready.pid != 0; }));
        const auto status = statusOf(run.state().ready.pid);
        QVERIFY(status);
        QCOMPARE(status->effective, keptCapabilities(Privilege::Attach));
        QCOMPARE(status->effective & (std::uint64_t{1} << CAP_SYS_TIME), std::uint64_t{0});
    }

    void commandsInAUserNamespaceGetNoMore()
    {
        SessionRun run;
        Container container;
        container.name = u"blue"_s;
        container.namespaces.user = NewUser{};
        container.command = {u"grep"_s, u"NoNewPrivs"_s, u"/proc/self/status"_s};
        run.start(container);
        QVERIFY(run.waitForEnd());
        QCOMPARE(run.output(), "NoNewPrivs:\t1\n");
    }

    void requestsAreChecked()
    {
        SessionRun run;
        Container container = mountContainer({});
        container.environment.insert(u"LD_PRELOAD"_s, u"/tmp/x.so"_s);
        run.start(container);
        QVERIFY(run.waitForEnd());
        QVERIFY(has(run.state().refusal, FindingCode::DangerousVariable));
        QCOMPARE(run.state().refusal.constFirst().path, u"containers[0].environment"_s);
    }

    void pathsThatTheCallerCanReach()
    {
        SessionRun run;
        const QString target = m_directory->filePath(u"mine"_s);
        Container container = mountContainer({{.type = MountType::Tmpfs,
                                               .source = {},
                                               .target = u"/mnt"_s,
                                               .options = {u"mode=755"_s}},
                                              bind(target, u"/mnt/a/b"_s),
                                              {.type = MountType::Bind,
                                               .source = m_directory->filePath(u"mine/here"_s),
                                               .target = u"/etc/passwd"_s,
                                               .options = {u"ro"_s}}});
        container.workingDirectory = u"/mnt/a/b"_s;
        container.command = {u"sh"_s,
                             u"-c"_s,
                             u"pwd; ls; grep -c '^tmpfs /mnt tmpfs rw,nosuid,nodev,' /proc/mounts; "
                             "true > /etc/passwd && echo written; cat"_s};
        run.start(container);
        QVERIFY(run.waitUntilLooked());
        QVERIFY2(run.waitFor([&] { return run.output().count('\n') >= 3; }),
                 run.output().constData());
        QVERIFY2(run.output().startsWith("/mnt/a/b\nhere\n1\n"), run.output().constData());
        QVERIFY(!run.output().contains("written"));
        run.session.send(InputRequest{});
        QVERIFY(run.waitForEnd());
    }

    /** Its layers are opened as the caller, too. */
    void layersThatTheCallerCanReach()
    {
        SessionRun run;
        Container container = mountContainer({{.type = MountType::Tmpfs,
                                               .source = {},
                                               .target = u"/mnt"_s,
                                               .options = {u"mode=755"_s}},
                                              overlayOf(m_directory->filePath(u"mine"_s))});
        container.command = {u"sh"_s,
                             u"-c"_s,
                             u"ls /mnt/all; echo x > /mnt/all/new; ls /mnt/up; "
                             "grep -c ' /mnt/all overlay rw,nosuid,nodev,' /proc/mounts"_s};
        run.start(container);
        QVERIFY(run.waitForEnd());
        QVERIFY2(run.output().startsWith("here\nnew\n1\n"), run.output().constData());
    }

    void layersThatTheCallerCanNotReach()
    {
        SessionRun run;
        run.start(mountContainer({{.type = MountType::Tmpfs,
                                   .source = {},
                                   .target = u"/mnt"_s,
                                   .options = {u"mode=755"_s}},
                                  overlayOf(m_directory->filePath(u"roots/inner"_s))}));
        QVERIFY(run.waitForEnd());
        const StepState *failed = run.failedStep();
        QVERIFY(failed != nullptr);
        QCOMPARE(failed->outcome->call, u"mount"_s);
        QCOMPARE(failed->outcome->error.value, EACCES);
    }

    void pathsThatTheCallerCanNotReach_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("target");
        QTest::addColumn<int>("error");
        QTest::newRow("a source of root's") << u"roots/inner"_s << u"mine"_s << EACCES;
        QTest::newRow("a link to it") << u"link"_s << u"mine"_s << EACCES;
        QTest::newRow("a target of root's") << u"mine"_s << u"roots/inner"_s << EACCES;
        QTest::newRow("a link to that") << u"mine"_s << u"link"_s << EACCES;
        QTest::newRow("a link of /proc to what a process has") << u"magic"_s << u"mine"_s << ELOOP;
    }

    void pathsThatTheCallerCanNotReach()
    {
        QFETCH(const QString, source);
        QFETCH(const QString, target);
        QFETCH(const int, error);
        SessionRun run;
        run.start(
            mountContainer({bind(m_directory->filePath(source), m_directory->filePath(target))}));
        QVERIFY(run.waitForEnd());
        QVERIFY(run.failedStep() != nullptr);
        QCOMPARE(run.failedStep()->outcome->call, u"mount"_s);
        QCOMPARE(run.failedStep()->outcome->error.value, error);
        QCOMPARE(run.state().exit, std::optional(125));
    }

    void directoriesAndNamespacesToo()
    {
        SessionRun first;
        Container container = mountContainer({});
        container.workingDirectory = m_directory->filePath(u"link"_s);
        first.start(container);
        QVERIFY(first.waitForEnd());
        QVERIFY(first.failedStep() != nullptr);
        QCOMPARE(first.failedStep()->outcome->call, u"chdir"_s);
        QCOMPARE(first.failedStep()->outcome->error.value, EACCES);

        SessionRun second;
        Container joining;
        joining.name = u"blue"_s;
        joining.namespaces.network = Join{JoinPath{u"/proc/1/ns/net"_s}};
        second.start(joining);
        QVERIFY(second.waitForEnd());
        QVERIFY(has(second.state().refusal, FindingCode::Unreadable));
    }

    void actsOnPathsToo()
    {
        ActSession run;
        Container container = mountContainer({});
        container.command = {u"cat"_s};
        run.start(container);
        QVERIFY(run.waitUntilLooked());
        const QString mine = m_directory->filePath(u"mine"_s);
        const auto mount = [&](const QString &source) {
            return run.act(Side::Inside,
                           act::MountAt{.type = MountType::Bind,
                                        .source = source,
                                        .target = mine,
                                        .options = {u"ro"_s}});
        };
        const ActDoneEvent refused = mount(m_directory->filePath(u"link"_s));
        QVERIFY(refused.error);
        QCOMPARE(refused.error->error.value, EACCES);
        const ActDoneEvent done = mount(mine);
        QVERIFY2(!done.error, qPrintable(done.error ? done.error->operation : QString()));
        QVERIFY(!run.act(Side::Inside, act::Unmount{mine}).error);
        const ActDoneEvent again = run.act(Side::Inside, act::Unmount{mine});
        QVERIFY(again.error);
        QCOMPARE(again.error->error.value, EINVAL);
    }

    void actsAreNotTooMany()
    {
        constexpr int kMost = 120;
        ActSession run;
        QVERIFY(run.begin({u"cat"_s}));
        for (int i = 0; i < kMost; ++i) {
            const ActDoneEvent done = run.act(Side::Inside, act::SwitchLink{.link = u"UP"_s});
            QVERIFY(has(done.findings, FindingCode::BadLinkName));
        }
        const ActDoneEvent last = run.act(Side::Inside, act::SetHostname{u"green"_s});
        QVERIFY(has(last.findings, FindingCode::TooOften));
    }

    void inputThatNobodyReads()
    {
        SessionRun run;
        Container container = mountContainer({});
        container.command = {
            u"sh"_s,
            u"-c"_s,
            u"while [ ! -e %1 ]; do sleep 0.05; done; wc -c"_s.arg(m_directory->filePath(u"go"_s))};
        run.start(container);
        QVERIFY(run.waitUntilLooked());
        // The pipe takes 64 KiB, 1 MiB is kept: four pieces, and not the fifth.
        const QByteArray piece(256 << 10, 'x');
        for (int i = 0; i < 5; ++i) {
            run.session.send(InputRequest{piece});
        }
        QVERIFY(run.waitFor([&] { return !run.state().refusal.isEmpty(); }));
        QVERIFY(has(run.state().refusal, FindingCode::InputWaits));
        QVERIFY(!run.state().exit);
        // What was taken comes through, and it is told when.
        QFile go(m_directory->filePath(u"go"_s));
        QVERIFY(go.open(QIODevice::WriteOnly));
        run.session.send(InputRequest{});
        QVERIFY(run.waitFor([&] { return run.state().exit.has_value(); }));
        QCOMPARE(run.output().trimmed(), QByteArray::number(4 * piece.size()));
        std::int64_t taken = 0;
        for (const Event &event : std::as_const(run.events)) {
            const auto *input = std::get_if<InputEvent>(&event);
            taken += input == nullptr ? 0 : input->taken;
        }
        QCOMPARE(taken, 4 * piece.size());
    }

    /** Root inside, as was agreed to; outside as the caller, who gains nothing by it. */
    void terminalsOutsideAreTheCallers() const
    {
        TerminalSession run;
        Container container = mountContainer({});
        container.command = {u"sleep"_s, u"1000"_s};
        run.start(container);
        QVERIFY(run.waitUntilLooked());
        const QStringList look{u"sh"_s,
                               u"-c"_s,
                               u"id -u; id -g; id -G; grep -E '^(Cap|NoNew)' /proc/self/status; "
                               "echo HOME=$HOME; ls /root; tty"_s};
        const auto id = run.openTerminal(Side::Outside, look);
        QVERIFY(run.waitForEndOf(id));
        const QByteArray text = run.terminal(id)->output;
        const QByteArrayList lines = text.split('\n');
        const passwd *entry = ::getpwuid(m_behalf.user); // NOLINT(concurrency-mt-unsafe)
        QVERIFY(entry != nullptr);
        QCOMPARE(lines.value(0).trimmed(), QByteArray::number(m_behalf.user));
        QCOMPARE(lines.value(1).trimmed(), QByteArray::number(entry->pw_gid));
        QVERIFY2(!lines.value(2).trimmed().split(' ').contains("0"), text.constData());
        for (const char *set : {"CapInh:", "CapPrm:", "CapEff:", "CapAmb:"}) {
            QVERIFY2(text.contains(QByteArray(set).append("\t0000000000000000")), text.constData());
        }
        QVERIFY2(text.contains("NoNewPrivs:\t1"), text.constData());
        QVERIFY2(text.contains(QByteArray("HOME=").append(entry->pw_dir)), text.constData());
        QVERIFY2(text.contains("ermission denied"), text.constData());
        const auto inside = run.openTerminal(Side::Inside, {u"id"_s, u"-u"_s});
        QVERIFY(run.waitForEndOf(inside));
        QCOMPARE(run.terminal(inside)->output.trimmed(), "0"_ba);
    }

    void terminalsAreLimited()
    {
        TerminalSession run;
        Container container = mountContainer({});
        container.command = {u"sleep"_s, u"1000"_s};
        run.start(container);
        QVERIFY(run.waitUntilLooked());
        const auto dangerous = run.waitForEndOf(
            run.openTerminal(Side::Inside, {u"true"_s}, {{u"LD_PRELOAD"_s, u"/tmp/x"_s}}));
        QVERIFY(dangerous && has(dangerous->findings, FindingCode::DangerousVariable));
        std::int32_t last = 0;
        for (int i = 0; i < 130; ++i) {
            last = run.openTerminal(Side::Outside, {u"true"_s}, {{u"IFS"_s, u"x"_s}});
        }
        const auto often = run.waitForEndOf(last);
        QVERIFY(often && has(often->findings, FindingCode::TooOften));
    }

    void soManyAtATime()
    {
        constexpr int kMost = 16;
        TerminalSession run;
        Container container = mountContainer({});
        container.command = {u"sleep"_s, u"1000"_s};
        run.start(container);
        QVERIFY(run.waitUntilLooked());
        std::int32_t last = 0;
        for (int i = 0; i < kMost; ++i) {
            last = run.openTerminal(Side::Inside, {u"sleep"_s, u"1000"_s});
            QVERIFY(run.waitUntilOpen(last));
        }
        const auto many = run.waitForEndOf(run.openTerminal(Side::Inside, {}));
        QVERIFY(many && has(many->findings, FindingCode::TooManyTerminals));
        run.session.send(TerminalCloseRequest{last});
        QVERIFY(run.waitForEndOf(last));
        QVERIFY(run.waitUntilOpen(run.openTerminal(Side::Outside, {u"sleep"_s, u"1000"_s})));
    }

    /** Until it has its namespaces and IDs, whoever is inside has root's rights over the machine.
     */
    void aHalfMadeContainerIsNotEntered() const
    {
        TerminalSession run;
        Container container = mountContainer({});
        container.method = Method::Unshare;
        container.namespaces.uts = NewUts{.hostname = u"blue"_s, .domainname = {}};
        container.command = {u"sleep"_s, u"1000"_s};
        run.session.send(StartRequest{.configuration = configurationOf(container),
                                      .stdio = Stdio::Pipe,
                                      .refreshMs = 0,
                                      .before = 1});
        QVERIFY(run.waitFor([&] { return run.state().pausedBefore.has_value(); }));
        std::int32_t opensBefore = 0; // the first pause in which the inside opens
        for (std::int32_t n = 1; n <= run.state().plan.steps.size(); ++n) {
            QVERIFY(run.waitFor([&] { return run.state().pausedBefore == std::optional(n); }));
            const auto outside = run.openTerminal(Side::Outside, {u"id"_s, u"-u"_s});
            QVERIFY(run.waitForEndOf(outside));
            QCOMPARE(run.terminal(outside)->output.trimmed(), QByteArray::number(m_behalf.user));
            const auto inside = run.waitForEndOf(run.openTerminal(Side::Inside, {u"true"_s}));
            QVERIFY(inside);
            if (inside->findings.isEmpty()) {
                opensBefore = opensBefore == 0 ? n : opensBefore;
            } else {
                QCOMPARE(opensBefore, 0);
                QVERIFY(has(inside->findings, FindingCode::NothingInside)
                        || has(inside->findings, FindingCode::RightsNotSet));
            }
            run.session.send(GoRequest{n + 1});
        }
        // Once its mounts are private only its names and the command are left.
        const auto &steps = run.state().plan.steps;
        const auto name = std::ranges::find_if(steps, [](const Step &step) {
            return std::holds_alternative<op::Sethostname>(step.operation);
        });
        QVERIFY(name != steps.end());
        QCOMPARE(opensBefore, name->n);
    }

    void whoReadsNoAnswersIsNotRead()
    {
        std::array<int, 2> ends{};
        QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()), 0);
        const UniqueFd window(ends[0]);
        Connection connection{UniqueFd(ends[1])};
        const auto events = [&] {
            WatchList list;
            connection.watch(list, [](const Request &) { });
            return list.watches.at(0).events;
        };
        QCOMPARE(events(), short{POLLIN});
        const OutputEvent answer{
            .container = {}, .stream = Stream::Stdout, .text = QByteArray(1 << 20, 'x')};
        for (int i = 0; i < 10; ++i) {
            connection.send(answer);
        }
        QCOMPARE(events(), short{POLLOUT});
        std::vector<char> bytes(std::size_t{1} << 20);
        while ((events() & POLLIN) == 0) {
            connection.flush();
            QCOMPARE_GT(::read(window.get(), bytes.data(), bytes.size()), ssize_t{0});
        }
        QVERIFY(!connection.isClosed());
    }

    /** Never by mount(2) on a path: that would be looked up with root's rights. */
    void withoutCallsThatTakeDescriptorsNothingIsBound()
    {
        const QByteArray supervisor = qgetenv("NSW_SUPERVISOR");
        qputenv("NSW_FILTERED", supervisor);
        qputenv("NSW_FILTER", "open_tree=ENOSYS");
        qputenv("NSW_SUPERVISOR", NSW_FILTERED_PROGRAM);
        SessionRun run;
        const QString mine = m_directory->filePath(u"mine"_s);
        run.start(mountContainer({bind(mine, mine)}));
        const bool hasEnded = run.waitForEnd();
        qputenv("NSW_SUPERVISOR", supervisor);
        QVERIFY(hasEnded);
        QVERIFY(has(run.state().refusal, FindingCode::CallMissing));
        QCOMPARE(run.state().refusal.constLast().found, u"open_tree"_s);
    }

    /** open(2) looks them up then, which is said. */
    void withoutOpenat2PathsAreOpened()
    {
        const QByteArray supervisor = qgetenv("NSW_SUPERVISOR");
        qputenv("NSW_FILTERED", supervisor);
        qputenv("NSW_FILTER", "openat2=ENOSYS");
        qputenv("NSW_SUPERVISOR", NSW_FILTERED_PROGRAM);
        SessionRun run;
        const QString mine = m_directory->filePath(u"mine"_s);
        Container container = mountContainer({bind(mine, mine)});
        container.command = {u"true"_s};
        run.start(container);
        const bool hasEnded = run.waitForEnd();
        qputenv("NSW_SUPERVISOR", supervisor);
        QVERIFY(hasEnded);
        QCOMPARE(run.state().exit, std::optional(0));
        const Findings &findings = run.state().plan.findings;
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings.constFirst().code, FindingCode::CallMissing);
        QCOMPARE(findings.constFirst().found, u"openat2"_s);
    }

    void initsAreFiltered()
    {
        SessionRun run;
        Container container = mountContainer({});
        container.command = {u"cat"_s};
        run.start(container);
        QVERIFY(run.waitUntilLooked());
        // Without a PID namespace an init stays, of which the command is a child.
        QVERIFY(run.waitFor([&] { return lineOf(run.outerPid(), "Name:") == "nsw-init"; }));
        QVERIFY(run.waitFor([&] { return lineOf(run.outerPid(), "Seccomp:") == "2"; }));
        run.session.send(StopRequest{});
        QVERIFY(run.waitForEnd());
    }

private:
    Behalf m_behalf;
    std::optional<QTemporaryDir> m_directory;
};

QTEST_GUILESS_MAIN(TestOnBehalf)
#include "tst_onbehalf.moc"
