// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/supervisor.h"

#include <QByteArray>

#include <cstdio>
#include <cstring>

#include <fcntl.h>

namespace
{

constexpr int kUsage = 2;

int usage()
{
    (void)std::fputs(
        "nsworkbench-supervisor serves a session of Namespace Workbench, which starts it.\n"
        "usage: nsworkbench-supervisor --socket FD [--nonce TEXT] [--for-uid UID]\n",
        stderr);
    return kUsage;
}

bool isNumber(const char *text, int &number)
{
    bool isValid = false;
    number = QByteArray(text).toInt(&isValid);
    return isValid && number >= 0;
}

} // namespace

int main(int argc, char **argv)
{
    nsw::SupervisorOptions options;
    for (int i = 1; i + 1 < argc; i += 2) {
        int number = -1;
        if (std::strcmp(argv[i], "--nonce") == 0) {
            options.nonce = QString::fromUtf8(argv[i + 1]);
        } else if (std::strcmp(argv[i], "--socket") == 0 && isNumber(argv[i + 1], number)) {
            options.socket.reset(number);
        } else if (std::strcmp(argv[i], "--for-uid") == 0 && isNumber(argv[i + 1], number)) {
            options.onBehalfOf = static_cast<uid_t>(number);
        } else {
            return usage();
        }
    }
    if (argc % 2 == 0 || ::fcntl(options.socket.get(), F_GETFD) < 0) {
        return usage();
    }
    return nsw::runSupervisor(std::move(options));
}
