// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/polkit.h"

#include "helper/contract.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusMetaType>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

/** Polkit's `(sa{sv})`, `a{ss}` and `(bba{ss})`. */
struct Subject {
    QString kind;
    QVariantMap details;
};
using Details = QMap<QString, QString>;

QDBusArgument &operator<<(QDBusArgument &to, const Subject &subject)
{
    to.beginStructure();
    to << subject.kind << subject.details;
    to.endStructure();
    return to;
}

const QDBusArgument &operator>>(const QDBusArgument &from, Subject &subject)
{
    from.beginStructure();
    from >> subject.kind >> subject.details;
    from.endStructure();
    return from; // NOLINT(bugprone-return-const-ref-from-parameter): as Qt has it
}

Verdict verdictOf(const QDBusArgument &result)
{
    bool isAuthorized = false;
    bool isChallenge = false;
    result.beginStructure();
    result >> isAuthorized >> isChallenge;
    if (isAuthorized) {
        return Verdict::Yes;
    }
    return isChallenge ? Verdict::Ask : Verdict::No;
}

} // namespace

Verdict polkitVerdict(const QDBusConnection &bus, const QString &action)
{
    qDBusRegisterMetaType<Subject>();
    qDBusRegisterMetaType<Details>();
    QDBusMessage call = QDBusMessage::createMethodCall(contract::kPolkit,
                                                       u"/org/freedesktop/PolicyKit1/Authority"_s,
                                                       u"org.freedesktop.PolicyKit1.Authority"_s,
                                                       u"CheckAuthorization"_s);
    const Subject us{.kind = u"system-bus-name"_s, .details = {{u"name"_s, bus.baseService()}}};
    const quint32 withoutQuestion = 0;
    call.setArguments({QVariant::fromValue(us),
                       action,
                       QVariant::fromValue(Details()),
                       withoutQuestion,
                       QString()});
    const QDBusMessage answer = bus.call(call);
    if (answer.type() == QDBusMessage::ReplyMessage) {
        return verdictOf(answer.arguments().constFirst().value<QDBusArgument>());
    }
    return answer.errorName().startsWith(contract::kPolkit) ? Verdict::Unknown : Verdict::None;
}

} // namespace nsw
