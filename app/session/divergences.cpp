// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/expect.h"
#include "app/session/expecttext.h"

#include <algorithm>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

class Comparer
{
public:
    template<HasFields T>
    void compare(const T &expected, const T &seen, const QString &path)
    {
        std::apply(
            [&](const auto &...fields) {
                (part(expected.*(fields.member),
                      seen.*(fields.member),
                      path.isEmpty() ? QString(fields.name) : path + u'.' + fields.name),
                 ...);
            },
            T::fields());
    }

    [[nodiscard]] const Findings &findings() const { return m_findings; }

private:
    template<HasFields T>
    void part(const T &expected, const T &seen, const QString &path)
    {
        compare(expected, seen, path);
    }

    template<class T>
    void part(const std::optional<T> &expected, const std::optional<T> &seen, const QString &path)
    {
        if (!expected || (seen && fits(*expected, *seen))) {
            return;
        }
        m_findings.append({.severity = Severity::Error,
                           .code = FindingCode::Diverges,
                           .path = path,
                           .found = seen ? expecttext::of(*seen) : expecttext::nothing(),
                           .expected = expecttext::of(*expected)});
    }

    template<class T>
    static bool fits(const T &expected, const T &seen)
    {
        return expected == seen;
    }

    static bool fits(const QList<ExpectedMount> &expected, const QList<ExpectedMount> &seen)
    {
        return std::ranges::equal(
            expected, seen, [](const ExpectedMount &wanted, const ExpectedMount &mount) {
                const bool sameType
                    = wanted.filesystem.isEmpty() || wanted.filesystem == mount.filesystem;
                const bool samePropagation
                    = wanted.propagation.isEmpty() || wanted.propagation == mount.propagation;
                const bool sameOptions = !wanted.options || wanted.options == mount.options;
                return wanted.target == mount.target && sameType && samePropagation && sameOptions;
            });
    }

    Findings m_findings;
};

} // namespace

Findings divergences(const Expectation &expected, const Expectation &seen, Extent extent)
{
    Expectation judged = expected;
    if (!judged.refused) {
        judged.refused = QStringList();
    }
    if (extent == Extent::Made) {
        judged.exit.reset();
        judged.output.reset();
    }
    Expectation found = seen;
    if (!found.refused) {
        found.refused = QStringList();
    }
    Comparer comparer;
    comparer.compare(judged, found, {});
    Findings findings = comparer.findings();
    if (!judged.failure && found.failure) {
        findings.append({.severity = Severity::Error,
                         .code = FindingCode::Diverges,
                         .path = u"failure"_s,
                         .found = expecttext::of(*found.failure),
                         .expected = expecttext::nothing()});
    }
    return findings;
}

} // namespace nsw
