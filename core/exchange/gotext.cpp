// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/gotext.h"

#include <ranges>

namespace nsw
{

using Qt::StringLiterals::operator""_L1;

namespace
{

struct Piece {
    QLatin1StringView name;
    QLatin1StringView text;
};

// Each one calls only what stands above it.
constexpr std::array kPieces{
    Piece{.name = "check("_L1, .text = R"(
func check(what string, err error) {
	if err != nil {
		fmt.Fprintf(os.Stderr, "%s: %v\n", what, err)
		os.Exit(125)
	}
}
)"_L1},
    Piece{.name = "runSelf("_L1, .text = R"(
// This program again, as a process in new namespaces. Its exit status is passed on.
func runSelf(stage string, attributes *syscall.SysProcAttr, outside func(pid int)) {
	child := exec.Command("/proc/self/exe", stage)
	child.Stdin, child.Stdout, child.Stderr = os.Stdin, os.Stdout, os.Stderr
	// It ends with the thread that starts it, so that has to stay.
	runtime.LockOSThread()
	attributes.Pdeathsig = syscall.SIGKILL
	child.SysProcAttr = attributes
	if outside != nil {
		// It waits for the end of this pipe.
		wait, ready, err := os.Pipe()
		check("pipe", err)
		child.ExtraFiles = []*os.File{wait}
		check("clone", child.Start())
		outside(child.Process.Pid)
		ready.Close()
	} else {
		check("clone", child.Start())
	}
	child.Wait()
	status := child.ProcessState.Sys().(syscall.WaitStatus)
	if status.Signaled() {
		os.Exit(128 + int(status.Signal()))
	}
	os.Exit(status.ExitStatus())
}
)"_L1},
    Piece{.name = "setMountAttributes("_L1, .text = R"(
// mount_setattr(2), which package syscall does not have.
func setMountAttributes(path string, flags uintptr, set uint64) error {
	name, err := syscall.BytePtrFromString(path)
	if err != nil {
		return err
	}
	const atFdcwd = -100
	const call = 442
	attributes := [4]uint64{set}
	at := atFdcwd
	_, _, code := syscall.Syscall6(call, uintptr(at), uintptr(unsafe.Pointer(name)), flags,
		uintptr(unsafe.Pointer(&attributes)), unsafe.Sizeof(attributes), 0)
	if code != 0 {
		return code
	}
	return nil
}
)"_L1},
    Piece{.name = "setLink("_L1, .text = R"(
// Brings a network interface up or down (netdevice(7)).
func setLink(name string, up bool) error {
	control, err := syscall.Socket(syscall.AF_INET, syscall.SOCK_DGRAM|syscall.SOCK_CLOEXEC, 0)
	if err != nil {
		return err
	}
	defer syscall.Close(control)
	var request struct {
		name  [syscall.IFNAMSIZ]byte
		flags uint16
		_     [22]byte
	}
	copy(request.name[:syscall.IFNAMSIZ-1], name)
	ioctl := func(what uintptr) error {
		_, _, code := syscall.Syscall(syscall.SYS_IOCTL, uintptr(control), what,
			uintptr(unsafe.Pointer(&request)))
		if code != 0 {
			return code
		}
		return nil
	}
	if err := ioctl(syscall.SIOCGIFFLAGS); err != nil {
		return err
	}
	if up {
		request.flags |= syscall.IFF_UP
	} else {
		request.flags &^= syscall.IFF_UP
	}
	return ioctl(syscall.SIOCSIFFLAGS)
}
)"_L1},
    Piece{.name = "waitForOutside("_L1, .text = R"(
func waitForOutside() {
	wait := os.NewFile(3, "pipe")
	wait.Read(make([]byte, 1))
	wait.Close()
}
)"_L1},
    Piece{.name = "askKernel("_L1, .text = R"(
// A message that changes links or addresses (rtnetlink(7)).
func askKernel(kind uint16, body []byte) error {
	netlink, err := syscall.Socket(syscall.AF_NETLINK, syscall.SOCK_RAW|syscall.SOCK_CLOEXEC,
		syscall.NETLINK_ROUTE)
	if err != nil {
		return err
	}
	defer syscall.Close(netlink)
	const flags = syscall.NLM_F_REQUEST | syscall.NLM_F_ACK | syscall.NLM_F_CREATE | syscall.NLM_F_EXCL
	head := binary.NativeEndian.AppendUint32(nil, uint32(syscall.NLMSG_HDRLEN+len(body)))
	head = binary.NativeEndian.AppendUint16(head, kind)
	head = binary.NativeEndian.AppendUint16(head, flags)
	head = append(head, make([]byte, 8)...)
	to := &syscall.SockaddrNetlink{Family: syscall.AF_NETLINK}
	if err := syscall.Sendto(netlink, append(head, body...), 0, to); err != nil {
		return err
	}
	answer := make([]byte, 4096)
	if _, _, err := syscall.Recvfrom(netlink, answer, 0); err != nil {
		return err
	}
	if code := int32(binary.NativeEndian.Uint32(answer[syscall.NLMSG_HDRLEN:])); code != 0 {
		return syscall.Errno(-code)
	}
	return nil
}

func attribute(kind uint16, parts ...[]byte) []byte {
	var value []byte
	for _, part := range parts {
		value = append(value, part...)
	}
	all := binary.NativeEndian.AppendUint16(nil, uint16(4+len(value)))
	all = append(binary.NativeEndian.AppendUint16(all, kind), value...)
	return append(all, make([]byte, (4-len(all)%4)%4)...)
}
)"_L1},
    Piece{.name = "addVeth("_L1, .text = R"(
// A pair of links: one here, and one in the network namespace of that process.
func addVeth(outside, inside string, pid int) error {
	header := make([]byte, syscall.SizeofIfInfomsg)
	name := func(text string) []byte {
		return attribute(syscall.IFLA_IFNAME, []byte(text), []byte{0})
	}
	const infoKind, infoData, vethPeer, netNsPid = 1, 2, 1, 19
	process := binary.NativeEndian.AppendUint32(nil, uint32(pid))
	peer := attribute(vethPeer, header, name(inside), attribute(netNsPid, process))
	information := attribute(syscall.IFLA_LINKINFO, attribute(infoKind, []byte("veth")),
		attribute(infoData, peer))
	return askKernel(syscall.RTM_NEWLINK, append(append(header, name(outside)...), information...))
}
)"_L1},
    Piece{.name = "addAddress("_L1, .text = R"(
func addAddress(link, address string, prefix byte) error {
	device, err := net.InterfaceByName(link)
	if err != nil {
		return err
	}
	family, bytes := byte(syscall.AF_INET6), net.ParseIP(address)
	if short := bytes.To4(); short != nil {
		family, bytes = syscall.AF_INET, short
	}
	header := binary.NativeEndian.AppendUint32([]byte{family, prefix, 0, 0}, uint32(device.Index))
	header = append(header, attribute(syscall.IFA_LOCAL, bytes)...)
	return askKernel(syscall.RTM_NEWADDR, append(header, attribute(syscall.IFA_ADDRESS, bytes)...))
}
)"_L1},
    Piece{.name = "openNamespace("_L1, .text = R"(
func openNamespace(path string) *os.File {
	file, err := os.Open(path)
	check("open", err)
	return file
}
)"_L1},
    Piece{.name = "enterNamespace("_L1, .text = R"(
// setns(2), for this thread and what it starts.
func enterNamespace(file *os.File, kind uintptr) error {
	defer file.Close()
	if _, _, code := syscall.Syscall(setnsCall, file.Fd(), kind, 0); code != 0 {
		return code
	}
	return nil
}
)"_L1},
};

} // namespace

QString goFunctions(const QString &body)
{
    QString used;
    for (const Piece &piece : kPieces | std::views::reverse) {
        if (body.contains(piece.name) || used.contains(piece.name)) {
            used.prepend(piece.text);
        }
    }
    return used;
}

} // namespace nsw
