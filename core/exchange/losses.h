// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/export.h"
#include "core/plan/draft.h"

namespace nsw
{

/** What an exporter is given. */
struct ExportSource {
    const Container &container;
    const ExportHost &host;
    const QList<Step> &steps; ///< the plan of the container
};

/** What a form loses of a configuration, each with the place of the field that is lost. */
class Losses
{
public:
    Losses(QString form, Findings &findings)
        : m_form(std::move(form))
        , m_findings(findings)
    {
    }

    [[nodiscard]] Checker at(QLatin1StringView member) const
    {
        return Checker(QStringLiteral("containers[0]"), m_findings).at(member);
    }
    [[nodiscard]] Checker of(NsKind kind) const
    {
        return at(QLatin1StringView("namespaces")).at(nameOf(kind));
    }
    [[nodiscard]] Checker ofNew(NsKind kind) const { return of(kind).at(QLatin1StringView("new")); }

    /** The form has no means for it. */
    void leftOut(const Checker &place, const QString &found) const
    {
        place.say(Severity::Warning, FindingCode::ExportLeftOut, found, m_form);
    }
    /** It is there, but not quite the same. */
    void differs(const Checker &place, FindingCode code, const QString &found = {}) const
    {
        place.say(Severity::Note, code, found, m_form);
    }

    [[nodiscard]] const QString &form() const { return m_form; }

private:
    QString m_form;
    Findings &m_findings;
};

/** The kinds that a form makes new whatever is asked for. */
void tellAlwaysNew(const Namespaces &namespaces, const QList<NsKind> &always, const Losses &losses);

/** Joins, offsets and domain names, and whatever else of a kind the form has no means for. */
void tellKindLeftOut(const Namespaces &namespaces, NsKind kind, const Losses &losses);

/** Overlays, which most forms have no means for, or other ones. */
void tellOverlays(const NewMount &mount, const Losses &losses);

/** A cable to the machine, and a loopback that is down, which most forms have no means for. */
void tellNetwork(const NewNetwork &network, const Losses &losses);

/** Without a PID namespace of its own nothing ends what the command leaves behind. */
void tellNoReaper(const Namespaces &namespaces, const Losses &losses);

/** The method, where it is not the one of the form. */
void tellMethod(const Container &container, Method ofForm, const Losses &losses);

/** The ID that the process has inside, as the steps leave it; absent: it is not mapped. */
std::optional<std::uint32_t> idInside(const QList<IdRange> &map, std::uint32_t self);

/** True when what is left is a process with all capabilities of its user namespace. */
bool isRootInside(const Container &container, const HostFacts &facts);

/** The command, or what keeps a container without one. */
QStringList commandOf(const Container &container);

} // namespace nsw
