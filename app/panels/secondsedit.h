// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractSpinBox>

#include <cstdint>

namespace nsw
{

/** Whole seconds in 64 bits, which QSpinBox does not hold. An arrow is an hour. */
class SecondsEdit : public QAbstractSpinBox
{
    Q_OBJECT
public:
    explicit SecondsEdit(QWidget *parent = nullptr);

    void setSeconds(std::int64_t seconds);
    [[nodiscard]] std::int64_t seconds() const;

    void stepBy(int steps) override;
    [[nodiscard]] QValidator::State validate(QString &input, int &position) const override;

Q_SIGNALS:
    void edited();

protected:
    [[nodiscard]] StepEnabled stepEnabled() const override;
};

} // namespace nsw
