// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/triggers.h"

#include "core/kernel/failure.h"
#include "core/kernel/process.h"
#include "core/kernel/procfs.h"

#include <algorithm>
#include <array>

#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <poll.h>
#include <sys/socket.h>

namespace nsw
{

using Qt::StringLiterals::operator""_ba;
using Qt::StringLiterals::operator""_L1;

namespace
{

constexpr std::array kGroups{
    RTNLGRP_LINK, RTNLGRP_IPV4_IFADDR, RTNLGRP_IPV6_IFADDR, RTNLGRP_IPV4_ROUTE, RTNLGRP_IPV6_ROUTE};

constexpr qsizetype kMostProcesses = 256; ///< a descriptor each

/** Only that something came matters. ENOBUFS, a message lost, is as good as a message. */
void drain(int socket)
{
    std::array<char, 4096> buffer{};
    while (::recv(socket, buffer.data(), buffer.size(), MSG_DONTWAIT) > 0) { }
}

/** A first read or poll tells where changes are counted from. */
void settle(int file)
{
    pollfd once{.fd = file, .events = POLLPRI, .revents = 0};
    (void)::poll(&once, 1, 0);
}

} // namespace

Result<UniqueFd> openRouteEvents()
{
    UniqueFd socket(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_ROUTE));
    if (!socket.isValid()) {
        return failure("socket"_L1);
    }
    // Without a port of its own it would be taken for the kernel, which does not tell itself.
    sockaddr_nl address{};
    address.nl_family = AF_NETLINK;
    if (::bind(socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        return failure("bind"_L1);
    }
    for (const int group : kGroups) {
        if (::setsockopt(socket.get(), SOL_NETLINK, NETLINK_ADD_MEMBERSHIP, &group, sizeof group)
            != 0) {
            return failure("setsockopt"_L1);
        }
    }
    return socket;
}

Triggers::Triggers(int proc)
    : m_proc(proc)
{
    addFile("self/mountinfo"_ba);
    addFile("sys/kernel/hostname"_ba);
    addFile("sys/kernel/domainname"_ba);
    if (auto socket = openRouteEvents()) {
        addRouteEvents(*std::move(socket));
    }
}

void Triggers::addInside(pid_t inside)
{
    addFile(QByteArray::number(inside) + "/mountinfo");
}

void Triggers::addRouteEvents(UniqueFd socket)
{
    m_sockets.push_back(std::move(socket));
}

void Triggers::followProcesses(const QList<std::int32_t> &pids)
{
    std::map<std::int32_t, UniqueFd> followed;
    for (const std::int32_t pid : pids.first(std::min(pids.size(), kMostProcesses))) {
        if (auto known = m_processes.extract(pid)) {
            followed.insert(std::move(known));
        } else if (auto process = openPidfd(pid)) {
            followed.emplace(pid, *std::move(process));
        }
    }
    m_processes = std::move(followed);
}

void Triggers::addFile(const QByteArray &path)
{
    if (auto file = openAt(m_proc, path)) {
        settle(file->get());
        m_files.push_back(*std::move(file));
    }
}

void Triggers::watch(WatchList &list, const std::function<void()> &changed)
{
    for (const UniqueFd &file : m_files) {
        list.add(file.get(), POLLPRI, changed);
    }
    for (const UniqueFd &socket : m_sockets) {
        list.add(socket.get(), POLLIN, [fd = socket.get(), changed] {
            drain(fd);
            changed();
        });
    }
    for (const auto &[pid, process] : m_processes) {
        list.add(process.get(), POLLIN, [this, pid, changed] {
            m_processes.erase(pid); // it says so for ever
            changed();
        });
    }
}

} // namespace nsw
