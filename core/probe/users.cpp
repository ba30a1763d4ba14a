// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/users.h"

#include "core/kernel/capabilities.h"
#include "core/kernel/idmap.h"
#include "core/kernel/status.h"
#include "core/probe/reading.h"

#include <array>

#include <linux/securebits.h>
#include <sys/prctl.h>

namespace nsw
{

using Qt::StringLiterals::operator""_ba;
using Qt::StringLiterals::operator""_L1;

namespace
{

struct SecureBit {
    QLatin1StringView name;
    int number = 0;
};
constexpr std::array kSecureBits{
    SecureBit{.name = "SECBIT_NOROOT"_L1, .number = SECURE_NOROOT},
    SecureBit{.name = "SECBIT_NOROOT_LOCKED"_L1, .number = SECURE_NOROOT_LOCKED},
    SecureBit{.name = "SECBIT_NO_SETUID_FIXUP"_L1, .number = SECURE_NO_SETUID_FIXUP},
    SecureBit{.name = "SECBIT_NO_SETUID_FIXUP_LOCKED"_L1, .number = SECURE_NO_SETUID_FIXUP_LOCKED},
    SecureBit{.name = "SECBIT_KEEP_CAPS"_L1, .number = SECURE_KEEP_CAPS},
    SecureBit{.name = "SECBIT_KEEP_CAPS_LOCKED"_L1, .number = SECURE_KEEP_CAPS_LOCKED},
    SecureBit{.name = "SECBIT_NO_CAP_AMBIENT_RAISE"_L1, .number = SECURE_NO_CAP_AMBIENT_RAISE},
    SecureBit{.name = "SECBIT_NO_CAP_AMBIENT_RAISE_LOCKED"_L1,
              .number = SECURE_NO_CAP_AMBIENT_RAISE_LOCKED},
};

QStringList ownSecureBits()
{
    const int bits = ::prctl(PR_GET_SECUREBITS);
    QStringList names;
    for (const SecureBit &one : kSecureBits) {
        if (bits > 0 && (bits >> one.number & 1) != 0) {
            names << one.name;
        }
    }
    return names;
}

} // namespace

Result<UsersFacet> takeUsers(const Vantage &vantage)
{
    const QByteArray path = entryOf(vantage, "status"_ba);
    const auto bytes = readProc(vantage.proc, path);
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    const auto status = parseStatus(*bytes);
    if (!status) {
        return std::unexpected(notUnderstood(path, QString::number(1)));
    }
    UsersFacet facet;
    facet.uid = status->uid;
    facet.gid = status->gid;
    facet.groups = status->groups;
    facet.noNewPrivs = status->noNewPrivs;
    facet.capabilities = {.inheritable = capabilityNames(status->inheritable),
                          .permitted = capabilityNames(status->permitted),
                          .effective = capabilityNames(status->effective),
                          .bounding = capabilityNames(status->bounding),
                          .ambient = capabilityNames(status->ambient)};
    facet.secureBits = ownSecureBits();
    for (const QString &field : status->badFields) {
        facet.diagnostics << notUnderstood(path, field);
    }
    facet.uidMap
        = readRows(vantage.proc, entryOf(vantage, "uid_map"_ba), parseIdMap, facet.diagnostics);
    facet.gidMap
        = readRows(vantage.proc, entryOf(vantage, "gid_map"_ba), parseIdMap, facet.diagnostics);
    if (const auto setgroups = readProc(vantage.proc, entryOf(vantage, "setgroups"_ba))) {
        facet.setgroups = QString::fromLatin1(setgroups->trimmed());
    } else {
        facet.diagnostics << setgroups.error();
    }
    return facet;
}

} // namespace nsw
