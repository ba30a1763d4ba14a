// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>
#include <QVarLengthArray>

#include <charconv>
#include <concepts>
#include <optional>

/** Pieces of the text that the kernel prints: lines, columns, numbers, escapes. */
namespace nsw
{

/** The whole of `text` as a number of type T; nothing when it is not one, or does not fit. */
template<std::integral T>
std::optional<T> parseNumber(QByteArrayView text, int base = 10)
{
    T value{};
    const char *const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value, base);
    if (error != std::errc{} || stop != end || text.isEmpty()) {
        return std::nullopt;
    }
    return value;
}

/** The part before `separator`, which `rest` then starts behind; all of it when there is none. */
QByteArrayView takeUntil(QByteArrayView &rest, char separator);

/** As many columns as the widest file of the kernel has, without an allocation. */
using Columns = QVarLengthArray<QByteArrayView, 20>;

/** Columns between any number of spaces and tabs. */
Columns columnsOf(QByteArrayView line);

/** Columns as numbers; nothing unless there are at least `atLeast` and all of them are numbers. */
template<std::integral T>
std::optional<QList<T>> numbersOf(QByteArrayView line, qsizetype atLeast)
{
    QList<T> numbers;
    for (const QByteArrayView column : columnsOf(line)) {
        const auto number = parseNumber<T>(column);
        if (!number) {
            return std::nullopt;
        }
        numbers << *number;
    }
    if (numbers.size() < atLeast) {
        return std::nullopt;
    }
    return numbers;
}

/** Undoes the kernel's `\040`, `\n` and `\\` (mangle_path(), string_escape_mem()). */
QString unescaped(QByteArrayView text);

/** The rows of a file, and the numbers (from 1) of the lines that made no sense. */
template<class T>
struct Rows {
    QList<T> rows;
    QList<qsizetype> badLines;
};

/** Calls `parse(line) -> std::optional<T>` for every line behind the first `skip`. */
template<class T, class Parse>
Rows<T> rowsOf(QByteArrayView bytes, Parse parse, qsizetype skip = 0)
{
    Rows<T> result;
    qsizetype number = 0;
    while (!bytes.isEmpty()) {
        const QByteArrayView line = takeUntil(bytes, '\n');
        if (++number <= skip) {
            continue;
        }
        if (std::optional<T> row = parse(line)) {
            result.rows.append(*std::move(row));
        } else {
            result.badLines.append(number);
        }
    }
    return result;
}

} // namespace nsw
