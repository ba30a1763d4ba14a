// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kernel/run/independentlook.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <algorithm>

namespace nsw::test
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

struct Told {
    bool isSuccess = false;
    QString text;
    QString errors;
};

Told toldBy(const QStringList &command)
{
    QProcess process;
    process.start(command.constFirst(), command.sliced(1));
    const bool hasEnded = process.waitForFinished() && process.exitStatus() == QProcess::NormalExit;
    return {.isSuccess = hasEnded && process.exitCode() == 0,
            .text = QString::fromUtf8(process.readAllStandardOutput()).trimmed(),
            .errors = QString::fromUtf8(process.readAllStandardError()).trimmed()};
}

/** As readlink(1) reads them, in the order of kAllKinds. */
QStringList linksOf(const QString &process)
{
    QStringList command{u"readlink"_s};
    for (const NsKind kind : kAllKinds) {
        command << u"/proc/%1/ns/%2"_s.arg(process, QString(infoOf(kind).procName));
    }
    return toldBy(command).text.split(u'\n');
}

class IndependentLook
{
public:
    IndependentLook(const SessionState &state, qint32 pid)
        : m_state(state)
        , m_pid(pid)
    {
    }

    QStringList differences()
    {
        const QStringList links = linksOf(QString::number(m_pid));
        lookAtNamespaces(links);
        lookAtUsers();
        lookAtMounts();
        lookAtTime();
        lookFromWithin(links);
        return m_differences;
    }

private:
    template<class F>
    [[nodiscard]] F shown() const
    {
        const Facet *facet = m_state.facet(Side::Inside, F::kKind);
        const F *one = facet == nullptr ? nullptr : std::get_if<F>(facet);
        return one == nullptr ? F{} : *one;
    }

