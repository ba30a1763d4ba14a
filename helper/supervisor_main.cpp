// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernel/userrights.h"
#include "core/run/supervisor.h"
#include "helper/keeper.h"

#include <QByteArray>

#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

namespace
{

constexpr int kUsage = 2;

int usage()
{
    (void)std::fputs(
        "nsworkbench-supervisor serves a session of Namespace Workbench, which starts it.\n"
        "usage: nsworkbench-supervisor --stdio [--nonce TEXT]\n"
        "       nsworkbench-supervisor --socket FD [--nonce TEXT]\n"
        "                              [--for-uid UID --grant GRANT [--place FD]]\n",
        stderr);
    return kUsage;
}

bool isNumber(const char *text, int &number)
{
    bool isValid = false;
    number = QByteArray(text).toInt(&isValid);
    return isValid && number >= 0;
}

bool isGrant(const char *text, nsw::Privilege &grant)
{
    for (const nsw::Privilege one : {nsw::Privilege::Inspect,
                                     nsw::Privilege::Assisted,
                                     nsw::Privilege::Attach,
                                     nsw::Privilege::Root}) {
        if (nameOf(one) == QLatin1StringView(text)) {
            grant = one;
            return true;
        }
    }
    return false;
}

/** The standard input and output become those of the session, and nobody else's: what a command
 * writes must not get among the frames. */
bool takeStreams(nsw::SupervisorOptions &options)
{
    constexpr int kBeyondStandard = 3;
    const nsw::UniqueFd nothing(::open("/dev/null", O_RDWR | O_CLOEXEC));
    options.socket.reset(::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, kBeyondStandard));
    options.output.reset(::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, kBeyondStandard));
    options.hasStreams = false;
    return options.socket.isValid() && options.output.isValid()
        && ::dup2(nothing.get(), STDIN_FILENO) == STDIN_FILENO
        && ::dup2(nothing.get(), STDOUT_FILENO) == STDOUT_FILENO;
}

/** A session that has a place is one of the helper's. What is returned is held while it lasts. */
nsw::Result<nsw::UniqueFd> keptByAnother(const nsw::SupervisorOptions &options,
                                         const nsw::UniqueFd &place)
{
    return place.isValid() && options.onBehalfOf ? nsw::beKept(place.get(), *options.onBehalfOf)
                                                 : nsw::UniqueFd();
}

/** Some grants need less than all that the helper gave us. */
bool giveUpRights(const nsw::SupervisorOptions &options)
{
    return options.grant != nsw::Privilege::Assisted || !options.onBehalfOf
        || nsw::becomeUserWhoMapsIds(options.socket.get(), *options.onBehalfOf);
}

/** The options from `first` on; false when one is not known, or has no value that it takes. */
bool takeOptions(
    int argc, char **argv, int first, nsw::SupervisorOptions &options, nsw::UniqueFd &place)
{
    for (int i = first; i + 1 < argc; i += 2) {
        int number = -1;
        if (std::strcmp(argv[i], "--nonce") == 0) {
            options.nonce = QString::fromUtf8(argv[i + 1]);
        } else if (first == 1 && std::strcmp(argv[i], "--socket") == 0
                   && isNumber(argv[i + 1], number)) {
            options.socket.reset(number);
        } else if (std::strcmp(argv[i], "--place") == 0 && isNumber(argv[i + 1], number)) {
            place.reset(number);
        } else if (std::strcmp(argv[i], "--for-uid") == 0 && isNumber(argv[i + 1], number)) {
            options.onBehalfOf = static_cast<uid_t>(number);
        } else if (std::strcmp(argv[i], "--grant") == 0 && isGrant(argv[i + 1], options.grant)) {
            continue;
        } else {
            return false;
        }
    }
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    nsw::SupervisorOptions options;
    nsw::UniqueFd place; // held while there is a session; not by what the session makes
    const int first = argc > 1 && std::strcmp(argv[1], "--stdio") == 0 ? 2 : 1;
    if (first == 2 && !takeStreams(options)) {
        return usage();
    }
    if (!takeOptions(argc, argv, first, options, place)) {
        return usage();
    }
    if ((argc - first) % 2 != 0 || ::fcntl(options.socket.get(), F_GETFD) < 0) {
        return usage();
    }
    if (place.isValid() && ::fcntl(place.get(), F_SETFD, FD_CLOEXEC) != 0) {
        return usage();
    }
    if (options.onBehalfOf.has_value() != (options.grant != nsw::Privilege::None)) {
        return usage();
    }
    if (options.onBehalfOf && !options.hasStreams) {
        return usage(); // for whom is told by a socket alone
    }
    const auto kept = keptByAnother(options, place);
    if (!kept || !giveUpRights(options)) {
        return EXIT_FAILURE;
    }
    return nsw::runSupervisor(std::move(options));
}
