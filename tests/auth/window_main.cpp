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
 * GRANT "none" is a start with a supervisor that does not answer. The end of its standard input
 * ends it. NSW_PICTURE names a picture of what it says.
 */
#include "app/panels/messagebar.h"
#include "app/window/document.h"
#include "app/window/mainwindow.h"
#include "app/window/sessioncontroller.h"
#include "tests/auth/pulse.h"
#include "tests/gui/settings.h"
#include "tests/support/containers.h"

#include <QApplication>
#include <QPushButton>
#include <QSocketNotifier>

#include <array>
#include <csignal>
#include <cstdio>
#include <optional>

#include <unistd.h>

using Qt::StringLiterals::operator""_s;
using namespace nsw;

namespace
{

void say(const QString &line)
{
    std::puts(qUtf8Printable(QString(line).replace(u'\n', u' ')));
    static_cast<void>(std::fflush(stdout));
}

/** The person at the window. */
class Somebody : public QObject
{
public:
    Somebody(MainWindow &window, const QString &grant);

    QDir artefacts;

private:
    void look();
    void begin();
    void agree(QPushButton *button);
    void tell(const QString &line);
    [[nodiscard]] QPushButton *choice() const;

    MainWindow &m_window;
    QString m_grant;
    QTimer m_looks;
    std::optional<Pulse> m_pulse; ///< since the agreement
    qint32 m_supervisor = 0;
    bool m_hasBegun = false;
};

Somebody::Somebody(MainWindow &window, const QString &grant)
    : m_window(window)
    , m_grant(grant)
{
    connect(window.session(), &SessionController::eventReceived, this, [this](const Event &event) {
        if (const auto *ready = std::get_if<ReadyEvent>(&event)) {
            m_supervisor = ready->pid;
        }
    });
    connect(&m_looks, &QTimer::timeout, this, &Somebody::look);
    m_looks.start(std::chrono::milliseconds(10));
}

QPushButton *Somebody::choice() const
{
    auto *button = m_window.message()->findChild<QPushButton *>(u"choice-administrator"_s);
    return button != nullptr && button->isVisible() ? button : nullptr;
}

void Somebody::look()
{
    const MessageBar *bar = m_window.message();
    if (!m_hasBegun) {
        if (m_window.state().facet(Side::Outside, FacetKind::Time) != nullptr) {
            begin();
        }
    } else if (QPushButton *button = choice()) {
        agree(button);
    } else if (m_pulse && bar->isVisible()) {
        tell(u"says "_s + bar->text());
    } else if (m_pulse && m_window.state().phase == Phase::Running) {
        tell(u"running"_s);
    }
}

void Somebody::begin()
{
    m_hasBegun = true;
    if (m_grant == nameOf(Privilege::None)) {
        m_pulse.emplace();
        if (::kill(m_supervisor, SIGSTOP) != 0) {
            say(u"no supervisor"_s);
        }
    }
    m_window.start();
}

void Somebody::agree(QPushButton *button)
{
    say(u"asks "_s + m_window.message()->text());
    m_pulse.emplace();
    button->click();
}

void Somebody::tell(const QString &line)
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
    Somebody somebody(window, arguments.value(1));
    somebody.artefacts = artefacts;
    const QSocketNotifier end(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&end, &QSocketNotifier::activated, &application, &QCoreApplication::quit);
    return QApplication::exec();
}
