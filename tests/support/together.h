// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

/**
 * Included ahead of every test when all of them are one program (NSW_TESTS_TOGETHER): each becomes
 * a function of that program, which is called by the name of its source.
 */
namespace nsw::test
{

class Registered
{
public:
    using Run = int (*)(int argc, char **argv);
    Registered(const char *file, Run run);
};

template<class Test, class Application>
int run(int argc, char **argv)
{
    const Application application(argc, argv);
    Application::setAttribute(Qt::AA_Use96Dpi, true);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

/** For what needs no application at all. */
struct NoApplication {
    NoApplication(int & /*argc*/, char ** /*argv*/) { }
    static void setAttribute(Qt::ApplicationAttribute /*attribute*/, bool /*on*/) { }
};

} // namespace nsw::test

// NOLINTBEGIN(bugprone-macro-parentheses): classes can't be put into parentheses
#define NSW_TEST(Class, Application)                                                               \
    static const nsw::test::Registered kRegistered##Class(__FILE__,                                \
                                                          nsw::test::run<Class, Application>);
// NOLINTEND(bugprone-macro-parentheses)
#undef QTEST_MAIN
#undef QTEST_GUILESS_MAIN
#undef QTEST_APPLESS_MAIN
#define QTEST_MAIN(Class) NSW_TEST(Class, QApplication)
#define QTEST_GUILESS_MAIN(Class) NSW_TEST(Class, QCoreApplication)
#define QTEST_APPLESS_MAIN(Class) NSW_TEST(Class, nsw::test::NoApplication)
