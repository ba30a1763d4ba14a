// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csteps.h"

#include "core/exchange/cliteral.h"

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

/** "    if (call < 0) {\n        die("what");\n    }\n" */
QString checked(const QString &call, QLatin1StringView what)
{
    return u"    if ("_s + call + u" < 0) {\n        die(\""_s + what + u"\");\n    }\n"_s;
}

QString literalOrNull(const QString &text)
{
    return text.isEmpty() ? u"NULL"_s : cLiteral(text);
}

QString flagsOrZero(const QStringList &flags)
{
    return flags.isEmpty() ? u"0"_s : flags.join(u" | "_s);
}

QString kindFlags(const QList<NsKind> &kinds)
{
    return flagNames(kinds).replace(u"|"_s, u" | "_s);
}

QString callText(const op::Unshare &call)
{
    return checked(u"unshare("_s + kindFlags(call.namespaces) + u')', "unshare"_L1);
}

QString callText(const op::Mount &call)
{
    return checked(u"mount("_s
                       + QStringList{literalOrNull(call.source),
                                     cLiteral(call.target),
                                     literalOrNull(call.filesystem),
                                     flagsOrZero(call.flags),
                                     literalOrNull(call.data)}
                             .join(u", "_s)
                       + u')',
                   "mount"_L1);
}

QString callText(const op::MountSetattr &call)
{
    return u"    set_mount_attributes(%1, %2, %3);\n"_s.arg(
        cLiteral(call.target), call.recursive ? u"AT_RECURSIVE"_s : u"0"_s, flagsOrZero(call.set));
}

QString callText(const op::Mkdir &call)
{
    return checked(u"mkdir("_s + cLiteral(call.path) + u", 0755)"_s, "mkdir"_L1);
}

QString callText(const op::Sethostname &call)
{
    const QString name = cLiteral(call.name);
    return checked(u"sethostname("_s + name + u", strlen("_s + name + u"))"_s, "sethostname"_L1);
}

QString callText(const op::Setdomainname &call)
{
    const QString name = cLiteral(call.name);
    return checked(u"setdomainname("_s + name + u", strlen("_s + name + u"))"_s,
                   "setdomainname"_L1);
}

QString callText(const op::LinkFlags &call)
{
    return u"    set_link(%1, %2);\n"_s.arg(cLiteral(call.link), call.up ? u"1"_s : u"0"_s);
}

QString callText(const op::NewVeth &call)
{
    return u"    add_veth(%1, %2, inside);\n"_s.arg(cLiteral(call.outside), cLiteral(call.inside));
}

QString callText(const op::NetworkSetting &call)
{
    return u"    write_setting(%1, %2);\n"_s.arg(cLiteral(call.path), cLiteral(call.value));
}

QString callText(const op::NewAddress &call)
{
    return u"    add_address(%1, %2, %3);\n"_s.arg(
        cLiteral(call.link), cLiteral(call.address), QString::number(call.prefixLength));
}

QString callText(const op::Setgroups & /*call*/)
{
    return checked(u"setgroups(0, NULL)"_s, "setgroups"_L1);
}

QString callText(const op::Setresgid &call)
{
    const QString id = QString::number(call.gid);
    return checked(u"setresgid(%1, %1, %1)"_s.arg(id), "setresgid"_L1);
}

QString callText(const op::Setresuid &call)
{
    const QString id = QString::number(call.uid);
    return checked(u"setresuid(%1, %1, %1)"_s.arg(id), "setresuid"_L1);
}

QString callText(const op::Chdir &call)
{
    return checked(u"chdir("_s + cLiteral(call.path) + u')', "chdir"_L1);
}

/** What only acts are made of is never in the plan of a container. */
template<class Call>
QString callText(const Call & /*call*/)
{
    return {};
}

/** A map with "self" in it: whose it is shows when the program runs. */
QString mapWithSelf(const QList<IdRange> &map, QLatin1StringView file, QLatin1StringView self)
{
    QString format;
    QString values;
    qsizetype size = 1;
    for (const IdRange &range : map) {
        const QString outside = range.outside.id ? QString::number(*range.outside.id) : u"%u"_s;
        format += u"%1 %2 %3\n"_s.arg(range.inside).arg(outside).arg(range.count);
        values += range.outside.id ? QString() : u", "_s + self + u"()"_s;
    }
    constexpr qsizetype kLongestLine = 33;
    size += map.size() * kLongestLine;
    return u"    char %1[%2];\n    snprintf(%1, sizeof %1, %3%4);\n"_s.arg(
               file, QString::number(size), cLiteral(format), values)
        + u"    write_proc(inside, \"%1\", %1);\n"_s.arg(file);
}

bool hasSelf(const QList<IdRange> &map)
{
    return std::ranges::any_of(map, [](const IdRange &range) { return !range.outside.id; });
}

/** The kernel forgets it in a process that forks, so it comes last. */
QString endsWithOutside()
{
    return u"\n    /* It ends with the process outside. */\n"_s
        + checked(u"prctl(PR_SET_PDEATHSIG, SIGKILL)"_s, "prctl"_L1);
}

} // namespace

CSteps::CSteps(const ExportSource &source)
    : m_source(source)
{
    for (const Step &step : source.steps) {
        add(step);
    }
    const bool execs = !source.steps.isEmpty()
        && std::holds_alternative<op::Execve>(source.steps.last().operation);
    if (!execs) {
        take(Actor::Inside);
        m_inside += endsWithOutside()
            + u"\n    /* Without a command it stays until it is stopped. */\n"
              "    for (;;) {\n        pause();\n    }\n"_s;
    }
}

