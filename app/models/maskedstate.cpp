// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/maskedstate.h"

namespace nsw
{

namespace
{

template<class T>
inline constexpr bool kIsExpected = false;
template<class T, class E>
inline constexpr bool kIsExpected<std::expected<T, E>> = true;

/** Every text of a value of the model, found through its fields. */
template<class T>
void maskTexts(T &value, Mask &mask)
{
    if constexpr (std::same_as<T, QString>) {
        value = mask.text(value);
    } else if constexpr (codec::ListTraits<T>::value) {
        for (auto &item : value) {
            maskTexts(item, mask);
        }
    } else if constexpr (std::same_as<T, QMap<QString, QString>>) {
        for (auto &item : value) {
            maskTexts(item, mask);
        }
    } else if constexpr (codec::OptionalTraits<T>::value) {
        if (value) {
            maskTexts(*value, mask);
        }
    } else if constexpr (kIsExpected<T>) {
        if (value) {
            maskTexts(*value, mask);
        } else {
            maskTexts(value.error(), mask);
        }
    } else if constexpr (kIsVariant<T>) {
        std::visit([&mask](auto &alternative) { maskTexts(alternative, mask); }, value);
    } else if constexpr (std::same_as<T, Error>) {
        // The operation is a name of the kernel's.
        maskTexts(value.subject, mask);
    } else if constexpr (std::same_as<T, Finding>) {
        // Its path says which field it is about, and is no text.
        maskTexts(value.found, mask);
        maskTexts(value.expected, mask);
    } else if constexpr (std::same_as<T, Step>) {
        maskTexts(value.operation, mask);
    } else if constexpr (HasFields<T>) {
        std::apply([&](const auto &...fields) { (maskTexts(value.*(fields.member), mask), ...); },
                   T::fields());
    } else if constexpr (Newtype<T>) {
        maskTexts(value.value, mask);
    }
}

template<class T>
T maskedCopy(T value, Mask &mask)
{
    maskTexts(value, mask);
    return value;
}

} // namespace

void learnNames(const SessionState &state, Mask &mask)
{
    for (const Side side : {Side::Outside, Side::Inside}) {
        const Facet *facet = state.facet(side, FacetKind::Uts);
        if (const auto *uts = facet != nullptr ? std::get_if<UtsFacet>(facet) : nullptr) {
            mask.addHost(uts->nodename);
            mask.addHost(uts->domainname);
        }
    }
}

SessionState masked(const SessionState &state, Mask &mask)
{
    SessionState copy = state;
    maskTexts(copy.plan, mask);
    for (StepState &step : copy.steps) {
        maskTexts(step.step, mask);
    }
    for (auto &[key, facet] : copy.facets) {
        maskTexts(facet, mask);
    }
    maskTexts(copy.refusal, mask);
    return copy;
}

Plan masked(const Plan &plan, Mask &mask)
{
    return maskedCopy(plan, mask);
}

Configuration masked(const Configuration &configuration, Mask &mask)
{
    return maskedCopy(configuration, mask);
}

} // namespace nsw
