// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/message.h"

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

/** Alternatives named by a key among their fields, as events and requests are. */
template<class Variant>
struct NamedByKey;

template<class... Alternatives>
struct NamedByKey<std::variant<Alternatives...>> {
    using Variant = std::variant<Alternatives...>;

    static Decoded<Variant> decode(const QCborMap &map, QLatin1StringView key)
    {
        const QCborValue name = map.value(key);
        if (!name.isString()) {
            return codec::fail(FindingCode::MissingField, {}, {}, key);
        }
        const QString tag = name.toString();
        std::optional<Decoded<Variant>> result;
        const auto attempt = [&]<class A>(std::type_identity<A>) {
            if constexpr (HasFields<A>) {
                if (tag == A::kTag) {
                    auto inner = decodeFields<A>(map, key);
                    result = inner ? Decoded<Variant>(*std::move(inner))
                                   : std::unexpected(inner.error());
                }
            }
        };
        (attempt(std::type_identity<Alternatives>{}), ...);
        if (!result) {
            return codec::fail(FindingCode::UnknownName,
                               key,
                               tag,
                               QStringList{QString(Alternatives::kTag)...}.join(u", "));
        }
        return *std::move(result);
    }
};

/** FacetEvent as it is read: the type of `value` depends on `facet`. */
struct WrittenFacet {
    QString container;
    Side side = Side::Outside;
    FacetKind facet = FacetKind::Namespaces;
    std::optional<QCborValue> value;
    std::optional<Error> error;
    static constexpr auto fields()
    {
        return std::tuple{requiredField("container", &WrittenFacet::container),
                          requiredField("side", &WrittenFacet::side),
                          requiredField("facet", &WrittenFacet::facet),
                          field("value", &WrittenFacet::value),
                          field("error", &WrittenFacet::error)};
    }
};

Decoded<Event> decodeFacetEvent(const QCborMap &map, QLatin1StringView key)
{
    auto written = decodeFields<WrittenFacet>(map, key);
    if (!written) {
        return std::unexpected(written.error());
    }
    FacetEvent event{.container = written->container,
                     .side = written->side,
                     .kind = written->facet,
                     .facet = Facet{}};
    const std::optional<Error> &error = written->error;
    const std::optional<QCborValue> &content = written->value;
    if (error) {
        event.facet = std::unexpected(*error);
        return event;
    }
    if (!content) {
        return codec::fail(FindingCode::MissingField, {}, {}, u"value, error"_s);
    }
    auto facet = decodeFacet(written->facet, *content);
    if (!facet) {
        return codec::within(u"value", std::move(facet).error());
    }
    event.facet = *std::move(facet);
    return event;
}

template<HasFields T>
void writeNamed(const T &value, QLatin1StringView key, QCborStreamWriter &to)
{
    writeFields(value, to, key, T::kTag);
}

void writeNamed(const FacetEvent &event, QLatin1StringView key, QCborStreamWriter &to)
{
    constexpr quint64 kParts = 5;
    to.startMap(kParts);
    codec::writePart(key, QString(FacetEvent::kTag), to);
    codec::writePart("container"_L1, event.container, to);
    codec::writePart("side"_L1, event.side, to);
    codec::writePart("facet"_L1, event.kind, to);
    if (event.facet) {
        to.append("value"_L1);
        writeFacet(*event.facet, to);
    } else {
        codec::writePart("error"_L1, event.facet.error(), to);
    }
    to.endMap();
}

constexpr QLatin1StringView kEvent{"event"};
constexpr QLatin1StringView kRequest{"request"};

} // namespace

void CustomCodec<Event>::write(const Event &event, QCborStreamWriter &to)
{
    std::visit([&](const auto &one) { writeNamed(one, kEvent, to); }, event);
}

Decoded<Event> CustomCodec<Event>::decode(const QCborValue &value)
{
    if (!value.isMap()) {
        return codec::wrongType(value, u"object"_s);
    }
    const QCborMap map = value.toMap();
    if (map.value(kEvent).toString() == FacetEvent::kTag) {
        return decodeFacetEvent(map, kEvent);
    }
    return NamedByKey<Event>::decode(map, kEvent);
}

void CustomCodec<Request>::write(const Request &request, QCborStreamWriter &to)
{
    std::visit([&](const auto &one) { writeNamed(one, kRequest, to); }, request);
}

Decoded<Request> CustomCodec<Request>::decode(const QCborValue &value)
{
    if (!value.isMap()) {
        return codec::wrongType(value, u"object"_s);
    }
    return NamedByKey<Request>::decode(value.toMap(), kRequest);
}

} // namespace nsw
