// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/maskedstate.h"
#include "app/models/report.h"

#include <QTest>

#include <cerrno>

using namespace nsw;
using Qt::StringLiterals::operator""_s;

namespace
{

Configuration configuration()
{
    Container container;
    container.name = u"red"_s;
    container.namespaces.uts = NewUts{.hostname = u"red"_s, .domainname = {}};
    container.namespaces.ipc = Join{JoinPid{4711}};
    container.command = {u"sh"_s};
    Configuration all;
    all.name = u"Red <1>"_s;
    all.containers = {container};
    return all;
}

UtsFacet uts(const QString &name)
{
    UtsFacet facet;
    facet.nodename = name;
    facet.sysname = u"Linux"_s;
    return facet;
}

SessionState ended(int error)
{
    SessionState state;
    Step step;
    step.n = 1;
    step.actor = Actor::Inside;
    step.operation = op::Sethostname{.name = u"red"_s};
    StepEvent outcome;
    outcome.n = 1;
    outcome.result = error == 0 ? 0 : -1;
    outcome.error = Errno{error};
    outcome.durationUs = 7;
    state.steps = {{.step = step, .outcome = outcome}};
    state.facets[{Side::Outside, FacetKind::Uts}] = uts(u"tower"_s);
    state.facets[{Side::Inside, FacetKind::Uts}] = uts(u"red"_s);
    state.phase = Phase::Ended;
    state.exit = 3;
    return state;
}

Report report(const SessionState &state)
{
    return reportOf(configuration(), state, QDateTime(QDate(2026, 11, 22), QTime(18, 0)));
}

ReportSection section(const Report &report, const QString &heading)
{
    return *std::ranges::find(report.sections, heading, &ReportSection::heading);
}

/** Letters that both languages would take for their own. */
Report awkward()
{
    return {.title = u"A <b> & *c*"_s,
            .paragraphs = {u"One_two"_s},
            .sections = {{.heading = u"Rows"_s,
                          .paragraphs = {},
                          .table = {.header = {u"What"_s, u"Inside"_s},
                                    .rows = {{u"a|b"_s, u"<script>"_s}, {u"c"_s, u"d\ne"_s}}},
                          .marked = {true, false},
                          .code = u"x ``` </pre>\n"_s}}};
}

} // namespace

class ReportTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void whole()
    {
        const Report all = report(ended(0));
        QCOMPARE(all.title, u"Red <1> — inside and outside"_s);
        QVERIFY(all.paragraphs.constFirst().contains(u"22 November 2026"_s));
        QCOMPARE(all.paragraphs.at(1), u"The container had ended with exit status 3."_s);
        QStringList headings;
        for (const ReportSection &each : all.sections) {
            headings << each.heading;
        }
        QCOMPARE(headings,
                 QStringList({u"Configuration"_s,
                              u"Steps"_s,
                              u"Namespaces"_s,
                              u"Hostname"_s,
                              u"Message queues and shared memory"_s,
                              u"Processes"_s,
                              u"Mounts"_s,
                              u"Users and rights"_s,
                              u"Network"_s,
                              u"Control group"_s,
                              u"Clocks"_s}));
    }

    void configurationIsWhole()
    {
        const Report all = report(ended(0));
        const ReportSection chosen = section(all, u"Configuration"_s);
        QVERIFY(chosen.table.rows.contains(
            QStringList({u"Hostname (UTS)"_s, u"CLONE_NEWUTS"_s, u"new"_s})));
        QVERIFY(chosen.table.rows.contains(QStringList(
            {u"Message queues (IPC)"_s, u"CLONE_NEWIPC"_s, u"joined from process 4711"_s})));
        QVERIFY(chosen.table.rows.contains(
            QStringList({u"Network"_s, u"CLONE_NEWNET"_s, u"that of the machine"_s})));
        QVERIFY(chosen.code.contains(u"\"hostname\": \"red\""_s));
        QVERIFY(chosen.paragraphs.constFirst().contains(u"unshare"_s));
    }

    void stepsAndDifferences()
    {
        const Report all = report(ended(0));
        QCOMPARE(section(all, u"Steps"_s).table.rows.constFirst().at(2),
                 u"sethostname(\"red\", 3)"_s);
        const ReportSection names = section(all, u"Hostname"_s);
        QCOMPARE(names.table.rows.constFirst(),
                 QStringList({u"Hostname"_s, u"tower"_s, u"≠ differs"_s, u"red"_s}));
        QCOMPARE(names.marked.first(3), QList<bool>({true, false, false}));
        QVERIFY(section(all, u"Network"_s).paragraphs.contains(u"The inside is not known."_s));
    }

    void failureIsExplained()
    {
        const Report all = report(ended(EPERM));
        const ReportSection steps = section(all, u"Steps"_s);
        QVERIFY(steps.paragraphs.constFirst().contains(u"EPERM"_s));
        QCOMPARE(steps.marked, QList<bool>({true}));
    }

    void markdown()
    {
        QCOMPARE(toMarkdown(awkward()),
                 u"# A \\<b\\> & \\*c\\*\n\nOne\\_two\n\n## Rows\n\n"
                 "| What | Inside |\n| --- | --- |\n| a\\|b | &lt;script> |\n| c | d<br>e |\n\n"
                 "````\nx ``` </pre>\n````\n"_s);
    }

    void html()
    {
        const QString page = toHtml(awkward());
        QVERIFY(page.contains(u"<title>A &lt;b&gt; &amp; *c*</title>"_s));
        QVERIFY(page.contains(u"<h1>A &lt;b&gt; &amp; *c*</h1>\n<p>One_two</p>\n<h2>Rows</h2>\n"
                              "<div class=\"wide\"><table>\n<thead><tr><th scope=\"col\">What</th>"
                              "<th scope=\"col\">Inside</th></tr></thead>\n<tbody>\n"
                              "<tr class=\"marked\"><td>a|b</td><td>&lt;script&gt;</td></tr>\n"
                              "<tr><td>c</td><td>d<br>e</td></tr>\n</tbody></table></div>\n"
                              "<pre>x ``` &lt;/pre&gt;\n</pre>\n</body>\n</html>\n"_s));
    }

    /** The same name is the same placeholder in configuration, steps and facets. */
    void maskedThroughout()
    {
        Mask mask;
        const SessionState state = ended(0);
        learnNames(state, mask);
        const QString text = toMarkdown(reportOf(masked(configuration(), mask),
                                                 masked(state, mask),
                                                 QDateTime(QDate(2026, 11, 22), QTime(18, 0))));
        QVERIFY(text.contains(u"| Hostname | host-1 | ≠ differs | host-2 |"_s));
        QVERIFY(text.contains(u"sethostname(\"host-2\""_s));
        QVERIFY(!text.contains(u"tower"_s));
        QCOMPARE(masked(state, mask).steps.constFirst().outcome, state.steps.constFirst().outcome);
    }
};

QTEST_GUILESS_MAIN(ReportTest)
#include "tst_report.moc"
