// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/askbar.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QIntValidator>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <limits>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

AskBar::AskBar(Ask ask, QWidget *parent)
    : QWidget(parent)
    , m_ask(ask)
    , m_field(new QLineEdit)
{
    const bool isFile = ask == Ask::File;
    setObjectName(isFile ? u"ask-file"_s : u"ask-process"_s);
    auto *label = new QLabel(isFile ? tr("F&ile:") : tr("P&rocess (PID outside):"));
    label->setBuddy(m_field);
    m_field->setAccessibleName(isFile ? tr("File") : tr("Process (PID outside)"));
    m_field->setPlaceholderText(isFile ? u"/etc/passwd"_s : u"1"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(label);
    layout->addWidget(m_field, isFile ? 1 : 0);
    const auto addButton = [&](const QString &name, const QString &text, auto done) {
        auto *button = new QPushButton(text);
        button->setObjectName(name);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, done);
        layout->addWidget(button);
    };
    if (isFile) {
        addButton(u"ask-choose"_s, tr("C&hoose…"), [this] { chooseFile(); });
    } else {
        m_field->setValidator(new QIntValidator(1, std::numeric_limits<int>::max(), m_field));
    }
    addButton(u"ask-show"_s, tr("Sho&w"), [this] { this->ask(); });
    addButton(u"ask-clear"_s, tr("Clea&r"), [this] { Q_EMIT cleared(); });
    if (!isFile) {
        layout->addStretch(1);
    }
    connect(m_field, &QLineEdit::returnPressed, this, &AskBar::ask);
}

void AskBar::ask()
{
    const QString text = m_field->text().trimmed();
    if (m_ask == Ask::Process && m_field->hasAcceptableInput()) {
        Q_EMIT processAsked(text.toInt());
    } else if (m_ask == Ask::File && !text.isEmpty()) {
        Q_EMIT fileAsked(text);
    }
}

void AskBar::chooseFile()
{
    const QString path
        = QFileDialog::getOpenFileName(this, tr("Whose file is it?"), m_field->text());
    if (!path.isEmpty()) {
        m_field->setText(path);
        ask();
    }
}

} // namespace nsw
