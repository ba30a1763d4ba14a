// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/export.h"

#include "core/exchange/forms.h"
#include "core/plan/planner.h"

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

/** A machine that has everything: what is exported may be meant for another one than this. */
HostFacts idealMachine(const HostFacts &facts)
{
    constexpr std::int64_t kAnyOffset = 2'000'000'000;
    constexpr std::uint32_t kAllIds = 0xffffffff;
    HostFacts ideal;
    ideal.uid = facts.uid;
    ideal.gid = facts.gid;
    ideal.sysAdmin = true;
    ideal.uidMap = {MappedRange{.inside = 0, .outside = 0, .count = kAllIds}};
    ideal.gidMap = ideal.uidMap;
    ideal.supported = QList<NsKind>(kAllKinds.begin(), kAllKinds.end());
    ideal.monotonicNow = kAnyOffset;
    ideal.boottimeNow = kAnyOffset;
    return ideal;
}

QString textOf(ExportFormat format, const ExportSource &source, const Losses &losses)
{
    switch (format) {
    case ExportFormat::Shell:
        return shellScript(source, losses);
    case ExportFormat::C:
        return cProgram(source, losses);
    case ExportFormat::Go:
        return goProgram(source, losses);
    case ExportFormat::Oci:
        return ociConfiguration(source, losses);
    case ExportFormat::Bwrap:
        return bwrapCommand(source, losses);
    case ExportFormat::Nspawn:
        return nspawnCommand(source, losses);
    }
    Q_UNREACHABLE();
}

/** The name that people know the form by. It is a name: not translated. */
QString nameOfForm(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Shell:
        return u"sh"_s;
    case ExportFormat::C:
        return u"C"_s;
    case ExportFormat::Go:
        return u"Go"_s;
    case ExportFormat::Oci:
        return u"OCI"_s;
    case ExportFormat::Bwrap:
        return u"bwrap"_s;
    case ExportFormat::Nspawn:
        return u"systemd-nspawn"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

Exported exportAs(ExportFormat format, const Configuration &configuration, const ExportHost &host)
{
    Exported result{.text = {}, .findings = validate(configuration)};
    if (hasErrors(result.findings)) {
        return result;
    }
    Plan steps = plan(configuration, host.facts);
    if (hasErrors(steps.findings)) {
        steps = plan(configuration, idealMachine(host.facts));
    }
    if (hasErrors(steps.findings)) {
        result.findings = steps.findings;
        return result;
    }
    const Losses losses(nameOfForm(format), result.findings);
    result.text = textOf(format,
                         ExportSource{.container = configuration.containers.first(),
                                      .host = host,
                                      .steps = steps.steps},
                         losses);
    return result;
}

QString fileNameFor(ExportFormat format, const Configuration &configuration)
{
    const QString name
        = configuration.containers.isEmpty() ? QString() : configuration.containers.first().name;
    const QString base
        = name.isEmpty() || name.contains(u'/') || name.startsWith(u'.') ? u"container"_s : name;
    switch (format) {
    case ExportFormat::Shell:
        return base + u".sh"_s;
    case ExportFormat::C:
        return base + u".c"_s;
    case ExportFormat::Go:
        return base + u".go"_s;
    case ExportFormat::Oci:
        return u"config.json"_s;
    case ExportFormat::Bwrap:
        return base + u"-bwrap.sh"_s;
    case ExportFormat::Nspawn:
        return base + u"-nspawn.sh"_s;
    }
    Q_UNREACHABLE();
}

bool isScript(ExportFormat format)
{
    return format == ExportFormat::Shell || format == ExportFormat::Bwrap
        || format == ExportFormat::Nspawn;
}

QString titleOf(const Container &container)
{
    QString name;
    for (const QChar c : container.name.left(64)) {
        // Nothing that ends a comment, or goes on in the next line.
        name += c.isPrint() && c != u'*' && c != u'/' && c != u'\\' && c != u'?' ? c : u'_';
    }
    return u"Namespace Workbench: "_s + name;
}

} // namespace nsw
