// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/acts/ipc.h"
#include "core/model/acts/mount.h"
#include "core/model/acts/network.h"
#include "core/model/acts/process.h"
#include "core/model/acts/uts.h"

#include <expected>

/**
 * Acts: what a person does to a container that is there, one at a time. A client sends an act and
 * never the steps that it takes.
 */
namespace nsw
{

using Act = std::variant<act::SetHostname,
                         act::SetDomainname,
                         act::CreateIpc,
                         act::RemoveIpc,
                         act::SendSignal,
                         act::Start,
                         act::MountAt,
                         act::Unmount,
                         act::SwitchLink,
                         act::AddAddress>;

QLatin1StringView nameOf(const Act &act);

/** An act as it was asked for. What makes no sense is answered, and does not end the session. */
struct AskedAct {
    std::expected<Act, Finding> value;
    bool operator==(const AskedAct &) const = default;
};

template<>
struct CustomCodec<AskedAct> {
    static void write(const AskedAct &asked, QCborStreamWriter &to);
    static Decoded<AskedAct> decode(CborReader &from);
};

} // namespace nsw
