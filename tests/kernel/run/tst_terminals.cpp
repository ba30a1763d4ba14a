// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/terminal.h"
#include "tests/kernel/run/terminalsession.h"
#include "tests/support/oracletest.h"

#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <array>

#include <sys/resource.h>
#include <unistd.h>

using namespace nsw;
using namespace nsw::test;
using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_ba;

namespace
{

QByteArray linkOf(qint64 pid, const char *name)
{
    const QByteArray path = "/proc/" + QByteArray::number(pid) + "/ns/" + name;
    std::array<char, 64> target{};
    const ssize_t size = ::readlink(path.constData(), target.data(), target.size());
    return {target.data(), std::max<ssize_t>(size, 0)};
}

bool isThere(qint64 pid)
{
    return QFile::exists(u"/proc/%1"_s.arg(pid));
}

/** A command line that is running somewhere on this machine. */
bool runs(const QByteArray &commandLine)
{
    for (const QString &entry : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
        QFile file(u"/proc/%1/cmdline"_s.arg(entry));
        if (file.open(QIODevice::ReadOnly) && file.readAll() == commandLine) {
            return true;
        }
    }
    return false;
}

/** The most that a process ever had in memory. */
qint64 peakKiB(qint64 pid)
{
    QFile file(u"/proc/%1/status"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly)) {
        return 0;
    }
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmHWM:")) {
            return line.sliced(6).simplified().split(' ').constFirst().toLongLong();
        }
    }
    return 0;
}

/** What a process used of the processors until now. */
qint64 processorMs(qint64 pid)
{
    QFile file(u"/proc/%1/stat"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly)) {
        return 0;
    }
    const QByteArrayList fields = file.readAll().split(' ');
    return (fields.value(13).toLongLong() + fields.value(14).toLongLong()) * 1000
        / ::sysconf(_SC_CLK_TCK);
}

QList<NsKind> kindsOf(const QList<TerminalNamespace> &moved)
{
    QList<NsKind> kinds;
    for (const TerminalNamespace &one : moved) {
        kinds << one.kind;
    }
    return kinds;
}

bool hasFinding(const Findings &findings, FindingCode code)
{
    return std::ranges::contains(findings, code, &Finding::code);
}

} // namespace

/** Terminals of a container in namespaces of its own, made by whoever runs this. */
class TestTerminals : public OracleTest
{
    Q_OBJECT

    void prepare() override
    {
        m_run = std::make_unique<TerminalSession>();
        QVERIFY(m_run->begin({u"sleep"_s, u"1000"_s}));
    }

    void finish() override { m_run.reset(); }

private Q_SLOTS:
    void insideIsInside()
    {
        const auto id = m_run->openTerminal(
            Side::Inside,
            {u"sh"_s, u"-c"_s, u"hostname; stty size; cat /proc/1/comm; echo T=$TERM; tty"_s});
        const auto ended = m_run->waitForEndOf(id);
        QVERIFY(ended && !ended->error);
        QCOMPARE(ended->exit, m_run->terminal(id)->output.contains("not a tty") ? 1 : 0);
        const QByteArray text = m_run->terminal(id)->output;
        QVERIFY2(text.startsWith("acts\r\n24 80\r\nsleep\r\nT=xterm-256color\r\n"),
                 text.constData());
    }

    void whatIsDoneIsShown()
    {
        const auto before = m_run->state().steps.size();
        const auto id = m_run->openTerminal(Side::Inside, {u"sleep"_s, u"1000"_s});
        QVERIFY(m_run->waitUntilOpen(id));
        QStringList calls;
        for (const StepState &step : m_run->state().steps.sliced(before)) {
            calls << callOf(step.step.operation);
            QVERIFY(step.outcome && !step.outcome->error);
            QCOMPARE(step.step.n, static_cast<std::int32_t>(before + calls.size()));
        }
        QCOMPARE(
            calls,
            (QStringList{u"posix_openpt"_s, u"setns"_s, u"setsid"_s, u"ioctl_tty"_s, u"execve"_s}));
        // It is where it was said to be, by an independent look.
        const TerminalState &terminal = *m_run->terminal(id);
        for (const char *name : {"uts", "net", "mnt", "ipc", "user", "pid"}) {
            QVERIFY(!linkOf(terminal.pid, name).isEmpty());
            QCOMPARE(linkOf(terminal.pid, name), linkOf(m_run->outerPid(), name));
            QVERIFY(linkOf(terminal.pid, name) != linkOf(::getpid(), name));
        }
        // An act goes on counting from there.
        const auto done = m_run->act(Side::Inside, act::SetHostname{u"teal"_s});
        QVERIFY(!done.error);
        QCOMPARE(m_run->state().steps.constLast().step.n,
                 static_cast<std::int32_t>(before + calls.size() + 1));
    }

