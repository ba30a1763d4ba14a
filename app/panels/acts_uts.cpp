// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/acts_uts.h"

#include <QCoreApplication>
#include <QLineEdit>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

class UtsActs
{
    Q_DECLARE_TR_FUNCTIONS(nsw::UtsActs)

public:
    static QList<ActOffer> all()
    {
        const QList<Side> both{Side::Inside, Side::Outside};
        return {{.id = u"set-hostname"_s,
                 .text = tr("Change the hostname…"),
                 .verb = tr("&Change"),
                 .icon = u"uts"_s,
                 .sides = both,
                 .makeForm = form<act::SetHostname>(&UtsFacet::nodename, tr("&Hostname:"))},
                {.id = u"set-domainname"_s,
                 .text = tr("Change the domain name…"),
                 .verb = tr("&Change"),
                 .icon = u"uts"_s,
                 .sides = both,
                 .makeForm = form<act::SetDomainname>(&UtsFacet::domainname, tr("&Domain name:"))}};
    }

private:
    template<class Wanted>
    static std::function<ActForm *(const ActContext &)> form(QString UtsFacet::*member,
                                                             const QString &label)
    {
        return [member, label](const ActContext &context) {
            auto *form = new ActForm;
            QLineEdit *name = form->addText(u"name"_s, label);
            form->setReader([name]() -> Act { return Wanted{name->text()}; });
            form->onSide([name, member, state = context.state](Side side) {
                const Facet *facet = state.facet(side, FacetKind::Uts);
                const auto *uts = facet == nullptr ? nullptr : std::get_if<UtsFacet>(facet);
                name->setText(uts == nullptr ? QString() : uts->*member);
                name->selectAll();
            });
            return form;
        };
    }
};

} // namespace

QList<ActOffer> utsActs()
{
    return UtsActs::all();
}

} // namespace nsw
