// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/text/details.h"

#include <QWidget>

class QLineEdit;

namespace nsw
{

/** Asks which process or file a table is to be about. */
class AskBar : public QWidget
{
    Q_OBJECT
public:
    explicit AskBar(Ask ask, QWidget *parent = nullptr);

    [[nodiscard]] QLineEdit *field() const { return m_field; }

Q_SIGNALS:
    /** A PID as it is outside. */
    void processAsked(std::int32_t pid);
    void fileAsked(const QString &path);
    void cleared();

private:
    void ask();
    void chooseFile();

    Ask m_ask;
    QLineEdit *m_field;
};

} // namespace nsw
