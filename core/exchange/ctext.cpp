// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/ctext.h"

#include <QList>

#include <ranges>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

struct Function {
    QLatin1StringView name;
    QLatin1StringView text;
};

// Each one calls only what stands above it.
constexpr std::array kFunctions{
    Function{.name = "die("_L1, .text = R"(
static _Noreturn void die(const char *what)
{
    perror(what);
    _exit(125);
}
)"_L1},
    Function{.name = "tell("_L1, .text = R"(
/* It is the turn of the other process. */
static void tell(pid_t value)
{
    if (send(turns, &value, sizeof value, MSG_NOSIGNAL) != (ssize_t)sizeof value) {
        _exit(125); /* it has said why it ended */
    }
}
)"_L1},
    Function{.name = "hear("_L1, .text = R"(
/* Waits for its own turn. */
static pid_t hear(void)
{
    pid_t value = 0;
    if (recv(turns, &value, sizeof value, 0) != (ssize_t)sizeof value) {
        _exit(125);
    }
    return value;
}
)"_L1},
    Function{.name = "clone_process("_L1, .text = R"(
/* As fork(2), in new namespaces. The C library has no function for clone3(2). */
static pid_t clone_process(unsigned long long flags, unsigned long long exit_signal)
{
    struct clone_args args = {.flags = flags, .exit_signal = exit_signal};
    return (pid_t)syscall(SYS_clone3, &args, sizeof args);
}
)"_L1},
    Function{.name = "write_proc("_L1, .text = R"(
/* Writes a file below /proc/PID, or below /proc/self, at once as the kernel demands. */
static void write_proc(pid_t pid, const char *name, const char *text)
{
    char path[64];
    if (pid > 0) {
        snprintf(path, sizeof path, "/proc/%d/%s", (int)pid, name);
    } else {
        snprintf(path, sizeof path, "/proc/self/%s", name);
    }
    int file = open(path, O_WRONLY | O_CLOEXEC);
    if (file < 0 || write(file, text, strlen(text)) != (ssize_t)strlen(text)) {
        die(path);
    }
    close(file);
}
)"_L1},
    Function{.name = "set_mount_attributes("_L1, .text = R"(
/* mount_setattr(2), which not every C library has. */
static void set_mount_attributes(const char *path, unsigned int flags, unsigned long long set)
{
    struct {
        unsigned long long set, clear, propagation, user_namespace;
    } attributes = {.set = set};
    if (syscall(SYS_mount_setattr, AT_FDCWD, path, flags, &attributes, sizeof attributes) < 0) {
        die("mount_setattr");
    }
}
)"_L1},
    Function{.name = "set_link("_L1, .text = R"(
/* Brings a network interface up or down (netdevice(7)). */
static void set_link(const char *name, int up)
{
    struct ifreq request = {0};
    int control = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (control < 0) {
        die("socket");
    }
    snprintf(request.ifr_name, sizeof request.ifr_name, "%s", name);
    if (ioctl(control, SIOCGIFFLAGS, &request) < 0) {
        die("ioctl");
    }
    if (up) {
        request.ifr_flags |= IFF_UP;
    } else {
        request.ifr_flags &= (short)~IFF_UP;
    }
    if (ioctl(control, SIOCSIFFLAGS, &request) < 0) {
        die("ioctl");
    }
    close(control);
}
)"_L1},
    Function{.name = "write_setting("_L1, .text = R"(
static void write_setting(const char *path, const char *text)
{
    int file = open(path, O_WRONLY | O_CLOEXEC);
    if (file < 0 || write(file, text, strlen(text)) != (ssize_t)strlen(text)) {
        die(path);
    }
    close(file);
}
)"_L1},
    Function{.name = "struct request"_L1, .text = R"(
/* A message that changes links or addresses (rtnetlink(7)). */
struct request {
    struct nlmsghdr head;
    char rest[512];
};
)"_L1},
    Function{.name = "put("_L1, .text = R"(
static struct rtattr *put(struct request *to, int type, const void *bytes, size_t size)
{
    char *end = (char *)to + NLMSG_ALIGN(to->head.nlmsg_len);
    struct rtattr *attribute = (struct rtattr *)(void *)end;
    attribute->rta_type = (unsigned short)type;
    attribute->rta_len = (unsigned short)RTA_LENGTH(size);
    if (size > 0) {
        memcpy(RTA_DATA(attribute), bytes, size);
    }
    to->head.nlmsg_len = NLMSG_ALIGN(to->head.nlmsg_len) + (unsigned int)RTA_SPACE(size);
    return attribute;
}
)"_L1},
    Function{.name = "end_of("_L1, .text = R"(
/* What was put since then is within that attribute. */
static void end_of(struct rtattr *attribute, struct request *in)
{
    char *end = (char *)in + in->head.nlmsg_len;
    attribute->rta_len = (unsigned short)(end - (char *)attribute);
}
)"_L1},
    Function{.name = "ask_kernel("_L1, .text = R"(
static void ask_kernel(struct request *request, const char *what)
{
    struct {
        struct nlmsghdr head;
        struct nlmsgerr error;
        char rest[1024];
    } answer = {0};
    int netlink = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE);
    request->head.nlmsg_flags = NLM_F_REQUEST | NLM_F_ACK | NLM_F_CREATE | NLM_F_EXCL;
    if (netlink < 0 || send(netlink, request, request->head.nlmsg_len, 0) < 0
        || recv(netlink, &answer, sizeof answer, 0) < 0) {
        die(what);
    }
    if (answer.error.error != 0) {
        errno = -answer.error.error;
        die(what);
    }
    close(netlink);
}
)"_L1},
    Function{.name = "add_veth("_L1, .text = R"(
/* A pair of links: one here, and one in the network namespace of that process. */
static void add_veth(const char *outside, const char *inside, pid_t process)
{
    struct request request = {.head = {.nlmsg_type = RTM_NEWLINK,
                                       .nlmsg_len = NLMSG_LENGTH(sizeof(struct ifinfomsg))}};
    put(&request, IFLA_IFNAME, outside, strlen(outside) + 1);
    struct rtattr *information = put(&request, IFLA_LINKINFO, NULL, 0);
    put(&request, IFLA_INFO_KIND, "veth", 4);
    struct rtattr *data = put(&request, IFLA_INFO_DATA, NULL, 0);
    struct ifinfomsg header = {0};
    struct rtattr *peer = put(&request, VETH_INFO_PEER, &header, sizeof header);
    put(&request, IFLA_IFNAME, inside, strlen(inside) + 1);
    put(&request, IFLA_NET_NS_PID, &process, sizeof process);
    end_of(peer, &request);
    end_of(data, &request);
    end_of(information, &request);
    ask_kernel(&request, outside);
}
)"_L1},
    Function{.name = "add_address("_L1, .text = R"(
static void add_address(const char *link, const char *address, int prefix)
{
    unsigned char bytes[16];
    int family = strchr(address, ':') != NULL ? AF_INET6 : AF_INET;
    size_t size = family == AF_INET6 ? 16 : 4;
    if (inet_pton(family, address, bytes) != 1) {
        die(address);
    }
    struct request request = {.head = {.nlmsg_type = RTM_NEWADDR,
                                       .nlmsg_len = NLMSG_LENGTH(sizeof(struct ifaddrmsg))}};
    struct ifaddrmsg *header = NLMSG_DATA(&request.head);
    header->ifa_family = (unsigned char)family;
    header->ifa_prefixlen = (unsigned char)prefix;
    header->ifa_index = if_nametoindex(link);
    put(&request, IFA_LOCAL, bytes, size);
    put(&request, IFA_ADDRESS, bytes, size);
    ask_kernel(&request, link);
}
)"_L1},
    Function{.name = "status_of("_L1, .text = R"(
/* As a shell has it: 128 and the signal that ended a process. */
static int status_of(int status)
{
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}
)"_L1},
    Function{.name = "reap_until("_L1, .text = R"(
/* An init: takes in whatever ends, and ends with the command. */
static _Noreturn void reap_until(pid_t command)
{
    for (;;) {
        int status = 0;
        pid_t ended = wait(&status);
        if (ended == command) {
            _exit(status_of(status));
        }
        if (ended < 0 && errno != EINTR) {
            die("wait");
        }
    }
}
)"_L1},
};

} // namespace

QString cFunctions(const QString &body)
{
    QString used;
    for (const auto &function : kFunctions | std::views::reverse) {
        if (body.contains(function.name) || used.contains(function.name)) {
            used.prepend(function.text);
        }
    }
    return used;
}

} // namespace nsw
