// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/cliteral.h"
#include "core/exchange/forms.h"
#include "core/exchange/gosteps.h"
#include "core/exchange/gotext.h"

#include <QRegularExpression>

/** A program of Go, of its standard library alone. */
namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

/** setns(2) for these takes a process of one thread, and Go has several. */
bool needsOneThread(NsKind kind)
{
    return kind == NsKind::User || kind == NsKind::Time;
}

QString mapField(const QString &field, const QList<IdRange> &map, QLatin1StringView self)
{
    QString text;
    for (const IdRange &range : map) {
        text += u"\t\t\t{ContainerID: %1, HostID: %2, Size: %3},\n"_s.arg(
            QString::number(range.inside),
            range.outside.id ? QString::number(*range.outside.id) : QString(self),
            QString::number(range.count));
    }
    return map.isEmpty()
        ? QString()
        : u"\t\t"_s + field + u": []syscall.SysProcIDMap{\n"_s + text + u"\t\t},\n"_s;
}

template<class Call>
bool hasStep(const QList<Step> &steps)
{
    return std::ranges::any_of(steps, [](const Step &step) {
        return step.actor == Actor::Inside && std::holds_alternative<Call>(step.operation);
    });
}

/** The fields for a new user namespace: what the plan writes and becomes. */
QString userFields(const ExportSource &source, const NewUser &user)
{
    QString text = mapField(u"UidMappings"_s, user.uidMap, "os.Geteuid()"_L1)
        + mapField(u"GidMappings"_s, user.gidMap, "os.Getegid()"_L1);
    if (user.setgroups == SetgroupsPolicy::Allow) {
        text += u"\t\tGidMappingsEnableSetgroups: true,\n"_s;
    }
    if (hasStep<op::Setresuid>(source.steps) || hasStep<op::Setresgid>(source.steps)) {
        text += u"\t\tCredential: &syscall.Credential{Uid: %1, Gid: %2, NoSetGroups: %3},\n"_s.arg(
            QString::number(idInside(user.uidMap, source.host.facts.uid).value_or(0)),
            QString::number(idInside(user.gidMap, source.host.facts.gid).value_or(0)),
            hasStep<op::Setgroups>(source.steps) ? u"false"_s : u"true"_s);
    }
    if (idInside(user.uidMap, source.host.facts.uid) != 0U) {
        // Whoever is not root inside loses all capabilities with execve(2), but for ambient ones.
        QStringList all;
        constexpr int kLastCapability = 40;
        for (int i = 0; i <= kLastCapability; ++i) {
            all << QString::number(i);
        }
        text += u"\t\tAmbientCaps: []uintptr{"_s + all.join(u", "_s) + u"},\n"_s;
    }
    return text;
}

QString attributes(const ExportSource &source, const QList<NsKind> &kinds)
{
    const NewUser *user = newOptions(source.container.namespaces.user);
    QString text = u"\t\tCloneflags: "_s + goFlags(kinds) + u",\n"_s;
    if (user != nullptr && kinds.contains(NsKind::User)) {
        text += userFields(source, *user);
    }
    return u"&syscall.SysProcAttr{\n"_s + text + u"\t}"_s;
}

/** All are opened before any is entered: with the mounts, /proc may become another one. */
QString joinCode(const Namespaces &namespaces)
{
    QList<NsKind> kinds = namespaces.joinedKinds();
    kinds.removeIf(needsOneThread);
    if (kinds.removeOne(NsKind::Mount)) {
        kinds << NsKind::Mount;
    }
    QString opening;
    QString entering;
    for (const NsKind kind : std::as_const(kinds)) {
        const JoinTarget &target = namespaces.join(kind)->value;
        const auto *pid = std::get_if<JoinPid>(&target);
        const QString path = pid != nullptr
            ? u"/proc/%1/ns/%2"_s.arg(pid->value).arg(infoOf(kind).procName)
            : std::get<JoinPath>(target).value;
        const QString name = nameOf(kind) + u"Namespace"_s;
        opening += u"\t"_s + name + u" := openNamespace("_s + goLiteral(path) + u")\n"_s;
        if (kind == NsKind::Mount) {
            entering += u"\t// A thread that shares its root with others may not change its "
                        "mounts.\n\tcheck(\"unshare\", syscall.Unshare(syscall.CLONE_FS))\n"_s;
        }
        entering += u"\tcheck(\"setns\", enterNamespace(%1, %2))\n"_s.arg(name, goFlags({kind}));
    }
    return opening.isEmpty() ? opening : u"\truntime.LockOSThread()\n"_s + opening + entering;
}

