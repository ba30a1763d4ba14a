// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/act.h"

namespace nsw
{

QLatin1StringView nameOf(const Act &act)
{
    return std::visit([]<class A>(const A &) { return A::kTag; }, act);
}

void CustomCodec<AskedAct>::write(const AskedAct &asked, QCborStreamWriter &to)
{
    writeCbor(asked.value.value_or(Act{}), to); // nobody asks for what was not understood
}

Decoded<AskedAct> CustomCodec<AskedAct>::decode(CborReader &from)
{
    const auto start = from.position();
    auto act = nsw::decode<Act>(from);
    if (act) {
        return AskedAct{*std::move(act)};
    }
    // The bytes are sound, only what they say is not: the stream can still be trusted.
    from.rewind(start);
    return from.skip() ? Decoded<AskedAct>(AskedAct{codec::within(u"act", std::move(act).error())})
                       : codec::malformed();
}

} // namespace nsw
