// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernel/process.h"
#include "core/kernel/userrights.h"

#include <QTest>

#include <functional>

#include <sys/prctl.h>
#include <unistd.h>

using namespace nsw;

namespace
{

/** What a process of its own returns. */
int exitOfChild(const std::function<int()> &act)
{
    const pid_t pid = ::fork();
    if (pid == 0) {
        ::_exit(act());
    }
    const auto child = openPidfd(pid);
    return child ? waitForExit(child->get()).value_or(-1) : -1;
}

} // namespace

/** What processes of ours are. */
class TestProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void staysUndumpable()
    {
        QCOMPARE(exitOfChild([] {
                     { const DumpableChildren during(true); }
                     return ::prctl(PR_GET_DUMPABLE);
                 }),
                 0);
        QCOMPARE(exitOfChild([] {
                     makeUndumpable();
                     const DumpableChildren during(true);
                     return ::prctl(PR_GET_DUMPABLE);
                 }),
                 1);
    }
};

QTEST_GUILESS_MAIN(TestProcess)
#include "tst_process.moc"
