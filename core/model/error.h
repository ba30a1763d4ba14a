// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/fields.h"

#include <QString>

#include <expected>

namespace nsw
{

/** An errno value; written by name ("EPERM"), and as null when it is 0. */
struct Errno {
    int value = 0;
    bool operator==(const Errno &) const = default;
    explicit operator bool() const { return value != 0; }
};

/** "EPERM"; a number where the C library knows no name. */
QString errnoName(Errno error);

/** The reverse of errnoName(); 0 when nothing is called this. */
Errno errnoOfName(const QString &name);

/** What was tried, on what, and what the kernel answered. Words are made of it in the interface. */
struct Error {
    QString operation; ///< the system call, or what stands for it: "setns", "open"
    Errno error;
    QString subject; ///< a path, a pid, a name
    bool operator==(const Error &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("operation", &Error::operation),
                          field("errno", &Error::error),
                          field("subject", &Error::subject)};
    }
};

template<class T>
using Result = std::expected<T, Error>;

} // namespace nsw
