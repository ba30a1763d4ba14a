// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/stepeditdialog.h"

#include "app/models/stepargument.h"
#include "app/panels/findingsview.h"
#include "app/panels/tonelabel.h"
#include "app/text/words.h"

#include <QCborMap>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

constexpr int kEditWidth = 34; ///< ems
constexpr int kEditMargin = 16;

} // namespace

StepEditDialog::StepEditDialog(const Step &step, QWidget *parent)
    : QDialog(parent)
    , m_step(step)
    , m_findings(new FindingsView)
{
    setObjectName(u"step-edit"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(
        tr("Change step %1: %2").arg(QString::number(step.n), QString(callOf(step.operation))));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kEditMargin, kEditMargin, kEditMargin, kEditMargin);
    layout->setSpacing(kEditMargin / 2);
    auto *sentence = new ToneLabel(words::narrate(step), {.tone = Tone::Muted});
    sentence->setWordWrap(true);
    layout->addWidget(sentence);
    auto *form = new QFormLayout;
    for (const auto &[key, value] : argumentsOf(step.operation)) {
        auto *field = new QLineEdit(argumentText(value));
        field->setObjectName(u"argument-"_s + key.toString());
        field->setAccessibleName(key.toString());
        form->addRow(key.toString(), field);
        m_fields.append({key.toString(), field});
        connect(field, &QLineEdit::textChanged, this, &StepEditDialog::judge);
    }
    layout->addLayout(form);
    layout->addWidget(m_findings);
    layout->addStretch(1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_do = buttons->addButton(tr("&Change the step"), QDialogButtonBox::AcceptRole);
    m_do->setObjectName(u"do"_s);
    // Return is for changing it also while that is not possible.
    m_do->setDefault(true);
    for (QAbstractButton *button : buttons->buttons()) {
        qobject_cast<QPushButton *>(button)->setAutoDefault(button == m_do);
    }
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    setMinimumWidth(fontMetrics().height() * kEditWidth);
    if (!m_fields.isEmpty()) {
        m_fields.constFirst().second->setFocus();
    }
    judge();
}

std::expected<Step, Finding> StepEditDialog::step() const
{
    ArgumentTexts texts;
    for (const auto &[key, field] : m_fields) {
        texts.append({key, field->text()});
    }
    return withArguments(m_step, texts);
}

void StepEditDialog::judge()
{
    const auto edited = step();
    if (m_do != nullptr) {
        m_do->setEnabled(edited.has_value());
    }
    m_findings->setFindings(edited ? Findings{} : Findings{edited.error()});
}

} // namespace nsw
