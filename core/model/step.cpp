// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/step.h"

namespace nsw
{

namespace
{

/** The parts of a written step that are not the operation. */
struct Header {
    std::int32_t n = 0;
    Actor actor = Actor::Outside;
    QString call;
    QCborValue args;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("n", &Header::n),
                          requiredField("actor", &Header::actor),
                          requiredField("call", &Header::call),
                          requiredField("args", &Header::args)};
    }
};

} // namespace

QLatin1StringView callOf(const Operation &operation)
{
    return std::visit([]<class O>(const O &) { return O::kTag; }, operation);
}

QCborMap argumentsOf(const Operation &operation)
{
    return std::visit([](const auto &one) { return encode(one).toMap(); }, operation);
}

void CustomCodec<Step>::write(const Step &step, QCborStreamWriter &to)
{
    writeFields(Header{.n = step.n,
                       .actor = step.actor,
                       .call = callOf(step.operation),
                       .args = argumentsOf(step.operation)},
                to);
}

Decoded<Step> CustomCodec<Step>::decode(const QCborValue &value)
{
    const auto header = nsw::decode<Header>(value);
    if (!header) {
        return std::unexpected(header.error());
    }
    auto operation = codec::TaggedDecoder<Operation>::decodeAs(header->call, header->args);
    if (!operation) {
        return codec::within(u"args", std::move(operation).error());
    }
    return Step{.n = header->n, .actor = header->actor, .operation = *std::move(operation)};
}

} // namespace nsw