    [[nodiscard]] QStringList linesOf(const QString &name) const
    {
        QFile file(u"/proc/%1/%2"_s.arg(QString::number(m_pid), name));
        return file.open(QIODevice::ReadOnly)
            ? QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)
            : QStringList{u"unreadable: "_s + file.errorString()};
    }

    void compare(const QString &what, const QStringList &isShown, const QStringList &isSeen)
    {
        if (isShown != isSeen) {
            m_differences << u"%1: shown is “%2”, seen is “%3”"_s.arg(
                what, isShown.join(u'|'), isSeen.join(u'|'));
        }
    }

    void lookAtNamespaces(const QStringList &links)
    {
        const auto numbers = shown<NamespacesFacet>();
        for (std::size_t i = 0; i < kAllKinds.size(); ++i) {
            const NsKind kind = kAllKinds.at(i);
            const auto &identity = numbers.of(kind);
            const QString number = identity ? QString::number(identity->inode) : u"nothing"_s;
            compare(u"ns/"_s + QString(infoOf(kind).procName),
                    {u"%1:[%2]"_s.arg(QString(infoOf(kind).procName), number)},
                    {links.value(static_cast<qsizetype>(i))});
        }
    }

    void lookAtUsers()
    {
        const auto users = shown<UsersFacet>();
        const auto textsOf = [](const QList<MappedRange> &map) {
            QStringList texts;
            for (const MappedRange &line : map) {
                texts << u"%1 %2 %3"_s.arg(line.inside).arg(line.outside).arg(line.count);
            }
            return texts;
        };
        const auto seen = [this](const QString &file) {
            QStringList texts;
            for (const QString &line : linesOf(file)) {
                texts << line.simplified();
            }
            return texts;
        };
        m_isMapped = !seen(u"uid_map"_s).isEmpty();
        compare(u"uid_map"_s, textsOf(users.uidMap), seen(u"uid_map"_s));
        compare(u"gid_map"_s, textsOf(users.gidMap), seen(u"gid_map"_s));
        compare(u"setgroups"_s, {users.setgroups}, linesOf(u"setgroups"_s));
    }

    void lookAtMounts()
    {
        QStringList isShown;
        for (const MountPoint &mount : shown<MountsFacet>().mounts) {
            isShown << mount.target;
        }
        QStringList isSeen;
        for (const QString &line : linesOf(u"mountinfo"_s)) {
            isSeen << line.section(u' ', 4, 4).replace("\\040"_L1, " "_L1);
        }
        isShown.sort();
        isSeen.sort();
        compare(u"mountinfo"_s, isShown, isSeen);
    }

    void lookAtTime()
    {
        const auto time = shown<TimeFacet>();
        QStringList isSeen;
        for (const QString &line : linesOf(u"timens_offsets"_s)) {
            isSeen << line.simplified().section(u' ', 0, 1);
        }
        compare(u"timens_offsets"_s,
                {u"monotonic %1"_s.arg(time.monotonicOffset),
                 u"boottime %1"_s.arg(time.boottimeOffset)},
                isSeen);
    }

    /** What depends on who reads it: asked for in those namespaces of it that are not ours. */
    void lookFromWithin(const QStringList &links)
    {
        QStringList command;
        const QStringList own = linksOf(u"self"_s);
        for (std::size_t i = 0; i < kAllKinds.size(); ++i) {
            const NsKind kind = kAllKinds.at(i);
            const auto at = static_cast<qsizetype>(i);
            const bool isWanted = kind == NsKind::User || kind == NsKind::Uts
                || kind == NsKind::Network || kind == NsKind::Cgroup;
            if (isWanted && own.value(at) != links.value(at)) {
                command << QString(infoOf(kind).nsenterOption);
            }
        }
        if (!command.isEmpty()) {
            command = QStringList{u"nsenter"_s, u"--target"_s, QString::number(m_pid)} + command
                + QStringList{u"--preserve-credentials"_s};
        }
        const Told told = toldBy(
            command
            + QStringList{
                u"sh"_s,
                u"-ec"_s,
                u"uname -n; echo ---; cat /proc/%1/cgroup; echo ---; ip -j link"_s.arg(m_pid)});
        const QStringList parts = told.text.split(u"\n---\n"_s);
        if (!told.isSuccess || parts.size() != 3) {
            // Whoever has no ID there may be nobody to the tools.
            m_differences << (m_isMapped ? QStringList{command.join(u' ') + u": "_s + told.errors}
                                         : QStringList{});
            return;
        }
        compare(u"hostname"_s, {shown<UtsFacet>().nodename}, {parts.at(0)});
        compare(u"cgroup"_s, {shown<CgroupFacet>().path}, {cgroupIn(parts.at(1))});
        compare(u"ip link"_s, linksShown(), linksIn(parts.at(2)));
    }

    /** In the unified hierarchy, else in the first one. */
    static QString cgroupIn(const QString &text)
    {
        const QStringList lines = text.split(u'\n');
        const auto unified = std::ranges::find_if(
            lines, [](const QString &line) { return line.startsWith("0::"_L1); });
        return (unified == lines.end() ? lines.constFirst() : *unified).section(u':', 2);
    }

    [[nodiscard]] QStringList linksShown() const
    {
        QStringList links;
        for (const Link &link : shown<NetworkFacet>().links) {
            links << link.name + (link.flags.contains("UP"_L1) ? u" up"_s : u" down"_s);
        }
        links.sort();
        return links;
    }

    static QStringList linksIn(const QString &json)
    {
        QStringList links;
        for (const QJsonValue link : QJsonDocument::fromJson(json.toUtf8()).array()) {
            const bool isUp = link["flags"_L1].toArray().contains(u"UP"_s);
            links << link["ifname"_L1].toString() + (isUp ? u" up"_s : u" down"_s);
        }
        links.sort();
        return links;
    }

    const SessionState &m_state;
    qint32 m_pid;
    bool m_isMapped = false;
    QStringList m_differences;
};

} // namespace

QStringList differencesFromKernel(const SessionState &state, qint32 pid)
{
    return IndependentLook(state, pid).differences();
}

} // namespace nsw::test
