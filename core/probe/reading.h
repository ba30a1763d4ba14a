// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernel/procfs.h"
#include "core/kernel/text.h"
#include "core/probe/probe.h"

#include <utility>

/** What the facets have in common when they read a /proc. */
namespace nsw
{

/** "4711/status": an entry of the task that stands for the vantage. */
QByteArray entryOf(const Vantage &vantage, const QByteArray &file);

/** Reads a path of the /proc. An error names it with "/proc/" in front. */
Result<QByteArray>
readProc(int proc, const QByteArray &path, qsizetype limit = std::numeric_limits<qsizetype>::max());

/** The same error, about "/proc/" and the path. */
Error inProc(Error error, const QByteArray &path);

/** That a file of the /proc has something that isn't understood; `where` is a line or a name. */
Error notUnderstood(const QByteArray &path, const QString &where);

/** Adds an error unless one of the same operation and errno stands there: one of a sort says it. */
void addOnce(QList<Error> &diagnostics, const Error &error);

/** The rows of a file of the /proc; whatever is wrong with the file goes to `diagnostics`. */
template<class T>
QList<T> readRows(int proc,
                  const QByteArray &path,
                  Rows<T> (*parse)(QByteArrayView),
                  QList<Error> &diagnostics)
{
    const auto bytes = readProc(proc, path);
    if (!bytes) {
        diagnostics << bytes.error();
        return {};
    }
    Rows<T> rows = parse(*bytes);
    if (!rows.badLines.isEmpty()) {
        diagnostics << notUnderstood(path, QString::number(rows.badLines.first()));
    }
    return std::move(rows.rows);
}

} // namespace nsw
