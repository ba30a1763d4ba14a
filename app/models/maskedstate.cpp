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

/** Changes every text of a value of the model, found through its fields. */
template<class T, class Change>
void changeTexts(T &value, const Change &change)
{
    if constexpr (std::same_as<T, QString>) {
        value = change(value);
    } else if constexpr (codec::ListTraits<T>::value) {
        for (auto &item : value) {
            changeTexts(item, change);
        }
    } else if constexpr (std::same_as<T, QMap<QString, QString>>) {
        for (auto &item : value) {
            changeTexts(item, change);
        }
    } else if constexpr (codec::OptionalTraits<T>::value) {
        if (value) {
            changeTexts(*value, change);
        }
    } else if constexpr (kIsExpected<T>) {
        if (value) {
            changeTexts(*value, change);
        } else {
            changeTexts(value.error(), change);
        }
    } else if constexpr (kIsVariant<T>) {
        std::visit([&change](auto &alternative) { changeTexts(alternative, change); }, value);
    } else if constexpr (std::same_as<T, Error>) {
        // The operation is a name of the kernel's.
        changeTexts(value.subject, change);
    } else if constexpr (std::same_as<T, Finding>) {
        // Its path says which field it is about, and is no text.
        changeTexts(value.found, change);
        changeTexts(value.expected, change);
    } else if constexpr (std::same_as<T, Step>) {
        changeTexts(value.operation, change);
    } else if constexpr (HasFields<T>) {
        std::apply(
            [&](const auto &...fields) { (changeTexts(value.*(fields.member), change), ...); },
            T::fields());
    } else if constexpr (Newtype<T>) {
        changeTexts(value.value, change);
    }
}

template<class T>
void maskTexts(T &value, Mask &mask)
{
    changeTexts(value, [&mask](const QString &text) { return mask.text(text); });
}

template<class T>
T originalCopy(T value, const Mask &mask)
{
    changeTexts(value, [&mask](const QString &text) { return mask.original(text); });
    return value;
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
    // A screen is no text: names are cut by lines and moved by cursors. So there is none of it.
    for (auto &[id, terminal] : copy.terminals) {
        terminal.outputDropped += terminal.output.size();
        terminal.output.clear();
        maskTexts(terminal.command, mask);
    }
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

Act original(const Act &act, const Mask &mask)
{
    return originalCopy(act, mask);
}

Watched original(const Watched &watch, const Mask &mask)
{
    return originalCopy(watch, mask);
}

Step original(const Step &step, const Mask &mask)
{
    return originalCopy(step, mask);
}

} // namespace nsw
