// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/leakoracle.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QThread>

#include <net/if.h>
#include <unistd.h>

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;
using State = QMap<QString, QString>;

namespace
{

constexpr uint kKernelThread = 0x00200000; // PF_KTHREAD, in the flags of /proc/PID/stat
constexpr int kSettlePauseMs = 10;

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString linkTarget(const QString &path)
{
    std::array<char, 256> target{};
    const ssize_t length
        = ::readlink(QFile::encodeName(path).constData(), target.data(), target.size());
    return length <= 0 ? QString() : QString::fromLocal8Bit(target.data(), length);
}

/** Names only, without a stat of each: half of /proc may be gone by then. */
QStringList names(const QString &directory)
{
    return QDir(directory).entryList(
        QDir::AllEntries | QDir::System | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Unsorted);
}

QStringList numbers(const QString &directory)
{
    QStringList result = names(directory);
    result.removeIf([](const QString &name) { return !name.at(0).isDigit(); });
    return result;
}

bool isNamespace(const QString &target)
{
    static const QStringList kinds{
        u"cgroup"_s, u"ipc"_s, u"mnt"_s, u"net"_s, u"pid"_s, u"time"_s, u"user"_s, u"uts"_s};
    return target.endsWith(u']') && kinds.contains(target.section(u":["_s, 0, 0));
}

void addNamespaces(State &state, const QString &task, const QString &who)
{
    for (const QString &name : names(task + u"/ns"_s)) {
        const QString target = linkTarget(task + u"/ns/"_s + name);
        if (isNamespace(target)) {
            state.insert(u"namespace "_s + target, who);
        }
    }
}

void addHeldNamespaces(State &state, const QString &process, const QString &who)
{
    for (const QString &fd : names(process + u"/fd"_s)) {
        const QString target = linkTarget(process + u"/fd/"_s + fd);
        if (isNamespace(target)) {
            state.insert(u"namespace "_s + target, who + u", fd "_s + fd);
        }
    }
}

struct Process {
    QString name;
    qint64 parent = 0;
    QString start;
    char state = '?';
    bool ofKernel = false;
};

/** False when it is gone. */
bool readProcess(const QString &directory, Process &process)
{
    const QByteArray stat = contents(directory + u"/stat"_s);
    const qsizetype open = stat.indexOf('(');
    const qsizetype close = stat.lastIndexOf(')');
    if (open < 0 || close < 0) {
        return false;
    }
    const QList<QByteArray> fields = stat.sliced(close + 2).split(' ');
    if (fields.size() < 20) {
        return false;
    }
    process.name = QString::fromLocal8Bit(stat.sliced(open + 1, close - open - 1));
    process.state = fields.at(0).at(0);
    process.parent = fields.at(1).toLongLong();
    process.ofKernel = (fields.at(6).toUInt() & kKernelThread) != 0;
    process.start = QString::fromLatin1(fields.at(19));
    return true;
}

/** By its ids: what is not dumpable belongs to root in /proc. */
bool isOfRoot(const QString &directory)
{
    const QByteArray status = contents(directory + u"/status"_s);
    return status.contains("\nUid:\t0\t");
}

using Processes = QMap<qint64, Process>;

bool isBelow(qint64 ancestor, const Processes &processes, qint64 pid)
{
    while (pid != ancestor && processes.contains(pid)) {
        pid = processes[pid].parent;
    }
    return pid == ancestor;
}

/** `parent`: what is below it is not. */
Processes processesInSight(qint64 parent)
{
    Processes all;
    for (const QString &pid : numbers(u"/proc"_s)) {
        Process process;
        if (readProcess(u"/proc/"_s + pid, process) && !process.ofKernel) {
            all.insert(pid.toLongLong(), process);
        }
    }
    Processes inSight = all;
    inSight.removeIf([&](const std::pair<const qint64 &, Process &> &one) {
        const bool isOthers = ::geteuid() != 0 && isOfRoot(u"/proc/%1"_s.arg(one.first))
            && !isBelow(::getpid(), all, one.first);
        const bool mayCome = parent != 0 && one.first != parent && isBelow(parent, all, one.first);
        return isOthers || mayCome;
    });
    return inSight;
}

void addProcesses(State &state, const QStringList &mayCome, qint64 parent)
{
    const Processes processes = processesInSight(parent);
    for (auto it = processes.cbegin(); it != processes.cend(); ++it) {
        const QString pid = QString::number(it.key());
        const QString directory = u"/proc/"_s + pid;
        const Process &process = it.value();
        const QString who = u"pid "_s + pid + u' ' + process.name;
        if (!mayCome.contains(process.name)) {
            state.insert(u"process "_s + pid + u" of "_s + process.start,
                         process.name + u", state "_s + QChar::fromLatin1(process.state));
        }
        for (const QString &task : numbers(directory + u"/task"_s)) {
            addNamespaces(state, directory + u"/task/"_s + task, who);
        }
        addHeldNamespaces(state, directory, who);
    }
}

void addMounts(State &state)
{
    for (const QByteArray &line : contents(u"/proc/self/mountinfo"_s).split('\n')) {
        if (line.isEmpty()) {
            continue;
        }
        state.insert(u"mount "_s + QString::fromLocal8Bit(line), QString());
        const QList<QByteArray> fields = line.split(' ');
        const qsizetype dash = fields.indexOf("-");
        if (dash > 0 && fields.value(dash + 1) == "nsfs") {
            state.insert(u"namespace "_s + QString::fromLocal8Bit(fields.at(3)),
                         u"held by the mount "_s + QString::fromLocal8Bit(fields.at(4)));
        }
    }
}

void addLinks(State &state)
{
    struct if_nameindex *links = ::if_nameindex();
    if (links == nullptr) {
        return;
    }
    for (const struct if_nameindex *link = links; link->if_index != 0; ++link) {
        state.insert(u"link "_s + QString::fromLocal8Bit(link->if_name),
                     u"index "_s + QString::number(link->if_index));
    }
    ::if_freenameindex(links);
}

void addFiles(State &state, const QString &what, const QString &root, QDir::Filters filter)
{
    QDirIterator files(root,
                       filter | QDir::System | QDir::Hidden | QDir::NoDotAndDotDot,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        state.insert(what + files.next(), QString());
    }
}

void addIpc(State &state)
{
    for (const QString &kind : {u"msg"_s, u"sem"_s, u"shm"_s}) {
        for (const QByteArray &line : contents(u"/proc/sysvipc/"_s + kind).split('\n')) {
            const QList<QByteArray> fields = line.simplified().split(' ');
            if (fields.size() > 2 && fields.at(0) != "key") {
                state.insert(u"sysv "_s + kind + u" id "_s + QString::fromLatin1(fields.at(1)),
                             u"key "_s + QString::fromLatin1(fields.at(0)));
            }
        }
    }
    addFiles(state, u"queue "_s, u"/dev/mqueue"_s, QDir::Files);
    addFiles(state, u"shared memory "_s, u"/dev/shm"_s, QDir::Files);
}

QString line(QChar sign, const QString &what, const QString &remark)
{
    return sign + u' ' + what + (remark.isEmpty() ? QString() : u" ("_s + remark + u')');
}

/** A process that ends, and with it its namespaces, is not a leak; nor is the group of a session
 * that an earlier test left and a helper swept. Anything else that goes is a change. */
bool mayGo(const QString &what)
{
    return what.startsWith("process "_L1) || what.startsWith("namespace "_L1)
        || (what.startsWith("cgroup "_L1) && what.contains("/nsworkbench"_L1));
}

} // namespace

