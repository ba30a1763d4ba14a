// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/hostfacts.h"

/** A configuration in the forms that others understand. Pure: nothing is run or looked at. */
namespace nsw
{

enum class ExportFormat : std::uint8_t { Shell, C, Go, Oci, Bwrap, Nspawn };
template<>
struct EnumNames<ExportFormat> {
    static constexpr std::array<QLatin1StringView, 6> kValues{QLatin1StringView("sh"),
                                                              QLatin1StringView("c"),
                                                              QLatin1StringView("go"),
                                                              QLatin1StringView("oci"),
                                                              QLatin1StringView("bwrap"),
                                                              QLatin1StringView("nspawn")};
};

inline constexpr std::array kExportFormats{ExportFormat::Shell,
                                           ExportFormat::C,
                                           ExportFormat::Go,
                                           ExportFormat::Oci,
                                           ExportFormat::Bwrap,
                                           ExportFormat::Nspawn};

/** The machine on which the result is to run, as far as a form has to spell it out. */
struct ExportHost {
    HostFacts facts;
    QStringList rootDirectories; ///< names of the directories in "/"
    /** The bounding set: what root can have here at most, a bit each (capabilities(7)). */
    std::uint64_t capabilityBound = ~std::uint64_t{0};
};

struct Exported {
    QString text; ///< empty where the configuration itself is wrong
    Findings findings; ///< what the form can't express, and what is different in it
    bool operator==(const Exported &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{field("text", &Exported::text), field("findings", &Exported::findings)};
    }
};

/** The first container of the configuration. */
Exported exportAs(ExportFormat format, const Configuration &configuration, const ExportHost &host);

/** What the result is called when it is saved: "red.sh", "config.json". */
QString fileNameFor(ExportFormat format, const Configuration &configuration);

/** The result is a program to be run as it is. */
bool isScript(ExportFormat format);

} // namespace nsw
