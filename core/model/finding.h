// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/findingcode.h"

#include <QList>
#include <QString>

#include <cstdint>

namespace nsw
{

enum class Severity : std::uint8_t { Error, Warning, Note };
template<>
struct EnumNames<Severity> {
    static constexpr std::array<QLatin1StringView, 3> kValues{
        QLatin1StringView("error"), QLatin1StringView("warning"), QLatin1StringView("note")};
};

/** One thing to say about a configuration, with the place it is about. */
struct Finding {
    Severity severity = Severity::Error;
    FindingCode code = FindingCode::Syntax;
    QString path; ///< "containers[0].namespaces.uts.new.hostname"; empty: the whole file
    QString found;
    QString expected;
    bool operator==(const Finding &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("severity", &Finding::severity),
                          field("code", &Finding::code),
                          field("path", &Finding::path),
                          field("found", &Finding::found),
                          field("expected", &Finding::expected)};
    }
};

using Findings = QList<Finding>;

/** True when one of them is an error: such a configuration is not run. */
bool hasErrors(const Findings &findings);

} // namespace nsw
