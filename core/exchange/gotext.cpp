// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/gotext.h"

namespace nsw
{

using Qt::StringLiterals::operator""_L1;

namespace
{

struct Piece {
    QLatin1StringView name;
    QLatin1StringView text;
};

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
func runSelf(stage string, attributes *syscall.SysProcAttr) {
	child := exec.Command("/proc/self/exe", stage)
	child.Stdin, child.Stdout, child.Stderr = os.Stdin, os.Stdout, os.Stderr
	// It ends with the thread that starts it, so that has to stay.
	runtime.LockOSThread()
	attributes.Pdeathsig = syscall.SIGKILL
	child.SysProcAttr = attributes
	check("clone", child.Start())
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
    for (const Piece &piece : kPieces) {
        if (body.contains(piece.name)) {
            used += piece.text;
        }
    }
    return used;
}

} // namespace nsw