    void outsideIsOutside()
    {
        const auto id = m_run->openTerminal(Side::Outside, {u"sleep"_s, u"1000"_s});
        QVERIFY(m_run->waitUntilOpen(id));
        const TerminalState &terminal = *m_run->terminal(id);
        for (const char *name : {"uts", "net", "mnt", "user", "pid"}) {
            QCOMPARE(linkOf(terminal.pid, name), linkOf(::getpid(), name));
        }
    }

    void resized()
    {
        const auto id = m_run->openTerminal(
            Side::Inside,
            {u"bash"_s,
             u"-c"_s,
             // bash(1) drops a SIGWINCH that comes during the trap of one: it only takes a note.
             u"trap 'came=1' WINCH; echo ready;"
             " while :; do sleep 0.05; [ -z \"$came\" ] || { came=; stty size; }; done"_s});
        QVERIFY(m_run->waitForText(id, "ready\r\n"));
        QCOMPARE(m_run->terminal(id)->columns, 80);
        QCOMPARE(m_run->terminal(id)->rows, 24);
        m_run->session.send(TerminalResizeRequest{.id = id, .columns = 100, .rows = 30});
        QVERIFY(m_run->waitForText(id, "30 100\r\n"));
        // Nonsense changes nothing.
        m_run->session.send(TerminalResizeRequest{.id = id, .columns = 0, .rows = -1});
        m_run->session.send(TerminalResizeRequest{.id = id, .columns = 101, .rows = 31});
        QVERIFY(m_run->waitForText(id, "31 101\r\n"));
        QVERIFY(!m_run->terminal(id)->output.contains("0 0"));
        // Whoever looks at a recording of it has to know.
        QCOMPARE(m_run->terminal(id)->columns, 101);
        QCOMPARE(m_run->terminal(id)->rows, 31);
    }

