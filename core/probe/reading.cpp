// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/reading.h"

#include <algorithm>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

QByteArray entryOf(const Vantage &vantage, const QByteArray &file)
{
    return vantage.pid.toLatin1() + '/' + file;
}

Error inProc(Error error, const QByteArray &path)
{
    error.subject = u"/proc/"_s % QString::fromUtf8(path);
    return error;
}

Result<QByteArray> readProc(int proc, const QByteArray &path, qsizetype limit)
{
    auto content = readAt(proc, path, limit);
    if (!content) {
        return std::unexpected(inProc(content.error(), path));
    }
    return content;
}

Error notUnderstood(const QByteArray &path, const QString &where)
{
    return inProc(Error{.operation = u"parse"_s, .error = Errno{EBADMSG}, .subject = {}},
                  path + ':' + where.toUtf8());
}

void addOnce(QList<Error> &diagnostics, const Error &error)
{
    const bool known = std::ranges::any_of(diagnostics, [&](const Error &other) {
        return other.operation == error.operation && other.error == error.error;
    });
    if (!known) {
        diagnostics << error;
    }
}

} // namespace nsw
