// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/step.h"

namespace nsw
{

using Qt::StringLiterals::operator""_L1;

namespace
{

/** A step as it is read: what `args` are depends on `call`. */
struct WrittenStep {
    std::int32_t n = 0;
    Actor actor = Actor::Outside;
    QString call;
    codec::Undecoded args;
    bool skipped = false;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("n", &WrittenStep::n),
                          requiredField("actor", &WrittenStep::actor),
                          requiredField("call", &WrittenStep::call),
                          requiredField("args", &WrittenStep::args),
                          field("skipped", &WrittenStep::skipped)};
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
    constexpr quint64 kParts = 4;
    to.startMap(step.isSkipped ? kParts + 1 : kParts);
    codec::writePart("n"_L1, step.n, to);
    codec::writePart("actor"_L1, step.actor, to);
    to.append("call"_L1);
    to.append(callOf(step.operation));
    to.append("args"_L1);
    std::visit([&](const auto &one) { writeCbor(one, to); }, step.operation);
    if (step.isSkipped) {
        codec::writePart("skipped"_L1, true, to);
    }
    to.endMap();
}

Decoded<Step> CustomCodec<Step>::decode(CborReader &from)
{
    auto written = nsw::decode<WrittenStep>(from);
    if (!written) {
        return std::unexpected(std::move(written).error());
    }
    const auto end = from.position();
    from.rewind(written->args.at);
    auto operation = codec::TaggedDecoder<Operation>::decodeAs(written->call, from);
    if (!operation) {
        return codec::within(u"args", std::move(operation).error());
    }
    from.rewind(end);
    return Step{.n = written->n,
                .actor = written->actor,
                .operation = *std::move(operation),
                .isSkipped = written->skipped};
}

} // namespace nsw
