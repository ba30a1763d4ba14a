// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernel/fd.h"
#include "tests/support/oracletest.h"
#include "tests/support/sessionrun.h"

#include <QFile>
#include <QTest>

#include <array>
#include <cerrno>

#include <arpa/inet.h>
#include <fcntl.h>
#include <net/if.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace nsw;
using namespace nsw::test;
using Qt::StringLiterals::operator""_s;

namespace
{

constexpr auto kTestLink = "nsw-test";
constexpr int kListenerPatienceMs = 20'000;

bool runsAsRoot()
{
    return ::geteuid() == 0;
}

Veth testCable()
{
    return {.name = u"eth0"_s,
            .peer = QString::fromLatin1(kTestLink),
            .address = u"198.18.7.2/24"_s,
            .peerAddress = u"198.18.7.1/24"_s};
}

Container wired(Method method, bool userNamespace, bool pidNamespace)
{
    Container container;
    container.name = u"wired"_s;
    container.method = method;
    container.namespaces.network = NewNetwork{.loopback = true, .veth = testCable()};
    if (userNamespace) {
        container.namespaces.user = NewUser{};
    }
    if (pidNamespace) {
        container.namespaces.pid = NewPid{};
    }
    return container;
}

/** Listens at all addresses of the machine. */
class Listener
{
public:
    Listener()
        : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        socklen_t size = sizeof address;
        m_isThere = ::bind(m_socket.get(), reinterpret_cast<sockaddr *>(&address), size) == 0
            && ::listen(m_socket.get(), 1) == 0
            && ::getsockname(m_socket.get(), reinterpret_cast<sockaddr *>(&address), &size) == 0;
        m_port = ntohs(address.sin_port);
    }

    [[nodiscard]] bool isThere() const { return m_isThere; }
    [[nodiscard]] int port() const { return m_port; }

    [[nodiscard]] bool isCalled() const
    {
        pollfd waiting{.fd = m_socket.get(), .events = POLLIN, .revents = 0};
        return ::poll(&waiting, 1, 0) == 1;
    }

    /** Who came first, and what was said; empty when nobody did. */
    [[nodiscard]] QByteArray heard() const
    {
        pollfd waiting{.fd = m_socket.get(), .events = POLLIN, .revents = 0};
        if (::poll(&waiting, 1, kListenerPatienceMs) != 1) {
            return {};
        }
        sockaddr_in from{};
        socklen_t size = sizeof from;
        const UniqueFd peer(
            ::accept4(m_socket.get(), reinterpret_cast<sockaddr *>(&from), &size, SOCK_CLOEXEC));
        std::array<char, 64> said{};
        const ssize_t length = ::read(peer.get(), said.data(), said.size());
        std::array<char, INET_ADDRSTRLEN> name{};
        ::inet_ntop(AF_INET, &from.sin_addr, name.data(), name.size());
        return QByteArray(name.data()) + ' '
            + QByteArray(said.data(), std::max<ssize_t>(length, 0)).trimmed();
    }

private:
    UniqueFd m_socket;
    int m_port = 0;
    bool m_isThere = false;
};

