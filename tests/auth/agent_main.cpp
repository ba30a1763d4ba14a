// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * authagent dismiss|ignore PROGRAM ARGUMENTS…: becomes PROGRAM, with a child that is the polkit
 * agent of that process. When polkit has it ask for a password, it says that the person dismissed
 * the question, or says nothing.
 */
#include <QCoreApplication>
#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusVirtualObject>
#include <QFile>

#include <array>
#include <csignal>
#include <cstdio>

#include <fcntl.h>
#include <sys/prctl.h>
#include <unistd.h>

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

/** polkit's `(sa{sv})`. */
struct PolkitSubject {
    QString kind;
    QVariantMap details;
};
Q_DECLARE_METATYPE(PolkitSubject)

// Found by the type of their argument, which an unnamed namespace would hide.
// NOLINTBEGIN(misc-use-anonymous-namespace)
static QDBusArgument &operator<<(QDBusArgument &to, const PolkitSubject &subject)
{
    to.beginStructure();
    to << subject.kind << subject.details;
    to.endStructure();
    return to;
}

static const QDBusArgument &operator>>(const QDBusArgument &from, PolkitSubject &subject)
{
    from.beginStructure();
    from >> subject.kind >> subject.details;
    from.endStructure();
    return from; // NOLINT(bugprone-return-const-ref-from-parameter): as Qt has it
}
// NOLINTEND(misc-use-anonymous-namespace)

/** Answers whatever polkit calls on it. */
class Agent : public QDBusVirtualObject
{
    Q_OBJECT
public:
    explicit Agent(bool dismisses)
        : m_dismisses(dismisses)
    {
    }
    [[nodiscard]] QString introspect(const QString & /*path*/) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override
    {
        if (message.member() == "BeginAuthentication"_L1 && m_dismisses) {
            return connection.send(message.createErrorReply(
                u"org.freedesktop.PolicyKit1.Error.Cancelled"_s, u"dismissed"_s));
        }
        return message.member() == "BeginAuthentication"_L1
            || connection.send(message.createReply());
    }

private:
    bool m_dismisses;
};

namespace
{

/** Since when the process runs, in ticks: polkit tells processes with the same PID apart by it. */
quint64 startTimeOf(pid_t pid)
{
    QFile file(u"/proc/%1/stat"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly)) {
        return 0;
    }
    const QByteArray stat = file.readAll();
    return stat.sliced(stat.lastIndexOf(')') + 2).split(' ').value(19).toULongLong();
}

bool beAgentOf(pid_t pid, Agent &agent)
{
    qDBusRegisterMetaType<PolkitSubject>();
    QDBusConnection bus = QDBusConnection::systemBus();
    QDBusMessage call = QDBusMessage::createMethodCall(u"org.freedesktop.PolicyKit1"_s,
                                                       u"/org/freedesktop/PolicyKit1/Authority"_s,
                                                       u"org.freedesktop.PolicyKit1.Authority"_s,
                                                       u"RegisterAuthenticationAgent"_s);
    const PolkitSubject subject{.kind = u"unix-process"_s,
                                .details = {{u"pid"_s, static_cast<uint>(pid)},
                                            {u"start-time"_s, startTimeOf(pid)},
                                            {u"uid"_s, static_cast<int>(::getuid())}}};
    call.setArguments({QVariant::fromValue(subject), u"C"_s, u"/agent"_s});
    const QDBusMessage answer
        = bus.registerVirtualObject(u"/agent"_s, &agent) ? bus.call(call) : QDBusMessage();
    if (answer.type() != QDBusMessage::ReplyMessage) {
        (void)std::fputs(qPrintable(answer.errorMessage()), stderr);
        return false;
    }
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    std::array<int, 2> ends{};
    if (argc < 3 || ::pipe2(ends.data(), O_CLOEXEC) != 0) {
        return 2;
    }
    const pid_t person = ::getpid();
    const pid_t child = ::fork();
    if (child == 0) {
        const bool stays = ::prctl(PR_SET_PDEATHSIG, SIGKILL) == 0;
        const QCoreApplication application(argc, argv);
        Agent agent(qstrcmp(argv[1], "dismiss") == 0);
        const char ready = stays && beAgentOf(person, agent) ? 'y' : 'n';
        if (::write(ends[1], &ready, 1) != 1) {
            return 1;
        }
        return QCoreApplication::exec();
    }
    char ready = 'n';
    if (child < 0 || ::read(ends[0], &ready, 1) != 1 || ready != 'y') {
        return 2;
    }
    ::close(ends[0]);
    ::close(ends[1]);
    ::execv(argv[2], argv + 2);
    return 2;
}

#include "agent_main.moc"
