// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/compare_ipc.h"
#include "app/text/detailtables.h"

#include <QHash>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

constexpr int kOctal = 8;

QString modeText(std::uint32_t mode)
{
    return QString::number(mode, kOctal).rightJustified(3, u'0');
}

/** One of the three System V kinds. */
struct SysvTable {
    QLatin1StringView id;
    QString title;
    IpcKind kind = IpcKind::Queue;
    QList<SysvObject> IpcFacet::*objects;
    QString countTitle;
    QStringList lastTitles; ///< of who was the last to do something with it
};

DetailTable tableOf(const Known &known, const SysvTable &kind)
{
    DetailTable table{
        .id = kind.id,
        .title = kind.title,
        .note = {},
        .columns = {translate("Details", "Key"),
                    translate("Details", "ID"),
                    translate("Details", "Owner"),
                    translate("Details", "Group"),
                    translate("Details", "Mode"),
                    kind.countTitle},
        .rows = {},
        .told = Told::Place,
        .nameColumns = 2,
    };
    if (kind.kind != IpcKind::Semaphores) {
        table.columns << translate("Details", "Bytes");
    }
    table.columns << kind.lastTitles;
    for (const Side side : known.sidesOf(NsKind::Ipc)) {
        const auto *facet = known.facet<IpcFacet>(side);
        const Difference difference = known.differenceOf(side, NsKind::Ipc);
        for (const SysvObject &object :
             orNone(facet != nullptr ? &(facet->*kind.objects) : nullptr)) {
            QStringList cells{ipcKeyText(object),
                              QString::number(object.id),
                              QString::number(object.uid),
                              QString::number(object.gid),
                              modeText(object.mode),
                              QString::number(object.count)};
            if (kind.kind != IpcKind::Semaphores) {
                cells << QString::number(object.bytes) << QString::number(object.lastPid);
            }
            if (kind.kind == IpcKind::Queue) {
                cells << QString::number(object.lastReceiver);
            }
            table.rows << DetailRow{.key = nameOf(side) + u':' + QString::number(object.id),
                                    .cells = cells,
                                    .difference = difference,
                                    .name = ipcName(kind.kind, object)};
        }
    }
    return table;
}

QStringList semaphoreCells(const Semaphore &semaphore)
{
    return {QString::number(semaphore.value),
            QString::number(semaphore.lastPid),
            QString::number(semaphore.waiting + semaphore.waitingForZero)};
}

/** Below each set its semaphores, in a tree. */
DetailTable semaphoresTable(const Known &known)
{
    DetailTable table = tableOf(known,
                                {.id = "semaphores"_L1,
                                 .title = translate("Details", "Semaphore sets"),
                                 .kind = IpcKind::Semaphores,
                                 .objects = &IpcFacet::semaphoreSets,
                                 .countTitle = translate("Details", "Semaphores"),
                                 .lastTitles = {translate("Details", "Value"),
                                                translate("Details", "Last process"),
                                                translate("Details", "Waiting")}});
    table.note = translate("Details",
                           "Below each set its semaphores, of a large one the first %1. The kernel "
                           "tells them to whoever may read the set.")
                     .arg(SemaphoresFacet::kMostInSet);
    const qsizetype described = table.columns.size() - semaphoreCells({}).size();
    QHash<QString, const SemaphoreSet *> setOf;
    for (const Side side : known.sidesOf(NsKind::Ipc)) {
        const auto *facet = known.facet<SemaphoresFacet>(side);
        for (const SemaphoreSet &set : orNone(facet != nullptr ? &facet->sets : nullptr)) {
            setOf.insert(nameOf(side) + u':' + QString::number(set.id), &set);
        }
    }
    QList<DetailRow> rows;
    for (DetailRow &row : table.rows) {
        row.cells.resize(table.columns.size());
        rows << row;
        const SemaphoreSet *set = setOf.value(row.key);
        for (qsizetype i = 0; set != nullptr && i < set->semaphores.size(); ++i) {
            QStringList cells{translate("Details", "Semaphore %1").arg(i)};
            cells.resize(described);
            rows << DetailRow{.key = row.key + u'/' + QString::number(i),
                              .cells = cells + semaphoreCells(set->semaphores.at(i)),
                              .difference = row.difference,
                              .depth = 1,
                              .name = row.name};
        }
    }
    table.rows = rows;
    return table;
}

DetailTable posixTable(const Known &known)
{
    DetailTable table{
        .id = "posix"_L1,
        .title = translate("Details", "POSIX queues"),
        .note = {},
        .columns = {translate("Details", "Name"),
                    translate("Details", "Owner"),
                    translate("Details", "Group"),
                    translate("Details", "Mode"),
                    translate("Details", "Messages"),
                    translate("Details", "Bytes")},
        .rows = {},
        .told = Told::Place,
    };
    for (const Side side : known.sidesOf(NsKind::Ipc)) {
        const auto *facet = known.facet<IpcFacet>(side);
        const Difference difference = known.differenceOf(side, NsKind::Ipc);
        for (const PosixQueue &queue : orNone(facet != nullptr ? &facet->posixQueues : nullptr)) {
            table.rows << DetailRow{.key = nameOf(side) + u':' + queue.name,
                                    .cells = {queue.name,
                                              QString::number(queue.uid),
                                              QString::number(queue.gid),
                                              modeText(queue.mode),
                                              QString::number(queue.messages),
                                              QString::number(queue.bytes)},
                                    .difference = difference,
                                    .name = ipcName(queue)};
        }
    }
    return table;
}

} // namespace

QList<DetailTable> ipcDetails(const Known &known)
{
    return {tableOf(known,
                    {.id = "queues"_L1,
                     .title = translate("Details", "Message queues"),
                     .kind = IpcKind::Queue,
                     .objects = &IpcFacet::messageQueues,
                     .countTitle = translate("Details", "Messages"),
                     .lastTitles = {translate("Details", "Last sender"),
                                    translate("Details", "Last receiver")}}),
            semaphoresTable(known),
            tableOf(known,
                    {.id = "memory"_L1,
                     .title = translate("Details", "Shared memory"),
                     .kind = IpcKind::Memory,
                     .objects = &IpcFacet::sharedMemory,
                     .countTitle = translate("Details", "Attached"),
                     .lastTitles = {translate("Details", "Last process")}}),
            posixTable(known),
            limitsTable(known, "ipc-limits"_L1, [](const QString &name) {
                return name.startsWith("fs/mqueue/"_L1) || name.startsWith("kernel/msg"_L1)
                    || name.startsWith("kernel/shm"_L1) || name == "kernel/sem"_L1;
            })};
}

} // namespace nsw
