// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/acts_processes.h"

#include "core/model/signalname.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QLineEdit>
#include <QProcess>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

class ProcessActs
{
    Q_DECLARE_TR_FUNCTIONS(nsw::ProcessActs)

public:
    static QList<ActOffer> all()
    {
        return {{.id = u"send-signal"_s,
                 .text = tr("Send a signal…"),
                 .verb = tr("&Send"),
                 .icon = u"stop"_s,
                 .sides = {Side::Inside, Side::Outside},
                 .makeForm = signalForm},
                {.id = u"start-command"_s,
                 .text = tr("Start a command…"),
                 .verb = tr("&Start"),
                 .icon = u"start"_s,
                 .sides = {Side::Inside},
                 .makeForm = startForm}};
    }

private:
    static QString labelOf(const Process &process, qsizetype level)
    {
        const QString &command = process.command.isEmpty() ? process.name : process.command;
        const std::int32_t inner = process.pids.value(level, 0);
        return inner > 0 && level > 0
            ? tr("%1 (outside %2, inside %3)").arg(command).arg(process.pids.first()).arg(inner)
            : tr("%1 (outside %2)").arg(command).arg(process.pids.first());
    }

    /** Those of the container, and the one of the current row. */
    static void fillProcesses(QComboBox *to, const ActContext &context)
    {
        const Facet *inside = context.state.facet(Side::Inside, FacetKind::Processes);
        if (inside != nullptr) {
            const auto &facet = std::get<ProcessesFacet>(*inside);
            for (const Process &process : facet.processes) {
                to->addItem(labelOf(process, facet.level), process.pids.first());
            }
        }
        const auto wanted = static_cast<std::int32_t>(context.row.id);
        if (wanted > 0 && to->findData(wanted) < 0) {
            to->addItem(tr("%1 (outside %2)").arg(context.row.label).arg(wanted), wanted);
        }
        to->setCurrentIndex(std::max(0, to->findData(wanted)));
    }

    static ActForm *signalForm(const ActContext &context)
    {
        auto *form = new ActForm;
        QComboBox *process = form->addChoice(u"pid"_s, tr("&Process:"));
        process->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        process->setMinimumContentsLength(24);
        fillProcesses(process, context);
        QComboBox *signal = form->addChoice(u"signal"_s, tr("S&ignal:"));
        signal->setEditable(true);
        signal->addItems(signalNames());
        signal->setCurrentText(u"SIGTERM"_s);
        form->setReader([process, signal]() -> Act {
            return act::SendSignal{.pid = process->currentData().toInt(),
                                   .signal = signal->currentText().trimmed()};
        });
        return form;
    }

    static ActForm *startForm(const ActContext &)
    {
        auto *form = new ActForm;
        QLineEdit *command = form->addText(u"command"_s, tr("&Command:"));
        command->setPlaceholderText(tr("sleep 1000"));
        form->setReader([command]() -> Act {
            return act::Start{.command = QProcess::splitCommand(command->text()),
                              .environment = {}};
        });
        return form;
    }
};

} // namespace

QList<ActOffer> processActs()
{
    return ProcessActs::all();
}

} // namespace nsw
