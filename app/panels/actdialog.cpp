// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/actdialog.h"

#include "app/text/words.h"
#include "core/plan/act.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

constexpr int kWidth = 34; ///< ems; a sentence about a field takes two lines at most
constexpr int kMargin = 16;

} // namespace

ActDialog::ActDialog(const ActOffer &offer, const ActContext &context, QWidget *parent)
    : QDialog(parent)
    , m_form(offer.makeForm(context))
    , m_onlySide(offer.sides.constFirst())
    , m_findings(new FindingsView)
{
    setObjectName(u"act-"_s + offer.id);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(QString(offer.text).remove(u'…').remove(u'&'));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    layout->setSpacing(kMargin / 2);
    layout->addWidget(m_form);
    if (offer.sides.size() > 1) {
        m_side = m_form->addChoice(u"side"_s, tr("&Where:"));
        for (const Side side : offer.sides) {
            m_side->addItem(words::sideName(side), static_cast<int>(side));
        }
        connect(m_side, &QComboBox::currentIndexChanged, this, [this] {
            m_form->setSide(side());
            judge();
        });
    }
    layout->addWidget(m_findings);
    layout->addStretch(1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_do = buttons->addButton(offer.verb, QDialogButtonBox::AcceptRole);
    m_do->setObjectName(u"do"_s);
    layout->addWidget(buttons);
    // Return is for doing it also while that is not possible yet.
    m_do->setDefault(true);
    for (QAbstractButton *button : buttons->buttons()) {
        qobject_cast<QPushButton *>(button)->setAutoDefault(button == m_do);
    }
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_form->setSide(side());
    connect(m_form, &ActForm::edited, this, [this] {
        m_touched = true;
        judge();
    });
    judge();
    setMinimumWidth(fontMetrics().height() * kWidth);
    m_form->setFocus();
}

Side ActDialog::side() const
{
    return m_side == nullptr ? m_onlySide : static_cast<Side>(m_side->currentData().toInt());
}

void ActDialog::judge()
{
    const Act asked = act();
    const Findings findings = checkAct(asked);
    m_do->setEnabled(!hasErrors(findings));
    if (!m_touched) {
        return;
    }
    PlacedFindings placed;
    for (const Finding &finding : findings) {
        placed.append({.path = finding.path, .finding = finding});
    }
    m_findings->setFindings(m_form->showFindings(below(placed, u"act."_s + nameOf(asked))));
}

} // namespace nsw
