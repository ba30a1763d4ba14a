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

    static Decoded<Variant> decode(const QCborMap &map, QLatin1StringView key, const QString &path)
    {
        const QCborValue name = map.value(key);
        if (!name.isString()) {
            return codec::fail(FindingCode::MissingField, path, {}, key);
        }
        const QString tag = name.toString();
        Decoded<Variant> result
            = codec::fail(FindingCode::UnknownName,
                          codec::member(path, key),
                          tag,
                          QStringList{QString(Alternatives::kTag)...}.join(u", "));
        const auto attempt = [&]<class A>(std::type_identity<A>) {
            if constexpr (HasFields<A>) {
                if (tag == A::kTag) {
                    auto inner = decodeFields<A>(map, path, {key});
                    result = inner ? Decoded<Variant>(*std::move(inner))
                                   : std::unexpected(inner.error());
                }
            }
        };
        (attempt(std::type_identity<Alternatives>{}), ...);
        return result;
    }
};

/** FacetEvent on the wire: the type of `value` depends on `facet`. */
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

void encodeInto(const FacetEvent &event, QCborMap &map)
{
    WrittenFacet written{.container = event.container,
                         .side = event.side,
                         .facet = event.kind,
                         .value = {},
                         .error = {}};
    if (event.facet) {
        written.value = encodeFacet(*event.facet);
    } else {
        written.error = event.facet.error();
    }
    encodeFields(written, map);
}

template<HasFields T>
void encodeInto(const T &value, QCborMap &map)
{
    encodeFields(value, map);
}

Decoded<Event> decodeFacetEvent(const QCborMap &map, QLatin1StringView key, const QString &path)
{
    auto written = decodeFields<WrittenFacet>(map, path, {key});
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
        return codec::fail(FindingCode::MissingField, path, {}, u"value, error"_s);
    }
    auto facet = decodeFacet(written->facet, *content, codec::member(path, "value"_L1));
    if (!facet) {
        return std::unexpected(facet.error());
    }
    event.facet = *std::move(facet);
    return event;
}

template<class Variant>
QCborValue encodeNamed(const Variant &value, QLatin1StringView key)
{
    QCborMap map;
    std::visit(
        [&]<class A>(const A &alternative) {
            map.insert(QString(key), QString(A::kTag));
            encodeInto(alternative, map);
        },
        value);
    return map;
}

constexpr QLatin1StringView kEvent{"event"};
constexpr QLatin1StringView kRequest{"request"};

} // namespace

QCborValue CustomCodec<Event>::encode(const Event &event)
{
    return encodeNamed(event, kEvent);
}

Decoded<Event> CustomCodec<Event>::decode(const QCborValue &value, const QString &path)
{
    if (!value.isMap()) {
        return codec::wrongType(path, value, u"object"_s);
    }
    const QCborMap map = value.toMap();
    if (map.value(kEvent).toString() == FacetEvent::kTag) {
        return decodeFacetEvent(map, kEvent, path);
    }
    return NamedByKey<Event>::decode(map, kEvent, path);
}

QCborValue CustomCodec<Request>::encode(const Request &request)
{
    return encodeNamed(request, kRequest);
}

Decoded<Request> CustomCodec<Request>::decode(const QCborValue &value, const QString &path)
{
    if (!value.isMap()) {
        return codec::wrongType(path, value, u"object"_s);
    }
    return NamedByKey<Request>::decode(value.toMap(), kRequest, path);
}

} // namespace nsw
