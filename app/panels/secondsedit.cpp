// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/secondsedit.h"

#include "app/panels/fieldform.h"

#include <QLineEdit>

#include <limits>

namespace nsw
{

namespace
{

constexpr std::int64_t kHour = 3600;

} // namespace

SecondsEdit::SecondsEdit(QWidget *parent)
    : QAbstractSpinBox(parent)
{
    setSeconds(0);
    ignoreWheelUnlessFocused(this);
    connect(lineEdit(), &QLineEdit::textEdited, this, &SecondsEdit::edited);
}

void SecondsEdit::setSeconds(std::int64_t seconds)
{
    // Left alone while it means the same, so that typing "-" or "007" is not interfered with.
    if (lineEdit()->text().isEmpty() || seconds != this->seconds()) {
        lineEdit()->setText(tr("%1 s", "seconds").arg(seconds));
    }
}

std::int64_t SecondsEdit::seconds() const
{
    QString digits;
    for (const QChar character : lineEdit()->text()) {
        if (character.isDigit() || (character == u'-' && digits.isEmpty())) {
            digits.append(character);
        }
    }
    return digits.toLongLong();
}

void SecondsEdit::stepBy(int steps)
{
    const std::int64_t now = seconds();
    const std::int64_t by = steps * kHour;
    const bool tooFar = by > 0 ? now > std::numeric_limits<std::int64_t>::max() - by
                               : now < std::numeric_limits<std::int64_t>::min() - by;
    if (!tooFar) {
        setSeconds(now + by);
        Q_EMIT edited();
    }
}

QValidator::State SecondsEdit::validate(QString & /*input*/, int & /*position*/) const
{
    return QValidator::Acceptable;
}

QAbstractSpinBox::StepEnabled SecondsEdit::stepEnabled() const
{
    return StepUpEnabled | StepDownEnabled;
}

} // namespace nsw
