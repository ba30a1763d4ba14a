// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/detailtables.h"
#include "app/text/words.h"

#include <array>
#include <tuple>

#include <sys/stat.h>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

QString nameOfWatched(const Known &known, std::int32_t pid)
{
    const auto *facet = known.facet<ProcessesFacet>(Side::Outside);
    for (const Process &process : orNone(facet != nullptr ? &facet->processes : nullptr)) {
        if (process.pids.value(0) == pid) {
            return QString::number(pid) + u' ' + process.name;
        }
    }
    return QString::number(pid);
}

struct SpecialBit {
    std::uint32_t bit = 0;
    char16_t letter = 0; ///< in the place of the x, and capital without it
};
constexpr std::array kSpecial{SpecialBit{.bit = S_ISUID, .letter = u's'},
                              SpecialBit{.bit = S_ISGID, .letter = u's'},
                              SpecialBit{.bit = S_ISVTX, .letter = u't'}};

/** "-rw-r--r--", as ls(1) has it. */
QString listedMode(std::uint32_t mode)
{
    constexpr std::uint32_t kTypeShift = 12;
    constexpr QLatin1StringView kTypes("?pc?d?b?-?l?s???");
    constexpr std::array<char16_t, 3> kLetters{u'r', u'w', u'x'};
    QString text(QChar(kTypes.at(static_cast<qsizetype>((mode & S_IFMT) >> kTypeShift))));
    for (std::size_t who = 0; who < kSpecial.size(); ++who) {
        for (std::size_t bit = 0; bit < kLetters.size(); ++bit) {
            const std::uint32_t mask = 1U << (8 - who * kLetters.size() - bit);
            text += (mode & mask) != 0 ? QChar(kLetters.at(bit)) : QChar(u'-');
        }
        if ((mode & kSpecial.at(who).bit) != 0) {
            const QChar letter(kSpecial.at(who).letter);
            text.back() = text.back() == u'x' ? letter : letter.toUpper();
        }
    }
    return text;
}

QString ownerText(const FileOwner *file)
{
    if (file == nullptr) {
        return {};
    }
    return file->error ? errnoName(file->error->error)
                       : QString(QString::number(file->uid) + u':' + QString::number(file->gid));
}

const FileOwner *fileIn(const WatchedFacet *facet, const QString &path)
{
    for (const FileOwner &file : orNone(facet != nullptr ? &facet->files : nullptr)) {
        if (file.path == path) {
            return &file;
        }
    }
    return nullptr;
}

/** One name may stand for two files: the inside has mounts of its own. */
QString sameFileText(const FileOwner *outside, const FileOwner *inside)
{
    if (outside == nullptr || inside == nullptr || outside->error || inside->error) {
        return {};
    }
    return outside->device == inside->device && outside->inode == inside->inode
        ? translate("Details", "the same file")
        : translate("Details", "another file");
}

Difference differenceOfFile(const FileOwner *outside, const FileOwner *inside)
{
    if (inside == nullptr || outside == nullptr) {
        return Difference::Unknown;
    }
    const auto shown = [](const FileOwner &file) {
        return std::tuple(file.error.has_value(), file.uid, file.gid, file.mode);
    };
    return shown(*outside) == shown(*inside) ? Difference::Same : Difference::Different;
}

} // namespace

DetailTable threadsTable(const Known &known)
{
    DetailTable table{
        .id = "threads"_L1,
        .title = translate("Details", "Threads"),
        .note = translate("Details",
                          "A thread has a number at every level, like a process. Name a process, "
                          "or open one in the tree with Enter."),
        .columns = {translate("Details", "Process"),
                    translate("Details", "TID at every level"),
                    translate("Details", "Name"),
                    translate("Details", "State")},
        .rows = {},
        .ask = Ask::Process,
    };
    const auto *facet = known.facet<WatchedFacet>(Side::Outside);
    for (const Thread &thread : orNone(facet != nullptr ? &facet->threads : nullptr)) {
        table.rows << DetailRow{.key = QString::number(thread.ids.value(0)),
                                .cells = {nameOfWatched(known, thread.process),
                                          levelsText(thread.ids),
                                          thread.name,
                                          stateText(thread.state)}};
    }
    return table;
}

DetailTable filesTable(const Known &known)
{
    DetailTable table{
        .id = "file-owners"_L1,
        .title = translate("Details", "Files"),
        .note = translate("Details",
                          "To whom a file belongs (user:group), as each side sees it. An owner "
                          "that the inside does not map shows as 65534 there."),
        .columns = {translate("Details", "File"),
                    translate("Details", "Outside"),
                    translate("Details", "Inside"),
                    translate("Details", "Mode outside"),
                    translate("Details", "Mode inside"),
                    translate("Details", "Behind the name")},
        .rows = {},
        .ask = Ask::File,
        .told = Told::Values,
    };
    const auto *outside = known.facet<WatchedFacet>(Side::Outside);
    const auto *inside = known.facet<WatchedFacet>(Side::Inside);
    const auto mode = [](const FileOwner *file) {
        return file == nullptr || file->error ? QString() : listedMode(file->mode);
    };
    for (const FileOwner &file : orNone(outside != nullptr ? &outside->files : nullptr)) {
        const FileOwner *within = fileIn(inside, file.path);
        table.rows << DetailRow{.key = file.path,
                                .cells = {file.path,
                                          ownerText(&file),
                                          ownerText(within),
                                          mode(&file),
                                          mode(within),
                                          sameFileText(&file, within)},
                                .difference = differenceOfFile(&file, within)};
    }
    return table;
}

} // namespace nsw
