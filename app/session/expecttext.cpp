// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/expecttext.h"

namespace nsw::expecttext
{

using Qt::StringLiterals::operator""_s;

QString nothing()
{
    return u"—"_s;
}

QString of(const QString &text)
{
    return text.isEmpty() ? nothing() : text;
}

QString of(std::int64_t number)
{
    return QString::number(number);
}

QString of(const IdRange &range)
{
    const auto &outside = range.outside.id;
    return u"%1 %2 %3"_s.arg(QString::number(range.inside),
                             outside ? QString::number(*outside) : u"self"_s,
                             QString::number(range.count));
}

QString of(const ExpectedMount &mount)
{
    QString text = mount.target;
    for (const QString &part : {mount.filesystem, mount.propagation}) {
        text += part.isEmpty() ? QString() : u' ' + part;
    }
    if (mount.options && !mount.options->isEmpty()) {
        text += u' ' + mount.options->join(u',');
    }
    return text;
}

QString of(const ExpectedLink &link)
{
    return link.name + (link.up ? u" up"_s : u" down"_s);
}

QString of(const ExpectedAddress &address)
{
    return address.link + u' ' + address.address;
}

QString of(const ExpectedRoute &route)
{
    const QString way = route.gateway.isEmpty() ? QString() : u" via "_s + route.gateway;
    return route.destination + way + u" dev "_s + route.link;
}

QString of(const ExpectedFailure &failure)
{
    return failure.call + u' ' + errnoName(failure.error);
}

} // namespace nsw::expecttext
