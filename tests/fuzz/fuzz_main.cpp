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

/** Ends the process when there is none of that name. */
const nsw::fuzz::Target &findTarget(const QByteArray &name)
{
    const auto targets = nsw::fuzz::targets();
    const auto found = std::ranges::find_if(targets, [&](const auto &target) {
        return name == QByteArrayView(target.name.data(), target.name.size());
    });
    if (found == targets.end()) {
        (void)std::fputs("NSW_FUZZ names one of:", stderr);
        for (const auto &target : targets) {
            (void)std::fprintf(stderr, " %s", target.name.data());
        }
        (void)std::fputs("\n", stderr);
        std::exit(2); // NOLINT(concurrency-mt-unsafe): there is one thread
    }
    return *found;
}

const nsw::fuzz::Target &chosenTarget()
{
    static const nsw::fuzz::Target &chosen = findTarget(qgetenv("NSW_FUZZ"));
    return chosen;
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int * /*argc*/, char *** /*argv*/)
{
    (void)chosenTarget();
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const nsw::fuzz::Target &target = chosenTarget();
    const auto verdict = target.feed(
        QByteArrayView(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    if (!verdict.wrong.isEmpty()) {
        (void)std::fprintf(stderr, "%s: %s\n", target.name.data(), qPrintable(verdict.wrong));
        std::abort();
    }
    return 0;
}
