// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// terminal_bench [MEGABYTES [RUNS]], on a display and with NSW_SUPERVISOR set: how fast a terminal
// inside shows text, beside the same widget with a shell of its own.
#include "app/panels/terminalview.h"
#include "tests/support/sessionrun.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTemporaryFile>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <functional>

#define signals Q_SIGNALS
#define slots Q_SLOTS
#include <qtermwidget.h>
#undef signals
#undef slots

using namespace nsw;
using namespace nsw::test;
using Qt::StringLiterals::operator""_s;

namespace
{

constexpr int kPatience = 300'000;
constexpr QSize kSize(900, 500);

QStringList commandFor(const QString &file)
{
    return {u"-c"_s, u"cat %1; echo THE-''END; sleep 1000"_s.arg(file)};
}

/** Seconds until the end has come to the widget, which tells of it: looking at its screen costs. */
double secondsUntilEnd(const QTermWidget &terminal, const std::function<void()> &begin)
{
    QEventLoop loop;
    QString last;
    bool hasCome = false;
    QObject::connect(&terminal, &QTermWidget::receivedData, &loop, [&](const QString &text) {
        constexpr qsizetype kKept = 16;
        const QString now = last + text;
        hasCome = hasCome || now.contains(u"THE-END"_s);
        last = now.last(std::min(now.size(), kKept));
        if (hasCome) {
            loop.quit();
        }
    });
    QTimer::singleShot(kPatience, &loop, &QEventLoop::quit);
    QElapsedTimer timer;
    timer.start();
    begin();
    loop.exec();
    return hasCome ? static_cast<double>(timer.nsecsElapsed()) / 1e9 : kPatience;
}

double locally(const QString &file)
{
    QTermWidget terminal(0);
    terminal.resize(kSize);
    terminal.setHistorySize(10'000);
    terminal.setShellProgram(u"/bin/sh"_s);
    terminal.setArgs(commandFor(file));
    terminal.show();
    return secondsUntilEnd(terminal, [&] { terminal.startShellProgram(); });
}

double inside(const QString &file)
{
    SessionRun run;
    Container container = allEight(u"bench"_s);
    container.command = {u"sleep"_s, u"1000"_s};
    run.start(container, 1000);
    if (!run.waitUntilLooked()) {
        return kPatience;
    }
    TerminalView view;
    view.resize(kSize);
    view.show();
    QObject::connect(&run.session, &Session::eventReceived, &view, [&](const Event &event) {
        if (const auto *output = std::get_if<TerminalOutputEvent>(&event)) {
            view.write(output->bytes);
            run.events.clear();
        }
    });
    QObject::connect(&view, &TerminalView::shown, &run.session, [&](qint64 bytes) {
        run.session.send(TerminalShownRequest{.id = 1, .bytes = bytes});
    });
    return secondsUntilEnd(*view.findChild<QTermWidget *>(), [&] {
        run.session.send(
            TerminalOpenRequest{.id = 1,
                                .side = Side::Inside,
                                .command = QStringList{u"/bin/sh"_s} + commandFor(file),
                                .columns = view.columns(),
                                .rows = view.rows(),
                                .environment = {}});
    });
}

double median(QList<double> values)
{
    std::ranges::sort(values);
    return values.at(values.size() / 2);
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    const int megabytes = argc > 1 ? QByteArray(argv[1]).toInt() : 20;
    const int runs = argc > 2 ? QByteArray(argv[2]).toInt() : 3;
    QTemporaryFile file;
    if (!file.open()) {
        return 1;
    }
    const QByteArray line = QByteArray(79, 'x') + '\n';
    for (qint64 size = 0; size < megabytes * 1'000'000LL; size += line.size()) {
        file.write(line);
    }
    file.flush();
    QList<double> local;
    QList<double> session;
    for (int i = 0; i < runs; ++i) {
        local << locally(file.fileName());
        session << inside(file.fileName());
    }
    const double peer = megabytes / median(local);
    const double ours = megabytes / median(session);
    std::printf("%d MB: %.1f MB/s inside, %.1f MB/s with a shell of the widget's own: ratio %.2f\n",
                megabytes,
                ours,
                peer,
                ours / peer);
    return 0;
}
