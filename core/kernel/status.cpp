// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernel/status.h"

#include "core/kernel/text.h"

#include <algorithm>
#include <array>

namespace nsw
{

namespace
{

template<class T>
bool assign(T &to, const std::optional<T> &value)
{
    if (value) {
        to = *value;
    }
    return value.has_value();
}

bool assignIds(IdSet &to, QByteArrayView text)
{
    const auto numbers = numbersOf<std::uint32_t>(text, 4);
    if (!numbers) {
        return false;
    }
    to = IdSet{.real = numbers->at(0),
               .effective = numbers->at(1),
               .saved = numbers->at(2),
               .filesystem = numbers->at(3)};
    return true;
}

bool assignSet(std::uint64_t &to, QByteArrayView text)
{
    return assign(to, parseNumber<std::uint64_t>(text, 16));
}

bool assignPid(ProcessStatus &to, QByteArrayView text)
{
    // NSpid comes later in the file and replaces it.
    const auto pid = parseNumber<std::int32_t>(text);
    if (pid) {
        to.pids = {*pid};
    }
    return pid.has_value();
}

bool assignState(ProcessStatus &to, QByteArrayView text)
{
    to.state = QString::fromLatin1(text.first(std::min<qsizetype>(text.size(), 1)));
    return !text.isEmpty();
}

struct FieldReader {
    QByteArrayView name;
    bool (*read)(ProcessStatus &, QByteArrayView) = nullptr;
};

using S = ProcessStatus;
using V = QByteArrayView;

/** In the order of the file, so that each line is met by the comparison that comes next. */
constexpr std::array kReaders{
    FieldReader{.name = "Name",
                .read =
                    [](S &s, V v) {
                        return s.name = unescaped(v), true;
                    }},
    FieldReader{.name = "State",
                .read =
                    [](S &s, V v) {
                        return assignState(s, v);
                    }},
    FieldReader{.name = "Pid",
                .read =
                    [](S &s, V v) {
                        return assignPid(s, v);
                    }},
    FieldReader{.name = "PPid",
                .read =
                    [](S &s, V v) {
                        return assign(s.parent, parseNumber<std::int32_t>(v));
                    }},
    FieldReader{.name = "Uid",
                .read =
                    [](S &s, V v) {
                        return assignIds(s.uid, v);
                    }},
    FieldReader{.name = "Gid",
                .read =
                    [](S &s, V v) {
                        return assignIds(s.gid, v);
                    }},
    FieldReader{.name = "Groups",
                .read =
                    [](S &s, V v) {
                        return assign(s.groups, numbersOf<std::uint32_t>(v, 0));
                    }},
    FieldReader{.name = "NSpid",
                .read =
                    [](S &s, V v) {
                        return assign(s.pids, numbersOf<std::int32_t>(v, 1));
                    }},
    FieldReader{.name = "VmSize",
                .read =
                    [](S &s, V) {
                        return s.hasMemory = true;
                    }},
    FieldReader{.name = "Threads",
                .read =
                    [](S &s, V v) {
                        return assign(s.threads, parseNumber<std::int32_t>(v));
                    }},
    FieldReader{.name = "CapInh",
                .read =
                    [](S &s, V v) {
                        return assignSet(s.inheritable, v);
                    }},
    FieldReader{.name = "CapPrm",
                .read =
                    [](S &s, V v) {
                        return assignSet(s.permitted, v);
                    }},
    FieldReader{.name = "CapEff",
                .read =
                    [](S &s, V v) {
                        return assignSet(s.effective, v);
                    }},
    FieldReader{.name = "CapBnd",
                .read =
                    [](S &s, V v) {
                        return assignSet(s.bounding, v);
                    }},
    FieldReader{.name = "CapAmb",
                .read =
                    [](S &s, V v) {
                        return assignSet(s.ambient, v);
                    }},
    FieldReader{.name = "NoNewPrivs",
                .read =
                    [](S &s, V v) {
                        return s.noNewPrivs = v == V("1"), true;
                    }},
};

} // namespace

std::optional<ProcessStatus> parseStatus(QByteArrayView bytes)
{
    ProcessStatus status;
    std::size_t next = 0;
    while (!bytes.isEmpty() && next < kReaders.size()) {
        QByteArrayView line = takeUntil(bytes, '\n');
        const QByteArrayView name = takeUntil(line, ':');
        const auto reader = std::find_if(kReaders.begin() + static_cast<std::ptrdiff_t>(next),
                                         kReaders.end(),
                                         [&](const FieldReader &r) { return r.name == name; });
        if (reader == kReaders.end()) {
            continue;
        }
        next = static_cast<std::size_t>(reader - kReaders.begin()) + 1;
        // A name may have spaces at its ends; only the tab that follows the colon is not part of
        // it.
        const QByteArrayView value = line.startsWith('\t') ? line.sliced(1) : line;
        if (!reader->read(status, name == QByteArrayView("Name") ? value : value.trimmed())) {
            status.badFields << QString::fromLatin1(name);
        }
    }
    if (status.pids.isEmpty()) {
        return std::nullopt;
    }
    return status;
}

} // namespace nsw
