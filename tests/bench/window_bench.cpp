// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// window_bench [ROUNDS]: from a process's start to the first paint of its window, against a window
// of Qt with nothing in it; and the memory of a window that shows 10,000 processes. Wants a
// display, and NSW_SUPERVISOR set. `window_bench empty|full|crowded` are the processes that it
// measures.
#include "app/panels/cardspanel.h"
#include "app/panels/datatable.h"
#include "app/panels/facetdetail.h"
#include "app/text/language.h"
#include "app/window/mainwindow.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QScrollBar>
#include <QTabWidget>
#include <QTableView>
#include <QTimer>

#include <algorithm>
#include <cstdio>

#include <unistd.h>

using namespace nsw;
using Qt::StringLiterals::operator""_s;

namespace
{

constexpr int kProcesses = 10'000;

/** Ends the process as soon as the window was painted once. */
class FirstPaint : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            QTimer::singleShot(0, [] { ::_exit(0); });
        }
        return QObject::eventFilter(watched, event);
    }
};

int untilPainted(QMainWindow &window)
{
    FirstPaint painted;
    window.installEventFilter(&painted);
    window.show();
    return QApplication::exec();
}

ProcessesFacet crowd(int level)
{
    ProcessesFacet facet;
    facet.level = level;
    for (int i = 1; i <= kProcesses; ++i) {
        facet.processes << Process{.pids = {10'000 + i, i},
                                   .parent = i == 1 ? 0 : 10'001,
                                   .name = u"sleep"_s,
                                   .command = u"/usr/bin/sleep %1"_s.arg(i),
                                   .state = u"S"_s,
                                   .uid = 1000,
                                   .namespaces = {}};
    }
    return facet;
}

qint64 residentKiB()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly)) {
        return 0;
    }
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("VmRSS:");
    return at < 0 ? 0 : text.sliced(at + 6).trimmed().split(' ').constFirst().toLongLong();
}

/** What scrolling the table by a page takes until it is painted, at worst. */
double millisecondsOfAPage(const MainWindow &window)
{
    QTableView *table = window.cards()->detail()->currentRows()->table();
    QScrollBar *bar = table->verticalScrollBar();
    double worst = 0;
    for (int value = 0; value < bar->maximum(); value += bar->maximum() / 100) {
        QElapsedTimer timer;
        timer.start();
        bar->setValue(value);
        table->viewport()->repaint();
        constexpr double kNsPerMs = 1e6;
        worst = std::max(worst, static_cast<double>(timer.nsecsElapsed()) / kNsPerMs);
    }
    return worst;
}

int crowded()
{
    MainWindow window(MainWindow::Mode::Still);
    window.resize(1500, 950);
    SessionState state;
    state.phase = Phase::Running;
    state.facets.insert_or_assign({Side::Outside, FacetKind::Processes}, Facet(crowd(0)));
    state.facets.insert_or_assign({Side::Inside, FacetKind::Processes}, Facet(crowd(1)));
    Configuration configuration;
    configuration.containers = {Container{}};
    window.showStill(configuration, state);
    window.cards()->openCard(FacetKind::Processes);
    window.cards()->detail()->pages()->setCurrentIndex(1);
    window.show();
    QTimer::singleShot(2000, &window, [&window] {
        std::puts(QByteArray::number(residentKiB()).constData());
        std::puts(QByteArray::number(millisecondsOfAPage(window), 'f', 2).constData());
        (void)std::fflush(stdout);
        ::_exit(0);
    });
    return QApplication::exec();
}

double millisecondsOf(const QString &kind)
{
    constexpr double kNsPerMs = 1e6;
    QElapsedTimer timer;
    timer.start();
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), {kind});
    process.waitForFinished();
    return static_cast<double>(timer.nsecsElapsed()) / kNsPerMs;
}

double median(QList<double> values)
{
    std::ranges::sort(values);
    return values.at(values.size() / 2);
}

int measure(int rounds)
{
    QList<double> empty;
    QList<double> full;
    for (int round = 0; round < rounds; ++round) {
        empty << millisecondsOf(u"empty"_s);
        full << millisecondsOf(u"full"_s);
    }
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(), {u"crowded"_s});
    process.waitForFinished();
    const QByteArrayList told = process.readAllStandardOutput().trimmed().split('\n');
    std::puts(
        qUtf8Printable(u"first paint: %1 ms, empty window of Qt: %2 ms, ratio %3 (at most 2)"_s
                           .arg(median(full), 0, 'f', 1)
                           .arg(median(empty), 0, 'f', 1)
                           .arg(median(full) / median(empty), 0, 'f', 2)));
    std::puts(
        qUtf8Printable(u"memory with 10,000 processes on both sides: %1 MiB (at most 150)"_s.arg(
            told.constFirst().toLongLong() / 1024)));
    std::puts(qUtf8Printable(
        u"a page of them scrolled and painted, at worst: %1 ms (16.7 at 60 Hz)"_s.arg(
            QString::fromLatin1(told.constLast()))));
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QByteArray kind = argc > 1 ? argv[1] : "";
    constexpr int kDefaultRounds = 15;
    if (kind.isEmpty() || kind.toInt() > 0) {
        const QCoreApplication application(argc, argv);
        return measure(kind.isEmpty() ? kDefaultRounds : kind.toInt());
    }
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"nsworkbench-bench"_s);
    QApplication::setOrganizationName(u"nsworkbench-bench"_s);
    if (kind == "crowded") {
        return crowded();
    }
    if (kind == "empty") {
        QMainWindow window;
        return untilPainted(window);
    }
    speakDesktopLanguage(application);
    MainWindow window;
    return untilPainted(window);
}
