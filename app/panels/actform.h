// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panels/fieldform.h"
#include "app/session/state.h"
#include "app/text/compare.h"

#include <functional>

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace nsw
{

/** From where an act is asked for. */
struct ActContext {
    SessionState state;
    ComparisonRow row; ///< the current one; empty: there is none
};

/** The fields of one act, and how they make it. */
class ActForm : public QWidget
{
    Q_OBJECT
public:
    explicit ActForm(QWidget *parent = nullptr);

    /** `path` is what findings call the field. The first field added gets the focus. */
    QLineEdit *addText(const QString &path, const QString &label, const QString &text = {});
    QComboBox *addChoice(const QString &path, const QString &label);
    QSpinBox *addNumber(const QString &path, const QString &label, int least, int most, int value);

    void setReader(std::function<Act()> reader) { m_reader = std::move(reader); }
    /** Called for the side that is chosen, at first and whenever it changes. */
    void onSide(std::function<void(Side)> changed) { m_onSide = std::move(changed); }

    [[nodiscard]] Act act() const { return m_reader(); }
    void setSide(Side side);
    /** Gives back what is about none of the fields. */
    Findings showFindings(const PlacedFindings &findings)
    {
        return m_fields->showFindings(findings);
    }

Q_SIGNALS:
    void edited();

private:
    FieldForm *m_fields;
    std::function<Act()> m_reader;
    std::function<void(Side)> m_onSide;
};

/** An act that can be asked for where a facet is looked at. */
struct ActOffer {
    QString id; ///< "set-hostname"
    QString text; ///< of the button that opens the form
    QString verb; ///< of the button that does it
    QString icon;
    QList<Side> sides;
    std::function<ActForm *(const ActContext &)> makeForm;
};

} // namespace nsw
