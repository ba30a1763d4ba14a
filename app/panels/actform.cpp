// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/actform.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

namespace nsw
{

ActForm::ActForm(QWidget *parent)
    : QWidget(parent)
    , m_fields(new FieldForm)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_fields);
}

QLineEdit *ActForm::addText(const QString &path, const QString &label, const QString &text)
{
    auto *field = new QLineEdit(text);
    field->setObjectName(path);
    m_fields->addField(path, label, field);
    connect(field, &QLineEdit::textChanged, this, &ActForm::edited);
    if (focusProxy() == nullptr) {
        field->selectAll();
        setFocusProxy(field);
    }
    return field;
}

QComboBox *ActForm::addChoice(const QString &path, const QString &label)
{
    auto *field = new QComboBox;
    field->setObjectName(path);
    m_fields->addField(path, label, field);
    connect(field, &QComboBox::currentTextChanged, this, &ActForm::edited);
    if (focusProxy() == nullptr) {
        setFocusProxy(field);
    }
    return field;
}

QSpinBox *
ActForm::addNumber(const QString &path, const QString &label, int least, int most, int value)
{
    auto *field = new QSpinBox;
    field->setObjectName(path);
    field->setRange(least, most);
    field->setValue(value);
    m_fields->addField(path, label, field);
    connect(field, &QSpinBox::valueChanged, this, &ActForm::edited);
    return field;
}

void ActForm::setSide(Side side)
{
    if (m_onSide) {
        m_onSide(side);
    }
}

} // namespace nsw
