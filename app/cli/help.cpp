// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/help.h"

#include "app/text/translate.h"

namespace nsw::cli
{

using Qt::StringLiterals::operator""_L1;

namespace
{

QString overview()
{
    return translate("Cli", R"(Namespace Workbench: see, make and understand Linux namespaces.

Usage:
  nsworkbench [FILE]                    open the window, with a configuration or a recording
  nsworkbench run FILE [-- COMMAND…]    make the container of a configuration and run its command
  nsworkbench plan FILE                 show the steps, and do nothing
  nsworkbench inspect [PID]             show what this process, or another, sees of the machine
  nsworkbench export --as FORM FILE     write it as sh, c, go, oci, bwrap or nspawn
  nsworkbench import FILE               make a configuration out of what others wrote
  nsworkbench tour                      make a container with all eight namespaces and look at it
  nsworkbench replay FILE               tell a recorded session again
  nsworkbench check FILE…               run configurations and compare with what they expect
  nsworkbench library                   list the configurations that come with the program
  nsworkbench help [COMMAND]            explain a command

Options:
  --json        print JSON instead of text (all commands but help)
  --host ssh://[USER@]HOST[:PORT]
                do it on another machine, over OpenSSH; also for the window, as the first option
  -h, --help    this text; after a command, that of the command
  --version     the version

FILE is a configuration in JSON; “-” is standard input, “library:NAME” one of the library. A small one:

  {"version": 1, "containers": [{"name": "red", "command": ["sh"], "namespaces":
    {"user": {"new": {}}, "uts": {"new": {"hostname": "red"}}}}]}

Environment:
  NO_COLOR          print without colours
  NSW_SUPERVISOR    the supervisor to start, instead of the one that was installed
  NSW_SSH           the program that connects to other machines, instead of ssh
)");
}

QString aboutRun()
{
    return translate("Cli", R"(Usage: nsworkbench run FILE [-- COMMAND…]

Makes the container that FILE describes, runs its command in it, and removes the container when the
command ends. A COMMAND after “--” is run instead of the one in FILE.

The command has the terminal for itself, unless an administrator's rights had to be asked for: then
its input and output are passed on.

Options:
  -v, --verbose    tell every step on standard error
  --step           pause before each step, and tell what the one before it changed; what is to be done
                   is read from standard input, line by line, up to the last pause: “n” makes the next
                   step, “c” goes on, “q” ends it, “h” lists all commands
  --break N        pause before step N, as “plan” numbers them; may be given more than once
  --record FILE    keep the session in FILE, for “replay” and for the window; input and output of the
                   command are passed on, so that it has no terminal; what is typed is not kept
  --json           print one event per line, as JSON:
                   {"event":"step", …}      a system call, with arguments, result, errno and time
                   {"event":"facet", …}     what is seen on a side: namespaces uts ipc processes
                                            mounts users network cgroup time; again when it changes
                   {"event":"output", …}    what the command wrote
                   {"event":"next", …}      at a pause: the step that is next, and what the last ones
                                            changed
                   {"event":"refused", …}   nothing was done, with the findings that say why
                   {"event":"end", …}       the command ended, and the container with it
  --save-expectation
                   write into FILE what the run came to, for “check”
  --host ssh://[USER@]HOST[:PORT][?supervisor=PATH]
                   on another machine, with the rights that the user has there
  --remote-supervisor PATH
                   where nsworkbench-supervisor is on that machine

Signals: the first INT, TERM or HUP ends the container in order (TERM, after 2 seconds KILL), the
second one at once.

Exit status: that of the command, and 128 + N when signal N ended it; 2 for a wrong configuration or
wrong usage; 125 when a step failed or there were no rights; 126 when the command can't be executed and
127 when it is not there; 0 when it was ended at a pause. What is wrong stands on standard error.
)");
}

QString aboutPlan()
{
    return translate("Cli", R"(Usage: nsworkbench plan FILE

Shows what “run” would do, without doing it: every step with the side that makes it, the system call,
a sentence that explains it; the same as a shell command; what was found about the configuration on
this machine; and the rights it needs, and why.

Options:
  --json    print the plan as one JSON object: container, steps, findings, privilege

Exit status: 0, or 2 where the configuration can't be run; the reasons stand on standard error.
)");
}

QString aboutInspect()
{
    return translate("Cli", R"(Usage: nsworkbench inspect [PID]

Shows what this process sees of the machine: its namespaces, hostname, IPC objects, processes,
mounts, users and rights, network, control group and clocks. With PID, the same of that process, side
by side with what is seen here.

Options:
  --json    print one JSON object with the keys namespaces uts ipc processes mounts users network
            cgroup time; with PID, those of that process. What can't be read is {"error": …}.
  --all     show also what has no card in the window: limits traffic sockets proc controllers
            firewall space routing semaphores relations
  --everybody
            look as an administrator, who is asked for by polkit: at the namespaces of everybody's
            processes, and at any process. Nothing can be changed by it.

Exit status: 0; 1 where there is no such process or nothing could be read.
)");
}

QString aboutExport()
{
    return translate("Cli", R"(Usage: nsworkbench export --as FORM FILE

Writes the configuration in FILE in the form of others. What the form can't express, and what is
different in it, stands on standard error, with the place in the configuration.

Forms:
  sh        a shell script with unshare, nsenter, mount and ip
  c         a program of C, for the C library of Linux: one commented call for each step
  go        a program of Go, for its standard library
  oci       a config.json for crun, runc and the like, beside an empty directory “rootfs”
  bwrap     a command of bubblewrap
  nspawn    a command of systemd-nspawn

Options:
  -o, --output OUT    write to a file, which can be run where it is a script
  --json              print {"text": …, "findings": […]}

Exit status: 0; 2 where the configuration is wrong; 1 where OUT can't be written.
)");
}

QString aboutImport()
{
    return translate("Cli", R"(Usage: nsworkbench import FILE
       nsworkbench import -- unshare OPTIONS COMMAND…

Prints a configuration made out of FILE, which is a config.json of the OCI runtime specification, or
the text of an unshare command; or out of the command after “--”. What is not carried over stands on
standard error, with its place.

Options:
  -o, --output OUT    write to a file
  --json              print {"configuration": …, "findings": […]}

Exit status: 0; 2 where it can't be read, with the reason; 1 where OUT can't be written.
)");
}

QString aboutCheck()
{
    return translate("Cli", R"(Usage: nsworkbench check FILE…

Runs each configuration and compares what comes of it with the expectation that is saved in the file:
which namespaces are isolated, what is seen inside, which step fails, the exit status and the output of
the command. So you know before a class whether it works on this machine. A FILE may be a directory,
“library:NAME”, or “library” for all of the library. Nothing is typed into the commands, and one that
takes longer than 30 seconds is ended.

Options:
  --json    print one line per file: {"file":…, "outcome":…, "findings":[…]}; outcome is as-expected,
            diverges, nothing-expected or not-run
  --host ssh://[USER@]HOST[:PORT]    check another machine

Exit status: 0 where all is as expected, 1 where anything is not.
)");
}

QString aboutLibrary()
{
    return translate("Cli", R"(Usage: nsworkbench library

Lists the configurations that come with the program, with what each shows. They run by
“nsworkbench run library:NAME”, and open in the window from File → Library.

Options:
  --json    print one line per configuration
)");
}

QString aboutTour()
{
    return translate("Cli", R"(Usage: nsworkbench tour

Makes a container with all eight namespaces, tells each step as it is made, lays what is seen inside
and outside side by side, and keeps a picture of the window that shows the same.

Options:
  --picture FILE    where the picture goes; else ./nsworkbench-tour.png, or the directory for
                    temporary files where that can't be written
  --json            print one event per line as “run” does, and at last
                    {"event":"picture","path":…}

Exit status: 0; 1 where the container can't be made on this machine, with the reason.
)");
}

QString aboutReplay()
{
    return translate("Cli", R"(Usage: nsworkbench replay FILE

Tells a recorded session again: every step on standard error, and what the command wrote. FILE was made
by “run --record” or by File, Save recording. It takes neither rights nor namespaces, and may have been
recorded on another machine. “nsworkbench FILE” shows it in the window.

Options:
  --speed N    by the times at which things happened, N times as fast (0.01 to 1000); else at once
  --json       print one event per line as “run” does

Exit status: 0; 1 where the recording is damaged or not known to its end, after what could be read; 2
where it can't be read at all.
)");
}

} // namespace

QString helpText(const QString &topic)
{
    if (topic == "run"_L1) {
        return aboutRun();
    }
    if (topic == "plan"_L1) {
        return aboutPlan();
    }
    if (topic == "inspect"_L1) {
        return aboutInspect();
    }
    if (topic == "export"_L1) {
        return aboutExport();
    }
    if (topic == "import"_L1) {
        return aboutImport();
    }
    if (topic == "replay"_L1) {
        return aboutReplay();
    }
    if (topic == "check"_L1) {
        return aboutCheck();
    }
    if (topic == "library"_L1) {
        return aboutLibrary();
    }
    return topic == "tour"_L1 ? aboutTour() : overview();
}

} // namespace nsw::cli
