// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panels/fieldform.h"
#include "core/model/configuration.h"

#include <QFrame>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QRadioButton;

namespace nsw
{

/**
 * What all eight kinds have in common in the configuration editor: the check box with icon, flag
 * and kernel version, new or join, and a place for the options of a new one. A subclass for each
 * kind (config_uts.h, …) adds these options and
 *
 *     void setChoice(const Choice<NewX> &choice);
 *     Choice<NewX> choice() const;
 */
class KindEditor : public QFrame
{
    Q_OBJECT
public:
    [[nodiscard]] NsKind kind() const { return m_kind; }
    [[nodiscard]] QCheckBox *checkBox() const { return m_check; }

    /** Paths are relative to the kind: "new.hostname". */
    void showFindings(const PlacedFindings &findings);

Q_SIGNALS:
    void changed();

protected:
    explicit KindEditor(NsKind kind, QWidget *parent);

    [[nodiscard]] FieldForm *options() const { return m_options; }

    /** Ticks, and shows where it is joined from; gives what is chosen for a new one, or the
     * default. */
    template<class New>
    New showChoice(const Choice<New> &choice)
    {
        const Join *join = choice ? std::get_if<Join>(&*choice) : nullptr;
        showState(choice.has_value(), join);
        const New *options = newOptions(choice);
        return options != nullptr ? *options : New{};
    }

    template<class New>
    [[nodiscard]] Choice<New> makeChoice(const New &options) const
    {
        if (!isTicked()) {
            return std::nullopt;
        }
        if (isJoin()) {
            return join();
        }
        return options;
    }

    void paintEvent(QPaintEvent *event) override;

private:
    void showState(bool ticked, const Join *join);
    [[nodiscard]] bool isTicked() const;
    [[nodiscard]] bool isJoin() const;
    [[nodiscard]] Join join() const;
    QWidget *makeNewOrJoin();
    QWidget *makeJoinFields();
    void unfold();

    NsKind m_kind;
    QCheckBox *m_check;
    QWidget *m_body;
    QRadioButton *m_new;
    QRadioButton *m_join;
    FieldForm *m_options;
    FieldForm *m_joinForm;
    QComboBox *m_joinHow;
    QLineEdit *m_joinFrom;
    FindingsView *m_findings;
};

} // namespace nsw
