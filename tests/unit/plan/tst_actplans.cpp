// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/act.h"
#include "tests/unit/plan/goldens.h"

#include <QTest>

using namespace nsw;
using Qt::StringLiterals::operator""_s;

namespace
{

struct ActGolden {
    const char *name;
    Side side;
    Act act;
    void (*facts)(ActFacts &facts);
    const char *plan;
};

/** A container in a user, PID and network namespace of its own, asked by whoever started it. */
ActFacts ownContainer()
{
    ActFacts facts;
    facts.container.name = u"red"_s;
    facts.container.namespaces.user = NewUser{};
    facts.container.namespaces.pid = NewPid{};
    facts.container.namespaces.network = NewNetwork{};
    facts.stepsBefore = 7;
    facts.target = SignalTarget{.innerPid = 3, .isOfContainer = true, .isOfCaller = false};
    return facts;
}

void asIs(ActFacts &) { }

void noSuchProcess(ActFacts &facts)
{
    facts.target.reset();
}

void notInside(ActFacts &facts)
{
    facts.target = SignalTarget{.innerPid = 0, .isOfContainer = false, .isOfCaller = false};
}

void onBehalf(ActFacts &facts)
{
    facts.onBehalf = true;
}

void strangersProcess(ActFacts &facts)
{
    facts.onBehalf = true;
    facts.target->isOfContainer = false;
}

void callersProcess(ActFacts &facts)
{
    facts.onBehalf = true;
    facts.target = SignalTarget{.innerPid = 0, .isOfContainer = false, .isOfCaller = true};
}

void sharesAll(ActFacts &facts)
{
    facts.shared = QList<NsKind>(kAllKinds.begin(), kAllKinds.end());
}

void sharesPids(ActFacts &facts)
{
    facts.container.namespaces.pid.reset();
    facts.container.namespaces.network.reset();
}

void hasDirectory(ActFacts &facts)
{
    facts.container.workingDirectory = u"/srv"_s;
    facts.container.environment = {{u"A"_s, u"1"_s}, {u"B"_s, u"2"_s}};
}

act::CreateIpc creating(IpcKind kind)
{
    act::CreateIpc create;
    create.kind = kind;
    create.key = 42;
    create.name = u"/jobs"_s;
    create.semaphores = 3;
    create.bytes = 8192;
    create.mode = 0640;
    return create;
}

act::RemoveIpc removing(IpcKind kind)
{
    return {.kind = kind, .id = 5, .name = u"/jobs"_s};
}

act::SendSignal sending(const char *signal)
{
    return {.pid = 4711, .signal = QString::fromLatin1(signal)};
}

act::MountAt mounting(MountType type, const QString &target, const QStringList &options = {})
{
    return {.type = type,
            .source = type == MountType::Bind ? u"/etc"_s : QString(),
            .target = target,
            .options = options};
}

act::AddAddress adding(const QString &address, std::int32_t prefixLength)
{
    return {.link = u"lo"_s, .address = address, .prefixLength = prefixLength};
}

QList<ActGolden> steps()
{
    const auto in = Side::Inside;
    const auto out = Side::Outside;
    return {
        {"host name", in, act::SetHostname{u"teal"_s}, asIs, "inside sethostname teal\n"},
        {"host name outside", out, act::SetHostname{u"teal"_s}, asIs, "outside sethostname teal\n"},
        {"domain name", in, act::SetDomainname{u"lab"_s}, asIs, "inside setdomainname lab\n"},
        {"queue", in, creating(IpcKind::Queue), asIs, "inside msgget 42 0640\n"},
        {"semaphores", out, creating(IpcKind::Semaphores), asIs, "outside semget 42 3 0640\n"},
        {"memory", in, creating(IpcKind::Memory), asIs, "inside shmget 42 8192 0640\n"},
        {"POSIX queue", in, creating(IpcKind::PosixQueue), asIs, "inside mq_open /jobs 0640\n"},
        {"no queue", in, removing(IpcKind::Queue), asIs, "inside msgctl 5\n"},
        {"no semaphores", in, removing(IpcKind::Semaphores), asIs, "inside semctl 5\n"},
        {"no memory", out, removing(IpcKind::Memory), asIs, "outside shmctl 5\n"},
        {"no POSIX queue", in, removing(IpcKind::PosixQueue), asIs, "inside mq_unlink /jobs\n"},
        {"signal", in, sending("term"), asIs, "inside kill 3 SIGTERM\n"},
        {"signal outside", out, sending("9"), asIs, "outside pidfd_send_signal 4711 SIGKILL\n"},
        {"to the caller's",
         out,
         sending("SIGHUP"),
         callersProcess,
         "outside pidfd_send_signal 4711 SIGHUP\n"},
        {"to the container's",
         out,
         sending("SIGHUP"),
         onBehalf,
         "outside pidfd_send_signal 4711 SIGHUP\n"},
        {"command",
         in,
         act::Start{.command = {u"id"_s, u"-u"_s}, .environment = {}},
         asIs,
         "inside execve id -u in a child\n"},
        {"command with surroundings",
         in,
         act::Start{.command = {u"sh"_s}, .environment = {{u"B"_s, u"3"_s}}},
         hasDirectory,
         "inside chdir /srv\ninside execve sh in a child A=1 B=3\n"},
        {"tmpfs",
         in,
         mounting(MountType::Tmpfs, u"/mnt/"_s, {u"size=1m"_s, u"nosuid"_s}),
         asIs,
         "inside mount tmpfs /mnt tmpfs MS_NOSUID size=1m\n"},
        {"proc", in, mounting(MountType::Proc, u"/mnt"_s), asIs, "inside mount proc /mnt proc\n"},
        {"bind",
         in,
         mounting(MountType::Bind, u"/mnt"_s, {u"ro"_s}),
         asIs,
         "inside mount /etc /mnt MS_BIND|MS_REC\n"
         "inside mount_setattr /mnt recursive MOUNT_ATTR_RDONLY\n"},
        {"unmount", in, act::Unmount{u"/mnt/."_s}, asIs, "inside umount2 /mnt\n"},
        {"up", in, act::SwitchLink{.link = u"lo"_s, .up = true}, asIs, "inside ioctl lo\n"},
        {"down", in, act::SwitchLink{.link = u"lo"_s, .up = false}, asIs, "inside ioctl lo down\n"},
        {"a plain link on behalf",
         in,
         act::SwitchLink{.link = u"veth-0.a_1"_s, .up = true},
         onBehalf,
         "inside ioctl veth-0.a_1\n"},
        {"a strange link on behalf",
         in,
         act::SwitchLink{.link = u"Lo%s"_s, .up = true},
         onBehalf,
         "error bad-link-name act.switchLink.link Lo%s → 1 … 15 × a-z 0-9 . _ -\n"},
        {"a strange link on behalf, for an address",
         in,
         act::AddAddress{.link = u"a b"_s, .address = u"192.0.2.1"_s, .prefixLength = 24},
         onBehalf,
         "error bad-link-name act.addAddress.link a b → 1 … 15 × a-z 0-9 . _ -\n"},
        {"a variable on behalf",
         in,
         act::Start{.command = {u"true"_s}, .environment = {{u"LD_AUDIT"_s, u"/x"_s}}},
         onBehalf,
         "error dangerous-variable act.start.environment LD_AUDIT\n"},
        {"address", in, adding(u"2001:db8::1"_s, 128), asIs, "inside sendmsg lo 2001:db8::1/128\n"},
    };
}

QList<ActGolden> findings()
{
    const auto in = Side::Inside;
    const auto out = Side::Outside;
    act::CreateIpc badMode = creating(IpcKind::Queue);
    badMode.mode = 01000;
    act::CreateIpc noSemaphores = creating(IpcKind::Semaphores);
    noSemaphores.semaphores = 0;
    act::CreateIpc noBytes = creating(IpcKind::Memory);
    noBytes.bytes = 0;
    act::CreateIpc badName = creating(IpcKind::PosixQueue);
    badName.name = u"/a/b"_s;
    act::RemoveIpc noId = removing(IpcKind::Queue);
    noId.id = -1;
    return {
        {"long host name",
         in,
         act::SetHostname{QString(65, u'x')},
         asIs,
         "error name-too-long act.setHostname.name 65 → 64\n"},
        {"mode", in, badMode, asIs, "error out-of-range act.createIpc.mode 1000 → 0 … 777\n"},
        {"no semaphores",
         in,
         noSemaphores,
         asIs,
         "error out-of-range act.createIpc.semaphores 0 → 1 … 32000\n"},
        {"no bytes",
         in,
         noBytes,
         asIs,
         "error out-of-range act.createIpc.bytes 0 → 1 … 1099511627776\n"},
        {"queue name",
         in,
         badName,
         asIs,
         "error bad-queue-name act.createIpc.name /a/b → /queue\n"},
        {"no id", in, noId, asIs, "error out-of-range act.removeIpc.id -1 → 0 … 2147483647\n"},
        {"no signal",
         in,
         sending("SIGNONE"),
         asIs,
         "error unknown-signal act.sendSignal.signal SIGNONE → SIGTERM, TERM, 15\n"},
        {"signal 0",
         in,
         sending("0"),
         asIs,
         "error unknown-signal act.sendSignal.signal 0 → SIGTERM, TERM, 15\n"},
        {"no process",
         in,
         sending("TERM"),
         noSuchProcess,
         "error no-such-process act.sendSignal.pid 4711\n"},
        {"not inside",
         in,
         sending("TERM"),
         notInside,
         "error not-inside act.sendSignal.pid 4711\n"},
        {"a stranger's",
         out,
         sending("TERM"),
         strangersProcess,
         "error not-your-process act.sendSignal.pid 4711\n"},
        {"a stranger's, from inside",
         in,
         sending("TERM"),
         strangersProcess,
         "error not-your-process act.sendSignal.pid 4711\n"},
        {"outside for another",
         out,
         act::SetHostname{u"x"_s},
         onBehalf,
         "error outside-not-allowed act.setHostname\n"},
        {"IPC outside for another",
         out,
         creating(IpcKind::Queue),
         onBehalf,
         "error outside-not-allowed act.createIpc\n"},
        {"shared names",
         in,
         act::SetHostname{u"x"_s},
         sharesAll,
         "error shared-with-outside act.setHostname uts\n"},
        {"shared mounts",
         in,
         act::Unmount{u"/mnt"_s},
         sharesAll,
         "error shared-with-outside act.unmount mount\n"},
        {"shared network",
         in,
         adding(u"192.0.2.1"_s, 24),
         sharesAll,
         "error shared-with-outside act.addAddress network\n"},
        {"no command",
         in,
         act::Start{.command = {}, .environment = {}},
         asIs,
         "error empty-name act.start.command\n"},
        {"a command outside",
         out,
         act::Start{.command = {u"id"_s}, .environment = {}},
         asIs,
         "error only-inside act.start\n"},
        {"relative target",
         in,
         mounting(MountType::Tmpfs, u"mnt"_s, {u"suid"_s}),
         asIs,
         "error path-not-absolute act.mount.target mnt\n"
         "error bad-mount-option act.mount.options[0] suid → ro, rw, nosuid, nodev, noexec, "
         "size=…, mode=…\n"},
        {"proc without PIDs",
         in,
         mounting(MountType::Proc, u"/mnt"_s),
         sharesPids,
         "error proc-needs-pid-namespace act.mount.type\n"},
        {"sysfs without network",
         in,
         mounting(MountType::Sysfs, u"/mnt"_s),
         sharesPids,
         "error sysfs-needs-network-namespace act.mount.type\n"},
        {"relative unmount",
         in,
         act::Unmount{u"mnt"_s},
         asIs,
         "error path-not-absolute act.unmount.target mnt\n"},
        {"no link",
         in,
         act::SwitchLink{.link = {}, .up = true},
         asIs,
         "error empty-name act.switchLink.link\n"},
        {"long link",
         in,
         act::SwitchLink{.link = QString(16, u'x'), .up = true},
         asIs,
         "error name-too-long act.switchLink.link 16 → 15\n"},
        {"no address",
         in,
         adding(u"192.0.2"_s, 24),
         asIs,
         "error bad-address act.addAddress.address 192.0.2 → 192.0.2.1, 2001:db8::1\n"},
        {"long prefix",
         in,
         adding(u"192.0.2.1"_s, 33),
         asIs,
         "error out-of-range act.addAddress.prefixLength 33 → 0 … 32\n"},
    };
}

} // namespace

