// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/remoteadvice.h"

#include "app/text/advice.h"
#include "app/text/translate.h"

#include <cerrno>

namespace nsw::words
{

using Qt::StringLiterals::operator""_L1;

namespace
{

/** A sentence about the machine, then what ssh(1) or the other side said. */
QString withWritten(const QString &sentence, const QString &written)
{
    return written.isEmpty()
        ? sentence
        : sentence + u'\n' + translate("Words", "It was said: %1").arg(written);
}

QString aboutAddress(const Error &error)
{
    switch (error.error.value) {
    case ENOTSUP:
        return translate("Words", "“%1” is no address of a machine: only ssh://… is known.")
            .arg(error.subject);
    case EPERM:
        return translate(
                   "Words",
                   "The address of “%1” has a password in it, which others could read. Leave it "
                   "out: OpenSSH asks for it, or takes a key.")
            .arg(error.subject);
    default:
        return translate("Words",
                         "“%1” is no address of a machine; right would be one such as "
                         "ssh://user@host or ssh://user@host:2222.")
            .arg(error.subject);
    }
}

QString aboutSsh(Errno error, const QString &machine)
{
    switch (error.value) {
    case EACCES:
        return translate(
                   "Words",
                   "“%1” did not let you in. Check the user name and the key or password: “ssh "
                   "%1” should work.")
            .arg(machine);
    case EKEYREJECTED:
        return translate(
                   "Words",
                   "The key by which “%1” shows who it is, is not known, or is another one than "
                   "it was. Connect once by “ssh %1” and look at what it says.")
            .arg(machine);
    case ENOENT:
        return translate("Words", "There is no machine “%1”. Check its name.").arg(machine);
    case ECONNREFUSED:
        return translate(
                   "Words",
                   "“%1” is there, but no SSH server answers. Check the port, and whether sshd "
                   "runs.")
            .arg(machine);
    case EHOSTUNREACH:
    case ETIMEDOUT:
        return translate(
                   "Words",
                   "“%1” can't be reached. Check its name, the network, and whether it is on.")
            .arg(machine);
    case ECANCELED:
        return translate("Words", "“%1” was not connected to: the question was dismissed.")
            .arg(machine);
    default:
        return translate("Words", "The connection to “%1” by ssh did not work.").arg(machine);
    }
}

QString aboutCommand(Errno error, const QString &machine)
{
    return error.value == ENOENT
        ? translate(
              "Words",
              "There is no nsworkbench-supervisor on “%1”. Install Namespace Workbench there, "
              "or say where it is: ssh://…?supervisor=/PATH.")
              .arg(machine)
        : translate("Words", "The nsworkbench-supervisor on “%1” can't be run.").arg(machine);
}

} // namespace

QString aboutRemote(const Error &error)
{
    if (error.operation == "machine"_L1) {
        return aboutAddress(error);
    }
    if (error.operation == "ssh-start"_L1) {
        return translate(
                   "Words",
                   "The program “%1”, which connects to other machines, can't be started: %2. "
                   "Install OpenSSH's client.")
            .arg(error.subject, meaning(error.error));
    }
    const QString machine = error.subject.section(u'\n', 0, 0);
    const QString written = error.subject.section(u'\n', 1);
    if (error.operation == "ssh"_L1) {
        return withWritten(aboutSsh(error.error, machine), written);
    }
    if (error.operation == "ssh-command"_L1) {
        return withWritten(aboutCommand(error.error, machine), written);
    }
    if (error.operation == "ssh-output"_L1) {
        return withWritten(
            translate(
                "Words",
                "Something on “%1” writes before the supervisor does. Often it is an “echo” in "
                "the start-up file of the shell there, which belongs behind a test for a "
                "terminal.")
                .arg(machine),
            written);
    }
    if (error.operation == "ssh-version"_L1) {
        return translate(
                   "Words",
                   "Namespace Workbench is version %1 here and version %2 on “%3”. Install the "
                   "same version on both machines.")
            .arg(QStringLiteral(NSW_VERSION), written, machine);
    }
    if (error.operation == "ssh-lost"_L1) {
        return withWritten(
            translate("Words",
                      "The connection to “%1” broke off. What had been made there ends "
                      "when that machine notices.")
                .arg(machine),
            written);
    }
    return {};
}

} // namespace nsw::words
