// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/message.h"

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

constexpr QLatin1StringView kEvent{"event"};
constexpr QLatin1StringView kRequest{"request"};

/** Alternatives named by a key among their fields, as events and requests are. */
template<class Variant>
struct NamedByKey;

template<class... Alternatives>
struct NamedByKey<std::variant<Alternatives...>> {
    using Variant = std::variant<Alternatives...>;

    static Decoded<Variant> decodeAs(const QString &tag, CborReader &from, QLatin1StringView key)
    {
        std::optional<Decoded<Variant>> result;
        const auto attempt = [&]<class A>(std::type_identity<A>) {
            if constexpr (HasFields<A>) {
                if (tag == A::kTag) {
                    auto inner = decodeFields<A>(from, key);
                    result = inner ? Decoded<Variant>(*std::move(inner))
                                   : std::unexpected(std::move(inner).error());
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

/** The text under `key` in the map that comes next, of which nothing is taken. */
std::optional<QString> textUnder(QLatin1StringView key, CborReader &from)
{
    const auto start = from.position();
    std::optional<QString> text;
    auto map = from.enter(CborReader::Type::Map);
    while (map && from.next(*map)) {
        const auto name = from.takeText();
        if (name && codec::isSame(*name, key)) {
            text = codec::takeQString(from);
            break;
        }
        if (!name) {
            from.skip();
        }
        from.skip();
    }
    from.rewind(start);
    return text;
}

/** FacetEvent as it is read: the type of `value` depends on `facet`. */
template<class Value>
struct WrittenFacet {
    QString container;
    Side side = Side::Outside;
    FacetKind facet = Value::kKind;
    std::optional<Value> value;
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

/** Nothing when there is neither a value nor an error. */
template<class Value>
std::optional<std::expected<Facet, Error>> contentOf(WrittenFacet<Value> &written)
{
    if (auto &error = written.error; error) {
        return std::unexpected(*std::move(error));
    }
    if (auto &value = written.value; value) {
        return Facet(*std::move(value));
    }
    return std::nullopt;
}

template<class Value>
Decoded<Event> decodeFacetOf(CborReader &from)
{
    auto written = decodeFields<WrittenFacet<Value>>(from, kEvent);
    if (!written) {
        return std::unexpected(std::move(written).error());
    }
    auto content = contentOf(*written);
    if (!content) {
        return codec::fail(FindingCode::MissingField, {}, {}, u"value, error"_s);
    }
    return FacetEvent{.container = std::move(written->container),
                      .side = written->side,
                      .kind = written->facet,
                      .facet = *std::move(content)};
}

template<std::size_t... I>
Decoded<Event> decodeFacetEvent(CborReader &from, std::index_sequence<I...>)
{
    const auto name = textUnder("facet"_L1, from);
    std::optional<Decoded<Event>> event;
    const auto attempt = [&]<class Value>(std::type_identity<Value>) {
        if (!event && name == nameOf(Value::kKind)) {
            event = decodeFacetOf<Value>(from);
        }
    };
    (attempt(std::type_identity<std::variant_alternative_t<I, Facet>>{}), ...);
    // Where no facet is named, any will tell.
    return event ? *std::move(event) : decodeFacetOf<NamespacesFacet>(from);
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

} // namespace

void CustomCodec<Event>::write(const Event &event, QCborStreamWriter &to)
{
    std::visit([&](const auto &one) { writeNamed(one, kEvent, to); }, event);
}

Decoded<Event> CustomCodec<Event>::decode(CborReader &from)
{
    if (from.type() != CborReader::Type::Map) {
        return codec::wrongType(from, u"object"_s);
    }
    const auto tag = textUnder(kEvent, from);
    if (!tag) {
        return codec::fail(FindingCode::MissingField, {}, {}, kEvent);
    }
    return *tag == FacetEvent::kTag
        ? decodeFacetEvent(from, std::make_index_sequence<std::variant_size_v<Facet>>{})
        : NamedByKey<Event>::decodeAs(*tag, from, kEvent);
}

void CustomCodec<Request>::write(const Request &request, QCborStreamWriter &to)
{
    std::visit([&](const auto &one) { writeNamed(one, kRequest, to); }, request);
}

Decoded<Request> CustomCodec<Request>::decode(CborReader &from)
{
    if (from.type() != CborReader::Type::Map) {
        return codec::wrongType(from, u"object"_s);
    }
    const auto tag = textUnder(kRequest, from);
    if (!tag) {
        return codec::fail(FindingCode::MissingField, {}, {}, kRequest);
    }
    return NamedByKey<Request>::decodeAs(*tag, from, kRequest);
}

} // namespace nsw
