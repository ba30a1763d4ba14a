// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/oracletest.h"
#include "tests/support/sessionrun.h"

#include <QTest>

#include <algorithm>
#include <csignal>

using namespace nsw;
using namespace nsw::test;
using Qt::StringLiterals::operator""_s;

namespace
{

constexpr int kFarAway = 3'600'000; // milliseconds: nothing is seen just because time goes by

bool hasMount(const SessionRun &run, const QString &target)
{
    const auto *mounts = run.facet<MountsFacet>(Side::Inside);
    return mounts != nullptr && std::ranges::contains(mounts->mounts, target, &MountPoint::target);
}

bool hasAddress(const SessionRun &run, const QString &address)
{
    const auto *network = run.facet<NetworkFacet>(Side::Inside);
    return network != nullptr
        && std::ranges::any_of(network->addresses,
                               [&](const InterfaceAddress &one) { return one.address == address; });
}

bool isCalled(const SessionRun &run, Side side, const QString &hostname)
{
    const auto *uts = run.facet<UtsFacet>(side);
    return uts != nullptr && uts->nodename == hostname;
}

} // namespace

/** What the kernel tells by itself is seen at once, not at the next turn. */
class TestLive : public OracleTest
{
    Q_OBJECT

    void prepare() override
    {
        m_run = std::make_unique<SessionRun>();
        Container container;
        container.name = u"live"_s;
        container.namespaces.user = NewUser{};
        container.namespaces.mount = NewMount{};
        container.namespaces.pid = NewPid{};
        container.namespaces.uts = NewUts{.hostname = u"before"_s, .domainname = {}};
        container.namespaces.network = NewNetwork{};
        container.command = QStringList{
            u"sh"_s, u"-c"_s, u"echo up; while read -r line; do eval \"$line\"; done"_s};
        m_run->start(container, kFarAway);
        QVERIFY(m_run->waitUntilLooked());
        // Behind the look that follows the command's start: from here on only events help.
        say(u"mount -t tmpfs first /mnt"_s);
        QVERIFY(m_run->waitFor([this] { return hasMount(*m_run, u"/mnt"_s); }));
    }

    void finish() override { m_run.reset(); }

private Q_SLOTS:
    void aMount()
    {
        say(u"mkdir /mnt/second && mount -t tmpfs second /mnt/second"_s);
        QVERIFY(m_run->waitFor([this] { return hasMount(*m_run, u"/mnt/second"_s); }));
        say(u"umount /mnt/second"_s);
        QVERIFY(m_run->waitFor([this] { return !hasMount(*m_run, u"/mnt/second"_s); }));
    }

    void aHostname()
    {
        QVERIFY(isCalled(*m_run, Side::Inside, u"before"_s));
        say(u"hostname after"_s);
        QVERIFY(m_run->waitFor([this] { return isCalled(*m_run, Side::Inside, u"after"_s); }));
        QVERIFY(!isCalled(*m_run, Side::Outside, u"after"_s));
    }

    void anAddress()
    {
        say(u"ip address add 192.0.2.7/24 dev lo"_s);
        QVERIFY2(m_run->waitFor([this] { return hasAddress(*m_run, u"192.0.2.7"_s); }),
                 m_run->output().constData());
    }

    void anEnd()
    {
        say(u"sleep 4321 & mkdir /mnt/seen && mount -t tmpfs seen /mnt/seen"_s);
        const auto sleeping = [this]() -> const Process * {
            const auto *facet = m_run->facet<ProcessesFacet>(Side::Inside);
            if (facet == nullptr) {
                return nullptr;
            }
            for (const Process &one : facet->processes) {
                if (one.command == u"sleep 4321"_s && one.state != u"Z"_s) {
                    return &one;
                }
            }
            return nullptr;
        };
        QVERIFY(m_run->waitFor([&] { return sleeping() != nullptr; }));
        QCOMPARE(::kill(sleeping()->pids.first(), SIGKILL), 0);
        QVERIFY(m_run->waitFor([&] { return sleeping() == nullptr; }));
    }

private:
    void say(const QString &line) { m_run->session.send(InputRequest{(line + u'\n').toUtf8()}); }

    std::unique_ptr<SessionRun> m_run;
};

QTEST_GUILESS_MAIN(TestLive)
#include "tst_live.moc"
