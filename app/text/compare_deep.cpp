// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/compare_deep.h"

#include "app/text/translate.h"
#include "app/text/units.h"
#include "app/text/words.h"

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

/** What has a name on either side, and one text for it. */
template<class F, class Item>
void addNamed(const Sides<F> &sides,
              Rows &rows,
              QList<Item> F::*items,
              QString (*nameOfItem)(const Item &),
              QString (*textOf)(const Item &))
{
    NamedTexts texts;
    const auto put = [&](Side side, const F *facet) {
        for (const Item &item : orNone(facet != nullptr ? &(facet->*items) : nullptr)) {
            texts.put(side, nameOfItem(item), textOf(item));
        }
    };
    put(Side::Outside, sides.outside);
    put(Side::Inside, sides.inside);
    texts.addTo(rows);
}

QString stateOfProc(const ProcFacet &facet)
{
    if (!facet.isMounted) {
        return translate("Compare", "nothing is mounted on /proc");
    }
    return facet.isOwn ? translate("Compare", "shows its own processes")
                       : translate("Compare", "shows somebody else's processes");
}

} // namespace

void compareLimits(const Sides<LimitsFacet> &sides, Rows &rows)
{
    addNamed<LimitsFacet, Limit>(
        sides,
        rows,
        &LimitsFacet::limits,
        [](const Limit &limit) { return limit.name; },
        [](const Limit &limit) { return limit.value; });
}

void compareTraffic(const Sides<TrafficFacet> &sides, Rows &rows)
{
    addNamed<TrafficFacet, LinkCounters>(
        sides,
        rows,
        &TrafficFacet::links,
        [](const LinkCounters &link) { return link.link; },
        [](const LinkCounters &link) {
            return translate("Compare", "%1 received, %2 sent")
                .arg(words::bytes(link.receivedBytes), words::bytes(link.sentBytes));
        });
}

void compareSockets(const Sides<SocketsFacet> &sides, Rows &rows)
{
    addNamed<SocketsFacet, Socket>(
        sides,
        rows,
        &SocketsFacet::sockets,
        [](const Socket &socket) {
            return QString(socket.protocol + u' '
                           + words::endpoint(socket.localAddress, socket.localPort));
        },
        [](const Socket &socket) {
            return socket.remoteAddress.isEmpty()
                ? socket.state
                : QString(socket.state + u' '
                          + words::endpoint(socket.remoteAddress, socket.remotePort));
        });
}

void compareProc(const Sides<ProcFacet> &sides, Rows &rows)
{
    rows.add(u"/proc"_s, sides.each(stateOfProc));
    rows.add(translate("Compare", "Processes in it"), sides.each([](const ProcFacet &facet) {
        return QString::number(facet.processes.size());
    }));
}

void compareControllers(const Sides<ControllersFacet> &sides, Rows &rows)
{
    rows.add(translate("Compare", "Path"),
             sides.each([](const ControllersFacet &facet) { return facet.path; }));
    addNamed<ControllersFacet, CgroupSetting>(
        sides,
        rows,
        &ControllersFacet::settings,
        [](const CgroupSetting &setting) { return setting.name; },
        [](const CgroupSetting &setting) {
            return QString(setting.value).replace(u'\n', u"; "_s);
        });
}

/** The tables; what stands in them is a page of its own. */
void compareFirewall(const Sides<FirewallFacet> &sides, Rows &rows)
{
    NamedTexts texts;
    const auto put = [&](Side side, const FirewallFacet *facet) {
        QString table;
        int lines = 0;
        const auto tell = [&] {
            if (!table.isEmpty()) {
                texts.put(side, table, translate("Compare", "%n line(s)", nullptr, lines));
            }
        };
        for (const FirewallLine &line : orNone(facet != nullptr ? &facet->lines : nullptr)) {
            if (line.depth == 0) {
                tell();
                table = line.text;
                lines = 0;
            } else {
                ++lines;
            }
        }
        tell();
    };
    put(Side::Outside, sides.outside);
    put(Side::Inside, sides.inside);
    texts.addTo(rows);
}

void compareSpace(const Sides<SpaceFacet> &sides, Rows &rows)
{
    addNamed<SpaceFacet, MountSpace>(
        sides,
        rows,
        &SpaceFacet::mounts,
        [](const MountSpace &mount) { return translate("Compare", "Mount %1").arg(mount.id); },
        [](const MountSpace &mount) {
            return translate("Compare", "%1 of %2")
                .arg(words::bytes(mount.used), words::bytes(mount.size));
        });
}

void compareWatched(const Sides<WatchedFacet> &sides, Rows &rows)
{
    addNamed<WatchedFacet, FileOwner>(
        sides,
        rows,
        &WatchedFacet::files,
        [](const FileOwner &file) { return file.path; },
        [](const FileOwner &file) {
            return file.error
                ? words::explain(*file.error)
                : translate("Compare", "user %1, group %2").arg(file.uid).arg(file.gid);
        });
    addNamed<WatchedFacet, Thread>(
        sides,
        rows,
        &WatchedFacet::threads,
        [](const Thread &thread) {
            return translate("Compare", "Thread %1").arg(thread.ids.value(0));
        },
        [](const Thread &thread) { return thread.name; });
}

void compareRouting(const Sides<RoutingFacet> &sides, Rows &rows)
{
    addNamed<RoutingFacet, Route>(
        sides,
        rows,
        &RoutingFacet::routes,
        [](const Route &route) {
            return translate("Compare", "Table %1: %2").arg(route.table).arg(route.destination);
        },
        [](const Route &route) {
            return route.link.isEmpty() ? route.type : QString(route.type + u' ' + route.link);
        });
    addNamed<RoutingFacet, RoutingRule>(
        sides,
        rows,
        &RoutingFacet::rules,
        [](const RoutingRule &rule) {
            return translate("Compare", "Rule %1 (%2)").arg(rule.priority).arg(rule.family);
        },
        [](const RoutingRule &rule) {
            return QString(rule.action + u' ' + QString::number(rule.table));
        });
}

void compareSemaphores(const Sides<SemaphoresFacet> &sides, Rows &rows)
{
    addNamed<SemaphoresFacet, SemaphoreSet>(
        sides,
        rows,
        &SemaphoresFacet::sets,
        [](const SemaphoreSet &set) {
            return translate("Compare", "Semaphore set %1").arg(set.id);
        },
        [](const SemaphoreSet &set) {
            QStringList values;
            for (const Semaphore &one : set.semaphores) {
                values << QString::number(one.value);
            }
            return values.join(u' ');
        });
}

void compareRelations(const Sides<RelationsFacet> &sides, Rows &rows)
{
    addNamed<RelationsFacet, RelatedNamespace>(
        sides,
        rows,
        &RelationsFacet::namespaces,
        [](const RelatedNamespace &one) {
            return QString(words::kindName(one.kind) + u' ' + QString::number(one.identity.inode));
        },
        [](const RelatedNamespace &one) {
            return one.identity.owner ? QString::number(*one.identity.owner) : u"–"_s;
        });
}

} // namespace nsw
