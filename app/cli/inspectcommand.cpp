// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/findings.h"
#include "app/cli/host.h"
#include "app/cli/table.h"
#include "app/cli/terminal.h"
#include "app/session/session.h"
#include "app/text/translate.h"
#include "app/text/words.h"
#include "core/store/json.h"

#include <QCoreApplication>
#include <QTimer>

#include <cerrno>
#include <chrono>
#include <csignal>

#include <unistd.h>

namespace nsw::cli
{

using Qt::StringLiterals::operator""_s;
using namespace std::chrono_literals;

namespace
{

constexpr auto kPatience = 30s;

/** Asks a supervisor for all facets; they are in its state afterwards. */
class Inspection : public QObject
{
public:
    /** By a session that is ready, or by one of its own. */
    Inspection(std::int32_t pid, Privilege asked, Session *session)
        : m_pid(pid)
        , m_asked(asked)
        , m_session(session != nullptr ? session : &m_own)
    {
        connect(m_session, &Session::ready, this, &Inspection::ask);
        connect(m_session, &Session::eventReceived, this, &Inspection::handle);
        connect(m_session, &Session::failed, this, [this](const Error &error) {
            m_error = error;
            QCoreApplication::quit();
        });
    }

    /** False: nothing could be had, and it was said why. */
    bool exec()
    {
        if (m_session->isOpen()) {
            ask();
        } else {
            m_session->open(m_asked);
        }
        QCoreApplication::exec();
        if (m_error) {
            writeError(words::explain(*m_error));
        }
        printFindings(m_session->state().refusal);
        return !m_error && m_session->state().refusal.isEmpty();
    }

    [[nodiscard]] const FacetOrError *facet(Side side, FacetKind kind) const
    {
        const auto &facets = m_session->state().facets;
        const auto found = facets.find({side, kind});
        return found == facets.end() ? nullptr : &found->second;
    }

private:
    void ask()
    {
        m_session->send(InspectRequest{m_pid});
        QTimer::singleShot(kPatience, this, [this] {
            m_error = Error{.operation = u"ready"_s, .error = Errno{ETIMEDOUT}, .subject = {}};
            QCoreApplication::quit();
        });
    }

    void handle(const Event &event)
    {
        const std::size_t wanted = kAllFacets.size() * (m_pid == 0 ? 1 : 2);
        if (std::holds_alternative<RefusedEvent>(event)
            || m_session->state().facets.size() == wanted) {
            QCoreApplication::quit();
        }
    }

    std::int32_t m_pid;
    Privilege m_asked;
    Session m_own;
    Session *m_session;
    std::optional<Error> m_error;
};

QList<FacetKind> kindsToPrint(const Arguments &arguments)
{
    return arguments.all ? QList<FacetKind>(kAllFacets.begin(), kAllFacets.end())
                         : QList<FacetKind>(kCardFacets.begin(), kCardFacets.end());
}

bool printJson(const Inspection &inspection, Side side, const QList<FacetKind> &kinds)
{
    QCborMap map;
    for (const FacetKind kind : kinds) {
        const FacetOrError *facet = inspection.facet(side, kind);
        if (facet != nullptr && *facet) {
            map.insert(QString(nameOf(kind)), encodeFacet(**facet));
        } else if (facet != nullptr) {
            map.insert(QString(nameOf(kind)), QCborMap{{u"error"_s, encode(facet->error())}});
        }
    }
    return writeAll(STDOUT_FILENO, QByteArray(toJson(map, JsonStyle::Indented) + '\n'));
}

bool printTables(const Inspection &inspection, bool bothSides, const QList<FacetKind> &kinds)
{
    TableStyle style;
    style.width = terminalWidth();
    style.colour = wantsColour();
    style.bothSides = bothSides;
    QString text = tableHead(style);
    for (const FacetKind kind : kinds) {
        text += facetTable(compare(kind,
                                   inspection.facet(Side::Outside, kind),
                                   inspection.facet(Side::Inside, kind)),
                           style)
            + u'\n';
    }
    return writeOut(text);
}

} // namespace

int inspect(const Arguments &arguments)
{
    const auto host = connectTo(arguments);
    if (!host) {
        return kFailed;
    }
    if (arguments.pid && !host->session && ::kill(*arguments.pid, 0) != 0 && errno == ESRCH) {
        writeError(translate("Cli", "There is no process %1.").arg(*arguments.pid));
        return kFailed;
    }
    if (arguments.everybody && host->machine) {
        explainNoAdministrator(*host->machine);
        return kFailed;
    }
    const Privilege asked
        = arguments.everybody && ::geteuid() != 0 ? Privilege::Inspect : Privilege::None;
    Inspection inspection(arguments.pid.value_or(0), asked, host->session.get());
    if (!inspection.exec()) {
        return kFailed;
    }
    const Side side = arguments.pid ? Side::Inside : Side::Outside;
    const QList<FacetKind> kinds = kindsToPrint(arguments);
    const bool printed = arguments.json ? printJson(inspection, side, kinds)
                                        : printTables(inspection, arguments.pid.has_value(), kinds);
    const FacetOrError *namespaces = inspection.facet(side, FacetKind::Namespaces);
    return printed && namespaces != nullptr && *namespaces ? 0 : kFailed;
}

} // namespace nsw::cli
