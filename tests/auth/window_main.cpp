// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * authwindow GRANT CONTACT_MS ANSWER_MS: the window, in which somebody does what needs this grant
 * and agrees to ask an administrator. It says what is to be read and how its thread fared:
 *
 *     asks TEXT       before an administrator is asked
 *     says TEXT       what came of it
 *     stalled MS      the longest that the event loop did not turn, from the agreement on
 *     running         in place of the second, a container
 *
 * GRANT "none" is a start with a supervisor that does not answer; "inspect" a look at everybody's
 * processes, which ends with
 *
 *     saw INODE, sees INODE, sees INODE
 *
 * before it, with it and after it: the UTS namespace of process NSW_LOOK_AT. The end of its
 * standard input ends the program. NSW_PICTURE names a picture of what it says.
 */
#include "app/panels/messagebar.h"
#include "app/window/document.h"
#include "app/window/everybodyaction.h"
#include "app/window/mainwindow.h"
#include "app/window/sessioncontroller.h"
#include "tests/auth/pulse.h"
#include "tests/gui/settings.h"
#include "tests/support/containers.h"

#include <QAction>
#include <QApplication>
#include <QPushButton>
#include <QSocketNotifier>

#include <array>
#include <csignal>
#include <cstdio>
#include <optional>
#include <utility>

#include <unistd.h>

using Qt::StringLiterals::operator""_s;
using namespace nsw;

namespace
{

/** Of the process NSW_LOOK_AT, as the window knows it; 0: it does not; nothing: there is no such
 * process. */
std::optional<std::uint64_t> utsNamespaceIn(const SessionState &state)
{
    const auto *facet
        = std::get_if<ProcessesFacet>(state.facet(Side::Outside, FacetKind::Processes));
    const auto uts = std::ranges::find(kAllKinds, NsKind::Uts) - kAllKinds.begin();
    for (const Process &process : facet != nullptr ? facet->processes : QList<Process>()) {
        if (process.pids.first() == qEnvironmentVariableIntValue("NSW_LOOK_AT")) {
            return process.namespaces.value(uts);
        }
    }
    return std::nullopt;
}

void say(const QString &line)
{
    std::puts(qUtf8Printable(QString(line).replace(u'\n', u' ')));
    static_cast<void>(std::fflush(stdout));
}

/** The person at the window. */
class Visitor : public QObject
{
public:
    Visitor(MainWindow &window, QString grant);

    QDir artefacts;

private:
    void look();
    void begin();
    void agree(QPushButton *button);
    void tell(const QString &line);
    void seeMore();
    [[nodiscard]] QPushButton *choice() const;

    MainWindow &m_window;
    QString m_grant;
    QTimer m_looks;
    std::optional<Pulse> m_pulse; ///< since the agreement
    qint32 m_supervisor = 0;
    bool m_hasBegun = false;
    bool m_hasSeen = false; ///< what others' processes are in
};

Visitor::Visitor(MainWindow &window, QString grant)
    : m_window(window)
    , m_grant(std::move(grant))
{
    connect(window.session(), &SessionController::eventReceived, this, [this](const Event &event) {
        if (const auto *ready = std::get_if<ReadyEvent>(&event)) {
            m_supervisor = ready->pid;
        }
    });
    connect(&m_looks, &QTimer::timeout, this, &Visitor::look);
    m_looks.start(std::chrono::milliseconds(10));
}

QPushButton *Visitor::choice() const
{
    for (const QString &name : {u"choice-administrator"_s, u"choice-everybody"_s}) {
        auto *button = m_window.message()->findChild<QPushButton *>(name);
        if (button != nullptr && button->isVisible()) {
            return button;
        }
    }
    return nullptr;
}

void Visitor::look()
{
    const MessageBar *bar = m_window.message();
    if (!m_hasBegun) {
        const SessionState state = m_window.state();
        if (state.facet(Side::Outside, FacetKind::Time) != nullptr
            && state.facet(Side::Outside, FacetKind::Namespaces) != nullptr
            && state.facet(Side::Outside, FacetKind::Processes) != nullptr) {
            begin();
        }
    } else if (QPushButton *button = choice()) {
        agree(button);
    } else if (m_window.everybody()->action()->isChecked() || m_hasSeen) {
        seeMore();
    } else if (m_pulse && bar->isVisible()) {
        tell(u"says "_s + bar->text());
    } else if (m_pulse && m_window.state().phase == Phase::Running) {
        tell(u"running"_s);
    }
}

void Visitor::begin()
{
    m_hasBegun = true;
    if (m_grant == nameOf(Privilege::None)) {
        m_pulse.emplace();
        if (::kill(m_supervisor, SIGSTOP) != 0) {
            say(u"no supervisor"_s);
        }
    }
    if (m_grant == nameOf(Privilege::Inspect)) {
        say(u"saw "_s + QString::number(utsNamespaceIn(m_window.state()).value_or(0)));
        m_window.everybody()->action()->trigger();
    } else {
        m_window.start();
    }
}

/** Looks until there is something to be seen, then no more. */
void Visitor::seeMore()
{
    const auto inode = utsNamespaceIn(m_window.state());
    if (!m_hasSeen && inode.value_or(0) != 0) {
        m_hasSeen = true;
        tell(u"sees "_s + QString::number(*inode));
        m_looks.start();
        m_window.everybody()->action()->trigger();
    } else if (m_hasSeen && inode == 0) {
        m_looks.stop();
        say(u"sees 0"_s);
    }
}

void Visitor::agree(QPushButton *button)
{
    say(u"asks "_s + m_window.message()->text());
    if (const QString name = qEnvironmentVariable("NSW_PICTURE"); !name.isEmpty()) {
        m_window.grab().save(artefacts.filePath(u"asks-"_s + name));
    }
    m_pulse.emplace();
    button->click();
}

void Visitor::tell(const QString &line)
{
    m_looks.stop();
    say(line);
    say(u"stalled "_s + QString::number(m_pulse->longest()));
    if (const QString name = qEnvironmentVariable("NSW_PICTURE"); !name.isEmpty()) {
        m_window.grab().save(artefacts.filePath(name));
    }
    if (m_grant == nameOf(Privilege::None)) {
        static_cast<void>(::kill(m_supervisor, SIGCONT));
    }
}

Configuration newHostname()
{
    Container container;
    container.name = u"x"_s;
    container.namespaces.uts = NewUts{};
    container.command = {u"sleep"_s, u"infinity"_s};
    return test::configurationOf(container);
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const std::chrono::milliseconds contact(arguments.value(2).toInt());
    const std::chrono::milliseconds answer(arguments.value(3).toInt());
    const QTemporaryDir settings;
    QDir artefacts;
    if (!test::useOwnSettings(settings, artefacts)) {
        return 2;
    }
    MainWindow window;
    window.session()->setLimits(
        {.privileged = {.contact = contact, .answer = answer}, .facts = contact});
    window.document()->edit(newHostname());
    window.resize(1200, 800);
    window.show();
    Visitor visitor(window, arguments.value(1));
    visitor.artefacts = artefacts;
    const QSocketNotifier end(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&end, &QSocketNotifier::activated, &application, &QCoreApplication::quit);
    return QApplication::exec();
}
