// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/fieldform.h"

#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace nsw
{

namespace
{

class WheelFilter : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const auto *widget = qobject_cast<QWidget *>(watched);
        if (event->type() == QEvent::Wheel && widget != nullptr && !widget->hasFocus()) {
            event->ignore();
            return true;
        }
        return QObject::eventFilter(watched, event);
    }
};

} // namespace

FieldForm::FieldForm(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QFormLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_layout->setLabelAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_layout->setHorizontalSpacing(10);
    m_layout->setVerticalSpacing(6);
}

QWidget *FieldForm::withFindings(const QString &path, QWidget *field)
{
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    auto *findings = new FindingsView;
    layout->addWidget(field);
    layout->addWidget(findings);
    m_fields.append({.path = path, .findings = findings});
    return box;
}

void FieldForm::addField(const QString &path, const QString &label, QWidget *field)
{
    QWidget *box = withFindings(path, field);
    if (label.isEmpty()) {
        m_layout->addRow(box);
        return;
    }
    auto *caption = new QLabel(label);
    caption->setBuddy(field);
    m_layout->addRow(caption, box);
    if (field->accessibleName().isEmpty()) {
        field->setAccessibleName(QString(label).remove(u'&'));
    }
}

void FieldForm::addWideField(const QString &path, const QString &label, QWidget *field)
{
    auto *caption = new QLabel(label);
    caption->setBuddy(field);
    m_layout->addRow(caption);
    m_layout->addRow(withFindings(path, field));
    if (field->accessibleName().isEmpty()) {
        field->setAccessibleName(QString(label).remove(u'&'));
    }
}

void FieldForm::setFieldVisible(QWidget *field, bool visible)
{
    m_layout->setRowVisible(field->parentWidget(), visible);
}

Findings FieldForm::showFindings(const PlacedFindings &findings)
{
    PlacedFindings rest = findings;
    // A field may stand for a part of another one.
    QList<Field> deepestFirst = m_fields;
    std::ranges::stable_sort(
        deepestFirst, std::greater{}, [](const Field &field) { return field.path.size(); });
    for (const Field &field : std::as_const(deepestFirst)) {
        Findings mine;
        if (!field.path.isEmpty()) {
            for (const PlacedFinding &placed : below(rest, field.path)) {
                mine.append(placed.finding);
            }
            rest.removeIf(
                [&mine](const PlacedFinding &placed) { return mine.contains(placed.finding); });
        }
        field.findings->setFindings(mine);
    }
    Findings left;
    for (const PlacedFinding &placed : std::as_const(rest)) {
        left.append(placed.finding);
    }
    return left;
}

std::optional<QString> givenIn(const QLineEdit *field)
{
    return field->text().isEmpty() ? std::nullopt : std::optional(field->text());
}

void ignoreWheelUnlessFocused(QWidget *field)
{
    field->setFocusPolicy(Qt::StrongFocus);
    field->installEventFilter(new WheelFilter(field));
}

} // namespace nsw
