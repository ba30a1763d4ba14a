// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/performlinks.h"

#include "core/kernel/rtaddress.h"
#include "core/kernel/rtlink.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <iterator>

#include <fcntl.h>
#include <net/if.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace nsw
{

Outcome makeLink(const op::LinkFlags &operation, Workplace & /*workplace*/)
{
    return timed([&] {
        const UniqueFd fd(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
        if (!fd.isValid()) {
            return -1;
        }
        ifreq request{};
        const QByteArray link = operation.link.toUtf8().first(
            std::min<qsizetype>(operation.link.size(), IFNAMSIZ - 1));
        std::ranges::copy(link, std::begin(request.ifr_name));
        if (::ioctl(fd.get(), SIOCGIFFLAGS, &request) < 0) {
            return -1;
        }
        const int flags = operation.up ? request.ifr_flags | IFF_UP : request.ifr_flags & ~IFF_UP;
        request.ifr_flags = static_cast<short>(flags);
        return ::ioctl(fd.get(), SIOCSIFFLAGS, &request);
    });
}

Outcome makeLink(const op::NewAddress &operation, Workplace & /*workplace*/)
{
    return timed([&] {
        const auto done = addAddress(operation.link, operation.address, operation.prefixLength);
        errno = done ? 0 : done.error().error.value;
        return done ? 0 : -1;
    });
}

Outcome makeLink(const op::NewVeth &operation, Workplace &workplace)
{
    const QByteArray path = "/proc/" + QByteArray::number(workplace.inside) + "/ns/net";
    return timed([&] {
        const UniqueFd network(::open(path.constData(), O_RDONLY | O_CLOEXEC));
        if (!network.isValid()) {
            return -1;
        }
        workplace.linkGroup = linkGroupOf(::getpid());
        const auto done
            = addVeth(operation.outside, operation.inside, network.get(), *workplace.linkGroup);
        errno = done ? 0 : done.error().error.value;
        return done ? 0 : -1;
    });
}

Outcome makeLink(const op::NetworkSetting &operation, Workplace & /*workplace*/)
{
    const QByteArray path = QFile::encodeName(operation.path);
    const QByteArray value = operation.value.toUtf8();
    return timed([&]() -> std::int64_t {
        const UniqueFd fd(::open(path.constData(), O_WRONLY | O_CLOEXEC));
        if (!fd.isValid()) {
            return -1;
        }
        return ::pwrite(fd.get(), value.constData(), static_cast<std::size_t>(value.size()), 0);
    });
}

} // namespace nsw
