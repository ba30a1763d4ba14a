// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panels/findingsview.h"

#include <QWidget>

#include <optional>

class QFormLayout;
class QLineEdit;

namespace nsw
{

/** Labelled fields, each of which can show what is the matter with it. */
class FieldForm : public QWidget
{
    Q_OBJECT
public:
    explicit FieldForm(QWidget *parent = nullptr);

    /** `path` is what findings call the field. An empty label: the field speaks for itself. */
    void addField(const QString &path, const QString &label, QWidget *field);
    /** Label above, field over the whole width. */
    void addWideField(const QString &path, const QString &label, QWidget *field);

    void setFieldVisible(QWidget *field, bool visible);

    /** Shows what is about the fields; gives back what is about none of them. */
    Findings showFindings(const PlacedFindings &findings);

    [[nodiscard]] bool isEmpty() const { return m_fields.isEmpty(); }

private:
    struct Field {
        QString path;
        FindingsView *findings = nullptr;
    };

    QWidget *withFindings(const QString &path, QWidget *field);

    QFormLayout *m_layout;
    QList<Field> m_fields;
};

/** What was typed; nothing where nothing was. */
std::optional<QString> givenIn(const QLineEdit *field);

/** Keeps the mouse wheel for scrolling, until a field was chosen by clicking or by the keyboard. */
void ignoreWheelUnlessFocused(QWidget *field);

} // namespace nsw