LeakOracle::LeakOracle(QStringList mayCome, qint64 parent)
    : m_mayCome(std::move(mayCome))
    , m_parent(parent)
    , m_before(look())
{
}

State LeakOracle::look() const
{
    State state;
    addProcesses(state, m_mayCome, m_parent);
    addMounts(state);
    addLinks(state);
    addIpc(state);
    addFiles(state, u"cgroup "_s, u"/sys/fs/cgroup"_s, QDir::Dirs);
    addFiles(state, u"file "_s, u"/run"_s, QDir::AllEntries);
    return state;
}

QStringList LeakOracle::compare(const State &now) const
{
    QStringList lines;
    for (auto it = now.cbegin(); it != now.cend(); ++it) {
        if (!m_before.contains(it.key())) {
            lines << line(u'+', it.key(), it.value());
        }
    }
    for (auto it = m_before.cbegin(); it != m_before.cend(); ++it) {
        if (!now.contains(it.key()) && !mayGo(it.key())) {
            lines << line(u'-', it.key(), it.value());
        }
    }
    return lines;
}

QString LeakOracle::difference(std::chrono::milliseconds settle) const
{
    QElapsedTimer waited;
    waited.start();
    while (true) {
        const QStringList lines = compare(look());
        if (lines.isEmpty() || waited.durationElapsed() >= settle) {
            return lines.join(u'\n');
        }
        QThread::msleep(kSettlePauseMs);
    }
}
