// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>

namespace nsw::words
{

/** "1.5 MiB", in the user's way of writing numbers. */
QString bytes(std::uint64_t count);

/** "127.0.0.1:80", "[::1]:80". */
QString endpoint(const QString &address, std::uint16_t port);

} // namespace nsw::words
