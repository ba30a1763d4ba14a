// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/signalname.h"

#include <QStringList>

#include <csignal>
#include <cstring>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

QString signalName(int signal)
{
    const char *name = ::sigabbrev_np(signal);
    return name == nullptr ? QString::number(signal) : u"SIG"_s + QString::fromLatin1(name);
}

std::optional<int> signalOfName(const QString &name)
{
    bool isNumber = false;
    const int number = name.toInt(&isNumber);
    if (isNumber) {
        return number > 0 && number < NSIG ? std::optional(number) : std::nullopt;
    }
    for (int signal = 1; signal < NSIG; ++signal) {
        const QString full = signalName(signal);
        if (full.compare(name, Qt::CaseInsensitive) == 0
            || full.compare(u"SIG"_s + name, Qt::CaseInsensitive) == 0) {
            return signal;
        }
    }
    return std::nullopt;
}

QStringList signalNames()
{
    QStringList names;
    for (int signal = 1; signal < NSIG; ++signal) {
        if (::sigabbrev_np(signal) != nullptr) {
            names << signalName(signal);
        }
    }
    return names;
}

} // namespace nsw