/** The offsets are written before any process is in the namespace, so that takes a stage. */
QString timeStage(const NewTime &time, const QString &next)
{
    const QString offsets
        = u"monotonic %1 0\nboottime %2 0\n"_s.arg(time.monotonicOffset).arg(time.boottimeOffset);
    return u"\n// The children of this process are in the new time namespace.\nfunc makeTime() {\n"
           "\tcheck(\"unshare\", syscall.Unshare(cloneNewTime))\n"
           "\tcheck(\"timens_offsets\", os.WriteFile(\"/proc/self/timens_offsets\", []byte("_s
        + goLiteral(offsets) + u"), 0))\n\trunSelf(\"inside\", "_s + next + u", nil)\n}\n"_s;
}

/** Package syscall denies it only together with a map of groups. */
QString denyCode(const NewUser *user)
{
    if (user == nullptr || user->setgroups != SetgroupsPolicy::Deny || !user->gidMap.isEmpty()) {
        return {};
    }
    return u"\tcheck(\"setgroups\", os.WriteFile(\"/proc/self/setgroups\", "
           "[]byte(\"deny\"), 0))\n"_s;
}

QString execCode(const ExportSource &source)
{
    const Container &container = source.container;
    const NewUser *user = newOptions(container.namespaces.user);
    QString text;
    if (user != nullptr && idInside(user->uidMap, source.host.facts.uid) != 0U) {
        text += u"\t// The command has no capabilities, as it is not root.\n"
                "\t_, _, code := syscall.RawSyscall6(syscall.SYS_PRCTL, 47, 4, 0, 0, 0, 0)\n"
                "\tif code != 0 {\n\t\tcheck(\"prctl\", code)\n\t}\n"_s;
    }
    for (auto it = container.environment.cbegin(); it != container.environment.cend(); ++it) {
        text += u"\tcheck(\"setenv\", os.Setenv(%1, %2))\n"_s.arg(goLiteral(it.key()),
                                                                  goLiteral(it.value()));
    }
    QStringList words;
    for (const QString &word : commandOf(container)) {
        words << goLiteral(word);
    }
    text += u"\twords := []string{"_s + words.join(u", "_s)
        + u"}\n\tprogram, err := exec.LookPath(words[0])\n"
          "\tif err != nil {\n\t\tfmt.Fprintln(os.Stderr, err)\n\t\tos.Exit(127)\n\t}\n"_s;
    const NewPid *pid = newOptions(container.namespaces.pid);
    if (pid != nullptr && pid->init) {
        return text
            + u"\t// This process stays as an init that reaps.\n"
              "\tcommand, err := os.StartProcess(program, words,\n"
              "\t\t&os.ProcAttr{Files: []*os.File{os.Stdin, os.Stdout, os.Stderr}})\n"
              "\tcheck(\"fork\", err)\n"
              "\tfor {\n\t\tvar status syscall.WaitStatus\n"
              "\t\tended, err := syscall.Wait4(-1, &status, 0, nil)\n"
              "\t\tif err == nil && ended == command.Pid {\n"
              "\t\t\tif status.Signaled() {\n\t\t\t\tos.Exit(128 + int(status.Signal()))\n\t\t\t}\n"
              "\t\t\tos.Exit(status.ExitStatus())\n\t\t}\n\t}\n"_s;
    }
    return text + u"\tcheck(program, syscall.Exec(program, words, os.Environ()))\n"_s;
}

/** Null where there is none. With time it is not a child of the process outside that has the
 * network namespace, so there the cable is left out. */
const Veth *cableOf(const Container &container)
{
    const NewNetwork *network = newOptions(container.namespaces.network);
    return network != nullptr && network->veth && !container.namespaces.isNew(NsKind::Time)
        ? &*network->veth
        : nullptr;
}

void tellGoLosses(const Container &container, const Losses &losses)
{
    tellMethod(container, Method::Clone, losses);
    tellNoReaper(container.namespaces, losses);
    const NewNetwork *network = newOptions(container.namespaces.network);
    if (network != nullptr && network->veth && cableOf(container) == nullptr) {
        losses.leftOut(losses.ofNew(NsKind::Network).at("veth"_L1), network->veth->peer);
    }
    for (const NsKind kind : container.namespaces.joinedKinds()) {
        if (needsOneThread(kind)) {
            tellKindLeftOut(container.namespaces, kind, losses);
        }
    }
}

