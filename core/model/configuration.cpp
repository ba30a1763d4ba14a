// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/configuration.h"

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

/** Calls `visit` with the choice that was made for a kind; the one place that pairs kinds and
 * members. */
template<class Visitor>
auto withChoice(const Namespaces &namespaces, NsKind kind, Visitor visit)
{
    switch (kind) {
    case NsKind::Mount:
        return visit(namespaces.mount);
    case NsKind::Uts:
        return visit(namespaces.uts);
    case NsKind::Ipc:
        return visit(namespaces.ipc);
    case NsKind::Pid:
        return visit(namespaces.pid);
    case NsKind::Network:
        return visit(namespaces.network);
    case NsKind::User:
        return visit(namespaces.user);
    case NsKind::Cgroup:
        return visit(namespaces.cgroup);
    case NsKind::Time:
        return visit(namespaces.time);
    }
    Q_UNREACHABLE();
}

} // namespace

bool Namespaces::isNew(NsKind kind) const
{
    return withChoice(
        *this, kind, [](const auto &choice) { return choice && choice->index() == 0; });
}

const Join *Namespaces::join(NsKind kind) const
{
    return withChoice(*this, kind, [](const auto &choice) -> const Join * {
        return choice ? std::get_if<Join>(&*choice) : nullptr;
    });
}

QList<NsKind> Namespaces::newKinds() const
{
    QList<NsKind> kinds;
    for (const NsKind kind : kAllKinds) {
        if (isNew(kind)) {
            kinds << kind;
        }
    }
    return kinds;
}

QList<NsKind> Namespaces::joinedKinds() const
{
    QList<NsKind> kinds;
    for (const NsKind kind : kAllKinds) {
        if (join(kind) != nullptr) {
            kinds << kind;
        }
    }
    return kinds;
}

void CustomCodec<OutsideId>::write(const OutsideId &id, QCborStreamWriter &to)
{
    if (id.id) {
        to.append(static_cast<qint64>(*id.id));
    } else {
        to.append("self"_L1);
    }
}

Decoded<OutsideId> CustomCodec<OutsideId>::decode(CborReader &from)
{
    if (from.type() == CborReader::Type::Integer) {
        const auto id = codec::decodeInteger<std::uint32_t>(from);
        return id ? Decoded<OutsideId>(OutsideId{*id}) : std::unexpected(id.error());
    }
    const auto start = from.position();
    const auto text = from.takeText();
    if (text && codec::isSame(*text, "self"_L1)) {
        return OutsideId{};
    }
    from.rewind(start);
    return codec::wrongType(from, u"integer, \"self\""_s);
}

} // namespace nsw
