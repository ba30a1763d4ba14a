// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/targets.h"

#include <QByteArray>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

/** What libFuzzer calls. The target is named in NSW_FUZZ: a program for each would be built for
 * nothing. */
extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace
{

const nsw::fuzz::Target *g_target = nullptr;

} // namespace

extern "C" int LLVMFuzzerInitialize(int * /*argc*/, char *** /*argv*/)
{
    const QByteArray name = qgetenv("NSW_FUZZ");
    const auto found = std::ranges::find_if(nsw::fuzz::targets(), [&](const auto &target) {
        return name == QByteArrayView(target.name.data(), target.name.size());
    });
    if (found == nsw::fuzz::targets().end()) {
        (void)std::fputs("NSW_FUZZ names one of:", stderr);
        for (const auto &target : nsw::fuzz::targets()) {
            (void)std::fprintf(stderr, " %s", target.name.data());
        }
        (void)std::fputs("\n", stderr);
        std::exit(2); // NOLINT(concurrency-mt-unsafe): there is one thread
    }
    g_target = &*found;
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto verdict = g_target->feed(
        QByteArrayView(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    if (!verdict.wrong.isEmpty()) {
        (void)std::fprintf(stderr, "%s: %s\n", g_target->name.data(), qPrintable(verdict.wrong));
        std::abort();
    }
    return 0;
}
