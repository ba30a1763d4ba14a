// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/acts_network.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QLineEdit>
#include <QSpinBox>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

class NetworkActs
{
    Q_DECLARE_TR_FUNCTIONS(nsw::NetworkActs)

public:
    static QList<ActOffer> all()
    {
        return {{.id = u"switch-link"_s,
                 .text = tr("Switch on or off…"),
                 .verb = tr("&Switch"),
                 .icon = u"network"_s,
                 .sides = {Side::Inside},
                 .makeForm = linkForm},
                {.id = u"add-address"_s,
                 .text = tr("Add an address…"),
                 .verb = tr("&Add"),
                 .icon = u"add"_s,
                 .sides = {Side::Inside},
                 .makeForm = addressForm}};
    }

private:
    static QComboBox *addLinks(ActForm *form, const ActContext &context)
    {
        QComboBox *link = form->addChoice(u"link"_s, tr("&Interface:"));
        const Facet *inside = context.state.facet(Side::Inside, FacetKind::Network);
        if (inside != nullptr) {
            for (const Link &one : std::get<NetworkFacet>(*inside).links) {
                link->addItem(one.name, one.flags.contains(u"UP"_s));
            }
        }
        link->setCurrentIndex(std::max(0, link->findText(context.row.label)));
        return link;
    }

    static ActForm *linkForm(const ActContext &context)
    {
        auto *form = new ActForm;
        QComboBox *link = addLinks(form, context);
        QComboBox *state = form->addChoice(u"up"_s, tr("S&tate:"));
        state->addItem(tr("on (up)"), true);
        state->addItem(tr("off (down)"), false);
        // What it is not yet is what is wanted.
        const auto propose = [link, state] {
            state->setCurrentIndex(link->currentData().toBool() ? 1 : 0);
        };
        QObject::connect(link, &QComboBox::currentIndexChanged, form, propose);
        propose();
        form->setReader([link, state]() -> Act {
            return act::SwitchLink{.link = link->currentText(),
                                   .up = state->currentData().toBool()};
        });
        return form;
    }

    static ActForm *addressForm(const ActContext &context)
    {
        auto *form = new ActForm;
        QLineEdit *address = form->addText(u"address"_s, tr("IP &address:"));
        address->setPlaceholderText(u"192.0.2.1"_s);
        QSpinBox *prefix = form->addNumber(u"prefixLength"_s, tr("&Prefix length:"), 0, 128, 24);
        QComboBox *link = addLinks(form, context);
        form->setReader([=]() -> Act {
            return act::AddAddress{.link = link->currentText(),
                                   .address = address->text().trimmed(),
                                   .prefixLength = prefix->value()};
        });
        return form;
    }
};

} // namespace

QList<ActOffer> networkActs()
{
    return NetworkActs::all();
}

} // namespace nsw
