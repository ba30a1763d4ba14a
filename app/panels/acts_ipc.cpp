// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/acts_ipc.h"

#include "app/text/compare_ipc.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QLineEdit>
#include <QSpinBox>

#include <limits>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

class IpcActs
{
    Q_DECLARE_TR_FUNCTIONS(nsw::IpcActs)

public:
    static QList<ActOffer> all()
    {
        const QList<Side> both{Side::Inside, Side::Outside};
        return {{.id = u"create-ipc"_s,
                 .text = tr("Create…"),
                 .verb = tr("&Create"),
                 .icon = u"add"_s,
                 .sides = both,
                 .makeForm = createForm},
                {.id = u"remove-ipc"_s,
                 .text = tr("Remove…"),
                 .verb = tr("&Remove"),
                 .icon = u"remove"_s,
                 .sides = both,
                 .makeForm = removeForm}};
    }

private:
    /** Whatever base it is written in, as C has it; 0 for what is no number. */
    static std::int32_t keyOf(const QString &text)
    {
        bool isNumber = false;
        const qlonglong number = text.trimmed().toLongLong(&isNumber, 0);
        return isNumber ? static_cast<std::int32_t>(static_cast<std::uint32_t>(number)) : 0;
    }

    static ActForm *createForm(const ActContext &)
    {
        auto *form = new ActForm;
        QComboBox *kind = form->addChoice(u"kind"_s, tr("&Kind:"));
        kind->addItems({tr("Message queue (System V)"),
                        tr("Semaphore set (System V)"),
                        tr("Shared memory (System V)"),
                        tr("Message queue (POSIX)")});
        QLineEdit *key = form->addText(u"key"_s, tr("K&ey:"));
        key->setPlaceholderText(tr("none; a number such as 0x2a makes it findable"));
        QLineEdit *name = form->addText(u"name"_s, tr("&Name:"), u"/queue"_s);
        QSpinBox *count = form->addNumber(u"semaphores"_s, tr("&Semaphores:"), 1, 32000, 1);
        QSpinBox *size
            = form->addNumber(u"bytes"_s, tr("&Bytes:"), 1, std::numeric_limits<int>::max(), 4096);
        QLineEdit *mode = form->addText(u"mode"_s, tr("&Mode (octal):"), u"600"_s);
        const auto kindOf = [kind] {
            return static_cast<IpcKind>(kind->currentIndex());
        };
        form->setReader([=]() -> Act {
            bool isOctal = false;
            const std::uint32_t bits = mode->text().toUInt(&isOctal, 8);
            return act::CreateIpc{.kind = kindOf(),
                                  .key = keyOf(key->text()),
                                  .name = name->text(),
                                  .semaphores = count->value(),
                                  .bytes = size->value(),
                                  .mode = isOctal ? bits : ~0U};
        });
        const auto fit = [=] {
            key->setEnabled(kindOf() != IpcKind::PosixQueue);
            name->setEnabled(kindOf() == IpcKind::PosixQueue);
            count->setEnabled(kindOf() == IpcKind::Semaphores);
            size->setEnabled(kindOf() == IpcKind::Memory);
        };
        QObject::connect(kind, &QComboBox::currentIndexChanged, form, fit);
        fit();
        return form;
    }

    static void addObjects(QComboBox *to, IpcKind kind, const QList<SysvObject> &objects)
    {
        for (const SysvObject &object : objects) {
            to->addItem(
                ipcName(kind, object),
                QVariant::fromValue(std::pair(static_cast<int>(kind), QString::number(object.id))));
        }
    }

    static void fillObjects(QComboBox *to, const IpcFacet &ipc)
    {
        addObjects(to, IpcKind::Queue, ipc.messageQueues);
        addObjects(to, IpcKind::Semaphores, ipc.semaphoreSets);
        addObjects(to, IpcKind::Memory, ipc.sharedMemory);
        for (const PosixQueue &queue : ipc.posixQueues) {
            to->addItem(
                ipcName(queue),
                QVariant::fromValue(std::pair(static_cast<int>(IpcKind::PosixQueue), queue.name)));
        }
    }

    static ActForm *removeForm(const ActContext &context)
    {
        auto *form = new ActForm;
        QComboBox *object = form->addChoice(u"id"_s, tr("&Object:"));
        form->setReader([object]() -> Act {
            const auto [kind, name] = object->currentData().value<std::pair<int, QString>>();
            bool isNumber = false;
            const std::int32_t id = name.toInt(&isNumber);
            return act::RemoveIpc{
                .kind = static_cast<IpcKind>(kind), .id = isNumber ? id : -1, .name = name};
        });
        form->onSide([object, context](Side side) {
            const Facet *facet = context.state.facet(side, FacetKind::Ipc);
            object->clear();
            if (facet != nullptr) {
                fillObjects(object, std::get<IpcFacet>(*facet));
            }
            object->setCurrentIndex(std::max(0, object->findText(context.row.label)));
        });
        return form;
    }
};

} // namespace

QList<ActOffer> ipcActs()
{
    return IpcActs::all();
}

} // namespace nsw
