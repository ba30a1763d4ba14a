// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/acts_mounts.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QLineEdit>

#include <ranges>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

class MountActs
{
    Q_DECLARE_TR_FUNCTIONS(nsw::MountActs)

public:
    static QList<ActOffer> all()
    {
        return {{.id = u"mount"_s,
                 .text = tr("Mount…"),
                 .verb = tr("&Mount"),
                 .icon = u"add"_s,
                 .sides = {Side::Inside},
                 .makeForm = mountForm},
                {.id = u"unmount"_s,
                 .text = tr("Unmount…"),
                 .verb = tr("&Unmount"),
                 .icon = u"remove"_s,
                 .sides = {Side::Inside},
                 .makeForm = unmountForm}};
    }

private:
    static ActForm *mountForm(const ActContext &)
    {
        auto *form = new ActForm;
        QComboBox *type = form->addChoice(u"type"_s, tr("&Type:"));
        for (const MountType one :
             {MountType::Tmpfs, MountType::Proc, MountType::Bind, MountType::Mqueue}) {
            type->addItem(QString(nameOf(one)), static_cast<int>(one));
        }
        QLineEdit *source = form->addText(u"source"_s, tr("&Source:"));
        source->setPlaceholderText(tr("the directory to show a second time"));
        QLineEdit *target = form->addText(u"target"_s, tr("M&ount at:"), u"/mnt"_s);
        QLineEdit *options = form->addText(u"options"_s, tr("O&ptions:"));
        options->setPlaceholderText(u"ro,nosuid"_s);
        const auto typeOf = [type] {
            return static_cast<MountType>(type->currentData().toInt());
        };
        form->setReader([=]() -> Act {
            const bool isBind = typeOf() == MountType::Bind;
            return act::MountAt{.type = typeOf(),
                                .source = isBind ? source->text() : QString(),
                                .target = target->text(),
                                .options = options->text().split(u',', Qt::SkipEmptyParts)};
        });
        const auto fit = [=] {
            source->setEnabled(typeOf() == MountType::Bind);
        };
        QObject::connect(type, &QComboBox::currentIndexChanged, form, fit);
        fit();
        return form;
    }

    static ActForm *unmountForm(const ActContext &context)
    {
        auto *form = new ActForm;
        QComboBox *target = form->addChoice(u"target"_s, tr("&Mount point:"));
        const Facet *inside = context.state.facet(Side::Inside, FacetKind::Mounts);
        if (inside != nullptr) {
            // The latest first: it is the likeliest, and the one on top.
            const QList<MountPoint> &mounts = std::get<MountsFacet>(*inside).mounts;
            for (const MountPoint &mount : mounts | std::views::reverse) {
                if (target->findText(mount.target) < 0) {
                    target->addItem(mount.target);
                }
            }
        }
        target->setCurrentIndex(std::max(0, target->findText(context.row.label)));
        form->setReader([target]() -> Act { return act::Unmount{target->currentText()}; });
        return form;
    }
};

} // namespace

QList<ActOffer> mountActs()
{
    return MountActs::all();
}

} // namespace nsw
