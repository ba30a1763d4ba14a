// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * authclient GRANT CONTACT_MS ANSWER_MS: asks for a privileged supervisor as the window does, and
 * says what came:
 *
 *     ready PID UID NONCE_IS_OURS GRANT, or: error OPERATION ERRNO SUBJECT
 *     took MS
 *     stalled MS                  the longest that the event loop did not turn
 *
 * Each line that is written to its standard input is a request as JSON for the supervisor, or "raw"
 * and bytes in hexadecimal. Its events are printed as JSON. The end of its standard input ends the
 * session.
 */
#include "app/session/privileged.h"
#include "core/kernel/fd.h"
#include "core/store/json.h"
#include "core/wire/frame.h"
#include "tests/auth/pulse.h"

#include <QCborMap>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSocketNotifier>

#include <algorithm>
#include <array>
#include <cstdio>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

using Qt::StringLiterals::operator""_s;
using namespace nsw;

namespace
{

void say(const QString &line)
{
    std::puts(qUtf8Printable(line));
    static_cast<void>(std::fflush(stdout));
}

class Client
{
public:
    void run(Privilege asked, const PrivilegedLimits &limits);

private:
    void onAnswer(Result<UniqueFd> answer);
    void onEvents();
    void onLine();
    void report(const Event &event);
    void reportTimes();

    QString m_nonce = QString::number(QCoreApplication::applicationPid()) + u"-Nonce"_s;
    QObject m_context;
    Pulse m_pulse;
    QElapsedTimer m_clock;
    UniqueFd m_socket;
    FrameDecoder<Event> m_decoder{kMaxEventSize};
    QByteArray m_typed;
};

void Client::run(Privilege asked, const PrivilegedLimits &limits)
{
    m_clock.start();
    requestPrivilegedSupervisor(
        asked,
        m_nonce,
        &m_context,
        [this](Result<UniqueFd> answer) { onAnswer(std::move(answer)); },
        limits);
    say(u"returned "_s + QString::number(m_clock.elapsed()));
}

void Client::reportTimes()
{
    say(u"took "_s + QString::number(m_clock.elapsed()));
    say(u"stalled "_s + QString::number(m_pulse.longest()));
}

void Client::onAnswer(Result<UniqueFd> answer)
{
    if (!answer) {
        const Error &error = answer.error();
        say(u"error "_s + error.operation + u' ' + errnoName(error.error) + u' ' + error.subject);
        reportTimes();
        QCoreApplication::exit(0);
        return;
    }
    m_socket = *std::move(answer);
    auto *events = new QSocketNotifier(m_socket.get(), QSocketNotifier::Read, &m_context);
    QObject::connect(events, &QSocketNotifier::activated, &m_context, [this] { onEvents(); });
    auto *lines = new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, &m_context);
    QObject::connect(lines, &QSocketNotifier::activated, &m_context, [this] { onLine(); });
}

void Client::onEvents()
{
    std::array<char, 65536> bytes{};
    const ssize_t count = ::recv(m_socket.get(), bytes.data(), bytes.size(), MSG_DONTWAIT);
    if (count == 0) {
        say(u"closed"_s);
        QCoreApplication::exit(0);
        return;
    }
    m_decoder.append(QByteArrayView(bytes.data(), std::max<ssize_t>(count, 0)));
    while (true) {
        const auto event = m_decoder.next();
        if (!event) {
            say(u"malformed "_s + event.error().path);
            QCoreApplication::exit(1);
            return;
        }
        if (!*event) {
            return;
        }
        report(**event);
    }
}

void Client::report(const Event &event)
{
    if (const auto *ready = std::get_if<ReadyEvent>(&event)) {
        say(u"ready "_s + QString::number(ready->pid) + u' ' + QString::number(ready->uid) + u' '
            + (ready->nonce == m_nonce ? u"ours "_s : u"not-ours "_s) + nameOf(ready->grant));
        reportTimes();
    } else {
        say(QString::fromUtf8(toJson(encode(event), JsonStyle::Compact)));
    }
}

QByteArray frameOf(const QByteArray &line)
{
    if (line.startsWith("raw ")) {
        return QByteArray::fromHex(line.sliced(4));
    }
    const QJsonObject json = QJsonDocument::fromJson(line).object();
    const auto request = fromCbor<Request>(QCborMap::fromJsonObject(json).toCborValue().toCbor());
    return request ? encodeFrame(*request) : QByteArray();
}

void Client::onLine()
{
    std::array<char, 65536> bytes{};
    const ssize_t count = ::read(STDIN_FILENO, bytes.data(), bytes.size());
    if (count <= 0) {
        QCoreApplication::exit(0);
        return;
    }
    m_typed += QByteArrayView(bytes.data(), count);
    for (qsizetype end = m_typed.indexOf('\n'); end >= 0; end = m_typed.indexOf('\n')) {
        const QByteArray frame = frameOf(m_typed.first(end));
        m_typed.remove(0, end + 1);
        if (frame.isEmpty()
            || ::send(m_socket.get(), frame.data(), static_cast<size_t>(frame.size()), MSG_NOSIGNAL)
                != frame.size()) {
            say(u"not sent"_s);
        }
    }
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const auto *const grant = std::ranges::find(EnumNames<Privilege>::kValues, arguments.value(1));
    if (grant == EnumNames<Privilege>::kValues.end()) {
        return 2;
    }
    PrivilegedLimits limits;
    limits.contact = std::chrono::milliseconds(arguments.value(2).toInt());
    limits.answer = std::chrono::milliseconds(arguments.value(3).toInt());
    Client client;
    client.run(static_cast<Privilege>(grant - EnumNames<Privilege>::kValues.begin()), limits);
    return QCoreApplication::exec();
}
