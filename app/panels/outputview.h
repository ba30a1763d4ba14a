// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/state.h"

#include <QStringDecoder>
#include <QWidget>

#include <functional>

class QLineEdit;
class QPlainTextEdit;

namespace nsw
{

/** What the command wrote, and a line to write to it. */
class OutputView : public QWidget
{
    Q_OBJECT
public:
    explicit OutputView(QWidget *parent = nullptr);

    void setState(const SessionState &state);
    void clear();
    /** Nothing can be written to a command that ran some time ago. */
    void setRecorded(bool isRecorded);
    /** How lines are shown; whoever changes its mind clears and sets the state again. */
    void setShownText(std::function<QString(const QString &)> shown);
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void inputGiven(const QByteArray &bytes);

private:
    void append(Stream stream, QByteArrayView bytes);

    QPlainTextEdit *m_text;
    QLineEdit *m_input;
    bool m_isRecorded = false;
    qint64 m_shown = 0; ///< bytes of all that the command wrote
    std::function<QString(const QString &)> m_shownText;
    QString m_line; ///< the last line as it was written
    QString m_lineShown; ///< and as it is shown
    QStringDecoder m_stdout{QStringDecoder::Utf8};
    QStringDecoder m_stderr{QStringDecoder::Utf8};
};

} // namespace nsw
