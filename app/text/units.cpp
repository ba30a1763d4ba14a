// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/units.h"

#include <QLocale>

namespace nsw::words
{

QString bytes(std::uint64_t count)
{
    return QLocale().formattedDataSize(static_cast<qint64>(count), 1);
}

QString endpoint(const QString &address, std::uint16_t port)
{
    const QString host = address.contains(u':') ? QString(u'[' + address + u']') : address;
    return host + u':' + (port == 0 ? QStringLiteral("*") : QString::number(port));
}

} // namespace nsw::words
