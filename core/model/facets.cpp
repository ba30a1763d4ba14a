// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/facets.h"

#include <utility>

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

template<std::size_t... I>
Decoded<Facet> decodeByIndex(std::size_t index, const QCborValue &value, std::index_sequence<I...>)
{
    Decoded<Facet> result = Facet{};
    const auto attempt = [&]<std::size_t N>(std::integral_constant<std::size_t, N>) {
        if (index != N) {
            return;
        }
        auto decoded = decode<std::variant_alternative_t<N, Facet>>(value);
        result = decoded ? Decoded<Facet>(*std::move(decoded)) : std::unexpected(decoded.error());
    };
    (attempt(std::integral_constant<std::size_t, I>{}), ...);
    return result;
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
        return std::nullopt;
    case FacetKind::Uts:
        return NsKind::Uts;
    case FacetKind::Ipc:
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

Decoded<Facet> decodeFacet(FacetKind kind, const QCborValue &value)
{
    return decodeByIndex(static_cast<std::size_t>(kind),
                         value,
                         std::make_index_sequence<std::variant_size_v<Facet>>{});
}

} // namespace nsw
