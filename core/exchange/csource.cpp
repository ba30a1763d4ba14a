// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csteps.h"
#include "core/exchange/ctext.h"
#include "core/exchange/forms.h"

/** A program of C: the steps of the plan, each with the process that makes it. */
namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

QString headOf(const Container &container)
{
    return u"/*\n * "_s + titleOf(container) + uR"(
 *
 * Makes a container out of namespaces, one system call after the other. There are two processes:
 * the one that is started stays outside; it makes the one inside, which becomes the command.
 *
 *     cc -Wall -Wextra -o container FILE.c && ./container
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <linux/rtnetlink.h>
#include <linux/sched.h>
#include <linux/veth.h>
#include <net/if.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#ifndef CLONE_NEWTIME
#define CLONE_NEWTIME 0x00000080
#endif
#ifndef SYS_clone3
#define SYS_clone3 435
#endif
#ifndef SYS_pidfd_open
#define SYS_pidfd_open 434
#endif
#ifndef SYS_mount_setattr
#define SYS_mount_setattr 442
#endif
#ifndef AT_RECURSIVE
#define AT_RECURSIVE 0x8000
#endif
#ifndef MOUNT_ATTR_RDONLY
#define MOUNT_ATTR_RDONLY 0x00000001
#define MOUNT_ATTR_NOSUID 0x00000002
#define MOUNT_ATTR_NODEV 0x00000004
#define MOUNT_ATTR_NOEXEC 0x00000008
#endif

static int turns = -1;    /* to the other process */
static pid_t inside = -1; /* as the outside sees it */
)"_s;
}

} // namespace

QString cProgram(const ExportSource &source, const Losses &losses)
{
    tellNoReaper(source.container.namespaces, losses);
    const CSteps steps(source);
    const QString body = u"\nstatic _Noreturn void run_inside(void)\n{\n"_s + steps.inside()
        + u"}\n\nint main(void)\n{\n    int ends[2];\n"
          "    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) < 0) {\n"
          "        die(\"socketpair\");\n    }\n"_s
        + steps.outside() + uR"(
    int status = 0;
    while (waitpid(inside, &status, 0) < 0) {
        if (errno != EINTR) {
            die("waitpid");
        }
    }
    return status_of(status);
}
)"_s;
    QString descriptors;
    for (const QString &name : steps.descriptors()) {
        descriptors += u"static int "_s + name + u" = -1;\n"_s;
    }
    return headOf(source.container) + descriptors + cFunctions(body) + body;
}

} // namespace nsw
