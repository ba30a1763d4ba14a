// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernel/process.h"
#include "tests/support/oracletest.h"
#include "tests/support/require.h"
#include "tests/support/sessionrun.h"

#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <csignal>

#include <fcntl.h>
#include <sys/mount.h>
#include <unistd.h>

using namespace nsw;
using namespace nsw::test;
using Qt::StringLiterals::operator""_s;

namespace
{

/** A directory in which nobody answers: an automounter (autofs) that was stopped. */
class Silence
{
public:
    Silence()
    {
        auto child = cloneProcess(0);
        if (child && child->pid == 0) {
            setParentDeathSignal(SIGKILL);
            ::setpgid(0, 0);
            while (true) {
                ::pause();
            }
        }
        if (!child || ::pipe2(m_ends.data(), O_CLOEXEC) != 0) {
            return;
        }
        m_daemon = std::move(child->pidfd);
        ::setpgid(child->pid, child->pid);
        // Processes of that group, as the daemon, would be let through.
        const QByteArray options = "fd=" + QByteArray::number(m_ends[1])
            + ",pgrp=" + QByteArray::number(child->pid) + ",minproto=5,maxproto=5,indirect";
        m_isThere = ::mount("silence",
                            m_directory.path().toLocal8Bit().constData(),
                            "autofs",
                            0,
                            options.constData())
            == 0;
    }
    ~Silence()
    {
        if (m_isThere && ::umount2(m_directory.path().toLocal8Bit().constData(), MNT_DETACH) != 0) {
            qWarning("the mount where nothing answers stays");
        }
        ::close(m_ends[0]);
        ::close(m_ends[1]);
        (void)sendSignal(m_daemon.get(), SIGKILL);
        (void)waitForExit(m_daemon.get());
    }
    Silence(const Silence &) = delete;
    Silence &operator=(const Silence &) = delete;
    Silence(Silence &&) = delete;
    Silence &operator=(Silence &&) = delete;

    [[nodiscard]] bool isThere() const { return m_isThere; }
    [[nodiscard]] QString path() const { return m_directory.filePath(u"nobody/net"_s); }

private:
    QTemporaryDir m_directory;
    std::array<int, 2> m_ends{-1, -1};
    UniqueFd m_daemon;
    bool m_isThere = false;
};

} // namespace

/** What is asked of the machine for a plan holds nobody up, however long it takes. */
class TestFacts : public OracleTest
{
    Q_OBJECT

private Q_SLOTS:
    void silenceKeepsNobodyWaiting()
    {
        const Silence silence;
        NSW_REQUIRE(silence.isThere(), "this kernel has no autofs");
        Container running = allEight(u"running"_s);
        running.command = QStringList{u"cat"_s};
        SessionRun run;
        run.start(running);
        QVERIFY(run.waitUntilLooked());
        Container joining;
        joining.name = u"joining"_s;
        joining.namespaces.network = Join{JoinPath{silence.path()}};
        // More than are let wait at a time.
        constexpr int kAsked = 12;
        for (int id = 1; id <= kAsked; ++id) {
            run.session.send(FactsRequest{.id = id, .configuration = configurationOf(joining)});
        }
        run.session.send(InputRequest{"still here\n"});
        QVERIFY(run.waitFor([&] { return run.output() == "still here\n"; }));
        QVERIFY(factsIn(run.events).isEmpty());
        // The next look takes the place of the one that waits.
        run.session.send(FactsRequest{.id = kAsked + 1, .configuration = configurationOf(running)});
        QVERIFY(run.waitFor([&] { return !factsIn(run.events).isEmpty(); }));
        QCOMPARE(factsIn(run.events), QList{kAsked + 1});
        run.session.send(StopRequest{});
        QVERIFY(run.waitForEnd());
        // Its end ended what was looking, which looks anew.
        run.session.send(FactsRequest{.id = kAsked + 2, .configuration = configurationOf(running)});
        QVERIFY(run.waitFor([&] { return factsIn(run.events).size() == 2; }));
    }

private:
    static QList<int> factsIn(const QList<Event> &events)
    {
        QList<int> ids;
        for (const Event &event : events) {
            if (const auto *facts = std::get_if<FactsEvent>(&event)) {
                ids << facts->id;
            }
        }
        return ids;
    }
};

QTEST_GUILESS_MAIN(TestFacts)
#include "tst_facts.moc"
