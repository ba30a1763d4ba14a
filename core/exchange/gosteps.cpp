// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/gosteps.h"

#include "core/exchange/cliteral.h"

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

QString checkedCall(const QString &call, QLatin1StringView what)
{
    return u"\tcheck(\""_s + what + u"\", "_s + call + u")\n"_s;
}

QString prefixed(const QStringList &flags)
{
    QStringList words;
    for (const QString &flag : flags) {
        words << u"syscall."_s + flag;
    }
    return words.isEmpty() ? u"0"_s : words.join(u'|');
}

/** The bits of mount_setattr(2), which package syscall has no names for. */
QString attributeBits(const QStringList &names)
{
    std::uint64_t bits = 0;
    const std::array known{"MOUNT_ATTR_RDONLY"_L1,
                           "MOUNT_ATTR_NOSUID"_L1,
                           "MOUNT_ATTR_NODEV"_L1,
                           "MOUNT_ATTR_NOEXEC"_L1};
    for (std::size_t i = 0; i < known.size(); ++i) {
        bits |= names.contains(known.at(i)) ? std::uint64_t{1} << i : 0;
    }
    return u"0x"_s + QString::number(bits, 16) + u" /* "_s + names.join(u" | "_s) + u" */"_s;
}

QString goCall(const op::Mount &call)
{
    return checkedCall(u"syscall.Mount(%1, %2, %3, %4, %5)"_s.arg(goLiteral(call.source),
                                                                  goLiteral(call.target),
                                                                  goLiteral(call.filesystem),
                                                                  prefixed(call.flags),
                                                                  goLiteral(call.data)),
                       "mount"_L1);
}

QString goCall(const op::MountSetattr &call)
{
    return checkedCall(u"setMountAttributes(%1, %2, %3)"_s.arg(
                           goLiteral(call.target),
                           call.recursive ? u"0x8000 /* AT_RECURSIVE */"_s : u"0"_s,
                           attributeBits(call.set)),
                       "mount_setattr"_L1);
}

QString goCall(const op::Mkdir &call)
{
    return checkedCall(u"syscall.Mkdir("_s + goLiteral(call.path) + u", 0o755)"_s, "mkdir"_L1);
}

QString goCall(const op::Sethostname &call)
{
    return checkedCall(u"syscall.Sethostname([]byte("_s + goLiteral(call.name) + u"))"_s,
                       "sethostname"_L1);
}

QString goCall(const op::Setdomainname &call)
{
    return checkedCall(u"syscall.Setdomainname([]byte("_s + goLiteral(call.name) + u"))"_s,
                       "setdomainname"_L1);
}

QString goCall(const op::LinkFlags &call)
{
    return checkedCall(
        u"setLink(%1, %2)"_s.arg(goLiteral(call.link), call.up ? u"true"_s : u"false"_s),
        "ioctl"_L1);
}

QString goCall(const op::NewVeth &call)
{
    return checkedCall(
        u"addVeth(%1, %2, pid)"_s.arg(goLiteral(call.outside), goLiteral(call.inside)),
        "sendto"_L1);
}

QString goCall(const op::NetworkSetting &call)
{
    return checkedCall(
        u"os.WriteFile(%1, []byte(%2), 0)"_s.arg(goLiteral(call.path), goLiteral(call.value)),
        "pwrite64"_L1);
}

QString goCall(const op::NewAddress &call)
{
    return checkedCall(u"addAddress(%1, %2, %3)"_s.arg(goLiteral(call.link),
                                                       goLiteral(call.address),
                                                       QString::number(call.prefixLength)),
                       "sendmsg"_L1);
}

QString goCall(const op::Chdir &call)
{
    return checkedCall(u"syscall.Chdir("_s + goLiteral(call.path) + u')', "chdir"_L1);
}

/** Of the process that makes it, or of acts. */
template<class Call>
QString goCall(const Call & /*call*/)
{
    return {};
}

} // namespace

QString goFlags(const QList<NsKind> &kinds)
{
    QStringList words;
    for (const NsKind kind : kinds) {
        // Package syscall has no name for a time namespace.
        words << (kind == NsKind::Time ? u"cloneNewTime"_s : u"syscall."_s + infoOf(kind).flagName);
    }
    return words.isEmpty() ? u"0"_s : words.join(u" | "_s);
}

QString goSteps(const QList<Step> &steps, Actor actor)
{
    QString text;
    for (const Step &step : steps) {
        const QString call
            = std::visit([](const auto &one) { return goCall(one); }, step.operation);
        if (step.actor == actor && !call.isEmpty()) {
            text += u"\n\t// Step %1, %2: %3(2)\n"_s.arg(step.n).arg(nameOf(actor),
                                                                     callOf(step.operation))
                + call;
        }
    }
    return text;
}

} // namespace nsw
