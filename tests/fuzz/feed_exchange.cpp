// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/export.h"
#include "core/exchange/import.h"
#include "core/store/configurationfile.h"
#include "tests/fuzz/targets.h"

namespace nsw::fuzz
{

using Qt::StringLiterals::operator""_s;

/** What is imported is a configuration like any other, and goes out again in every form. */
Verdict feedExchange(QByteArrayView bytes)
{
    const Imported imported = importText(bytes.toByteArray(), {.uid = 1000, .gid = 1000});
    if (!imported.configuration) {
        const bool isSilent = !hasErrors(imported.findings);
        return {.understood = false, .wrong = isSilent ? u"refused without an error"_s : QString()};
    }
    const auto again = parseConfiguration(writeConfiguration(*imported.configuration));
    if (!again || *again != *imported.configuration) {
        return {.understood = true, .wrong = u"it reads back differently"_s};
    }
    for (const ExportFormat format : kExportFormats) {
        const Exported exported = exportAs(format, *imported.configuration, {});
        if (exported.text.isEmpty() && !hasErrors(exported.findings)) {
            return {.understood = true, .wrong = u"exported as nothing"_s};
        }
        if (format == ExportFormat::Oci && !exported.text.isEmpty()
            && !importOci(exported.text.toUtf8(), {}).configuration) {
            return {.understood = true, .wrong = u"our own config.json is refused"_s};
        }
    }
    return {.understood = true, .wrong = {}};
}

} // namespace nsw::fuzz