QByteArray settingOf(const char *family, const char *name)
{
    QFile file(u"/proc/sys/net/%1/conf/%2/%3"_s.arg(
        QLatin1StringView(family), QLatin1StringView(kTestLink), QLatin1StringView(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
}

const Link *linkNamed(const NetworkFacet *network, const QString &name)
{
    const auto found = std::ranges::find(network->links, name, &Link::name);
    return found == network->links.end() ? nullptr : &*found;
}

} // namespace

/** A cable between a container and the machine. */
class TestVeth : public OracleTest
{
    Q_OBJECT

private Q_SLOTS:
    void carries_data()
    {
        QTest::addColumn<Container>("container");
        QTest::newRow("clone") << wired(Method::Clone, false, false);
        QTest::newRow("clone, user namespace") << wired(Method::Clone, true, true);
        QTest::newRow("unshare") << wired(Method::Unshare, false, true);
        QTest::newRow("unshare, user namespace") << wired(Method::Unshare, true, false);
    }

    /** What is said inside is heard outside, by whom it was meant for. */
    void carries()
    {
        QFETCH(Container, container);
        if (!runsAsRoot()) {
            return; // see isRefusedToOthers()
        }
        const Listener listener;
        QVERIFY(listener.isThere());
        container.command
            = {u"bash"_s,
               u"-c"_s,
               u"exec 3<>/dev/tcp/198.18.7.1/%1; echo hello >&3; exec sleep 1000"_s.arg(
                   listener.port())};
        SessionRun run;
        run.start(container);
        // The session goes on meanwhile.
        QVERIFY(run.waitFor([&] { return listener.isCalled(); }));
        QCOMPARE(listener.heard(), QByteArray("198.18.7.2 hello"));
        QVERIFY(run.waitUntilLooked());
        QCOMPARE(settingOf("ipv4", "rp_filter"), QByteArray("1"));
        QCOMPARE(settingOf("ipv4", "forwarding"), QByteArray("0"));
        if (QFile::exists(u"/proc/sys/net/ipv6/conf"_s)) {
            QCOMPARE(settingOf("ipv6", "accept_ra"), QByteArray("0"));
        }
        const Link *inside = linkNamed(run.facet<NetworkFacet>(Side::Inside), u"eth0"_s);
        QVERIFY(inside != nullptr);
        QVERIFY(inside->flags.contains(u"UP"_s));
        QCOMPARE(inside->peerIndex,
                 std::optional(static_cast<std::int32_t>(::if_nametoindex(kTestLink))));
        QVERIFY(run.waitFor([&] {
            const Link *outside
                = linkNamed(run.facet<NetworkFacet>(Side::Outside), QString::fromLatin1(kTestLink));
            return outside != nullptr && outside->peerIndex == std::optional(inside->index);
        }));
        run.session.send(StopRequest{});
        QVERIFY(run.waitForEnd());
        QCOMPARE(::if_nametoindex(kTestLink), 0U);
    }

    /** A grant is for one session, and so is what it put into the machine's network. */
    void goesThoughSomebodyKeepsTheNamespace()
    {
        if (!runsAsRoot()) {
            return;
        }
        SessionRun run;
        run.start(wired(Method::Clone, true, true));
        QVERIFY(run.waitUntilLooked());
        QVERIFY(::if_nametoindex(kTestLink) != 0);
        const QByteArray path = "/proc/" + QByteArray::number(run.outerPid()) + "/ns/net";
        const UniqueFd kept(::open(path.constData(), O_RDONLY | O_CLOEXEC));
        QVERIFY(kept.isValid());
        run.session.send(StopRequest{});
        QVERIFY(run.waitForEnd());
        QCOMPARE(::if_nametoindex(kTestLink), 0U);
    }

    void isInNobodysWay_data()
    {
        QTest::addColumn<Veth>("veth");
        QTest::addColumn<FindingCode>("code");
        const auto row = [](const char *name, FindingCode code, auto change) {
            Veth veth = testCable();
            change(veth);
            QTest::newRow(name) << veth << code;
        };
        row("a link of the machine", FindingCode::LinkExists, [](Veth &veth) {
            veth.peer = u"lo"_s;
        });
        row("an address of the machine", FindingCode::NetworkInUse, [](Veth &veth) {
            veth.peerAddress = u"127.0.0.7/24"_s;
        });
        row("all addresses", FindingCode::BadAddress, [](Veth &veth) {
            veth.peerAddress = u"198.18.7.1/0"_s;
        });
        row("half of all addresses", FindingCode::NetworkInUse, [](Veth &veth) {
            veth.peerAddress = u"10.0.0.1/1"_s;
        });
        row("no address", FindingCode::BadAddress, [](Veth &veth) { veth.address = u"eth0"_s; });
        row("no prefix", FindingCode::BadAddress, [](Veth &veth) {
            veth.address = u"198.18.7.2"_s;
        });
        row("a prefix too long", FindingCode::BadAddress, [](Veth &veth) {
            veth.peerAddress = u"198.18.7.1/33"_s;
        });
        row("a name too long", FindingCode::BadLinkName, [](Veth &veth) {
            veth.peer = u"nsw-345678901234"_s;
        });
        for (const QString &name :
             {u""_s, u"."_s, u".."_s, u"all"_s, u"default"_s, u"a/b"_s, u"a b"_s, u"A"_s, u"ä"_s}) {
            row(qPrintable(u"named “%1”"_s.arg(name)), FindingCode::BadLinkName, [&](Veth &veth) {
                veth.peer = name;
            });
        }
        row("a loopback inside", FindingCode::LinkExists, [](Veth &veth) { veth.name = u"lo"_s; });
    }

    void isInNobodysWay()
    {
        QFETCH(const Veth, veth);
        QFETCH(const FindingCode, code);
        Container container = wired(Method::Clone, true, false);
        container.namespaces.network = NewNetwork{.loopback = true, .veth = veth};
        SessionRun run;
        run.start(container);
        QVERIFY(run.waitForEnd());
        QVERIFY(!run.state().refusal.isEmpty());
        QVERIFY(std::ranges::contains(run.state().refusal, code, &Finding::code));
    }

    /** Without rights the plan says so, and the kernel at that step. */
    void isRefusedToOthers()
    {
        if (runsAsRoot()) {
            return;
        }
        SessionRun run;
        run.start(wired(Method::Clone, true, true));
        QVERIFY(run.waitForEnd());
        QCOMPARE(run.state().plan.privilege, Privilege::Assisted);
        QVERIFY(std::ranges::contains(
            run.state().plan.findings, FindingCode::VethNeedsAdministrator, &Finding::code));
        const StepState *failed = run.failedStep();
        QVERIFY(failed != nullptr);
        QVERIFY(std::holds_alternative<op::NewVeth>(failed->step.operation));
        QCOMPARE(failed->outcome->error.value, EPERM);
    }
};

QTEST_GUILESS_MAIN(TestVeth)
#include "tst_veth.moc"
