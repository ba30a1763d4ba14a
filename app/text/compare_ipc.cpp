// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/compare_ipc.h"

#include "app/text/translate.h"

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

QString ownership(std::uint32_t uid, std::uint32_t mode)
{
    return translate("Compare", "owner %1, mode %2").arg(uid).arg(QString::number(mode, 8));
}

/** One of the three System V kinds: what it is called, and what to say of one object. */
struct SysvKind {
    QString heading;
    IpcKind kind = IpcKind::Queue;
    QList<SysvObject> IpcFacet::*member;
    QString (*describe)(const SysvObject &);
};

/** lupdate does not read a cast among its arguments. */
int counted(const SysvObject &object)
{
    return static_cast<int>(object.count);
}

QString describeQueue(const SysvObject &object)
{
    return translate("Compare", "%n message(s)", nullptr, counted(object)) + u", "
        + translate("Compare", "%1 bytes").arg(object.bytes);
}

QString describeSemaphores(const SysvObject &object)
{
    return translate("Compare", "%n semaphore(s)", nullptr, counted(object));
}

QString describeMemory(const SysvObject &object)
{
    return translate("Compare", "%1 bytes").arg(object.bytes) + u", "
        + translate("Compare", "%n process(es) attached", nullptr, counted(object));
}

void compareSysv(const Sides<IpcFacet> &sides, const SysvKind &kind, Rows &rows)
{
    rows.add(kind.heading, sides.each([&](const IpcFacet &facet) {
        return QString::number((facet.*kind.member).size());
    }));
    NamedTexts objects;
    const auto put = [&](Side side, const IpcFacet *facet) {
        for (const SysvObject &object :
             orNone(facet != nullptr ? &(facet->*kind.member) : nullptr)) {
            objects.put(side,
                        ipcName(kind.kind, object),
                        kind.describe(object) + u", " + ownership(object.uid, object.mode));
        }
    };
    put(Side::Outside, sides.outside);
    put(Side::Inside, sides.inside);
    objects.addTo(rows);
}

void comparePosix(const Sides<IpcFacet> &sides, Rows &rows)
{
    rows.add(translate("Compare", "POSIX queues"), sides.each([](const IpcFacet &facet) {
        return QString::number(facet.posixQueues.size());
    }));
    NamedTexts queues;
    const auto put = [&](Side side, const IpcFacet *facet) {
        for (const PosixQueue &queue : orNone(facet != nullptr ? &facet->posixQueues : nullptr)) {
            queues.put(side,
                       ipcName(queue),
                       translate("Compare", "%1 bytes").arg(queue.bytes) + u", "
                           + ownership(queue.uid, queue.mode));
        }
    };
    put(Side::Outside, sides.outside);
    put(Side::Inside, sides.inside);
    queues.addTo(rows);
}

} // namespace

QString ipcKeyText(const SysvObject &object)
{
    const auto key = static_cast<std::uint32_t>(object.key);
    return u"0x"_s + QString::number(key, 16).rightJustified(8, u'0');
}

QString ipcName(IpcKind kind, const SysvObject &object)
{
    const auto label = [kind] {
        switch (kind) {
        case IpcKind::Queue:
            return translate("Compare", "Message queue %1, id %2");
        case IpcKind::Semaphores:
            return translate("Compare", "Semaphore set %1, id %2");
        case IpcKind::Memory:
            return translate("Compare", "Shared memory %1, id %2");
        case IpcKind::PosixQueue:
            break;
        }
        Q_UNREACHABLE();
    };
    return label().arg(ipcKeyText(object)).arg(object.id);
}

QString ipcName(const PosixQueue &queue)
{
    return translate("Compare", "POSIX queue %1").arg(queue.name);
}

void compareIpc(const Sides<IpcFacet> &sides, Rows &rows)
{
    compareSysv(sides,
                {.heading = translate("Compare", "Message queues"),
                 .kind = IpcKind::Queue,
                 .member = &IpcFacet::messageQueues,
                 .describe = describeQueue},
                rows);
    compareSysv(sides,
                {.heading = translate("Compare", "Semaphore sets"),
                 .kind = IpcKind::Semaphores,
                 .member = &IpcFacet::semaphoreSets,
                 .describe = describeSemaphores},
                rows);
    compareSysv(sides,
                {.heading = translate("Compare", "Shared memory segments"),
                 .kind = IpcKind::Memory,
                 .member = &IpcFacet::sharedMemory,
                 .describe = describeMemory},
                rows);
    comparePosix(sides, rows);
}

} // namespace nsw