/** What the planner makes of acts: which calls, or which findings. */
class TestActPlans : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goldens()
    {
        for (const ActGolden &golden : ::steps() + ::findings()) {
            ActFacts facts = ownContainer();
            golden.facts(facts);
            const Plan plan = planAct(golden.side, golden.act, facts);
            QVERIFY2(textOf(plan) == QString::fromUtf8(golden.plan),
                     qPrintable(QString::fromUtf8(golden.name) + u": "_s + textOf(plan)));
            QCOMPARE(hasErrors(plan.findings), plan.steps.isEmpty());
        }
    }

    void stepsAreNumberedOn()
    {
        const Plan plan = planAct(
            Side::Inside, mounting(MountType::Bind, u"/mnt"_s, {u"ro"_s}), ownContainer());
        QCOMPARE(plan.steps.size(), 2);
        QCOMPARE(plan.steps.first().n, 8);
        QCOMPARE(plan.steps.last().n, 9);
        QCOMPARE(plan.container, u"red"_s);
    }

    void nullsInText()
    {
        const QString null = u"x"_s + QChar::Null;
        const QList<Act> acts{act::SetHostname{null},
                              act::Start{.command = {null}, .environment = {}},
                              act::Unmount{u'/' + null},
                              act::SwitchLink{.link = null, .up = true},
                              adding(u"192.0.2.1"_s + QChar::Null, 24)};
        for (const Act &act : acts) {
            QVERIFY2(hasErrors(checkAct(act)), nameOf(act).data());
        }
    }
};

QTEST_APPLESS_MAIN(TestActPlans)
#include "tst_actplans.moc"
