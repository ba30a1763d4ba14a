// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/machine.h"

#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

#include <cerrno>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

// Says soon that a machine does not answer, also where it went away in the middle.
constexpr QLatin1StringView kConnectTimeout{"ConnectTimeout=20"};
constexpr QLatin1StringView kAliveInterval{"ServerAliveInterval=15"};
constexpr QLatin1StringView kAliveCount{"ServerAliveCountMax=3"};

std::unexpected<Error> noMachine(const QString &text, int error)
{
    return std::unexpected(
        Error{.operation = u"machine"_s, .error = Errno{error}, .subject = text});
}

/** Nothing that ssh(1) would take for an option, or a shell for more than a word. */
bool isPlain(const QString &word)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9_.:%][A-Za-z0-9_.:%-]*$"_s);
    return plain.match(word).hasMatch();
}

bool isPlainPath(const QString &path)
{
    static const QRegularExpression plain(u"^/[A-Za-z0-9_./+@~ -]*$"_s);
    return plain.match(path).hasMatch();
}

/** For whatever shell the account has: sh looks, in the path and where it may be installed. */
QString commandOf(const QString &supervisor, const QString &nonce)
{
    const QString words = u" --stdio --nonce "_s + nonce;
    if (!supervisor.isEmpty()) {
        return u"exec '"_s + supervisor + u'\'' + words;
    }
    return u"exec sh -c 's=$(command -v nsworkbench-supervisor) || for d in " NSW_LIBEXECDIR
           " /usr/libexec /usr/local/libexec /usr/lib /usr/local/lib; do "
           "if [ -x $d/nsworkbench-supervisor ]; then s=$d/nsworkbench-supervisor; break; fi; "
           "done; if [ -z \"$s\" ]; then echo nsworkbench-supervisor: not found >&2; exit 127; fi; "
           "exec \"$s\""_s
        + words + u'\'';
}

} // namespace

QString RemoteMachine::name() const
{
    const QString where = port == 0 ? host : host + u':' + QString::number(port);
    return user.isEmpty() ? where : user + u'@' + where;
}

QString RemoteMachine::url() const
{
    QUrl url;
    url.setScheme(u"ssh"_s);
    url.setUserName(user);
    url.setHost(host);
    url.setPort(port == 0 ? -1 : port);
    if (!supervisor.isEmpty()) {
        QUrlQuery query;
        query.addQueryItem(u"supervisor"_s, supervisor);
        url.setQuery(query);
    }
    return url.toString(QUrl::FullyEncoded);
}

Result<RemoteMachine> parseMachine(const QString &text)
{
    const QString whole = text.contains("://"_L1) ? text : u"ssh://"_s + text;
    const QUrl url(whole, QUrl::StrictMode);
    if (!url.isValid() || !(url.path().isEmpty() || url.path() == u'/') || url.hasFragment()) {
        return noMachine(text, EINVAL);
    }
    if (url.scheme() != "ssh"_L1) {
        return noMachine(text, ENOTSUP);
    }
    if (!url.password().isEmpty()) {
        return noMachine(url.host(), EPERM);
    }
    RemoteMachine machine{.user = url.userName(),
                          .host = url.host(),
                          .port = url.port(0),
                          .supervisor
                          = QUrlQuery(url).queryItemValue(u"supervisor"_s, QUrl::FullyDecoded)};
    const QList<std::pair<QString, QString>> options = QUrlQuery(url).queryItems();
    const bool known = options.isEmpty()
        || (options.size() == 1 && options.constFirst().first == "supervisor"_L1);
    if (!known || !isPlain(machine.host) || (!machine.user.isEmpty() && !isPlain(machine.user))
        || (!machine.supervisor.isEmpty() && !isPlainPath(machine.supervisor))) {
        return noMachine(text, EINVAL);
    }
    return machine;
}

QStringList sshArguments(const RemoteMachine &machine, const QString &nonce, bool mayAsk)
{
    QStringList words{u"-T"_s, u"-a"_s, u"-x"_s};
    QStringList options{u"ClearAllForwardings=yes"_s,
                        u"RemoteCommand=none"_s,
                        u"PermitLocalCommand=no"_s,
                        kConnectTimeout,
                        kAliveInterval,
                        kAliveCount};
    if (!mayAsk) {
        options << u"BatchMode=yes"_s;
    }
    for (const QString &option : options) {
        words << u"-o"_s << option;
    }
    if (machine.port != 0) {
        words << u"-p"_s << QString::number(machine.port);
    }
    if (!machine.user.isEmpty()) {
        words << u"-l"_s << machine.user;
    }
    return words << u"--"_s << machine.host << commandOf(machine.supervisor, nonce);
}

} // namespace nsw