QStringList CSteps::descriptors() const
{
    QStringList names;
    for (qsizetype i = 1; i <= m_targets.size(); ++i) {
        names << u"target"_s + QString::number(i);
    }
    return names;
}

/** One process works at a time; the other one waits for its turn. */
void CSteps::take(Actor actor)
{
    if (actor != m_turn) {
        of(m_turn) += u"    tell(0);\n"_s;
        of(actor) += u"    hear();\n"_s;
        m_turn = actor;
    }
}

void CSteps::add(const Step &step)
{
    take(step.actor);
    of(step.actor) += u"\n    /* Step "_s + QString::number(step.n) + u", "_s + nameOf(step.actor)
        + u": "_s + callOf(step.operation) + u"(2) */\n"_s;
    std::visit([&](const auto &call) { code(step, call); }, step.operation);
}

template<class Call>
void CSteps::code(const Step &step, const Call &call)
{
    of(step.actor) += callText(call);
}

void CSteps::code(const Step &step, const op::Clone3 &call)
{
    const QString flags = kindFlags(call.namespaces);
    if (step.actor == Actor::Outside) {
        m_outside += u"    inside = clone_process("_s + flags
            + u", SIGCHLD);\n"
              "    if (inside < 0) {\n        die(\"clone3\");\n    }\n"
              "    if (inside == 0) {\n        turns = ends[1];\n        close(ends[0]);\n"
              "        run_inside();\n    }\n"
              "    turns = ends[0];\n    close(ends[1]);\n"_s;
        return;
    }
    // A sibling: the process outside is its parent, and hears of it from the one that ends here.
    m_inside += u"    pid_t sibling = clone_process(CLONE_PARENT"_s
        + (call.namespaces.isEmpty() ? QString() : u" | "_s + flags)
        + u", 0);\n"
          "    if (sibling < 0) {\n        die(\"clone3\");\n    }\n"
          "    if (sibling > 0) {\n        tell(sibling);\n        _exit(0);\n    }\n"
          "    hear();\n"_s;
    m_outside += u"    pid_t before = inside;\n    inside = hear();\n"
                 "    waitpid(before, NULL, 0);\n    tell(0);\n"_s;
}

QString CSteps::target(const JoinTarget &target)
{
    qsizetype index = m_targets.indexOf(target);
    if (index < 0) {
        index = m_targets.size();
        m_targets << target;
    }
    return u"target"_s + QString::number(index + 1);
}

void CSteps::code(const Step &step, const op::PidfdOpen &call)
{
    const QString name = target(JoinPid{call.pid});
    of(step.actor) += u"    %1 = (int)syscall(SYS_pidfd_open, %2, 0);\n"_s.arg(name).arg(call.pid)
        + checked(name, "pidfd_open"_L1);
}

void CSteps::code(const Step &step, const op::Open &call)
{
    const QString name = target(JoinPath{call.path});
    of(step.actor) += u"    %1 = open(%2, O_RDONLY | O_CLOEXEC);\n"_s.arg(name, cLiteral(call.path))
        + checked(name, "open"_L1);
}

void CSteps::code(const Step &step, const op::Setns &call)
{
    if (!m_targets.contains(call.target)) {
        // Its own namespace for children, which was not there when the others were opened.
        code(step, op::Open{std::get<JoinPath>(call.target).value});
    }
    of(step.actor)
        += checked(u"setns("_s + target(call.target) + u", "_s + kindFlags(call.namespaces) + u')',
                   "setns"_L1);
}

void CSteps::code(const Step &step, const op::Write &call)
{
    const NewUser *user = newOptions(m_source.container.namespaces.user);
    if (user != nullptr && call.file == op::ProcFile::UidMap && hasSelf(user->uidMap)) {
        of(step.actor) += mapWithSelf(user->uidMap, "uid_map"_L1, "geteuid"_L1);
    } else if (user != nullptr && call.file == op::ProcFile::GidMap && hasSelf(user->gidMap)) {
        of(step.actor) += mapWithSelf(user->gidMap, "gid_map"_L1, "getegid"_L1);
    } else {
        of(step.actor) += u"    write_proc(%1, \"%2\", %3);\n"_s.arg(
            step.actor == Actor::Outside ? u"inside"_s : u"0"_s,
            QString(nameOf(call.file)),
            cLiteral(call.text));
    }
}

void CSteps::code(const Step & /*step*/, const op::Execve &call)
{
    QString words;
    for (const QString &word : call.argv) {
        words += cLiteral(word) + u", "_s;
    }
    m_inside += u"    char *const words[] = {"_s + words + u"NULL};\n"_s;
    for (auto it = call.environment.cbegin(); it != call.environment.cend(); ++it) {
        m_inside += checked(u"setenv("_s + cLiteral(it.key()) + u", "_s + cLiteral(it.value())
                                + u", 1)"_s,
                            "setenv"_L1);
    }
    m_inside += endsWithOutside();
    // Where the command would be the first process of its PID namespace, an init is one instead.
    if (call.inChild && m_source.container.namespaces.isNew(NsKind::Pid)) {
        m_inside += u"    pid_t command = fork();\n"
                    "    if (command < 0) {\n        die(\"fork\");\n    }\n"
                    "    if (command > 0) {\n        reap_until(command);\n    }\n"_s;
    }
    m_inside += u"    execvp(words[0], words);\n"
                "    int reason = errno;\n    perror(words[0]);\n"
                "    _exit(reason == ENOENT ? 127 : 126);\n"_s;
}

} // namespace nsw
