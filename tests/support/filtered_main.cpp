// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Stands in for another program, the one in NSW_FILTERED, as it would be on a machine that lacks
 * system calls. NSW_FILTER has them with what they answer, separated by spaces: "clone3=ENOSYS",
 * or, where only some flags in the first argument are refused, "unshare:80=EINVAL" (hexadecimal).
 * Children and what they execute are on the same machine.
 */
#include "core/model/error.h"

#include <QByteArray>
#include <QList>

#include <cstdio>
#include <cstdlib>

#include <seccomp.h>
#include <unistd.h>

namespace
{

bool addRule(scmp_filter_ctx filter, const QByteArray &rule)
{
    const QList<QByteArray> sides = rule.split('=');
    const QList<QByteArray> call = sides.value(0).split(':');
    const int number = seccomp_syscall_resolve_name(call.value(0).constData());
    const nsw::Errno error = nsw::errnoOfName(QString::fromLatin1(sides.value(1)));
    if (number == __NR_SCMP_ERROR || !error) {
        return false;
    }
    const auto action = SCMP_ACT_ERRNO(static_cast<unsigned>(error.value));
    if (call.size() < 2) {
        return seccomp_rule_add(filter, action, number, 0) == 0;
    }
    constexpr int kHexadecimal = 16;
    const scmp_datum_t flags = call.at(1).toULongLong(nullptr, kHexadecimal);
    const scmp_arg_cmp hasFlags{
        .arg = 0, .op = SCMP_CMP_MASKED_EQ, .datum_a = flags, .datum_b = flags};
    return seccomp_rule_add_array(filter, action, number, 1, &hasFlags) == 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QByteArray program = qgetenv("NSW_FILTERED");
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    bool isGood = filter != nullptr && argc > 0;
    for (const QByteArray &rule : qgetenv("NSW_FILTER").split(' ')) {
        isGood = isGood && (rule.isEmpty() || addRule(filter, rule));
    }
    if (!isGood || seccomp_load(filter) != 0) {
        (void)std::fputs("no such filter\n", stderr);
        return EXIT_FAILURE;
    }
    execv(program.constData(), argv);
    std::perror(program.constData());
    return EXIT_FAILURE;
}
