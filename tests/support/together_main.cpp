// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/together.h"

#include <QFileInfo>

#include <cstdio>
#include <map>

namespace
{

using Tests = std::map<QString, nsw::test::Registered::Run>;

Tests &tests()
{
    static Tests all;
    return all;
}

} // namespace

nsw::test::Registered::Registered(const char *file, Run run)
{
    tests().emplace(QFileInfo(QString::fromUtf8(file)).baseName(), run);
}

/** `nsw_tests NAME [ARGS…]` runs one test as if it were a program of its own. */
int main(int argc, char **argv)
{
    const auto found = argc > 1 ? tests().find(QString::fromLocal8Bit(argv[1])) : tests().end();
    if (found != tests().end()) {
        return found->second(argc - 1, argv + 1);
    }
    for (const auto &[name, run] : tests()) {
        std::puts(qPrintable(name));
    }
    return argc > 1 ? 1 : 0;
}