QString outsideOf(const ExportSource &source)
{
    return cableOf(source.container) == nullptr
        ? u"nil"_s
        : u"func(pid int) {\n"_s + goSteps(source.steps, Actor::Outside) + u"\t}"_s;
}

QString insideOf(const ExportSource &source)
{
    if (cableOf(source.container) != nullptr) {
        return u"\twaitForOutside()\n"_s + goSteps(source.steps, Actor::Inside);
    }
    const NewNetwork *network = newOptions(source.container.namespaces.network);
    QList<Step> steps = source.steps;
    steps.removeIf([&](const Step &step) {
        const auto *up = std::get_if<op::LinkFlags>(&step.operation);
        return std::holds_alternative<op::NewAddress>(step.operation)
            || (up != nullptr && network != nullptr && network->veth
                && up->link == network->veth->name);
    });
    return goSteps(steps, Actor::Inside);
}

QString stagesOf(const ExportSource &source)
{
    QList<NsKind> now = source.container.namespaces.newKinds();
    const NewTime *time = newOptions(source.container.namespaces.time);
    if (time == nullptr) {
        return u"\trunSelf(\"inside\", "_s + attributes(source, now) + u", "_s + outsideOf(source)
            + u")\n}\n"_s;
    }
    now.removeOne(NsKind::Time);
    QList<NsKind> first;
    if (now.removeOne(NsKind::User)) {
        first << NsKind::User; // it is the owner of all others
    }
    return u"\trunSelf(\"time\", "_s + attributes(source, first) + u", nil)\n}\n"_s
        + timeStage(*time, attributes(source, now));
}

QString importsOf(const QString &body)
{
    QString text;
    for (const QLatin1StringView package : {"encoding/binary"_L1,
                                            "fmt"_L1,
                                            "net"_L1,
                                            "os"_L1,
                                            "os/exec"_L1,
                                            "runtime"_L1,
                                            "syscall"_L1,
                                            "unsafe"_L1}) {
        // As a word of its own: a command may name something like "dotnet.example".
        const QRegularExpression use(u"(?<![\\w.])"_s + QString(package).section(u'/', -1)
                                     + u"\\."_s);
        if (body.contains(use)) {
            text += u"\t\""_s + package + u"\"\n"_s;
        }
    }
    return u"\nimport (\n"_s + text + u")\n"_s;
}

} // namespace

QString goProgram(const ExportSource &source, const Losses &losses)
{
    tellGoLosses(source.container, losses);
    const bool hasTime = source.container.namespaces.isNew(NsKind::Time);
    QString body = u"\nfunc main() {\n\tstage := \"\"\n"
                   "\tif len(os.Args) > 1 {\n\t\tstage = os.Args[1]\n\t}\n"
                   "\tswitch stage {\n\tcase \"inside\":\n\t\trunInside()\n"_s
        + (hasTime ? u"\tcase \"time\":\n\t\tmakeTime()\n"_s : QString())
        + u"\tdefault:\n\t\trunOutside()\n\t}\n}\n\nfunc runOutside() {\n"_s
        + joinCode(source.container.namespaces) + stagesOf(source) + u"\nfunc runInside() {\n"_s
        + denyCode(newOptions(source.container.namespaces.user)) + insideOf(source) + u'\n'
        + execCode(source) + u"}\n"_s;
    if (hasTime) {
        body = u"\nconst cloneNewTime = 0x80\n"
               "\n// The first thread stays with main(): files below /proc/self are about it.\n"
               "func init() {\n\truntime.LockOSThread()\n}\n"_s
            + body;
    }
    if (body.contains("enterNamespace("_L1)) {
        // Package syscall has no number for setns(2), and it differs between processors.
        body = u"\nvar setnsCall = map[string]uintptr{\"386\": 346, \"amd64\": 308, \"arm\": 375, "
               "\"arm64\": 268,\n\t\"loong64\": 268, \"ppc64le\": 350, \"riscv64\": 268, "
               "\"s390x\": 339}[runtime.GOARCH]\n"_s
            + body;
    }
    body = goFunctions(body) + body;
    return u"// "_s + titleOf(source.container)
        + u"\n//\n// Makes a container out of namespaces. A program of Go has several threads, and "
          u"the "
          "calls that make\n// a container are for a process with one. So it starts itself again, "
          "with "
          "the namespaces as\n// attributes of the new process.\n//\n//\tgo build -o container "
          "FILE.go "
          "&& ./container\npackage main\n"_s
        + importsOf(body) + body;
}

} // namespace nsw
