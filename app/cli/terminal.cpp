// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/terminal.h"

#include <QList>

#include <cerrno>
#include <cwchar>

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace nsw::cli
{

namespace
{

constexpr int kWidthWithoutTerminal = 100;
constexpr int kNarrowest = 40;

int &lastOutputError()
{
    static int error = 0;
    return error;
}

int widthOf(char32_t character)
{
    const int width = wcwidth(static_cast<wchar_t>(character));
    return width < 0 ? 1 : width;
}

} // namespace

void holdStandardStreams()
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; ++fd) {
        if (::fcntl(fd, F_GETFD) < 0 && errno == EBADF) {
            // The lowest number that is free. For reading only: what is written there fails.
            (void)::open("/dev/null", O_RDONLY); // NOLINT(android-cloexec-open): a standard stream
        }
    }
}

int outputError()
{
    return lastOutputError();
}

bool writeAll(int fd, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t size = write(fd, bytes.data(), static_cast<std::size_t>(bytes.size()));
        if (size >= 0) {
            bytes = bytes.sliced(size);
        } else if (errno == EAGAIN) {
            pollfd wait{.fd = fd, .events = POLLOUT, .revents = 0};
            poll(&wait, 1, -1);
        } else if (errno != EINTR) {
            if (fd == STDOUT_FILENO && errno != EPIPE) {
                lastOutputError() = errno;
            }
            return false;
        }
    }
    return true;
}

bool writeOut(const QString &text)
{
    return writeAll(STDOUT_FILENO, text.toLocal8Bit());
}

void writeError(const QString &text)
{
    writeAll(STDERR_FILENO, QString(text + u'\n').toLocal8Bit());
}

int terminalWidth()
{
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
        return qMax(kNarrowest, int{size.ws_col});
    }
    const int columns = qEnvironmentVariableIntValue("COLUMNS");
    return columns > 0 ? qMax(kNarrowest, columns) : kWidthWithoutTerminal;
}

bool wantsColour()
{
    return isatty(STDOUT_FILENO) == 1 && qEnvironmentVariableIsEmpty("NO_COLOR");
}

int displayWidth(const QString &text)
{
    int width = 0;
    for (const char32_t character : text.toUcs4()) {
        width += widthOf(character);
    }
    return width;
}

QString fitted(const QString &text, int width)
{
    const int needed = displayWidth(text);
    if (needed <= width) {
        return text + QString(width - needed, u' ');
    }
    QString cut;
    int used = 0;
    for (const char32_t character : text.toUcs4()) {
        if (used + widthOf(character) > width - 1) {
            break;
        }
        used += widthOf(character);
        cut += QString::fromUcs4(&character, 1);
    }
    return cut + u'…' + QString(qMax(0, width - 1 - used), u' ');
}

} // namespace nsw::cli
