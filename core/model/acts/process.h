// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/codec.h"

namespace nsw::act
{

/** From outside by the outer PID, from inside by the PID that the process has there. */
struct SendSignal {
    static constexpr QLatin1StringView kTag{"sendSignal"};
    std::int32_t pid = 0; ///< as the outer /proc has it, on either side
    QString signal; ///< "SIGTERM", "TERM" or "15"
    bool operator==(const SendSignal &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("pid", &SendSignal::pid),
                          requiredField("signal", &SendSignal::signal)};
    }
};

/** A command more, inside. Its output is that of the session; it ends with the session. */
struct Start {
    static constexpr QLatin1StringView kTag{"start"};
    QStringList command;
    QMap<QString, QString> environment; ///< added to what is inherited
    bool operator==(const Start &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("command", &Start::command),
                          field("environment", &Start::environment)};
    }
};

} // namespace nsw::act
