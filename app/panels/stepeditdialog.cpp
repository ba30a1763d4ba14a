// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/stepeditdialog.h"

#include "app/panels/findingsview.h"
#include "app/panels/tonelabel.h"
#include "app/text/words.h"
#include "core/plan/edit.h"

#include <QCborArray>
#include <QCborMap>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace nsw
{

using Qt::StringLiterals::operator""_s;
using Qt::StringLiterals::operator""_L1;

namespace
{

constexpr int kEditWidth = 34; ///< ems
constexpr int kEditMargin = 16;

Finding wrongType(const QString &found, const QString &expected)
{
    return {.severity = Severity::Error,
            .code = FindingCode::WrongType,
            .path = {},
            .found = found,
            .expected = expected};
}

/** JSON of one value: it stands in a list, since a document is a list or an object. */
std::optional<QCborValue> fromJson(const QString &text)
{
    const auto document = QJsonDocument::fromJson('[' + text.toUtf8() + ']');
    return document.isArray() && document.array().size() == 1
        ? std::optional(QCborValue::fromJsonValue(document.array().first()))
        : std::nullopt;
}

} // namespace

QString argumentText(const QCborValue &value)
{
    if (value.isString()) {
        return value.toString();
    }
    const QByteArray json
        = QJsonDocument(QJsonArray{value.toJsonValue()}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(json.sliced(1, json.size() - 2));
}

std::expected<QCborValue, Finding> argumentFrom(const QString &text, const QCborValue &like)
{
    if (like.isString()) {
        return QCborValue(text);
    }
    auto value = fromJson(text);
    if (!value) {
        return std::unexpected(wrongType(text, argumentText(like)));
    }
    return *std::move(value);
}

StepEditDialog::StepEditDialog(const Step &step, QWidget *parent)
    : QDialog(parent)
    , m_step(step)
    , m_arguments(argumentsOf(step.operation))
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
    for (const auto &[key, value] : m_arguments) {
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
    QCborMap arguments;
    for (const auto &[key, field] : m_fields) {
        auto value = argumentFrom(field->text(), m_arguments.value(key));
        if (!value) {
            Finding wrong = std::move(value).error();
            wrong.path = u"args."_s + key;
            return std::unexpected(wrong);
        }
        arguments[key] = *std::move(value);
    }
    QCborMap written = encode(m_step).toMap();
    written[u"args"_s] = arguments;
    const QByteArray bytes = QCborValue(written).toCbor();
    CborReader reader{bytes};
    auto decoded = decode<Step>(reader);
    if (!decoded) {
        return std::unexpected(std::move(decoded).error());
    }
    // What no step can be is said here, and not by the session.
    const QList<Step> alone(m_step.n, m_step);
    if (const auto edited = editStep(alone, *decoded, m_step.n); !edited) {
        return std::unexpected(edited.error());
    }
    return *std::move(decoded);
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
