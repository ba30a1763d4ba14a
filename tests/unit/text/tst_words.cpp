// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/words.h"

#include <QTest>

#include <cerrno>

using namespace nsw;
using Qt::StringLiterals::operator""_s;

namespace
{

template<std::size_t... I>
QList<Operation> everyOperation(std::index_sequence<I...>)
{
    return {Operation(std::variant_alternative_t<I, Operation>{})...};
}

QList<Operation> everyOperation()
{
    return everyOperation(std::make_index_sequence<std::variant_size_v<Operation>>{});
}

} // namespace

class TestWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFindingHasASentenceWithPathWrongAndRight()
    {
        for (std::size_t i = 0; i < EnumNames<FindingCode>::kValues.size(); ++i) {
            const Finding finding{.severity = Severity::Error,
                                  .code = static_cast<FindingCode>(i),
                                  .path = u"containers[0].name"_s,
                                  .found = u"WRONG"_s,
                                  .expected = u"RIGHT"_s};
            const QString sentence = words::sentence(finding);
            QVERIFY2(sentence.startsWith(u"containers[0].name: "_s), qPrintable(sentence));
            QVERIFY2(sentence.endsWith(u'.'), qPrintable(sentence));
            QVERIFY2(!sentence.contains(u'%'), qPrintable(sentence));
        }
        const Finding finding{.severity = Severity::Error,
                              .code = FindingCode::UnknownName,
                              .path = {},
                              .found = u"10 %2"_s,
                              .expected = u"b"_s};
        QCOMPARE(words::sentence(finding), u"“10 %2” is not known here. Known are: b."_s);
    }

    void everyOperationHasWords()
    {
        for (const Operation &operation : everyOperation()) {
            const Step step{.n = 3, .actor = Actor::Inside, .operation = operation};
            QVERIFY(!words::narrate(step).isEmpty());
            QVERIFY2(words::callText(step).startsWith(callOf(operation)),
                     qPrintable(words::callText(step)));
            for (const int error : {EPERM, ENOSPC, EINVAL, ENOENT, EXDEV}) {
                const QString why = words::explain(step, {error});
                QVERIFY(why.contains(errnoName({error})));
                QVERIFY2(why.size() > 80, qPrintable(why));
                QVERIFY2(!why.contains(u"%1"_s), qPrintable(why));
            }
        }
    }

    void callsReadAsInStrace_data()
    {
        QTest::addColumn<Operation>("operation");
        QTest::addColumn<QString>("text");
        QTest::newRow("sethostname")
            << Operation(op::Sethostname{u"réd"_s}) << u"sethostname(\"réd\", 4)"_s;
        QTest::newRow("clone3")
            << Operation(op::Clone3{.namespaces = {NsKind::User, NsKind::Uts}, .asSibling = false})
            << u"clone3({flags=CLONE_NEWUSER|CLONE_NEWUTS, exit_signal=SIGCHLD}, 88)"_s;
        QTest::newRow("write") << Operation(
            op::Write{.file = op::ProcFile::UidMap, .text = u"0 1000 1\n"_s})
                               << u"write(fd</proc/PID/uid_map>, \"0 1000 1\\n\", 9)"_s;
        QTest::newRow("setns") << Operation(
            op::Setns{.target = JoinPid{7}, .namespaces = {NsKind::Network}})
                               << u"setns(fd<pid:7>, CLONE_NEWNET)"_s;
        QTest::newRow("mount") << Operation(op::Mount{.source = {},
                                                      .target = u"/"_s,
                                                      .filesystem = {},
                                                      .flags = {u"MS_REC"_s, u"MS_PRIVATE"_s},
                                                      .data = {}})
                               << u"mount(NULL, \"/\", NULL, MS_REC|MS_PRIVATE, NULL)"_s;
        QTest::newRow("execve") << Operation(
            op::Execve{.argv = {u"sh"_s, u"-c"_s}, .environment = {}, .inChild = false})
                                << u"execve(\"sh\", [\"sh\", \"-c\"], environ)"_s;
    }

    void callsReadAsInStrace()
    {
        QFETCH(const Operation, operation);
        QFETCH(const QString, text);
        QCOMPARE(words::callText({1, Actor::Inside, operation}), text);
    }

    void theCauseIsThatOfThisMachine()
    {
        const Step step{.n = 1,
                        .actor = Actor::Outside,
                        .operation = op::Clone3{.namespaces = {NsKind::User}, .asSibling = false}};
        HostFacts facts;
        facts.restriction = u"kernel.unprivileged_userns_clone=0"_s;
        QVERIFY(words::explain(step, {EPERM}, &facts).contains(facts.restriction));
        facts.chrooted = true;
        QVERIFY(words::explain(step, {EPERM}, &facts).contains(u"chroot"_s));
        const QString limit = words::explain(
            {.n = 1, .actor = Actor::Outside, .operation = op::Unshare{{NsKind::Uts}}}, {ENOSPC});
        QVERIFY(limit.contains(u"user.max_uts_namespaces"_s));
    }

    void waysToRightsAreToldApart()
    {
        QSet<QString> sentences;
        const QList<Error> errors{
            {.operation = u"polkit"_s, .error = {EACCES}, .subject = {}},
            {.operation = u"polkit"_s, .error = {EACCES}, .subject = u"x.session.root"_s},
            {.operation = u"polkit"_s, .error = {ENODATA}, .subject = {}},
            {.operation = u"polkit"_s, .error = {ECANCELED}, .subject = {}},
            {.operation = u"polkit"_s, .error = {ETIMEDOUT}, .subject = {}},
            {.operation = u"polkit"_s,
             .error = {ETIMEDOUT},
             .subject = u"org.freedesktop.PolicyKit1"_s},
            {.operation = u"polkit"_s, .error = {ENOENT}, .subject = {}},
            {.operation = u"dbus"_s, .error = {ENOTCONN}, .subject = {}},
            {.operation = u"helper"_s, .error = {ENOENT}, .subject = {}},
            {.operation = u"dbus"_s, .error = {ETIMEDOUT}, .subject = {}},
            {.operation = u"helper"_s, .error = {EBUSY}, .subject = {}},
            {.operation = u"helper"_s, .error = {EPERM}, .subject = {}},
            {.operation = u"helper"_s, .error = {EIO}, .subject = {}},
            {.operation = u"helper"_s, .error = {ETIMEDOUT}, .subject = {}},
            {.operation = u"helper"_s, .error = {ECONNRESET}, .subject = {}},
            {.operation = u"helper"_s, .error = {EDQUOT}, .subject = u"8"_s},
            {.operation = u"helper"_s, .error = {EUSERS}, .subject = u"32"_s},
            {.operation = u"helper"_s, .error = {EAGAIN}, .subject = u"10"_s},
            {.operation = u"everybody"_s, .error = {EXDEV}, .subject = u"pid"_s},
            {.operation = u"facts"_s, .error = {ETIMEDOUT}, .subject = {}},
            {.operation = u"ready"_s, .error = {ETIMEDOUT}, .subject = {}},
            {.operation = u"execve"_s, .error = {ENOENT}, .subject = u"/x"_s}};
        for (const Error &error : errors) {
            sentences << words::explain(error);
        }
        QCOMPARE(sentences.size(), errors.size());
        QVERIFY(words::explain({.operation = u"helper"_s, .error = {EDQUOT}, .subject = u"8"_s})
                    .contains(u" 8 "_s));
    }
};

QTEST_GUILESS_MAIN(TestWords)
#include "tst_words.moc"
