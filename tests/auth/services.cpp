// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/auth/services.h"

#include "helper/contract.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusReply>
#include <QFile>
#include <QProcess>
#include <QTest>

#include <csignal>

using Qt::StringLiterals::operator""_s;
using namespace nsw;

namespace
{

const QString kBus = u"org.freedesktop.DBus"_s;

/** A connection for one question: the shared one would not survive the end of its bus. */
class BusConnection
{
public:
    BusConnection()
        : bus(QDBusConnection::connectToBus(QDBusConnection::SystemBus, u"once"_s))
    {
    }
    ~BusConnection() { QDBusConnection::disconnectFromBus(u"once"_s); }
    BusConnection(const BusConnection &) = delete;
    BusConnection &operator=(const BusConnection &) = delete;
    BusConnection(BusConnection &&) = delete;
    BusConnection &operator=(BusConnection &&) = delete;

    QDBusConnection bus;
};

bool isOwned(const QString &name)
{
    return QTest::qWaitFor([&] { return ownerOf(name).has_value(); }, 20'000);
}

} // namespace

std::optional<qint64> ownerOf(const QString &busName)
{
    const BusConnection once;
    if (!once.bus.isConnected()) {
        return std::nullopt;
    }
    const QDBusReply<uint> pid = once.bus.interface()->servicePid(busName);
    return pid.isValid() ? std::optional<qint64>(pid.value()) : std::nullopt;
}

bool helperIsBusy()
{
    const BusConnection once;
    const QDBusReply<bool> reply = once.bus.call(QDBusMessage::createMethodCall(
        contract::kHelper, contract::kStatePath, contract::kStateInterface, u"busy"_s));
    return reply.isValid() && reply.value();
}

bool endHelper()
{
    if (const auto pid = ownerOf(contract::kHelper)) {
        ::kill(static_cast<pid_t>(*pid), SIGKILL);
    }
    return QTest::qWaitFor([] { return !ownerOf(contract::kHelper); });
}

bool endPolkit()
{
    const auto pid = ownerOf(contract::kPolkit);
    return pid && ::kill(static_cast<pid_t>(*pid), SIGTERM) == 0
        && QTest::qWaitFor([] { return !ownerOf(contract::kPolkit); });
}

bool reloadBus()
{
    const BusConnection once;
    return once.bus
               .call(QDBusMessage::createMethodCall(
                   kBus, u"/org/freedesktop/DBus"_s, kBus, u"ReloadConfig"_s))
               .type()
        == QDBusMessage::ReplyMessage;
}

bool startBus()
{
    // What a daemon that was killed left would keep the next one from starting.
    return (!QFile::exists(u"/run/dbus/pid"_s) || QFile::remove(u"/run/dbus/pid"_s))
        && QProcess::execute(u"dbus-daemon"_s, {u"--system"_s, u"--fork"_s}) == 0 && isOwned(kBus);
}

bool startPolkit()
{
    for (const QString &daemon : {u"/usr/lib/polkit-1/polkitd"_s, u"/usr/libexec/polkitd"_s}) {
        if (QFile::exists(daemon)) {
            QProcess process;
            process.setProgram(daemon);
            process.setArguments({u"--no-debug"_s});
            process.setStandardOutputFile(QProcess::nullDevice());
            process.setStandardErrorFile(QProcess::nullDevice());
            return process.startDetached() && isOwned(contract::kPolkit);
        }
    }
    return false;
}

bool restartPolkit()
{
    const auto polkit = ownerOf(contract::kPolkit);
    return polkit && ::kill(static_cast<pid_t>(*polkit), SIGTERM) == 0
        && QTest::qWaitFor([] { return !ownerOf(contract::kPolkit); }) && startPolkit();
}

Stopped::Stopped(qint64 pid)
    : m_pid(pid)
{
    ::kill(static_cast<pid_t>(m_pid), SIGSTOP);
}

Stopped::~Stopped()
{
    ::kill(static_cast<pid_t>(m_pid), SIGCONT);
}

Hidden::Hidden(QString path)
    : m_path(std::move(path))
{
    hidden = QFile::rename(m_path, m_path + u".hidden"_s);
}

Hidden::~Hidden()
{
    QFile::rename(m_path + u".hidden"_s, m_path);
}
