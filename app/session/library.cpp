// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/library.h"

#include "core/store/configurationfile.h"

#include <QLocale>

#include <array>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

struct Shelf {
    QLatin1StringView name;
    int experiment = 0;
    NsKind kind = NsKind::User;
};

constexpr std::array kShelves{
    Shelf{.name = "uts"_L1, .experiment = 1, .kind = NsKind::Uts},
    Shelf{.name = "ipc"_L1, .experiment = 2, .kind = NsKind::Ipc},
    Shelf{.name = "ipc-not-all"_L1, .experiment = 3, .kind = NsKind::Ipc},
    Shelf{.name = "pid"_L1, .experiment = 4, .kind = NsKind::Pid},
    Shelf{.name = "proc-before"_L1, .experiment = 5, .kind = NsKind::Pid},
    Shelf{.name = "proc-after"_L1, .experiment = 5, .kind = NsKind::Pid},
    Shelf{.name = "mount"_L1, .experiment = 6, .kind = NsKind::Mount},
    Shelf{.name = "mount-private"_L1, .experiment = 7, .kind = NsKind::Mount},
    Shelf{.name = "mount-shared"_L1, .experiment = 7, .kind = NsKind::Mount},
    Shelf{.name = "mount-unbindable"_L1, .experiment = 7, .kind = NsKind::Mount},
    Shelf{.name = "mount-overlay"_L1, .experiment = 6, .kind = NsKind::Mount},
    Shelf{.name = "chroot"_L1, .experiment = 8, .kind = NsKind::Mount},
    Shelf{.name = "user-unmapped"_L1, .experiment = 9, .kind = NsKind::User},
    Shelf{.name = "user"_L1, .experiment = 10, .kind = NsKind::User},
    Shelf{.name = "user-wrong-id"_L1, .experiment = 11, .kind = NsKind::User},
    Shelf{.name = "user-setgroups"_L1, .experiment = 11, .kind = NsKind::User},
    Shelf{.name = "network-down"_L1, .experiment = 12, .kind = NsKind::Network},
    Shelf{.name = "network"_L1, .experiment = 12, .kind = NsKind::Network},
    Shelf{.name = "network-veth"_L1, .experiment = 13, .kind = NsKind::Network},
    Shelf{.name = "cgroup"_L1, .experiment = 16, .kind = NsKind::Cgroup},
    Shelf{.name = "time"_L1, .experiment = 17, .kind = NsKind::Time},
    Shelf{.name = "unshare"_L1, .experiment = 18, .kind = NsKind::Pid},
    Shelf{.name = "setns"_L1, .experiment = 19, .kind = NsKind::Uts},
    Shelf{.name = "owners"_L1, .experiment = 20, .kind = NsKind::User},
    Shelf{.name = "same-or-not"_L1, .experiment = 21, .kind = NsKind::Uts},
    Shelf{.name = "all-eight"_L1, .experiment = 27, .kind = NsKind::User},
};

QString resource(const QString &name)
{
    return u":/examples/"_s + name + u".json"_s;
}

QString local(const std::optional<QMap<QString, QString>> &texts, const QString &otherwise)
{
    if (!texts) {
        return otherwise;
    }
    const QString here = QLocale().name();
    if (const QString exact = texts->value(here); !exact.isEmpty()) {
        return exact;
    }
    // The same language, as it is spoken elsewhere.
    for (auto it = texts->cbegin(); it != texts->cend(); ++it) {
        if (it.key().section(u'_', 0, 0) == here.section(u'_', 0, 0)) {
            return it.value();
        }
    }
    return otherwise;
}

} // namespace

QList<LibraryEntry> libraryEntries()
{
    QList<LibraryEntry> entries;
    for (const Shelf &shelf : kShelves) {
        const QString path = resource(shelf.name);
        if (const auto configuration = loadConfiguration(path)) {
            entries.append({.name = shelf.name,
                            .experiment = shelf.experiment,
                            .kind = shelf.kind,
                            .path = path,
                            .configuration = *configuration});
        }
    }
    return entries;
}

std::optional<QString> libraryPath(const QString &file)
{
    constexpr QLatin1StringView kPrefix{"library:"};
    return file.startsWith(kPrefix) ? std::optional(resource(file.sliced(kPrefix.size())))
                                    : std::nullopt;
}

QString localName(const Configuration &configuration)
{
    return local(configuration.nameIn, configuration.name);
}

QString localDescription(const Configuration &configuration)
{
    return local(configuration.descriptionIn, configuration.description.value_or(QString()));
}

} // namespace nsw
