// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/facets.h"

namespace nsw
{

namespace
{

template<class Self>
auto &identityOf(Self &self, NsKind kind)
{
    switch (kind) {
    case NsKind::Mount:
        return self.mount;
    case NsKind::Uts:
        return self.uts;
    case NsKind::Ipc:
        return self.ipc;
    case NsKind::Pid:
        return self.pid;
    case NsKind::Network:
        return self.network;
    case NsKind::User:
        return self.user;
    case NsKind::Cgroup:
        return self.cgroup;
    case NsKind::Time:
        return self.time;
    }
    Q_UNREACHABLE();
}

} // namespace

const std::optional<NamespaceIdentity> &NamespacesFacet::of(NsKind kind) const
{
    return identityOf(*this, kind);
}

std::optional<NamespaceIdentity> &NamespacesFacet::of(NsKind kind)
{
    return identityOf(*this, kind);
}

std::optional<NsKind> kindOf(FacetKind facet)
{
    switch (facet) {
    case FacetKind::Namespaces:
    case FacetKind::Watched:
    case FacetKind::Relations:
        return std::nullopt;
    case FacetKind::Uts:
        return NsKind::Uts;
    case FacetKind::Ipc:
    case FacetKind::Semaphores:
        return NsKind::Ipc;
    case FacetKind::Processes:
        return NsKind::Pid;
    case FacetKind::Mounts:
        return NsKind::Mount;
    case FacetKind::Users:
        return NsKind::User;
    case FacetKind::Network:
        return NsKind::Network;
    case FacetKind::Cgroup:
        return NsKind::Cgroup;
    case FacetKind::Time:
        return NsKind::Time;
    case FacetKind::Limits:
        return NsKind::User;
    case FacetKind::Traffic:
    case FacetKind::Sockets:
    case FacetKind::Firewall:
    case FacetKind::Routing:
        return NsKind::Network;
    case FacetKind::Proc:
    case FacetKind::Space:
        return NsKind::Mount;
    case FacetKind::Controllers:
        return NsKind::Cgroup;
    }
    Q_UNREACHABLE();
}

FacetKind kindOf(const Facet &facet)
{
    return std::visit([]<class F>(const F &) { return F::kKind; }, facet);
}

const QList<Error> &diagnosticsOf(const Facet &facet)
{
    return std::visit([](const auto &one) -> const QList<Error> & { return one.diagnostics; },
                      facet);
}

void writeFacet(const Facet &facet, QCborStreamWriter &to)
{
    std::visit([&](const auto &one) { writeCbor(one, to); }, facet);
}

QCborValue encodeFacet(const Facet &facet)
{
    return std::visit([](const auto &one) { return encode(one); }, facet);
}

} // namespace nsw
