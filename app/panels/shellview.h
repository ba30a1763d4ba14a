// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPlainTextEdit;

namespace nsw
{

/** The equivalent shell command, to be selected and copied. */
class ShellView : public QWidget
{
    Q_OBJECT
public:
    explicit ShellView(QWidget *parent = nullptr);

    void setCommand(const QString &command);
    [[nodiscard]] QString command() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitHeight();

    QPlainTextEdit *m_text;
};

} // namespace nsw