    void aHundredMegabytes()
    {
        constexpr qint64 kSize = 100'000'000;
        const QByteArray line = "0123456789abcdefghijklmnopqrstuvwxyz\n";
        QCryptographicHash expected(QCryptographicHash::Sha1);
        for (qint64 left = kSize; left > 0; left -= line.size()) {
            expected.addData(line.first(std::min<qint64>(left, line.size())));
        }
        QCryptographicHash came(QCryptographicHash::Sha1);
        m_run->forgets = true;
        m_run->onOutput = [&](const QByteArray &bytes) {
            came.addData(bytes);
        };
        const auto id = m_run->openTerminal(
            Side::Inside,
            {u"sh"_s,
             u"-c"_s,
             u"stty -opost; yes %1 | head -c %2"_s.arg(QString::fromLatin1(line.chopped(1)))
                 .arg(kSize)});
        QVERIFY(QTest::qWaitFor(
            [&] { return m_run->terminal(id) != nullptr && m_run->terminal(id)->ended; }, 240'000));
        QCOMPARE(m_run->received, kSize);
        QCOMPARE(came.result(), expected.result());
        const qint64 peak = peakKiB(m_run->state().ready.pid);
#ifndef NSW_SANITIZED // which keeps what was freed
        QVERIFY2(peak < 64 << 10, qPrintable(QString::number(peak)));
#else
        QVERIFY(peak > 0);
#endif
        QVERIFY(m_run->terminal(id)->output.size() <= kMaxTerminalKept);
        QCOMPARE(m_run->terminal(id)->outputDropped + m_run->terminal(id)->output.size(), kSize);
    }

    void noMoreThanIsShown()
    {
        m_run->acknowledges = false;
        const auto id = m_run->openTerminal(
            Side::Inside, {u"sh"_s, u"-c"_s, u"stty -opost; yes | head -c 3000000; echo end"_s});
        QVERIFY(m_run->waitFor([&] { return m_run->received >= kTerminalWindow; }));
        // What was asked after it is answered after it: nothing more came meanwhile.
        QVERIFY(!m_run->act(Side::Inside, act::SetHostname{u"teal"_s}).error);
        QVERIFY(m_run->received < kTerminalWindow + (64 << 10));
        QVERIFY(!m_run->terminal(id)->ended);
        m_run->session.send(TerminalShownRequest{.id = id, .bytes = -5});
        m_run->session.send(TerminalShownRequest{.id = id, .bytes = m_run->received});
        m_run->acknowledges = true;
        QVERIFY(m_run->waitForText(id, "end"));
        QVERIFY(m_run->waitForEndOf(id));
        QCOMPARE(m_run->received, 3'000'004);
    }

    void aMegabyteOfInput()
    {
        constexpr qsizetype kSize = 1 << 20;
        QByteArray input(kSize, Qt::Uninitialized);
        for (qsizetype i = 0; i < kSize; ++i) {
            input[i] = static_cast<char>(i * 7 % 251);
        }
        const auto id = m_run->openTerminal(
            Side::Inside,
            {u"sh"_s, u"-c"_s, u"stty raw -echo; echo ready; head -c %1 | sha1sum"_s.arg(kSize)});
        QVERIFY(m_run->waitForText(id, "ready"));
        constexpr qsizetype kPiece = 128 << 10;
        for (qsizetype at = 0; at < kSize; at += kPiece) {
            m_run->type(id, input.sliced(at, kPiece));
        }
        QVERIFY(m_run->waitForEndOf(id));
        const QByteArray sum = QCryptographicHash::hash(input, QCryptographicHash::Sha1).toHex();
        QVERIFY2(m_run->terminal(id)->output.contains(sum),
                 m_run->terminal(id)->output.constData());
        QCOMPARE(m_run->taken, kSize);
    }

    void inputThatNobodyReads()
    {
        const auto id = m_run->openTerminal(
            Side::Inside, {u"sh"_s, u"-c"_s, u"stty raw; echo ready; sleep 1000"_s});
        QVERIFY(m_run->waitForText(id, "ready"));
        const QByteArray piece(256 << 10, 'x');
        for (int i = 0; i < 6; ++i) {
            m_run->type(id, piece);
        }
        QVERIFY(m_run->waitFor([&] { return !m_run->state().refusal.isEmpty(); }));
        QVERIFY(hasFinding(m_run->state().refusal, FindingCode::InputWaits));
        QVERIFY(!m_run->terminal(id)->ended);
        m_run->session.send(TerminalCloseRequest{id});
        QVERIFY(m_run->waitForEndOf(id));
    }

    void closedIsGone()
    {
        // In the background, in the foreground, deaf to the hang-up, and with streams elsewhere.
        const auto id = m_run->openTerminal(
            Side::Inside,
            {u"bash"_s,
             u"-ic"_s,
             u"trap '' HUP; sleep 47111 & sleep 47112 </dev/null >/dev/null 2>&1 & "
             "echo ready; sleep 47113"_s});
        QVERIFY(m_run->waitForText(id, "ready"));
        QVERIFY(m_run->waitFor([] { return runs("sleep\00047113\000"_ba); }));
        const qint64 shell = m_run->terminal(id)->pid;
        m_run->session.send(TerminalCloseRequest{id});
        QVERIFY(m_run->waitForEndOf(id));
        QVERIFY(m_run->waitFor([&] { return !isThere(shell); }));
        for (const QByteArray &one :
             {"sleep\00047111\000"_ba, "sleep\00047112\000"_ba, "sleep\00047113\000"_ba}) {
            QVERIFY(m_run->waitFor([&] { return !runs(one); }));
        }
        QVERIFY(!m_run->state().exit); // the container goes on
    }

    void theEndOfTheContainerIsTheirs()
    {
        const auto inside = m_run->openTerminal(Side::Inside, {u"sleep"_s, u"1000"_s});
        const auto outside = m_run->openTerminal(Side::Outside, {u"sleep"_s, u"1000"_s});
        QVERIFY(m_run->waitUntilOpen(inside));
        QVERIFY(m_run->waitUntilOpen(outside));
        const qint64 shell = m_run->terminal(outside)->pid;
        m_run->session.send(StopRequest{});
        QVERIFY(m_run->waitForEnd());
        QVERIFY(m_run->terminal(inside)->ended && m_run->terminal(outside)->ended);
        QVERIFY(!isThere(shell));
        // And there is nothing to open one in.
        const auto late = m_run->openTerminal(Side::Inside, {});
        const auto ended = m_run->waitForEndOf(late);
        QVERIFY(ended && hasFinding(ended->findings, FindingCode::NothingRuns));
    }

    void theWindowGoes()
    {
        const auto inside = m_run->openTerminal(Side::Inside, {u"sleep"_s, u"1000"_s});
        const auto outside = m_run->openTerminal(
            Side::Outside, {u"bash"_s, u"-ic"_s, u"trap '' HUP; sleep 47114 & sleep 1000"_s});
        QVERIFY(m_run->waitUntilOpen(inside));
        QVERIFY(m_run->waitUntilOpen(outside));
        QVERIFY(m_run->waitFor([] { return runs("sleep\00047114\000"_ba); }));
        const QList<qint64> shells{m_run->terminal(inside)->pid, m_run->terminal(outside)->pid};
        m_run.reset();
        for (const qint64 shell : shells) {
            QVERIFY(QTest::qWaitFor([&] { return !isThere(shell); }, 10'000));
        }
        QVERIFY(QTest::qWaitFor([] { return !runs("sleep\00047114\000"_ba); }, 10'000));
    }

    void theTailOfWhatEndedIsThere()
    {
        const auto id = m_run->openTerminal(
            Side::Inside,
            {u"sh"_s, u"-c"_s, u"stty -opost; yes | head -c 200000; printf last; exit 7"_s});
        const auto ended = m_run->waitForEndOf(id);
        QVERIFY(ended);
        QCOMPARE(ended->exit, 7);
        QVERIFY(m_run->terminal(id)->output.endsWith("last"));
        QCOMPARE(m_run->received, 200'004);
    }

    void leavingNamespacesIsSeen()
    {
        const auto id = m_run->openTerminal(Side::Inside, {u"sh"_s});
        QVERIFY(m_run->waitForText(id, "[acts]"));
        m_run->type(id, "unshare -n sleep 1000\n");
        QVERIFY(m_run->waitFor([&] { return !m_run->terminal(id)->moved.isEmpty(); }));
        const TerminalNamespace moved = m_run->terminal(id)->moved.constFirst();
        QCOMPARE(kindsOf(m_run->terminal(id)->moved), QList{NsKind::Network});
        QVERIFY(!linkOf(m_run->outerPid(), "net").contains(QByteArray::number(moved.inode)));
        m_run->type(id, "\x03"); // its end is the way back
        QVERIFY(m_run->waitFor([&] { return m_run->terminal(id)->moved.isEmpty(); }));
        m_run->type(id, "exec unshare --ipc sh\n");
        QVERIFY(m_run->waitFor(
            [&] { return kindsOf(m_run->terminal(id)->moved) == QList{NsKind::Ipc}; }));
    }

    void enteringNamespacesIsSeen()
    {
        const auto id = m_run->openTerminal(Side::Outside, {u"sh"_s});
        QVERIFY(m_run->waitForText(id, "[outside]"));
        const QByteArray enter = "nsenter --target " + QByteArray::number(m_run->outerPid())
            + " --user --uts --preserve-credentials sleep 1000\n";
        m_run->type(id, enter);
        QVERIFY(m_run->waitFor([&] { return m_run->terminal(id)->moved.size() == 2; }));
        const QList<NsKind> kinds = kindsOf(m_run->terminal(id)->moved);
        QVERIFY(kinds.contains(NsKind::Uts) && kinds.contains(NsKind::User));
        for (const TerminalNamespace &one : m_run->terminal(id)->moved) {
            const char *name = one.kind == NsKind::Uts ? "uts" : "user";
            QVERIFY(linkOf(m_run->outerPid(), name).contains(QByteArray::number(one.inode)));
        }
    }

    /** A program with the setuid bit is somebody else's process, and can't be looked at: su(1) asks
     * for a password, and meanwhile nobody knows where it is. Root can look, and is not asked. */
    void whatCantBeLookedAtIsTold()
    {
        const bool isRoot = ::geteuid() == 0;
        const auto id = m_run->openTerminal(
            Side::Outside, {u"sh"_s, u"-ic"_s, u"su -s /bin/sh -c 'echo in; read -r x'"_s});
        QVERIFY(m_run->waitForText(id, isRoot ? "in" : "assword"));
        QVERIFY(m_run->waitFor([&] { return m_run->terminal(id)->isUnknown != isRoot; }));
        QVERIFY(m_run->terminal(id)->moved.isEmpty());
        m_run->session.send(TerminalCloseRequest{id}); // what can't be killed hears the hang-up
        QVERIFY(m_run->waitForEndOf(id));
    }

    void thePromptNamesTheContainer()
    {
        const QTemporaryDir home;
        QFile rc(home.filePath(u".bashrc"_s));
        QVERIFY(rc.open(QIODevice::WriteOnly));
        QVERIFY(rc.write("PS1='mine> '\n") > 0);
        rc.close();
        const QMap<QString, QString> environment{{u"HOME"_s, home.path()}};
        const auto bash = m_run->openTerminal(Side::Inside, {u"bash"_s}, environment);
        QVERIFY(m_run->waitForText(bash, "[acts] mine> "));
        m_run->type(bash, "\n");
        QVERIFY(m_run->waitFor(
            [&] { return m_run->terminal(bash)->output.count("[acts] mine> ") == 2; }));
        // Once, and not once more each time.
        QVERIFY(!m_run->terminal(bash)->output.contains("[acts] [acts]"));
        const auto sh = m_run->openTerminal(Side::Inside, {u"sh"_s}, environment);
        QVERIFY(m_run->waitForText(sh, "[acts] $ "));
        const auto outside = m_run->openTerminal(Side::Outside, {u"bash"_s}, environment);
        QVERIFY(m_run->waitForText(outside, "[outside] mine> "));
        QVERIFY(QDir(home.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)
                == QStringList{u".bashrc"_s});
    }

    void theShellIsThatOfWhoeverAsks()
    {
        const auto id = m_run->openTerminal(Side::Inside, {});
        QVERIFY(m_run->waitUntilOpen(id));
        QCOMPARE(m_run->terminal(id)->command.size(), 1);
        QVERIFY(m_run->terminal(id)->command.constFirst().startsWith(u'/'));
        m_run->type(id, "exit 3\n");
        const auto ended = m_run->waitForEndOf(id);
        QVERIFY(ended);
        QCOMPARE(ended->exit, 3);
    }

    void viHasAWholeScreen()
    {
        const QTemporaryDir directory;
        const QString path = directory.filePath(u"file"_s);
        const auto id
            = m_run->openTerminal(Side::Inside, {u"vi"_s, path}, {{u"TERM"_s, u"xterm"_s}});
        QVERIFY(m_run->waitForText(id, "~"));
        m_run->type(id, "iwritten inside");
        QVERIFY(m_run->waitForText(id, "inside"));
        m_run->type(id, "\x1b");
        m_run->type(id, ":wq\r");
        const auto ended = m_run->waitForEndOf(id);
        QVERIFY(ended);
        QCOMPARE(ended->exit, 0);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "written inside\n"_ba);
    }

    void htopHasAWholeScreen()
    {
        const QTemporaryDir home;
        const auto id = m_run->openTerminal(
            Side::Inside, {u"htop"_s}, {{u"TERM"_s, u"xterm"_s}, {u"HOME"_s, home.path()}});
        QVERIFY(m_run->waitForText(id, "sleep 1000")); // PID 1 of the inside
        QVERIFY(m_run->waitForText(id, "Quit")); // the keys, which it draws later
        m_run->type(id, "q");
        const auto ended = m_run->waitForEndOf(id);
        QVERIFY(ended);
        QCOMPARE(ended->exit, 0);
    }

    void whatIsNotOpened()
    {
        const auto missing = m_run->openTerminal(Side::Inside, {u"no-such-program"_s});
        const auto failed = m_run->waitForEndOf(missing);
        QVERIFY(failed && failed->error);
        QCOMPARE(failed->error->error.value, ENOENT);
        QCOMPARE(failed->error->operation, u"execve"_s);

        m_run->session.send(TerminalOpenRequest{.id = 50,
                                                .side = Side::Inside,
                                                .command = {},
                                                .columns = 0,
                                                .rows = 24,
                                                .environment = {}});
        const auto sizeless = m_run->waitForEndOf(50);
        QVERIFY(sizeless && hasFinding(sizeless->findings, FindingCode::OutOfRange));

        const auto first = m_run->openTerminal(Side::Inside, {u"sleep"_s, u"1000"_s});
        QVERIFY(m_run->waitUntilOpen(first));
        // One more of the same id is refused, and the first goes on.
        m_run->session.send(TerminalOpenRequest{.id = first,
                                                .side = Side::Inside,
                                                .command = {},
                                                .columns = 80,
                                                .rows = 24,
                                                .environment = {}});
        QVERIFY(m_run->waitFor([&] { return !m_run->state().refusal.isEmpty(); }));
        QVERIFY(!m_run->terminal(first)->ended);
    }

    /** While nothing passes through them they cost next to nothing, and all are soon gone. */
    void aHundredAtATime()
    {
        QList<std::int32_t> ids;
        for (int i = 0; i < 100; ++i) {
            ids << m_run->openTerminal(i % 2 == 0 ? Side::Inside : Side::Outside,
                                       {u"sleep"_s, u"1000"_s});
        }
        for (const std::int32_t id : ids) {
            QVERIFY(m_run->waitUntilOpen(id));
        }
        const qint32 supervisor = m_run->state().ready.pid;
        const qint64 before = processorMs(supervisor);
        QElapsedTimer clock;
        clock.start();
        QTest::qWait(5000);
        const double share = static_cast<double>(processorMs(supervisor) - before)
            / static_cast<double>(clock.elapsed());
        qInfo("idle: %.2f %% of a processor", share * 100);
#ifndef NSW_SANITIZED // which is many times slower
        QVERIFY(share < 0.02);
#endif
        clock.restart();
        for (const std::int32_t id : ids) {
            m_run->session.send(TerminalCloseRequest{id});
        }
        // Of those that have ended a state keeps the last.
        QVERIFY(m_run->waitFor([&] {
            return std::ranges::all_of(ids, [&](std::int32_t id) {
                const TerminalState *one = m_run->terminal(id);
                return one == nullptr || one->ended;
            });
        }));
        qInfo("closed in %lld ms", clock.elapsed());
        QVERIFY(clock.elapsed() < 3000);
    }

    /** The supervisor keeps descriptors for itself: the rest of the session goes on. */
    void noDescriptorsLeft()
    {
        constexpr rlim_t kFew = 128;
        const rlimit few{.rlim_cur = kFew, .rlim_max = kFew};
        QCOMPARE(::prlimit(m_run->state().ready.pid, RLIMIT_NOFILE, &few, nullptr), 0);
        std::optional<TerminalEndedEvent> refused;
        for (int i = 0; i < 100 && !refused; ++i) {
            const auto id = m_run->openTerminal(Side::Inside, {u"sleep"_s, u"1000"_s});
            refused = m_run->waitUntilOpen(id) ? std::nullopt : m_run->terminal(id)->ended;
        }
        QVERIFY(refused && refused->error);
        QCOMPARE(refused->error->operation, u"posix_openpt"_s);
        QCOMPARE(refused->error->error.value, EMFILE);
        QVERIFY(!m_run->act(Side::Inside, act::SetHostname{u"teal"_s}).error);
    }

    void whatIsLateMeansNothing()
    {
        m_run->type(99, "x");
        m_run->session.send(TerminalShownRequest{.id = 99, .bytes = 1});
        m_run->session.send(TerminalResizeRequest{.id = 99, .columns = 80, .rows = 24});
        m_run->session.send(TerminalCloseRequest{99});
        QVERIFY(!m_run->act(Side::Inside, act::SetHostname{u"teal"_s}).error);
        QVERIFY(m_run->state().refusal.isEmpty());
        QVERIFY(m_run->terminal(99) == nullptr);
    }

private:
    std::unique_ptr<TerminalSession> m_run;
};

QTEST_GUILESS_MAIN(TestTerminals)
#include "tst_terminals.moc"
