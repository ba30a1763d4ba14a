// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernel/process.h"
#include "core/kernel/userrights.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <functional>

#include <fcntl.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <unistd.h>

using namespace nsw;

namespace
{

constexpr int kKept = 40;
constexpr std::array kOthers{30, 41, 50};

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

/** As on Linux before 5.9. */
bool loseCloseRange()
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    return filter != nullptr
        && seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(close_range), 0) == 0
        && seccomp_load(filter) == 0;
}

bool openDescriptors()
{
    return ::dup2(STDERR_FILENO, kKept) == kKept
        && std::ranges::all_of(kOthers, [](int fd) { return ::dup2(STDERR_FILENO, fd) == fd; });
}

bool isOpen(int fd)
{
    return ::fcntl(fd, F_GETFD) >= 0;
}

} // namespace

/** What processes of ours are and hold. */
class TestProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsItsChildren()
    {
        std::array<int, 2> ends{};
        QCOMPARE(::pipe2(ends.data(), O_CLOEXEC), 0);
        const UniqueFd read(ends[0]);
        UniqueFd write(ends[1]);
        const pid_t pid = ::fork();
        if (pid == 0) {
            write.reset();
            char byte = 0;
            ::_exit(::read(read.get(), &byte, 1) == 0 ? 7 : 1);
        }
        const auto child = openPidfd(pid);
        const auto self = openPidfd(::getpid());
        QVERIFY(child && self);
        QVERIFY(requireOwnChild(child->get()));
        QVERIFY(!requireOwnChild(self->get()));
        write.reset();
        QVERIFY(QTest::qWaitFor([&] { return hasExited(child->get()); }));
        QVERIFY(requireOwnChild(child->get()));
        QCOMPARE(waitForExit(child->get()), Result<int>(7)); // and it was left to be waited for
    }

    void staysUndumpable()
    {
        QCOMPARE(exitOfChild([] {
                     {
                         const DumpableChildren during(true);
                     }
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

    void closesWhatIsNotKept_data()
    {
        QTest::addColumn<bool>("hasCloseRange");
        QTest::newRow("close_range") << true;
        QTest::newRow("none") << false;
    }

    void closesWhatIsNotKept()
    {
        QFETCH(const bool, hasCloseRange);
        const int exit = exitOfChild([hasCloseRange] {
            constexpr int kBad = 3;
            if (!openDescriptors() || (!hasCloseRange && !loseCloseRange())) {
                return kBad;
            }
            closeAllBut({-1, STDERR_FILENO, kKept});
            return isOpen(kKept) && isOpen(STDERR_FILENO) && std::ranges::none_of(kOthers, isOpen)
                ? 0
                : kBad;
        });
        QCOMPARE(exit, 0);
    }

    void endsRatherThanHoldMore()
    {
        const int exit = exitOfChild([] {
            const UniqueFd noProc(::open("/", O_PATH | O_DIRECTORY | O_CLOEXEC));
            if (loseCloseRange()) {
                closeAllBut({kKept}, noProc.get());
            }
            return 0;
        });
        QCOMPARE(exit, EXIT_FAILURE);
    }
};

QTEST_GUILESS_MAIN(TestProcess)
#include "tst_process.moc"
